"""The quick ways that the checks take give what the plain ones do."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.checks import _repetition, _scripts, _source_words
from reviewer.model import Finding, Place
from reviewer.text import lower, unusual

_TEXTS = st.text(st.sampled_from("ab A1_’'-. \n\r\t\x00\x1c\u00a0éßжΩ中\u0301“²\ud800\ufffd"))


@given(_TEXTS | st.text())
def test_words_are_those_of_the_pattern(text: str) -> None:
    lowered = lower(text)
    plain = _repetition._plain(lowered)
    assert len(plain) == len(lowered)
    assert plain.split() == re.findall(r"\w+", lowered)


@given(_TEXTS | st.text())
def test_unusual_characters_are_all_but_printable_ascii(text: str) -> None:
    assert unusual(text) == "".join(re.findall(r"[^\t\n\r -~]", text))


@given(_TEXTS)
@example("abжab’a жж, ж 1 ж Ω")
def test_runs_in_another_script_are_those_of_the_pattern(text: str) -> None:
    spans = (match.span() for match in _scripts._run().finditer(text))
    runs = [
        (start, end)
        for start, end in spans
        if not all(map(_scripts._is_symbol, _scripts._WORD.findall(text[start:end])))
    ]
    assert list(_scripts.runs(text)) == runs


@given(_TEXTS)
def test_words_without_marks_need_no_pattern_of_marks(text: str) -> None:
    assert _source_words._found(text) == _source_words._MARKED.findall(text)


def test_a_placed_finding_is_the_same_but_for_its_place() -> None:
    place = Place(1, 2, 3, 4, 5, 6)
    finding = Finding("a", 0, 1, "x", "names", "garbled-name", "error", 0.9, "m", term="t")
    assert finding.at(place) == finding._replace(place=place)
