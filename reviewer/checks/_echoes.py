"""What of a text may stand again shortly after: words, and runs of letters within a word.

A text's letters are taken for one long number. The exclusive or with itself, shifted, is zero where
a letter is the same as the one so many places on, and tells that of the whole text at once.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reviewer.text import flat, places

_SMALL = bytes(range(ord("a"), ord("z") + 1))


class _Ascii(dict[int, str]):
    """A small letter for whatever is of a word, the same for both its cases; else a blank."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = self[code] = chr(_SMALL[ord(char.lower()[0]) % 26]) if char.isalnum() else " "
        return plain


_ASCII = _Ascii({code: chr(code) for code in range(0x80) if chr(code).isalpha()})


def _as_ascii(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].translate(_ASCII), error.end


codecs.register_error(_as_ascii.__name__, _as_ascii)


def _of_words(byte: int) -> int:
    if byte == ord("\n"):
        return byte
    if byte in _MARKS:
        return ord(".")
    return ord("x" if byte == ord("_") else _ASCII[byte].lower())


_MARKS = b".!?:;()[]|/"  # what no phrase of few words goes across
_MARKED = bytes(byte == ord(".") for byte in range(256))
_LONG = 6  # words of a phrase
_SHORT = 2000  # code points of a text whose words are sooner compared one by one
_INNER = _SMALL + b" \n"
# Whatever is of a word becomes a small letter, a mark a dot; the zero marks a blank line.
_WORDS = bytes(map(_of_words, range(256)))
# What of Latin-1 is of words and no digit becomes small; all beyond stand as question marks.
_LETTERS = bytes(
    ord(char.lower()) if (char.isalnum() and not char.isdecimal()) or char == "?" else 0
    for char in map(chr, range(256))
)
_OTHERS = bytes(not byte for byte in _LETTERS)


class Echo(NamedTuple):
    """A word that may stand again ``distance`` words on, as may those that follow it.

    ``word`` is its number in the block between two blank lines, from ``low`` to ``high``. No
    distance at all tells that any word of the block may.
    """

    low: int
    high: int
    word: int
    distance: int


def echoes(text: str, farthest: int, joining: int) -> Iterator[Echo]:
    """Words that may stand again in their block, ``farthest`` words on or nearer.

    A word alone is told where it may stand again at once; else two words or more, and so many that
    at most ``joining`` ones stand before the second time. Only first and last letters are compared:
    all repetitions are told, and some things that are none; but none of less than ``_LONG`` words
    with one of the ``_MARKS`` in it. Of a short text, and where they are more than the words, no
    single one is told.
    """
    text = text.replace("\n\r\n", "\n\n ")
    spans = _spans(text)
    if len(text) < _SHORT:
        yield from (Echo(*span, 0, 0) for span in spans)
        return
    firsts, lasts = _ends(text)
    left = len(firsts)
    for distances in (range(1, _LONG), range(_LONG, farthest + 1)):
        if _LONG in distances:
            firsts, lasts = (row.translate(None, b".") for row in (firsts, lasts))
        blocks = firsts.split(b"\0")
        begins = list(accumulate(map(len, blocks), initial=0))
        rows = [row.replace(b"\0", b"") for row in (firsts, lasts)]
        same = _Same(rows, rows[0].translate(_MARKED))
        for distance in distances:
            run = max(min(distance, 2), distance - joining)
            for at in same.places(distance, run):
                left -= 1
                if left < 0:
                    yield from (Echo(*span, 0, 0) for span in spans)
                    return
                number = bisect_right(begins, at) - 1
                block, word = blocks[number], at - begins[number]
                end = word + distance + run
                if end <= len(block) and block.find(b".", word, end) < 0:
                    yield Echo(*spans[number], word - block.count(b".", 0, word), distance)


def stuttering(text: str) -> Iterator[tuple[int, int]]:
    """Stretches with a word that may say two to four letters four times in a row."""
    letters = flat(text).translate(_LETTERS)
    same = _Same([letters], flat(text).translate(_OTHERS))
    for distance, run in ((3, 9), (4, 4)):  # two letters four times are four letters twice
        end = 0
        for at in same.places(distance, run):
            if at >= end:
                start, end = letters.rfind(b"\0", 0, at) + 1, letters.find(b"\0", at)
                end = end if end >= 0 else len(letters)
                yield start, end


class _Same:
    """Rows of bytes of the same length; ``others`` is not zero where what they hold tells nothing,
    as it must be where they hold zero.
    """

    def __init__(self, rows: Sequence[bytes], others: bytes) -> None:
        self._rows = [int.from_bytes(row, "little") for row in rows]
        self._others = int.from_bytes(others, "little")
        self._size = len(others)

    def places(self, distance: int, run: int) -> Iterator[int]:
        """Where in every row ``run`` bytes are the same as those ``distance`` bytes on."""
        changes = self._others
        for row in self._rows:
            changes |= row ^ (row >> 8 * distance)
        return places(changes.to_bytes(self._size, "little"), bytes(run))


def _ends(text: str) -> tuple[bytes, bytes]:
    """The first letters of all words, and the last ones; zeros are blank lines, dots marks."""
    data = text.encode("latin-1", _as_ascii.__name__).translate(_WORDS).replace(b"\n\n", b"\0")
    firsts = data.title().translate(None, _INNER)
    lasts = data[::-1].title().translate(None, _INNER)[::-1]
    return firsts, lasts


def _spans(text: str) -> list[tuple[int, int]]:
    ends = accumulate(len(block) + 2 for block in text.split("\n\n"))
    return [(low, high - 2) for low, high in pairwise([0, *ends])]
