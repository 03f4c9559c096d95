"""Exports, read back as the tools they are for read them."""

import json
import re
from xml.etree import ElementTree

import pytest

from reviewer.plugins import load, offered
from tests.quality import making
from tests.quality.making import SOURCE, articles, decide, opened, records

# Outside the Basic Multilingual Plane, so that code points and UTF-16 code units differ; marks that
# are not ours; a tab.
TEXT = (
    "😀 Heavy fighting <v>goes</v> on, Arcruns Ovannisyan said\ton Thursday in Yerevan. It rained.\n"
    "\n"
    "Trilogues were not needed, and trilogues were not held, Ilham Aliyev said.\n"
)
WRONG = ["Arcruns Ovannisyan", "Trilogues", "trilogues"]


@pytest.fixture
def made(project):
    """An article where one finding was corrected, one is open and one rejected, and a clean one."""
    making.project(project, a=TEXT, b="# It rained in Yerevan.\n")
    (project / "a.src.ru.txt").write_text(SOURCE, "utf-8")
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    session.save("a.txt")
    found, said = articles("a.txt", "b.txt", system="my system")
    assert said == []
    return found


def render(name, found):
    return load("reviewer.quality.exchange", name).render(found)


def test_what_is_offered():
    assert offered("reviewer.quality.exchange") == ("esa", "mqm_tsv", "mt_metrics_eval", "tmx")


def marot(text):
    """As Marot reads: lines by line feed, columns by tab, spans by marks, JSON metadata."""
    rows = []
    for line in text.split("\n"):
        if not line.strip() or "system\tdoc" in line.lower():
            continue
        columns = line.split("\t")
        assert len(columns) == 10
        system, doc, doc_id, seg_id, rater, source, target, category, severity, metadata = columns
        span = re.findall(r"<v>(.*?)</v>", target)
        json.loads(metadata)
        rows.append(
            (system, doc, int(doc_id), int(seg_id), rater, span, category, severity, source)
        )
    return rows


def test_mqm_tsv(made):
    text = render("mqm_tsv", made)
    rows = marot(text)
    who = made[0].decisions[0].who
    assert [row[4:8] for row in rows if row[6] != "No-error"] == [
        (who, ["Arcruns Ovannisyan"], "Terminology/Inappropriate for context", "Major"),
        ("AutoMQM-reviewer", ["Trilogues"], "Accuracy/Mistranslation", "Major"),
        ("AutoMQM-reviewer", ["trilogues"], "Accuracy/Mistranslation", "Major"),
    ]
    clean = [row for row in rows if row[6] == "No-error"]
    assert [(row[1], row[4], row[5], row[7]) for row in clean] == [
        ("a.txt", who, [], "No-error"),  # the second paragraph, of which the editor said nothing
        ("b.txt", "AutoMQM-reviewer", [], "No-error"),
    ]
    for doc in ("a.txt", "b.txt"):
        ids = list(dict.fromkeys(row[2] for row in rows if row[1] == doc))
        assert ids == list(range(1, len(ids) + 1))
    assert {row[0] for row in rows} == {"my system"}
    assert rows[0][8].startswith("Идут тяжёлые бои")
    assert text.count("<v>") == len(WRONG)


def mt_metrics_eval(text):
    """As ``ReadRatingFile`` of mt-metrics-eval reads: system, JSON of errors, rater."""
    ratings = {}
    for line in text.splitlines():
        system, rating, _rater = line.strip().split("\t")
        ratings.setdefault(system, []).append(json.loads(rating)["errors"])
    return ratings


def test_mt_metrics_eval(made):
    ratings = mt_metrics_eval(render("mt_metrics_eval", made))
    targets = [t for t in re.split(r"\n+", "\n".join(a.machine.text for a in made)) if t]
    (segments,) = ratings.values()
    assert list(ratings) == ["mysystem"]  # a name there holds no space
    assert len(segments) == len(targets)
    spans = [
        target[error["start"] : error["end"]]
        for target, errors in zip(targets, segments, strict=True)
        for error in errors
    ]
    assert spans == WRONG
    assert segments[0][0] | {"start": 0, "end": 0} == {
        "start": 0,
        "end": 0,
        "category": "Terminology/Inappropriate for context",
        "severity": "major",
        "score": -5.0,
        "is_source_error": False,
    }


def pearmut(text):
    """As Pearmut reads: characters of JavaScript, both ends inside; spans that overlap are refused."""
    campaign = json.loads(text)
    assert campaign["info"]["protocol"] == "ESA"
    (documents,) = campaign["data"]
    for document in documents:
        for item in document:
            for system, target in item["tgt"].items():
                chars = target.encode("utf-16-le")
                taken = set()
                for span in item["error_spans"][system]:
                    low, high = span["start_i"], span["end_i"]
                    assert 0 <= low <= high < len(chars) // 2
                    assert taken.isdisjoint(range(low, high + 1))
                    taken |= set(range(low, high + 1))
                    yield chars[2 * low : 2 * high + 2].decode("utf-16-le"), span["severity"]


def test_esa(made):
    assert list(pearmut(render("esa", made))) == [(text, "major") for text in WRONG]


def test_tmx_holds_approved_pairs_alone(made):
    (only,) = pairs(render("tmx", made))  # in the other paragraph something is open
    assert only[1].startswith("😀 Heavy fighting <v>goes</v> on, Artsrun Hovhannisyan said")
    session = opened("a.txt")
    for word in ("Trilogues", "trilogues"):
        decide(session, word, lambda s: s.approve())
    session.save("a.txt")
    found, _ = articles("a.txt", "b.txt")
    assert pairs(render("tmx", found))[-1] == (
        "Трёхсторонние переговоры не нужны и не велись, сказал Ильхам Алиев.",
        "Three-way talks were not needed, and three-way talks were not held, Ilham Aliyev said.",
    )


def pairs(text):
    """As a translation memory is read: by language."""
    tree = ElementTree.fromstring(text.encode())
    assert tree.get("version") == "1.4"
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    found = []
    for unit in tree.iter("tu"):
        by_lang = {variant.get(lang): variant.findtext("seg") for variant in unit.iter("tuv")}
        found.append((by_lang["ru"], by_lang["en"]))
    return found


def test_hostile_text_breaks_no_format(project):
    making.project(project)
    records(
        project / "x.jsonl",
        {
            "id": "a\tb\n",
            "text": "<&>\u0000\x0b\u2028 Ilham Aliyev spoke & left </seg>.",
            "source": "<&>\u0000 Ильхам Алиев говорил & ушёл </seg>.",
            "source_lang": 'ru"><x',
            "system": "#\tx",
        },
    )
    decide(opened("x.jsonl"), "\x00", lambda s: s.reject())
    found, _ = articles("x.jsonl")
    ((system, doc, *_),) = {row[:2] for row in marot(render("mqm_tsv", found))}
    assert (system, doc) == ("x", "x.jsonl [a b ]")
    assert len(mt_metrics_eval(render("mt_metrics_eval", found))) == 1
    list(pearmut(render("esa", found)))
    ElementTree.fromstring(render("tmx", found).encode())


def test_no_article_is_no_error():
    for name in offered("reviewer.quality.exchange"):
        assert isinstance(render(name, []), str)
