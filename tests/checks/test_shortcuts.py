"""The quick ways that the checks take give what the plain ones do."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.checks import _echoes, _marks, _repetition, _scripts, _source_words
from reviewer.checks._scanner import Scanner
from reviewer.glossary import store
from reviewer.glossary.said import said
from reviewer.model import Finding, Place
from reviewer.text import _blocks, block, flat, lines, unusual

_TEXTS = st.text(st.sampled_from("ab A1_’'-. \n\r\t\x00\x1c\u00a0éßжΩ中\u0301“²\ud800\ufffd"))


@given(_TEXTS | st.text())
def test_unusual_characters_are_all_but_printable_ascii(text: str) -> None:
    assert unusual(text) == "".join(re.findall(r"[^\t\n\r -~]", text))


@given(_TEXTS | st.text())
def test_a_flat_text_has_a_byte_for_each_code_point(text: str) -> None:
    assert flat(text) == bytes(ord(c) if ord(c) < 0x100 else ord("?") for c in text)


@given(_TEXTS | st.text())
def test_lines_are_those_that_newlines_part(text: str) -> None:
    found = lines(text)
    parts = text.split("\n")
    assert found.bare == [part.strip() for part in parts]
    assert found.blank == [number for number, part in enumerate(parts) if not part.strip()]
    ends = [match.end() for match in re.finditer("\n", text)]
    assert found.starts == [0, *ends, len(text)]


@given(st.text(st.sampled_from("ab  \n\n\t"), max_size=30))
def test_a_block_is_what_blank_lines_part(text: str) -> None:
    text = "a" + text
    begins, ends = _blocks(text)
    for offset in range(len(text) + 1):
        low, high = block(text, offset)
        if low <= offset < high:
            assert (low, high) in zip(begins, ends, strict=True)
        else:
            assert not any(a <= offset < b for a, b in zip(begins, ends, strict=True))


def test_rules_found_at_once_are_those_found_one_by_one() -> None:
    glossary = store.load(store.shipped())
    one_by_one, at_once = Scanner(glossary), Scanner(glossary)
    at_once._left = 0
    for rule in glossary.rules:
        for text in (*rule.bad, *rule.good):
            one_by_one._left = 1 << 30
            candidates = [(c.rule, c.word, {*c.literals}) for c in one_by_one.scan(text)]
            others = [(c.rule, c.word, {*c.literals}) for c in at_once.scan(text)]
            untold = [other for other in others if other not in candidates]
            assert [other for other in others if other in candidates] == candidates
            assert not any(said(rule.trigger).strip() in said(text) for rule, _, _ in untold)
            assert text in rule.good or rule in [candidate[0] for candidate in candidates]


_WORD = st.sampled_from(
    ["people", "people", "plenty", "Éclair", "éclair", "жизнь", "25", "dadadada"]
)
_SAID = st.lists(_WORD, max_size=8)
_JOINING = st.lists(st.sampled_from(["and", "the", "a", "2"]), max_size=3)
_BETWEEN = st.sampled_from([*[" "] * 24, ", ", ". ", "\n", "\r\n", "\n\n", "\n\r\n", "…\x00"])


@st.composite
def _repeating(draw: st.DrawFn) -> str:
    """Texts that say something, and perhaps again, with words between."""
    said = draw(_SAID)
    words = [*draw(_SAID), *said, *draw(_JOINING), *draw(st.just(said) | _SAID), *draw(_SAID)]
    return "".join(word + draw(_BETWEEN) for word in words)


@given(_repeating() | _TEXTS)
@example("plenty people and the plenty people came")
@example("The plenty of people was there. The plenty of people was there.")
@example(
    "one two three four five six seven eight nine one two three four five six seven eight nine"
)
@example("he was dadadada and Éclair éclair")
def test_repetitions_are_those_of_comparing_every_word(text: str) -> None:
    every = _repetition.repetitions(text)  # as of any short text
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_echoes, "_SHORT", 0)
        assert _repetition.repetitions(text) == every


@given(
    st.lists(st.sampled_from(["dada", "dad", "ééé", "жа", "Ab", "ab", " ", "_", "1"])).map("".join)
)
@example("dadadada abcabcabcabc")
def test_every_stutter_is_looked_at(text: str) -> None:
    stutters = _repetition._STUTTER.finditer(text)
    stretches = list(_echoes.stuttering(text))
    for stutter in stutters:
        assert any(low <= stutter.start() and stutter.end() <= high for low, high in stretches)


@given(st.text(st.sampled_from("ab()[]“”«» \n"), max_size=40))
def test_marks_that_pair_off_are_those_that_close_one_another(text: str) -> None:
    starts, _, blank = lines(text)
    edges = [0, *(starts[number] for number in blank), len(text)]
    spans = pairwise(edges)
    assert list(_marks.unpaired(text)) == [
        at for span in spans for at in _marks._alone(text, *span)
    ]


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
