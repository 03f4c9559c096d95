"""MQM: every finding and mark has a category and a severity; penalties by Google's weights."""

import pytest

from reviewer.decisions import new_decision
from reviewer.engine.checker import codes
from reviewer.model import Finding
from reviewer.quality import mqm
from reviewer.quality.mqm import MqmError, category, errors, penalty, unplaced
from reviewer.text import context
from tests.quality import making
from tests.quality.making import ARTICLE, articles, decide, opened


def test_every_code_has_a_category():
    for check, offered in codes().items():
        for code in offered:
            assert category(check, code) != mqm.OTHER, f"{check}/{code}"


def test_the_table_names_only_checks_there_are():
    assert {name.partition("/")[0] for name in mqm.CATEGORIES} - {*codes(), "mark"} == set()


@pytest.mark.parametrize(
    ("check", "code", "wanted"),
    [
        ("names", "garbled-name", "Terminology/Inappropriate for context"),
        ("consistency", "spelled-two-ways", "Terminology/Inconsistent use of terminology"),
        ("mark", "name", "Accuracy/Mistranslation"),
        ("source_names", "missing-name", "Accuracy/Omission"),
        ("names", "a code of tomorrow", "Terminology/Inappropriate for context"),
        ("a check of tomorrow", "x", "Other"),
    ],
)
def test_categories(check, code, wanted):
    assert category(check, code) == wanted


@pytest.mark.parametrize(
    ("severity", "category", "weight"),
    [
        ("major", mqm.MISTRANSLATION, 5),
        ("minor", mqm.MISTRANSLATION, 1),
        ("minor", mqm.PUNCTUATION, 0.1),
        ("major", mqm.PUNCTUATION, 5),
        ("major", mqm.NON_TRANSLATION, 25),
        ("neutral", mqm.NON_TRANSLATION, 0),
        ("neutral", mqm.TERM, 0),
    ],
)
def test_weights(severity, category, weight):
    assert MqmError(0, 1, category, severity, "").weight == weight


def test_the_penalty_is_for_1000_words():
    assert penalty([MqmError(0, 1, mqm.TERM, "major", "")] * 3, 500) == 30
    assert penalty([], 0) is None


@pytest.fixture
def reviewed(project):
    making.project(project, a=ARTICLE)
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    decide(session, "trilogues", lambda s: s.reject())
    start = session.article.text.index("Thursday")
    session.mark(start, start + 8, "Friday", "phrase")
    session.save("a.txt")
    return project


def found(article):
    text = article.machine.text
    return [(text[e.start : e.end], e.category, e.severity, bool(e.by)) for e in errors(article)]


def test_errors_are_those_of_the_text_as_translated(reviewed):
    (article,), _ = articles("a.txt")
    assert found(article) == [
        ("Arcruns Ovannisyan", mqm.TERM, "major", True),
        ("Thursday", mqm.AWKWARD, "major", True),
        ("Trilogues", mqm.MISTRANSLATION, "major", False),  # open still
    ]
    assert unplaced(article) == 0


def test_a_mark_on_words_that_the_translation_never_held_is_counted(reviewed):
    session = opened("a.txt")
    start = session.article.text.index("Friday")
    session.mark(start, start + 6, "Saturday")
    (article,), _ = articles("a.txt")
    assert "Friday" not in [text for text, *_ in found(article)]
    assert unplaced(article) == 1


def test_a_verdict_of_an_audit_is_an_error_too(reviewed):
    start = ARTICLE.index("Yerevan")
    about = Finding(
        "a.txt", start, start + 7, "Yerevan", "names", "garbled-name", "warning", 0.5, "",
        context=context(ARTICLE, start, start + 7),
    )  # fmt: skip
    opened("a.txt").ledger.append(new_decision("wrong", about, replacement="Gyumri", ref="x"))
    (article,), _ = articles("a.txt")
    assert ("Yerevan", mqm.MISTRANSLATION, "major", True) in found(article)
