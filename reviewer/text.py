"""Reading text: folding, words, sentences, paragraphs, lines and columns.

All offsets count code points, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from io import StringIO
from itertools import accumulate, compress, count, pairwise
from operator import not_
from typing import Any, AnyStr, NamedTuple, cast

# Letters that NFKD leaves whole though readers take them for a Latin letter with an ornament.
_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ə": "a", "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƶ": "z", "ɓ": "b", "ɗ": "d", "ƙ": "k"}
    | dict.fromkeys("’‘ʼʻʹ`´ʾʿ′", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
)
# A word: letters with inner apostrophes, dots and hyphens (O'Neill, U.S., al-Assad, Jean‑Luc).
WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ.‐‑-][^\W\d_][\w\u0300-\u036f]*)*")
_BLANK = re.compile(r"\n(?:[ \t\r]*\n)+|\r(?:[ \t]*\r)+")
_NEWLINE = re.compile(r"\r\n|\n|\r")
_SURE_END = re.compile(r"(?<=[a-z]{5})[.!?][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z])")
_STOP = re.compile(r"[.!?…][\"”’»)\]]*\s")
_USUAL = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_WRAPPED = 120  # code points; nobody wraps lines wider than this


class _Folded(dict[int, str]):
    """What each code point folds to, found out once; marks, which alone are reordered, go away."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).translate(_SPECIAL))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
        folded = self[code] = plain.translate(_SPECIAL)
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case, diacritics and typographic variants taken away: ``Łódź’s`` → ``lodz's``.

    Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_FOLDED)


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text in order, each as a match with its span."""
    return WORD.finditer(text)


@lru_cache(maxsize=8)
def unusual(text: str) -> str:
    """The characters that English is seldom written in, in order: beyond ASCII, and controls.

    They are few: whether a text holds such a character is asked of them at less cost.
    """
    data = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return data.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=2)
def flat(text: str) -> bytes:
    """A byte for each code point, ``?`` for what Latin-1 lacks: what can be searched quickest."""
    return text.encode("latin-1", "replace")


def places(data: AnyStr, part: AnyStr) -> Iterator[int]:
    """Where ``part`` begins in ``data``, overlapping itself or not."""
    at = data.find(part)
    while at >= 0:
        yield at
        at = data.find(part, at + 1)


class Lines(NamedTuple):
    """The lines that ``\\n`` parts: where they start (and where the text ends), what they say
    without the space around it, and the numbers of those that say nothing.
    """

    starts: list[int]
    bare: list[str]
    blank: list[int]


@lru_cache(maxsize=2)
def lines(text: str) -> Lines:
    """The lines of a text, from 0; at least one."""
    found = list(StringIO(text, newline="\n"))
    if not text or text.endswith("\n"):
        found.append("")
    bare = list(map(str.strip, found))
    blank = list(compress(count(), map(not_, bare)))
    return Lines(list(accumulate(map(len, found), initial=0)), bare, blank)


def context(text: str, start: int, end: int, count: int = 4) -> str:
    """The ``count`` words before and after a span, as ``before|after``, white space folded."""
    before = " ".join(text[max(0, start - 24 * count) : start].split()[-count:])
    after = " ".join(text[end : end + 24 * count].split()[:count])
    return f"{before}|{after}"


def paragraph(text: str, offset: int) -> tuple[int, int]:
    """The paragraph that holds ``offset``: a line, or the lines that hard wrapping made of one.

    Between paragraphs, and at the text's end, it is empty: ``(offset, offset)``.
    """
    for start, end in paragraphs(text, offset):
        if start <= offset < end:
            return start, end
    return offset, offset


def paragraphs(text: str, offset: int) -> tuple[tuple[int, int], ...]:
    """The paragraphs of the block that holds ``offset``."""
    low, high = block(text, offset)
    return _block(text, low, high) if low <= offset < high else ()


def block(text: str, offset: int) -> tuple[int, int]:
    """What of the text is between the blank lines before and after ``offset``."""
    if "\r" in text:
        begins, ends = _blocks(text)
        number = bisect_right(begins, offset) - 1
        return begins[number], ends[number]
    starts, bare, blank = lines(text)
    line = min(bisect_right(starts, offset), len(bare)) - 1
    after = bisect_left(blank, line)
    low = starts[blank[after - 1] + 1] if after else 0
    ends_so = after < len(blank) and blank[after] < len(bare) - 1
    return low, starts[blank[after]] - 1 if ends_so else len(text)


@lru_cache(maxsize=8)
def _blocks(text: str) -> tuple[list[int], list[int]]:
    """Starts and ends of what blank lines part; the first begins with the text."""
    blanks = [match.span() for match in _BLANK.finditer(text)]
    return [0, *(end for _, end in blanks)], [*(start for start, _ in blanks), len(text)]


@lru_cache(maxsize=512)
def _block(text: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    """The paragraphs between two blank lines."""
    return tuple(_unwrapped(text, low, high))


def _unwrapped(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    lines = [low, *(m.end() for m in _NEWLINE.finditer(text, low, high)), high]
    spans = [(a, b) for a, b in pairwise(lines) if a < b]
    lengths = [len(text[a:b].rstrip()) for a, b in spans]
    longest = max(lengths, default=0)
    begin = low
    for (_, end), length, (after, stop) in zip(spans, lengths, spans[1:], strict=False):
        # The break was put there by wrapping at a fixed width where the next word would not have
        # fitted and the lines are short, as wrapped ones are.
        word = text[after:stop].split(maxsplit=1) if longest <= _WRAPPED else []
        if not word or length + 1 + len(word[0]) <= longest:
            yield begin, end
            begin = after
    if spans:
        yield begin, spans[-1][1]


@cache
def _segmenter() -> object:
    from sentencesplit import Segmenter

    return Segmenter(language="en", clean=False)


@lru_cache(maxsize=512)
def _sentence_spans(block: str) -> tuple[tuple[int, int], ...]:
    spans = _segmenter().segment_spans(_NEWLINE.sub(lambda m: " " * len(m.group()), block))  # type: ignore[attr-defined]
    return tuple((span.start, span.end) for span in spans)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs that the stretch touches."""
    starts, ends = _blocks(text)
    for block in range(bisect_right(starts, start) - 1, len(starts)):
        if starts[block] >= end:
            return
        for begin, stop in _block(text, starts[block], ends[block]):
            if begin < end and stop > start:
                yield begin, stop


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``, paragraph by paragraph, without space around them."""
    end = len(text) if end is None else end
    for begin, stop in _paragraphs(text, start, end):
        low, high = max(begin, start), min(stop, end)
        for a, b in _sentence_spans(text[low:high]):
            stripped = text[low + a : low + b]
            lead = len(stripped) - len(stripped.lstrip())
            if stripped.strip():
                yield low + a + lead, low + a + lead + len(stripped.strip())


def sentence(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds ``offset``; only its own paragraph is split.

    The library is asked only where it could know better: a stop after a long lower-case word and
    before a capital ends a sentence (of 2,139 such places in news the library split 99 %), and what
    holds no stop is one.
    """
    low, high = paragraph(text, offset)
    for match in _SURE_END.finditer(text, low, high):
        if match.end() > offset:
            high = match.end()
            break
        low = match.end()
    found = (low, low + len(text[low:high].rstrip()))
    if not _STOP.search(text, low, found[1]):
        return found
    for span in sentences(text, low, high):
        if span[0] > offset:
            break
        found = span
    return found


class LineIndex:
    """Lines and columns of offsets in one text; ``\\n``, ``\\r\\n`` and ``\\r`` end a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        else:
            self._starts = lines(text).starts[:-1]
        self._last: dict[str, tuple[int, int, int]] = {}

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def byte_column(self, offset: int) -> int:
        """1-based column in UTF-8 bytes."""
        return self._prefix(offset, "utf-8") + 1

    def utf16_column(self, offset: int) -> int:
        """0-based column in UTF-16 code units, as language servers count."""
        return self._prefix(offset, "utf-16-le") // 2

    def _prefix(self, offset: int, encoding: str) -> int:
        """Bytes of the line before ``offset``, counted on from the last place asked for."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        line, done, size = self._last.get(encoding, (-1, 0, 0))
        if line != start or done > offset:
            done, size = start, 0
        size += len(self._text[done:offset].encode(encoding, "surrogatepass"))
        self._last[encoding] = start, offset, size
        return size

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end of a 1-based line, its line end left out."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))


def hidden(char: str) -> bool:
    """Is it a control, format (bidi, zero-width), surrogate or line-separator character?"""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """Text that is safe on a terminal or in a log: what cannot be seen is named, ``<U+202E>``.

    Hidden characters are named; white space in the line becomes a space. So is the first character
    of what a CI runner takes for a command wherever it prints: ``::`` that begins a line (GitHub),
    ``##[`` and ``##vso[`` anywhere in it (GitHub, Azure), ``##teamcity[``.
    """
    if not (text.isascii() and text.isprintable()):
        text = " ".join(_SPACES.split(text))
        text = "".join(_named(c) if hidden(c) else c for c in text)
    return _COMMAND.sub(lambda m: m[0][:-1] + _named(m[0][-1]), text)


def _named(char: str) -> str:
    return f"<U+{ord(char):04X}>"


_COMMAND = re.compile(r"^ *:(?=:)|#(?=#\w*\[)")
_SPACES = re.compile(r"[ \t\r\n]+")


def lower(text: str) -> str:
    """Lower case, code point for code point: offsets in the result are offsets in the text."""
    if "İ" in text:  # alone becomes two
        return "İ".join(map(str.lower, text.split("İ")))
    return text.lower()


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(*self._written), name)
        return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, put off until the pattern is first used.

    For what few articles ask for: compiling every pattern takes as long as a short article.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
