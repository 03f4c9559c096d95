"""Folding, words, paragraphs, sentences, lines and columns."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import (
    LineIndex,
    context,
    fold,
    later,
    lower,
    paragraph,
    sentence,
    sentences,
    visible,
    words,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hovhannisyan", "hovhannisyan"),
        ("Łódź’s", "lodz's"),
        ("Straße", "strasse"),
        ("ÇIRAĞ", "cirag"),
        ("İzmir", "izmir"),
        ("ığdır", "igdir"),
        ("Đặng", "dang"),
        ("Məmmədov", "mammadov"),
        ("Jean‑Luc", "jean-luc"),
        ("O`Neill", "o'neill"),
        ("O´Neillé", "o'neille"),
        ("Ａｒｔｓｒｕｎ", "artsrun"),
        ("№", "no"),
        ("Æsir Þór", "aesir thor"),
        ("Арцрун", "арцрун"),
        ("Արծրուն", "արծրուն"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Arcruns Ovannisyan, a spokesman", ["Arcruns", "Ovannisyan", "a", "spokesman"]),
        ("O'Neill’s al-Assad, U.S. Jean‑Luc.", ["O'Neill’s", "al-Assad", "U.S", "Jean‑Luc"]),
        ("2,300 COVID-19 Su-25s", ["COVID", "Su", "s"]),
        ("e\u0301te\u0301 — “quoted”", ["e\u0301te\u0301", "quoted"]),
        ("[b]Ann[/b]", ["b", "Ann", "b"]),
        ("", []),
    ],
)
def test_words(text, found):
    assert [match.group() for match in words(text)] == found


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("X", "|"),
        (
            "one two three four five X six\nseven  eight nine ten",
            "two three four five|six seven eight nine",
        ),
        ("X.", "|."),
        ("“X” said", "“|” said"),
    ],
)
def test_context(text, around):
    start = text.index("X")
    assert context(text, start, start + 1) == around


WRAPPED = (
    "The ministry said on Monday that Arcruns\n"
    "Ovannisyan would leave for the border\n"
    "with two of his deputies this week. He\n"
    "gave no reason.\n"
    "\n"
    "Nobody else spoke.\n"
)


def test_hard_wrapped_lines_are_one_paragraph():
    end = WRAPPED.index("\n\n")
    for offset in range(end):
        assert paragraph(WRAPPED, offset) == (0, end)
    assert paragraph(WRAPPED, end) == (end, end)
    last = WRAPPED.index("Nobody")
    assert paragraph(WRAPPED, last) == (last, len(WRAPPED))


def test_lines_that_are_paragraphs_stay_apart():
    text = "First paragraph " + "word " * 40 + "end.\nSecond " + "word " * 40 + "end.\nThird.\n"
    second = text.index("Second")
    third = text.index("Third")
    assert paragraph(text, 5) == (0, second)
    assert paragraph(text, second) == (second, third)
    assert paragraph(text, third) == (third, len(text))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_paragraphs_whatever_the_line_end(newline):
    text = f"One.{newline}{newline}Two.{newline} \t{newline}Three."
    found = sorted({paragraph(text, offset) for offset in range(len(text))})
    shown = [text[start:end].strip() for start, end in found if start < end]
    assert shown == ["One.", "Two.", "Three."]


def test_sentences():
    spans = list(sentences(WRAPPED))
    assert [" ".join(WRAPPED[a:b].split()) for a, b in spans] == [
        "The ministry said on Monday that Arcruns Ovannisyan would leave for the border with two of his deputies this week.",
        "He gave no reason.",
        "Nobody else spoke.",
    ]
    assert sentence(WRAPPED, WRAPPED.index("reason")) == spans[1]
    inner = list(sentences(WRAPPED, spans[1][0], spans[1][1]))
    assert inner == [spans[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ovan met Gen. Harut at 5 p.m. on Monday.",
        "“Stop,” he said.",
        "The price rose 3.5 percent to $1.20.",
    ],
)
def test_one_sentence(text):
    assert list(sentences(text)) == [(0, len(text))]


@given(st.text(st.sampled_from("ab .\n\r\t!?“”A\u2029😀")), st.data())
def test_sentences_lie_in_order_inside_their_paragraphs(text, data):
    before = 0
    for start, end in sentences(text):
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        low, high = paragraph(text, start)
        assert low <= start
        assert end <= high
        before = end
    offset = data.draw(st.integers(0, len(text)))
    low, high = paragraph(text, offset)
    assert low <= offset <= high


@pytest.mark.parametrize(
    "piece", ["\n", "\r\n", "\n ", "a\n", "a\n\n", ". ", "(", "“a”", "A.", "1. "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    for _ in sentences(text):
        pass
    for offset in range(0, len(text), 100):
        paragraph(text, offset)
    assert time.process_time() - began < 5


TEXT = "Šuša 😀 fell\r\nnext\rlast\n"


@pytest.mark.parametrize(
    ("offset", "line", "column", "byte", "utf16"),
    [
        (0, 1, 1, 1, 0),
        (1, 1, 2, 3, 1),
        (5, 1, 6, 8, 5),
        (6, 1, 7, 12, 7),
        (11, 1, 12, 17, 12),
        (13, 2, 1, 1, 0),
        (18, 3, 1, 1, 0),
        (22, 3, 5, 5, 4),
        (23, 4, 1, 1, 0),
    ],
)
def test_lines_and_columns(offset, line, column, byte, utf16):
    index = LineIndex(TEXT)
    assert index.line_column(offset) == (line, column)
    assert index.byte_column(offset) == byte
    assert index.utf16_column(offset) == utf16


@given(st.lists(st.integers(0, len(TEXT))))
def test_columns_do_not_depend_on_what_was_asked_before(offsets):
    index = LineIndex(TEXT)
    for offset in offsets:
        fresh = LineIndex(TEXT)
        assert index.byte_column(offset) == fresh.byte_column(offset)
        assert index.utf16_column(offset) == fresh.utf16_column(offset)


def test_line_spans():
    index = LineIndex(TEXT)
    assert [TEXT[slice(*index.line_span(n))] for n in (1, 2, 3, 4)] == [
        "Šuša 😀 fell",
        "next",
        "last",
        "",
    ]


def test_columns_of_lone_surrogates_can_be_counted():
    assert LineIndex("\ud83dx").byte_column(1) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Arcruns", "Arcruns"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\r\n b", "a b"),
        ("\ud83d", "<U+D83D>"),
        ("Šuša", "Šuša"),
        ("[bold]", "[bold]"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_lower_keeps_offsets(text):
    assert len(lower(text)) == len(text)
    assert lower("İSTANBUL")[1:] == "stanbul"


def test_a_pattern_put_off_is_the_pattern():
    pattern = later(r"(?P<word>\w+)\b", re.IGNORECASE)
    assert pattern.search("one, two")["word"] == "one"
    assert pattern.findall("one, two") == ["one", "two"]
    assert pattern.sub("x", "one, two") == "x, x"
    assert (pattern.pattern, pattern.groupindex) == (r"(?P<word>\w+)\b", {"word": 1})
