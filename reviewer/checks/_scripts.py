"""Letters that are not English's: words of another script, and look-alikes inside English words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.text import later

# All scripts from Greek to Mongolian, polytonic Greek, Georgian, kana to Han, Hangul; the marks
# among them belong to their words.
_RANGES = (
    *(("\u0370", "\u1cff"), ("\u1f00", "\u1fff"), ("\u2d00", "\u2d2f"), ("\u3041", "\u9fff")),
    ("\uac00", "\ud7a3"),
)
_LETTERS = "".join(f"{low}-{high}" for low, high in _RANGES)
LONE = later(r"[\W\d]*[^\W\d_](?:[\W\d]+[^\W\d_])*[\W\d]*")  # single letters: 90х190х27
_WORD = later(r"[^\W\d_]+")
_INNER = later(r"[\w'’-]")
_LATIN = later(r"[A-Za-z\u00c0-\u024f]")
_GREEK = later(r"[\u0370-\u03ff\u1f00-\u1fff]")
# Letters that look like a Latin one (Unicode Technical Standard 39, confusables).
_LOOKALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝАΑΒΕΖΗΙΚΜΝΟΡΤΥΧοՕօ",
    "ABESIJKMHOPCTYXaesijopcyxhdqwAABEZHIKMNOPTYXoOo",
)


def stands_in(characters: str) -> bool:
    """Is one of these a letter of another script? No pattern need be made for most texts."""
    return any(low <= one <= high for one in set(characters) for low, high in _RANGES)


@cache
def foreign() -> re.Pattern[str]:
    """A letter of another script."""
    return re.compile(rf"[{_LETTERS}]")


@cache
def _run() -> re.Pattern[str]:
    word = rf"[\w'’-]*[{_LETTERS}][\w'’-]*"
    return re.compile(rf"{word}(?:[ \u00a0,.:–—«»“”\"-]{{1,4}}(?:\d+[ \u00a0-])?{word})*")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Words of another script, neighbours as one span; lone Greek letters are symbols."""
    done = 0
    while first := foreign().search(text, done):
        start = first.start()
        while start > done and _INNER.match(text, start - 1):
            start -= 1
        match = _run().match(text, start)
        assert match  # at its first foreign letter at least
        done = match.end()
        if not all(map(_is_symbol, _WORD.findall(match[0]))):
            yield match.span()


def _is_symbol(word: str) -> bool:
    """Is the word English or a measure with one Greek letter in it: μm, kΩ?"""
    found = foreign().findall(word)
    return not found or (len(found) == 1 and _GREEK.match(found[0]) is not None and not mixed(word))


def mixed(word: str) -> bool:
    """Does one word hold Latin letters and letters of another script? Greek symbols are let be."""
    return any(
        _LATIN.search(part) is not None and _is_foreign(part) for part in _WORD.findall(word)
    )


def _is_foreign(part: str) -> bool:
    greek = _GREEK.findall(part)
    others = len(foreign().findall(part)) - len(greek)
    return others > 0 or any(letter.translate(_LOOKALIKE) != letter for letter in greek)


def latin(word: str) -> str | None:
    """The word with its look-alikes as Latin letters; None where another letter remains."""
    plain = word.translate(_LOOKALIKE)
    return None if foreign().search(plain) else plain
