"""Rows of cells: nothing lost, nothing wider than asked, marks and letters kept together."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reviewer.tui.shown import one_line, shown
from reviewer.tui.wrap import Layout


def rows(text, width):
    layout = Layout(text, width)
    return [text[a:b] for a, b in zip(layout.starts, layout.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one ", "two"]),
        ("one two", 3, ["one ", "two"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a\nb\r\nc\rd\n", 5, ["a", "b", "c", "d", ""]),
        ("“one” two", 6, ["“one” ", "two"]),
        ("日本語テスト", 4, ["日本", "語テ", "スト"]),
        ("日本 go home", 7, ["日本 go ", "home"]),
        ("cafe\u0301s noirs", 6, ["cafe\u0301s ", "noirs"]),
        ("👩‍👩‍👧 ok", 3, ["👩‍👩‍👧 ", "ok"]),
    ],
)
def test_rows(text, width, expected):
    assert rows(text, width) == expected


ALPHABET = st.sampled_from([*"ab é日\n\r\t“’\u202e\x1bالع", "e\u0301", "🇦🇲", "👩‍👩‍👧"])


@given(st.lists(ALPHABET, max_size=80).map("".join), st.integers(1, 20))
@settings(max_examples=80, deadline=None)
def test_rows_hold_the_whole_text_and_keep_to_the_width(text, width):
    assert "".join(rows(text, width)) == text.replace("\n", "").replace("\r", "")
    for row in rows(text, width):
        cells = cell_len(shown(row.rstrip(" ")))
        assert cells <= max(width, 2) or len(row) == 1


@given(st.lists(ALPHABET, min_size=1, max_size=60).map("".join), st.data())
@settings(max_examples=60, deadline=None)
def test_an_offset_is_found_again_at_its_cell(text, data):
    layout = Layout(text, 10)
    offset = data.draw(st.sampled_from([m.start() for m in regex.finditer(r"\X", text)]))
    row = layout.row(offset)
    wide = cell_len(shown(regex.match(r"\X", text, pos=offset).group()))
    if layout.starts[row] <= offset < layout.ends[row] and wide:
        assert layout.offset(row, layout.column(offset)) == offset


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain [b]brackets[/b]", "plain [b]brackets[/b]"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\u202eb\u2066c", "a␣b␣c"),
        ("a\rb\tc\x00", "a␍b c␀"),
        ("lone \ud800", "lone �"),
        ("soft\u00adhyphen", "soft␣hyphen"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("\x85\x9b31m", "��31m"),
    ],
)
def test_nothing_acts_on_the_terminal(text, expected):
    assert shown(text) == expected
    assert len(shown(text)) == len(text)


@given(st.text(max_size=50))
def test_what_is_shown_can_be_encoded_and_has_no_controls(text):
    shown(text).encode("utf-8")
    assert all(
        char.isprintable() or char in "\u200c\u200d" or char.isspace() for char in shown(text)
    )
    assert "\n" not in one_line(text)
