"""Which stretch of the source each stretch of the translation stands for.

Paragraph by paragraph where both have as many; else sentence by sentence, by length. Every pair has
a confidence: a check that builds on a pair below ``SURE`` says nothing above ``info``.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reviewer.model import Document, Segment
from reviewer.text import later

SURE = 0.6  # from this confidence on, a pair may be built upon

_SIDECAR = later(r"\.src\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z")


def find_sidecar(path: Path) -> tuple[Path, str] | None:
    """The source text ``NAME.src.LANG.txt`` beside ``NAME.txt``, and its language tag.

    Of several sources the first in alphabetical order is taken.
    """
    if _SIDECAR.search(path.stem) or not path.parent.is_dir():
        return None
    for other in sorted(path.parent.iterdir()):
        match = _SIDECAR.search(other.stem)
        if match and other.suffix == path.suffix and other.stem == path.stem + match.group():
            return other, match.group(1)
    return None


def with_source(document: Document, source: str, lang: str | None) -> Document:
    """The document with a source text for the whole of it; a blank source changes nothing."""
    if not source.strip():
        return document
    whole = Segment(0, len(document.text), source, lang)
    return document._replace(segments=(whole,))


def aligned(document: Document) -> tuple[Segment, ...]:
    """The document's segments that have a source, cut into the smallest pairs that are sure."""
    if not any(segment.source for segment in document.segments):
        return ()
    return _aligned(document.text, document.segments)


@lru_cache(maxsize=8)
def _aligned(text: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    from reviewer.align.pairs import align  # most articles come without a source

    found: list[Segment] = []
    for segment in segments:
        if segment.source and segment.source.strip():
            pairs = align(text[segment.start : segment.end], segment.source, segment.source_lang)
            if segment.start == 0 and segment.confidence == 1:
                found.extend(pairs)
                continue
            found.extend(
                pair._replace(
                    start=segment.start + pair.start,
                    end=segment.start + pair.end,
                    confidence=min(segment.confidence, pair.confidence),
                )
                for pair in pairs
            )
    return tuple(found)
