import json
import tomllib

import pytest

from reviewer.curate.harvest.candidates import Candidate, Candidates
from reviewer.curate.harvest.clusters import clustered
from reviewer.curate.harvest.corrections import corrected
from reviewer.curate.harvest.names import Sightings, unknown
from reviewer.curate.harvest.propose import proposed
from reviewer.errors import GlossaryError
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Decision, Document, Segment
from reviewer.names.matcher import Matcher
from reviewer.names.spotted import names

GLOSSARY = Glossary((Term("Marek Zielonka", "marek-zielonka", "person"),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor, Levan Beridze, said so.", ["Levan Beridze"]),
        ("On Monday President Aigul Nurlanova met Ermek.", ["Aigul Nurlanova", "Ermek"]),
        ("In Septemvri they met in September.", ["Septemvri"]),
        ("Anders van Klint and Bo Holm", ["Anders van Klint", "Bo Holm"]),
        ("The House said nothing. NO ONE knew.", []),
        ("", []),
    ],
)
def test_names_of_a_text(text, found):
    assert [name for name, start, end in names(text) if text[start:end]] == found


def test_what_the_glossary_knows_is_left_out():
    text = "Marek Zielonka and Mareks Zelonka met Levan Beridze. Beridze left."
    found = unknown([Document.plain(text, "a.txt")], Matcher(GLOSSARY))
    assert sorted(found) == ["Beridze", "Levan Beridze"]
    assert found["Levan Beridze"].places == ["a.txt:1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marek Beridze came.", ["Marek Beridze"]),  # a given name alone is anybody's
        ("Levan Zielonka came.", []),  # a relative, or a slip
        ("Zielonka came.", []),
        ("Marek Zielonka-Beridze came.", ["Marek Zielonka-Beridze"]),
    ],
)
def test_who_shares_a_name_with_an_entry(text, found):
    assert list(unknown([Document.plain(text, "a.txt")], Matcher(GLOSSARY))) == found


def test_the_source_gives_native_forms():
    text = "Levan Beridze came."
    document = Document(
        "a.txt", text, text, (), segments=(Segment(0, len(text), "Пришёл Леван Беридзе.", "ru"),)
    )
    found = unknown([document], Matcher(GLOSSARY))
    assert found["Levan Beridze"].native == {("ru", "Леван Беридзе"): 1}


def seen(count, *articles):
    return Sightings(count, set(articles), list(articles))


def test_spellings_of_one_name_come_together():
    found = {
        "Artsrun Hovhannisyan": seen(4, "a", "b"),
        "Arcruns Ovannisyan": seen(2, "b"),
        "Ovannisyan": seen(1, "b"),
        "Levan Beridze": seen(3, "a"),
        "Levan Berulava": seen(1, "a"),
    }
    first, *others = clustered(found)
    assert first.name == "Artsrun Hovhannisyan"
    assert first.seen.count >= 6
    assert first.seen.articles == {"a", "b"}
    assert "Arcruns Ovannisyan" in first.spellings
    assert {"Levan Beridze", "Levan Berulava"} <= {cluster.name for cluster in others}


def decision(action, text, replacement):
    return Decision("1", "2026-01-01", "Ann", action, text=text, replacement=replacement)


def test_corrections_that_are_names():
    decisions = [
        decision("edit", "Levans Beridze", "Levan Beridze"),
        decision("edit", "Lewan Beridse", "Levan Beridze"),
        decision("edit", "trilogue", "three-way talks"),
        decision("edit", "He", "Levan Beridze said"),
        decision("reject", "X", "Someone Else"),
    ]
    assert corrected(decisions) == {"Levan Beridze": {"Levans Beridze": 1, "Lewan Beridse": 1}}


def test_proposals():
    text = "Aigul Nurlanova spoke. Aigul Nurlanova left. Later Aigul Nurlanova slept. Ermek came."
    decisions = [
        decision("edit", "Levans Beridze", "Levan Beridze"),
        decision("approve", "Mareks Zelonka", "Marek Zielonka"),
    ]
    found = list(proposed([Document.plain(text, "a.txt")], decisions, GLOSSARY))
    assert [candidate.values["term"] for candidate in found] == ["Levan Beridze", "Aigul Nurlanova"]
    assert found[0].comments == ("written by an editor in place of Levans Beridze ×1",)
    assert found[1].comments == ("seen 3 times in 1 article: a.txt:1, a.txt:1, a.txt:1",)


@pytest.fixture
def candidates(tmp_path):
    return Candidates(tmp_path / ".reviewer")


def candidate(name, *comments):
    return Candidate({"term": name, "kind": "person"}, comments)


def test_candidates_are_kept_and_never_proposed_twice(candidates):
    assert candidates.propose([candidate("Levan Beridze", "seen 3 times\x1b\n[[term]]")]) == [
        "Levan Beridze"
    ]
    assert candidates.propose([candidate("LEVAN BERIDZE"), candidate("Ermek Ö")]) == ["Ermek Ö"]
    (first, _) = tomllib.loads(candidates.path.read_text(encoding="utf-8"))["term"]
    assert first == {
        "term": "Levan Beridze",
        "kind": "person",
        "status": "proposed",
        "source": "harvest",
    }
    assert "\x1b" not in candidates.path.read_text(encoding="utf-8")


def test_refused_stays_refused(candidates):
    candidates.propose([candidate("Levan Beridze"), candidate("Ermek")])
    candidates.refuse("Levan Beridze", "Ann")
    assert [term.term for term in candidates.terms()] == ["Ermek"]
    line = json.loads((candidates.path.parent / "refused.jsonl").read_text())
    assert (line["term"], line["who"]) == ("Levan Beridze", "Ann")
    with (candidates.path.parent / "refused.jsonl").open("ab") as stream:
        stream.write(b'{"term": "torn')
    assert candidates.propose([candidate("Levan Berídze")]) == []


def test_accepted_moves_to_the_pack(candidates, tmp_path):
    pack = tmp_path / "ours.toml"
    pack.write_text('# ours\n[[term]]\nterm = "Anna"\n')
    candidates.propose([candidate("Levan Beridze", "seen 3 times")])
    candidates.accept("Levan Beridze", pack, {"note": "mayor"})
    assert pack.read_text() == (
        '# ours\n[[term]]\nterm = "Anna"\n\n[[term]]\nterm = "Levan Beridze"\nkind = "person"\n'
        'status = "approved"\nnote = "mayor"\nsource = "editorial"\n'
    )
    assert candidates.terms() == []
    assert "seen 3 times" not in candidates.path.read_text()


def test_what_cannot_be_accepted_stays_a_candidate(candidates, tmp_path):
    pack = tmp_path / "ours.toml"
    pack.write_text('[[term]]\nterm = "Levan Beridze"\n')
    candidates.propose([candidate("Levan Beridze")])
    with pytest.raises(GlossaryError, match="is there already"):
        candidates.accept("Levan Beridze", pack, {})
    with pytest.raises(GlossaryError, match="no entry 'Nobody'"):
        candidates.refuse("Nobody", "Ann")
    assert [term.term for term in candidates.terms()] == ["Levan Beridze"]
