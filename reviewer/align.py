"""Which stretch of the source each stretch of the translation stands for.

Paragraph by paragraph where both have as many; else sentence by sentence after Gale and Church, "A
Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993. Every
pair has a confidence: a check that builds on a pair below ``SURE`` says nothing above ``info``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path
from typing import Any

from reviewer.model import Document, Segment
from reviewer.text import sentences

SURE = 0.6  # from this confidence on, a pair may be built upon

Span = tuple[int, int]

_SIDECAR = re.compile(r"\.src\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z")
_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*|\r[ \t]*\r\s*|\Z")
_SENTENCE = re.compile(
    r"[^.!?…。！？։।؟۔]+(?:[.!?…。！？։।؟۔]+[\"'”’»“)\]]*(?=\s|$)|[.!?…。！？։।؟۔]+|\Z)"
)
# Characters that stand for a syllable or a word; how many letters of English each becomes.
_HAN, _SYLLABLE = (
    re.compile("[\u3400-\u9fff\uf900-\ufaff]"),
    re.compile("[\u3040-\u30ff\uac00-\ud7a3]"),
)
_HAN_LETTERS, _SYLLABLE_LETTERS = 3, 2
_NUMBER = re.compile(r"\d+")
_VARIANCE = 6.8  # of the translation's length per letter of the source (Gale and Church)
_NEAR, _FAR = 3.0, 7.0  # standard deviations that are still usual, and that rule a pair out
_MAX_CELLS = 1_000_000  # about a third of a second
# What a bead of so many source and translated sentences is worth.
_BEADS = {(1, 1): 0.9, (1, 2): 0.8, (2, 1): 0.8, (2, 2): 0.65}


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
    return replace(document, segments=(whole,))


def aligned(document: Document) -> tuple[Segment, ...]:
    """The document's segments that have a source, cut into the smallest pairs that are sure."""
    if not any(segment.source for segment in document.segments):
        return ()
    return _aligned(document.text, document.segments)


@lru_cache(maxsize=8)
def _aligned(text: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for segment in segments:
        if segment.source and segment.source.strip():
            pairs = align(text[segment.start : segment.end], segment.source, segment.source_lang)
            found.extend(
                replace(
                    pair,
                    start=segment.start + pair.start,
                    end=segment.start + pair.end,
                    confidence=min(segment.confidence, pair.confidence),
                )
                for pair in pairs
            )
    return tuple(found)


def align(text: str, source: str, lang: str | None = None) -> tuple[Segment, ...]:
    """Pairs of a translation and its source, in order; what has no partner is left out.

    Offsets count code points of ``text``. ``lang`` is the source's BCP 47 tag, for its sentences.
    """
    for split in (_lines, _blocks):
        ours, theirs = split(text), split(source)
        if ours and len(ours) == len(theirs):
            pairs = list(zip(theirs, ours, strict=True))
            confidences = _confidences(text, source, pairs)
            if len(pairs) == 1 or sum(c >= SURE for c in confidences) >= 0.8 * len(pairs):
                return _segments(text, source, lang, pairs, confidences)
    ours, theirs = _sentences(text, "en"), _sentences(source, lang)
    if len(ours) * len(theirs) > _MAX_CELLS:
        ours, theirs = _lines(text), _lines(source)
    if len(ours) * len(theirs) > _MAX_CELLS:
        return (Segment(0, len(text), source, lang, confidence=0.1),)
    return _by_length(text, source, lang, ours, theirs)


def _by_length(
    text: str, source: str, lang: str | None, ours: Sequence[Span], theirs: Sequence[Span]
) -> tuple[Segment, ...]:
    """Gale and Church's beads over sentences."""
    from galechurch import align as gale_church

    ratio = _ratio(text, source)
    lengths = [round(_letters(source[a:b]) * ratio) for a, b in theirs]
    beads = gale_church(
        ["x" * n for n in lengths], ["x" * _letters(text[a:b]) for a, b in ours]
    ).beads
    pairs, worth = [], []
    for bead in beads:
        if bead.source_start < bead.source_end and bead.target_start < bead.target_end:
            low, high = theirs[bead.source_start][0], theirs[bead.source_end - 1][1]
            start, end = ours[bead.target_start][0], ours[bead.target_end - 1][1]
            pairs.append(((low, high), (start, end)))
            shape = (bead.source_end - bead.source_start, bead.target_end - bead.target_start)
            worth.append(_BEADS[shape])
    confidences = [
        min(c, w) * (0.5 if _strangers(text, source, pair) else 1.0)
        for pair, c, w in zip(pairs, _confidences(text, source, pairs), worth, strict=True)
    ]
    return _segments(text, source, lang, pairs, confidences)


def _segments(
    text: str,
    source: str,
    lang: str | None,
    pairs: Sequence[tuple[Span, Span]],
    confidences: Sequence[float],
) -> tuple[Segment, ...]:
    doubt = 0.5 if _other_text(text, source, pairs) else 1.0
    return tuple(
        Segment(start, end, source[low:high], lang, confidence=round(confidence * doubt, 3))
        for ((low, high), (start, end)), confidence in zip(pairs, confidences, strict=True)
    )


def _confidences(text: str, source: str, pairs: Sequence[tuple[Span, Span]]) -> list[float]:
    """How usual the lengths of each pair are, 0..1, by the normal distribution of the ratio."""
    ratio = _ratio(text, source) if len(pairs) > 3 else 1.0
    found = []
    for (low, high), (start, end) in pairs:
        expected, length = _letters(source[low:high]) * ratio, _letters(text[start:end])
        deviation = abs(length - expected) / sqrt(_VARIANCE * (expected + length + 2) / 2)
        found.append(min(1.0, max(0.1, 1 - 0.9 * (deviation - _NEAR) / (_FAR - _NEAR))))
    return found


def _ratio(text: str, source: str) -> float:
    """Letters of the translation for one of the source, within what languages differ by."""
    return min(1.6, max(0.6, (_letters(text) + 1) / (_letters(source) + 1)))


def _letters(text: str) -> int:
    spaces = text.count(" ") + text.count("\n")
    if text.isascii():
        return len(text) - spaces
    more = (_HAN_LETTERS - 1) * len(_HAN.findall(text))
    return len(text) - spaces + more + (_SYLLABLE_LETTERS - 1) * len(_SYLLABLE.findall(text))


def _strangers(text: str, source: str, pair: tuple[Span, Span]) -> bool:
    """Do both sides hold numbers, and none in common?"""
    (low, high), (start, end) = pair
    theirs, ours = (
        set(_NUMBER.findall(source, low, high)),
        set(_NUMBER.findall(text, start, end)),
    )
    return bool(theirs and ours and not theirs & ours)


def _other_text(text: str, source: str, pairs: Sequence[tuple[Span, Span]]) -> bool:
    """Is the source another article's? Then most pairs with numbers have none in common."""
    numbered = [
        pair
        for pair in pairs
        if _NUMBER.search(source, *pair[0]) and _NUMBER.search(text, *pair[1])
    ]
    if len(numbered) < 4:
        return False
    return sum(_strangers(text, source, pair) for pair in numbered) > len(numbered) / 2


def _lines(text: str) -> list[Span]:
    return [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]


def _blocks(text: str) -> list[Span]:
    found, start = [], len(text) - len(text.lstrip())
    for blank in _BLANK.finditer(text, start):
        end = start + len(text[start : blank.start()].rstrip())
        if end > start:
            found.append((start, end))
        start = blank.end()
    return found


def _sentences(text: str, lang: str | None) -> list[Span]:
    """Sentences block by block: by the language's own rules where they are known."""
    primary = (lang or "").replace("_", "-").partition("-")[0].lower()
    found: list[Span] = []
    for low, high in _blocks(text):
        block = text[low:high]
        if primary == "en":
            spans = list(sentences(block))
        elif (segmenter := _segmenter(primary)) is not None:
            spans = [(s.start, s.end) for s in segmenter.segment_spans(block.replace("\n", " "))]
        else:
            spans = [m.span() for m in _SENTENCE.finditer(block)]
        found.extend((low + a, low + b) for a, b in spans if block[a:b].strip())
    return found


@cache
def _segmenter(lang: str) -> Any:
    from sentencesplit import Segmenter, list_languages

    return Segmenter(language=lang, clean=False) if lang in list_languages() else None
