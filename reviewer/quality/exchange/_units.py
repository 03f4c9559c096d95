"""Articles as the segments that other tools judge: one sentence, or one that has a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.align import aligned
from reviewer.model import Document, Segment
from reviewer.quality.articles import Article
from reviewer.quality.mqm import MqmError, errors
from reviewer.text import sentences

RATER = "AutoMQM-reviewer"  # Marot keeps raters of this prefix apart from people


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment of an article: number ``place`` in it, counted from 1.

    The errors' offsets count code points of ``target``, end exclusive. Both texts are one line.
    """

    article: Article
    place: int
    source: str
    target: str
    errors: tuple[MqmError, ...]


def units(article: Article) -> list[Unit]:
    """Every segment of the article as translated; each error belongs to the one it begins in."""
    text, found = article.machine.text, errors(article)
    made = []
    for place, segment in enumerate(_segments(article.machine), 1):
        inside = [
            e for e in found if segment.start <= e.start < max(segment.end, segment.start + 1)
        ]
        shifted = tuple(
            replace(e, start=e.start - segment.start, end=min(e.end, segment.end) - segment.start)
            for e in inside
        )
        target = one_line(text[segment.start : segment.end])
        made.append(Unit(article, place, one_line(segment.source or ""), target, shifted))
    return made


def rater(article: Article) -> str:
    """Who judged the article: the editor who decided last, else the program.

    The verdicts of an audit are on a few names, not on the article.
    """
    decided = [decision for decision in article.decisions if decision.ref is None]
    return decided[-1].who if decided else RATER


def one_line(text: str) -> str:
    """The text with each tab and line end as one space: offsets stay what they are."""
    return "".join(
        " " if char in "\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else char for char in text
    )


def _segments(document: Document) -> Sequence[Segment]:
    """The aligned segments and, of the text between them, the sentences; none overlaps another."""
    found: list[Segment] = []
    end = 0
    for segment in sorted(aligned(document), key=lambda one: one.start):
        if segment.start < end:
            continue
        found += _plain(document.text, end, segment.start)
        found.append(segment)
        end = segment.end
    return [*found, *_plain(document.text, end, len(document.text))]


def _plain(text: str, start: int, end: int) -> Iterator[Segment]:
    for low, high in sentences(text, start, end):
        yield Segment(low, high)
