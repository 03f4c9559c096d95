from pathlib import Path

import pytest

from reviewer.config import Settings
from reviewer.engine.checker import Checker, merge, placed, validate
from reviewer.errors import ConfigError, UsageError
from reviewer.glossary.model import Glossary, Rule
from reviewer.model import Document, Finding, Piece
from reviewer.text import LineIndex

BASE = Finding("a.txt", 0, 10, "x" * 10, "names", "garbled-name", "error", 0.9, "m")
RULE = Rule("t", "wrong-word", words=("trilogues",), severity="error")


def test_the_most_confident_finding_of_a_span_stays_and_names_the_others():
    other = BASE._replace(check="phrases", code="calque", start=1, confidence=0.5, message="p")
    (kept,) = merge([other, BASE])
    assert kept == BASE._replace(explanation=("also phrases: p",))


def test_what_several_others_say_is_one_line():
    others = [BASE._replace(check=check, confidence=0.5) for check in ("leftovers", "consistency")]
    (kept,) = merge([*others, BASE])
    assert kept.explanation == ("also consistency: m; leftovers: m",)


@pytest.mark.parametrize(
    "other",
    [
        BASE._replace(check="phrases", start=5, end=30),  # shares less than half of the longer
        BASE._replace(code="romanisation"),  # the same check decides for itself
        BASE._replace(check="phrases", start=10, end=20),
    ],
)
def test_other_spans_stay_apart(other):
    assert len(merge([BASE, other])) == 2


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ({}, ["warning", "error"]),
        ({"select": ("phrases",)}, ["error"]),
        ({"select": ("wrong-word",)}, ["error"]),
        ({"ignore": ("phrases",)}, ["warning"]),
        ({"ignore": ("repeated-word",)}, ["error"]),
        ({"severity": {"wrong-word": "info"}}, ["warning", "info"]),
        ({"severity": {"phrases": "off"}}, ["warning"]),
        ({"per_path": {"news/*": {"ignore": ["phrases"]}}}, ["warning"]),
        ({"per_path": {"other/*": {"ignore": ["phrases"]}}}, ["warning", "error"]),
        ({"per_path": {"news/*": {"severity": {"names": "off"}}}}, ["warning", "error"]),
    ],
)
def test_selection_and_severities(tmp_path, settings, severities):
    checker = Checker(Settings(tmp_path, **settings), Glossary((), rules=(RULE,)))
    path = tmp_path / "news" / "a.txt"
    document = Document.plain("It held held its trilogues.", path=str(path))
    assert [f.severity for f in checker.check(document).findings] == severities


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"checks": {"phrase": {}}}, "unknown key 'phrase'; did you mean 'phrases'?"),
        ({"checks": {"phrases": {"timeot": 1}}}, "unknown option 'timeot'"),
        ({"checks": {"phrases": {"timeout": "1"}}}, "timeout: expected a value like 0.5, not '1'"),
        (
            {"checks": {"phrases": {"timeout": True}}},
            "timeout: expected a value like 0.5, not True",
        ),
    ],
)
def test_what_no_check_knows_is_refused(settings, message):
    with pytest.raises(ConfigError, match=message.replace("?", r"\?")):
        validate(Settings(Path(), **settings))


@pytest.mark.parametrize("key", ["select", "ignore"])
def test_unknown_selectors_are_refused(key):
    with pytest.raises(UsageError, match="did you mean 'hygiene'"):
        validate(Settings(Path(), **{key: ("hygine",)}))


def test_places_count_lines_of_the_file_and_columns_in_code_points_and_bytes():
    document = Document(
        "a", "éß x", "ab\néß x", (Piece(0, 4, 3, 7),), raw_start=10, raw_line=5, raw_column=3
    )
    place = placed(BASE._replace(start=3, end=4), document, LineIndex(document.raw)).place
    assert (place.line, place.column, place.end_line, place.end_column) == (6, 4, 6, 5)
    assert (place.byte_column, place.end_byte_column) == (6, 7)
    first = Document("a", "xy", "xy", (Piece(0, 2, 0, 2),), raw_line=5, raw_column=3)
    place = placed(BASE._replace(start=1, end=2), first, LineIndex("xy")).place
    assert (place.line, place.column) == (5, 4)
