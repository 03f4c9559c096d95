"""The source text of an article as one text, and the sentence of it that a place stands for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reviewer.align import aligned
from reviewer.model import Document
from reviewer.text import sentences

BETWEEN = "\n\n"  # segments of the source
LONG = 10_000  # code points from which on a paragraph is not split into sentences: no key may wait


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the translation, ``start`` to ``end``, and its source, ``low`` to ``high``."""

    start: int
    end: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """The sources of all segments, ``matches`` in the order of the translation."""

    text: str
    lang: str | None
    matches: tuple[Match, ...]
    translation: str

    def at(self, offset: int) -> tuple[int, int] | None:
        """The sentence of the source for an offset of the document's text, if its segment has one.

        Where a segment has as many sentences on both sides they stand for each other, else the one
        about as far along.
        """
        number = bisect_right(self.matches, offset, key=lambda match: match.start) - 1
        if number < 0 or offset >= self.matches[number].end:
            return None
        match = self.matches[number]
        if max(match.end - match.start, match.high - match.low) > LONG:
            return match.low, match.high
        theirs = list(sentences(self.text, match.low, match.high))
        ours = list(sentences(self.translation, match.start, match.end))
        if not theirs or not ours:
            return match.low, match.high
        here = max(0, sum(start <= offset for start, _ in ours) - 1)
        return theirs[here * len(theirs) // len(ours)]


def source_text(document: Document) -> SourceText | None:
    """The document's source, or None where it has none."""
    parts = [s for s in document.segments if s.source and s.source.strip()]
    if not parts:
        return None
    text = BETWEEN.join(segment.source or "" for segment in parts)
    matches: list[Match] = []
    reached = 0
    for pair in aligned(document):
        low = text.find(pair.source or "", reached)
        if pair.source and low >= 0:
            reached = low + len(pair.source)
            matches.append(Match(pair.start, pair.end, low, reached))
    return SourceText(text, parts[0].source_lang, tuple(matches), document.text)
