import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.config import Settings
from reviewer.engine.fixing import NAME_CONFIDENCE, Fixer, chosen
from reviewer.engine.project import Project
from reviewer.glossary.model import Glossary, Rule
from reviewer.model import Document, Edit, Finding, Piece

RULES = (
    Rule("t", "wrong-word", words=("trilogues",), replace=("talks",), severity="error", safe=True),
    Rule("c", "calque", words=("red thread",), replace=("theme",)),
    Rule("two", "calque", words=("one two",), replace=("three",), safe=True),
    Rule("two", "calque", words=("one three",), replace=("four",)),
)


def fixer(tmp_path, rules=RULES, unsafe=False):
    project = Project(Settings(tmp_path, decisions=False))
    project.__dict__["glossary"] = Glossary((), rules=rules)
    return Fixer(project, unsafe=unsafe)


def found(start, end, confidence=1.0, **fields):
    base = {"check": "names", "code": "deprecated-name", "suggestions": ("x",), "term": None}
    fields = {**base, **fields}
    text = "abcdefghij"[start:end]
    return Finding(
        "a", start, end, text, severity="error", confidence=confidence, message="", **fields
    )


@pytest.mark.parametrize(
    ("fields", "safe", "unsafe"),
    [
        ({}, True, True),
        ({"suggestions": ()}, False, False),
        ({"suggestions": ("abc",)}, False, False),  # already so
        ({"suggestions": ("x", "y")}, False, False),  # somebody has to choose
        ({"code": "garbled-name"}, False, True),
        ({"code": "garbled-name", "confidence": NAME_CONFIDENCE - 0.01}, False, False),
        ({"code": "garbled-name", "suggestions": ("x", "y")}, False, False),
        ({"code": "romanisation"}, False, False),
        ({"check": "hygiene", "code": "repeated-word"}, False, False),
        ({"check": "phrases", "code": "wrong-word", "term": "t"}, True, True),
        ({"check": "phrases", "code": "wrong-word", "term": "t", "suggestions": "xy"}, True, True),
        ({"check": "phrases", "code": "calque", "term": "c"}, False, False),
        ({"check": "phrases", "code": "calque", "term": "two"}, False, False),
    ],
)
def test_what_may_be_corrected_without_asking(tmp_path, fields, safe, unsafe):
    fields = {**fields, "suggestions": tuple(fields.get("suggestions", ("x",)))}
    for allowed, wanted in ((False, safe), (True, unsafe)):
        replacement = fixer(tmp_path, unsafe=allowed).replacement(found(0, 3, **fields))
        assert (replacement is not None) == wanted


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ([(0, 3, 0.5), (2, 5, 0.9)], [(2, 5)]),  # the surest
        ([(0, 3, 0.9), (2, 6, 0.9)], [(2, 6)]),  # then the longest
        ([(0, 3, 0.9), (2, 5, 0.9)], [(0, 3)]),  # then the first
        ([(0, 3, 0.9), (3, 5, 0.5)], [(0, 3), (3, 5)]),
        ([(0, 9, 0.5), (0, 2, 0.9), (4, 6, 0.7), (8, 9, 0.6)], [(0, 2), (4, 6), (8, 9)]),
    ],
)
def test_of_overlapping_corrections_one_is_chosen(wanted, kept):
    document = Document.plain("abcdefghij")
    findings = [(found(*one), "x") for one in wanted]
    for order in (findings, findings[::-1]):
        assert [(e.start, e.end) for e in chosen(document, order)] == kept


def test_what_cuts_through_an_escape_is_left_out():
    document = Document("a", "a&b", "a&amp;b", (Piece(0, 1, 0, 1), Piece(1, 3, 1, 7)))
    findings = [(found(0, 2), "x"), (found(0, 1), "y")]
    assert chosen(document, findings) == [Edit(0, 1, "y")]


@given(st.lists(st.sampled_from(["trilogues ", "Trilogues,\r\n", "red thread ", "š ", "one "])))
def test_twice_gives_the_same_as_once(tmp_path_factory, parts):
    one = fixer(tmp_path_factory.getbasetemp())
    data = "".join(parts).encode()
    once = one.fix("a.txt", data)
    assert once.settled
    assert b"rilogues" not in once.data
    assert one.fix("a.txt", once.data).count == 0
    assert once.data == data.replace(b"trilogues", b"talks").replace(b"Trilogues", b"Talks")


def test_what_a_correction_brings_out_is_corrected_too(tmp_path):
    rules = (
        Rule("a", "calque", words=("big one",), replace=("one",), safe=True),
        Rule("b", "calque", words=("the one",), replace=("it",), safe=True),
    )
    fixed = fixer(tmp_path, rules).fix("a.txt", b"He saw the big one.")
    assert (fixed.data, fixed.count, fixed.settled) == (b"He saw it.", 2, True)


def test_rules_that_undo_each_other_end(tmp_path):
    rules = (
        Rule("a", "calque", words=("left",), replace=("right",), safe=True),
        Rule("b", "calque", words=("right",), replace=("left",), safe=True),
    )
    assert not fixer(tmp_path, rules).fix("a.txt", b"He went left.").settled
