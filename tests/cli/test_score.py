"""``reviewer score``: what it prints, when it fails, what it survives."""

import json
import sys

import pytest

from tests.quality import making
from tests.quality.making import ARTICLE, SOURCE, decide, opened, records

CORRECTED = ARTICLE.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan")


@pytest.fixture
def reviewed(project):
    """An article with a source, one finding approved and written, one rejected."""

    folder = making.project(project, a=ARTICLE)
    (folder / "a.src.ru.txt").write_text(SOURCE, "utf-8")
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    decide(session, "trilogues", lambda s: s.reject())
    session.save("a.txt")
    return folder


def figures(invoke, *arguments):
    done = invoke("score", *arguments, "--output-format", "json")
    return json.loads(done.out), done


def test_what_the_translation_was_worth_and_what_review_cost(reviewed, invoke):
    found, done = figures(invoke, "a.txt")
    assert done.status == 0, done.err
    total = found["total"]
    assert (total["machine"]["count"], total["machine"]["of"]) == (2, 3)
    assert (total["now"]["count"], total["now"]["of"]) == (3, 3)
    assert total["m_eta"]["count"] == 2
    assert total["decisions"] == 2
    assert total["hter"] == pytest.approx(2 / 28)  # both halves of the name
    assert found["edit_signature"].startswith("nrefs:1|case:mixed|tok:tercom|norm:yes|punct:yes")
    rates = {one["name"]: (one["approve"], one["edit"], one["reject"]) for one in found["rates"]}
    assert rates.pop("phrases/wrong-word") == (0, 0, 1)
    assert list(rates.values()) == [(1, 0, 0)]  # of the check that was surest
    assert found["worst_names"] == [
        {"term": "Artsrun Hovhannisyan", "wrong": 1, "of": 1, "written": ["Arcruns Ovannisyan"]}
    ]
    assert "mt-name-accuracy" in found["measures"]


def test_the_table_names_what_it_shows(reviewed, invoke):
    done = invoke("score", "a.txt", "--by", "article", "--by", "pack", "--by", "source-lang")
    assert done.status == 0
    assert "1 article, 23 words; 1 reviewed, 1 of them corrected" in done.out
    assert "as translated                    2   3   66.7%" in done.out
    assert "as it stands                     3   3  100.0%" in done.out
    assert "phrases/wrong-word" in done.out
    assert "- Heavy fighting goes on, Arcruns Ovannisyan said" in done.out
    for group in ("By article", "By pack", "By source-lang"):
        assert group in done.out
    assert "names   " in done.out  # the pack


def test_a_page_and_exports_into_files_and_to_standard_output(reviewed, invoke):
    done = invoke("score", "a.txt", "--html", "p.html", "--export", "tmx:m.tmx")
    assert done.status == 0, done.err
    assert "<h2>Worst names</h2>" in (reviewed / "p.html").read_text("utf-8")
    assert "<tmx" in (reviewed / "m.tmx").read_text("utf-8")
    assert "as translated" in done.out
    done = invoke("score", "a.txt", "--export", "mqm-tsv")
    assert done.out.startswith("system\tdoc\t")
    assert "as translated" not in done.out
    done = invoke("score", "a.txt", "--export", "mqm")
    assert done.status == 2
    assert "did you mean 'mqm-tsv'?" in done.err


@pytest.mark.parametrize(
    ("gate", "status"),
    [
        ("name-accuracy=0.98", 0),
        ("name-accuracy=1.01", 1),
        ("mt-name-accuracy=0.5", 0),
        ("mt-name-accuracy=0.98", 1),
        ("bleu=1", 2),  # there is no reference: nothing may pass
    ],
)
def test_a_gate(reviewed, invoke, gate, status):
    done = invoke("score", "a.txt", "--fail-under", gate)
    assert done.status == status
    assert bool(done.err) == bool(status)


@pytest.mark.parametrize("gate", ["names=0.9", "name-accuracy", "name-accuracy=most"])
def test_a_gate_that_is_none_is_refused(reviewed, invoke, gate):
    with pytest.raises(SystemExit):
        invoke("score", "a.txt", "--fail-under", gate)


def test_nothing_to_score_lets_no_gate_pass(project, invoke):
    assert invoke("score").status == 0
    assert invoke("score", "--fail-under", "name-accuracy=0.9").status == 2


def test_an_original_may_be_given(project, invoke):

    making.project(project, a=CORRECTED)
    (project / "mt").mkdir()
    (project / "mt" / "a.txt").write_text(ARTICLE)
    found, done = figures(invoke, "a.txt", "--original", "mt/a.txt")
    assert done.status == 0, done.err
    assert found["total"]["machine"]["count"] == 2
    assert found["total"]["hter"] > 0
    found, done = figures(invoke, "a.txt", "--original", "mt")
    assert found["total"]["machine"]["count"] == 2


class TestReferences:
    @pytest.fixture
    def systems(self, project):

        folder = making.project(project)
        reference = {"reference": "Artsrun Hovhannisyan spoke."}
        for name, text in (
            ("one", "Arcruns Ovannisyan spoke."),
            ("two", "Artsrun Hovhannisyan spoke."),
        ):
            records(
                folder / f"{name}.jsonl",
                {"id": "a", "text": text, "system": name, "date": "2026-11-01"} | reference,
                {
                    "id": "b",
                    "text": "He left Yerevan.",
                    "system": name,
                    "reference": "He left Yerevan.",
                },
            )
        return folder

    def test_scores_with_signatures_and_the_worst(self, systems, invoke):
        done = invoke("score", "one.jsonl")
        assert done.status == 0, done.err
        assert "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:" in done.out
        assert "BLEU " in done.out
        assert "translation: Arcruns Ovannisyan spoke." in done.out
        assert "reference:   Artsrun Hovhannisyan spoke." in done.out

    def test_two_systems_are_compared(self, systems, invoke):
        found, done = figures(invoke, "two.jsonl", "--compare", "one.jsonl")
        assert done.status == 0, done.err
        for one in found["compared"]:
            first, second = one["values"]
            assert first < second
            assert 0 < one["p"] <= 1
            assert "ar:10000|seed:12345" in one["signature"]
            low, high = one["interval"]
            assert 0 <= low < second - first <= high

    def test_by_system_and_date(self, systems, invoke):
        found, _ = figures(invoke, "one.jsonl", "two.jsonl", "--by", "system")
        assert [(row["name"], row["articles"]) for row in found["rows"]] == [("one", 2), ("two", 2)]
        assert [row["name"] for row in found["trend"]] == ["2026-11-01"]

    def test_a_system_that_lacks_a_record_is_named_and_the_rest_compared(self, systems, invoke):
        file = systems / "one.jsonl"
        file.write_text(file.read_text().splitlines()[0] + "\n")
        found, done = figures(invoke, "two.jsonl", "--compare", "one.jsonl")
        assert done.status == 2
        assert "one.jsonl: has no record 'b'" in done.err
        assert found["compared"]

    def test_files_beside_files(self, project, invoke):

        making.project(project)
        for folder in ("mt", "ref"):
            (project / folder).mkdir()
        (project / "mt" / "a.txt").write_text("Arcruns Ovannisyan spoke.\n\nIt rained.\n")
        (project / "ref" / "a.txt").write_text("Artsrun Hovhannisyan spoke.\nIt rained.\n")
        (project / "mt" / "b.txt").write_text("One.\nTwo.\n")
        (project / "ref" / "b.txt").write_text("One.\n")
        (project / "mt" / "c.txt").write_text("One.\n")
        (project / "ref" / "c.txt").write_text("")
        (project / "mt" / "d.txt").write_text("One.\n")
        found, done = figures(invoke, "mt", "--reference", "ref")
        assert done.status == 2
        for message in (
            "mt/b.txt: has 2 lines with text and its reference 1",
            "mt/c.txt: the reference is empty",
            "ref/d.txt: missing",
        ):
            assert message in done.err
        assert 0 < found["measures"]["bleu"] < 100

    def test_a_missing_sentence_is_scored_as_empty_and_named(self, project, invoke):
        (project / "a.txt").write_text("One two three.\n\nSix.\n")
        (project / "r.txt").write_text("One two three.\nFour five.\nSix.\n")
        done = invoke("score", "a.txt", "--reference", "r.txt")
        assert done.status == 0
        assert "a.txt: line 2 is missing in the translation: scored as empty" in done.err
        assert "translation: \n" in done.out.replace("translation:\n", "translation: \n")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["a.txt", "--reference", "nowhere"], "no such file or folder"),
            ([".", "--reference", "r.txt"], "is one file; name one article file"),
        ],
    )
    def test_what_cannot_be_beside(self, project, invoke, arguments, message):
        (project / "a.txt").write_text("One.\n")
        (project / "r.txt").write_text("One.\n")
        done = invoke("score", *arguments)
        assert done.status == 2
        assert message in done.err


class TestBadInput:
    def test_a_log_with_torn_and_foreign_lines(self, reviewed, invoke):
        log = reviewed / ".reviewer" / "decisions.jsonl"
        log.write_bytes(log.read_bytes() + b'{"id": "x", "ti\n{"another": "program"}\n\xff\xfe\n')
        found, done = figures(invoke, "a.txt")
        assert done.status == 0
        assert "3 lines of the log are torn or no decisions" in done.err
        assert found["total"]["decisions"] == 2

    def test_an_original_that_was_changed_by_hand(self, reviewed, invoke):
        kept = reviewed / ".reviewer" / "originals" / "a.txt"
        kept.write_text(kept.read_text().replace("Heavy", "Light"))
        found, done = figures(invoke, "a.txt")
        assert done.status == 2
        assert "was changed by hand; figures that need it are left out" in done.err
        assert found["total"]["machine"] == found["total"]["now"]

    def test_an_original_that_fix_left(self, project, invoke):

        making.project(project, a=ARTICLE.replace("Arcruns Ovannisyan", "Artsrun Ovanesian"))
        assert invoke("check", "a.txt", "--fix").status == 1
        session = opened("a.txt")
        decide(session, "trilogues", lambda s: s.approve())
        session.save("a.txt")
        found, done = figures(invoke, "a.txt")
        assert done.status == 0, done.err
        assert found["total"]["machine"]["count"] == 2

    def test_an_article_that_cannot_be_read_is_named_and_the_rest_scored(self, reviewed, invoke):
        (reviewed / "b.txt").write_bytes(b"caf\xe9 \x81 and more\n")
        found, done = figures(invoke)
        assert done.status == 2
        assert "b.txt" in done.err
        assert found["total"]["articles"] == 1

    def test_hostile_text_stays_text(self, project, invoke):
        records(
            project / "x.jsonl",
            {"id": "a\x1b[31m", "text": "Evil \x1b[2J::set-output\u202e.", "reference": "Evil."},
        )
        done = invoke("score", "x.jsonl", "--by", "article", "--by", "system")
        assert done.status == 0, done.err
        assert "\x1b" not in done.out
        assert "\u202e" not in done.out


def test_check_needs_no_sacrebleu_and_score_no_network(reviewed, cli):
    done = cli("score", "a.txt")
    assert done.returncode == 0, done.stderr
    code = (
        "import sys; from reviewer.cli import run; run(['check', 'a.txt']);"
        "print(sorted({'sacrebleu', 'numpy', 'textual'} & set(sys.modules)), file=sys.stderr)"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=reviewed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr.strip().endswith("[]")
