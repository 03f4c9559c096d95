"""What travels through the program: documents, findings, edits, decisions.

Every ``start``/``end`` counts code points of ``Document.text``, end exclusive, unless its name says
``raw``.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from reviewer.errors import FixError

_WORD = re.compile(r"\S+")
_LAYOUT = re.compile(r"[^\S ]")

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
Action = Literal["approve", "edit", "reject", "mark", "undo", "draw", "right", "wrong"]
Scope = Literal["one", "article", "everywhere"]


class Segment(NamedTuple):
    """A stretch of the document's text with what it was translated from."""

    start: int
    end: int
    source: str | None = None
    source_lang: str | None = None
    reference: str | None = None
    confidence: float = 1.0  # of the alignment, 0..1


class Piece(NamedTuple):
    """A run of text and the raw run it was read from; same length means letter for letter.

    Pieces of unequal length (an escape, an entity) are atomic: no edit may begin or end inside.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def verbatim(self) -> bool:
        """Does each code point of the text stand for one of the raw?"""
        return self.end - self.start == self.raw_end - self.raw_start


class _Document(NamedTuple):  # which has no room for what is worked out once
    path: str
    text: str
    raw: str
    pieces: tuple[Piece, ...]
    format: str = "plain"
    record: str | None = None
    segments: tuple[Segment, ...] = ()
    raw_start: int = 0
    raw_line: int = 1
    raw_column: int = 1
    encoding: str = "utf-8"
    bom: bytes = b""
    newline: str = "\n"


class Document(_Document):
    """One article: what a reader reads, and how every code point of it lies in the file.

    ``raw`` is the decoded file after its byte order mark or, in a multi-article file, the record's
    own slice of it, which begins at code point ``raw_start`` of the file, on line ``raw_line`` in
    column ``raw_column`` (both 1-based).
    """

    @classmethod
    def plain(cls, text: str, path: str = "<text>") -> Document:
        """A document whose text is its raw text, as for a string in memory."""
        return cls(path=path, text=text, raw=text, pieces=(Piece(0, len(text), 0, len(text)),))

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def _overlapping(self, start: int, end: int) -> Iterator[Piece]:
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end and not (start == end == piece.start):
                return
            if piece.end > start or (start == end and piece.end >= start):
                yield piece

    def raw_ranges(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The pieces of ``raw`` (code points) that hold the span, adjoining ones joined.

        An atomic piece is held whole. Text that no raw stands for (the blank line between joined
        segments) adds nothing. An empty span gives one empty range.
        """
        if start == end:
            return ((self.raw_offset(start),) * 2,)
        piece = self.pieces[max(0, bisect_right(self._starts, start) - 1)] if self.pieces else None
        if (
            piece and piece.verbatim and piece.start <= start and end <= piece.end
        ):  # as nearly always
            shift = piece.raw_start - piece.start
            return ((start + shift, end + shift),)
        ranges: list[tuple[int, int]] = []
        for piece in self._overlapping(start, end):
            if piece.verbatim:
                low = piece.raw_start + max(start - piece.start, 0)
                high = piece.raw_start + min(end, piece.end) - piece.start
            else:
                low, high = piece.raw_start, piece.raw_end
            if ranges and ranges[-1][1] == low:
                ranges[-1] = (ranges[-1][0], high)
            else:
                ranges.append((low, high))
        return tuple(ranges)

    def raw_offset(self, offset: int) -> int:
        """Where in ``raw`` the code point at ``offset`` lies; for the text's end: just after it."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        if offset >= piece.end:
            return piece.raw_end
        return piece.raw_start + (offset - piece.start if piece.verbatim else 0)

    def inside_atom(self, offset: int) -> bool:
        """Does ``offset`` lie inside an atomic piece, where no edit may begin or end?"""
        piece = self.pieces[max(0, bisect_right(self._starts, offset) - 1)] if self.pieces else None
        return piece is not None and piece.start < offset < piece.end and not piece.verbatim

    def text_ranges(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The span cut where its raw pieces are not adjoining; runs parallel to ``raw_ranges``."""
        ranges: list[tuple[int, int]] = []
        raw_end = -1
        for piece in self._overlapping(start, end):
            low, high = max(start, piece.start), min(end, piece.end)
            if ranges and raw_end == piece.raw_start:
                ranges[-1] = (ranges[-1][0], high)
            else:
                ranges.append((low, high))
            raw_end = piece.raw_end if high == piece.end else -1
        return tuple(ranges)


class Place(NamedTuple):
    """Where a finding lies in its file: 1-based lines and columns, end exclusive.

    Columns count code points; ``byte_column`` and ``end_byte_column`` count UTF-8 bytes.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int


class Finding(NamedTuple):
    """Something an editor should look at; the only currency between the layers."""

    path: str
    start: int
    end: int
    text: str
    check: str
    code: str
    severity: Severity
    confidence: float
    message: str
    suggestions: tuple[str, ...] = ()
    explanation: tuple[str, ...] = ()
    term: str | None = None
    record: str | None = None
    fingerprint: str = ""
    context: str = ""
    place: Place | None = None

    def at(self, place: Place) -> Finding:
        """The finding with its place in the file; ``_replace`` takes several times as long."""
        return Finding(*self[:-1], place)


class Edit(NamedTuple):
    """Put ``replacement`` in the place of the span."""

    start: int
    end: int
    replacement: str


class Decision(NamedTuple):
    """What an editor decided about one finding; one line of the log.

    ``time`` is ISO 8601 in UTC. ``ref`` is the id of the decision that an ``undo`` takes back.
    ``base_sha256`` is the hash of the article's file on which the span's offsets hold.
    """

    id: str
    time: str
    who: str
    action: Action
    scope: Scope = "one"
    path: str = ""
    record: str | None = None
    start: int = 0
    end: int = 0
    fingerprint: str = ""
    context: str = ""
    check: str = ""
    code: str = ""
    text: str = ""
    replacement: str | None = None
    confidence: float | None = None
    seconds: float | None = None
    reason: str = ""
    ref: str | None = None
    base_sha256: str = ""


class Dealt(NamedTuple):
    """``text`` for the code points ``raw_start`` to ``raw_end`` of ``raw``.

    They hold ``start`` to ``end`` of the document's text.
    """

    raw_start: int
    raw_end: int
    text: str
    start: int
    end: int


def deal(document: Document, edit: Edit) -> list[Dealt]:
    """The edit as replacements of raw ranges.

    Where markup divides the span, the replacement is dealt out word by word: as many words to each
    piece as began in it before, the rest to the last. Where words are parted by more than a blank
    (a line break, a no-break space, a placeholder) and as many words replace them, that stays.
    Raises FixError when the span is not in the text, has no raw text, or begins or ends inside an
    atomic piece.
    """
    where = f"{document.path}: the span {edit.start}-{edit.end}"
    if not 0 <= edit.start <= edit.end <= len(document.text):
        raise FixError(f"{where} is not in the text; open the file again")
    if document.inside_atom(edit.start) or document.inside_atom(edit.end):
        raise FixError(f"{where} cuts through an escaped character; take the whole of it")
    ranges = document.raw_ranges(edit.start, edit.end)
    if not ranges:
        raise FixError(f"{where} lies between two segments; choose a span inside one")
    if words := _word_by_word(document, edit, ranges):
        return [part for word in words for part in _by_piece(document, word)]
    return _by_piece(document, edit)


def _word_by_word(
    document: Document, edit: Edit, ranges: Sequence[tuple[int, int]]
) -> list[Edit] | None:
    """The edit word by word, where more than a blank lies between the words and can stay."""
    held, new = document.text[edit.start : edit.end], edit.replacement
    spans = document.text_ranges(edit.start, edit.end)
    placeholder = any(end != start for (_, end), (start, _) in pairwise(spans))
    parts = (held, *(document.raw[low:high] for low, high in ranges))
    if not placeholder and not any(map(_LAYOUT.search, parts)):
        return None
    olds = [
        (low, high)
        for low, high in (match.span() for match in _WORD.finditer(held))
        if document.raw_ranges(edit.start + low, edit.start + high)
    ]
    news = new.split()
    if len(olds) != len(news) or held.split() == news or held != held.strip() or new != new.strip():
        return None
    return [
        Edit(edit.start + low, edit.start + high, word)
        for (low, high), word in zip(olds, news, strict=True)
        if held[low:high] != word
    ]


def _by_piece(document: Document, edit: Edit) -> list[Dealt]:
    ranges = document.raw_ranges(edit.start, edit.end)
    if len(ranges) == 1:
        return [Dealt(*ranges[0], edit.replacement, edit.start, edit.end)]
    spans = document.text_ranges(edit.start, edit.end)
    words = [match.span() for match in _WORD.finditer(edit.replacement)]
    parts, begin = [], 0
    for (_, end), (following, _) in pairwise(spans):
        before = document.text[edit.start : end]
        count = len(before.split())
        cut = words[min(count, len(words)) - 1][1] if count and words else 0
        after = words[count][0] if count < len(words) else len(edit.replacement)
        if before[-1:].isspace():
            cut = after
        parts.append(edit.replacement[begin : max(begin, cut)])
        begin = max(begin, cut if end == following else after)
    parts.append(edit.replacement[begin:])
    return [Dealt(*raw, part, *s) for raw, part, s in zip(ranges, parts, spans, strict=True)]


def fingerprint(check: str, folded_text: str) -> str:
    """A short stable name for "this check on this text": survives every edit elsewhere."""
    return hashlib.sha256(f"{check}\0{folded_text}".encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
