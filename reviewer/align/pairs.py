"""Pairs of a translation and its source, and how sure each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import sqrt

from reviewer.align import SURE
from reviewer.align.beads import VARIANCE, beads
from reviewer.align.units import Span, blocks, lines, sentences
from reviewer.model import Segment

Pair = tuple[Span, Span]  # of the source, of the translation

_NUMBER = re.compile(r"\d+")
_NEAR, _FAR = 3.0, 7.0  # standard deviations that are still usual, and that rule a pair out
_FOLD = 3  # how many times as long as the other no translation of a sentence is
_MOST = 1000  # sentences that are paired; in longer texts paragraphs are
_BAND = 20  # sentences, and as many as the counts differ by, that one side may run ahead
# What a pair of so many source and translated sentences is worth.
_WORTH = {(1, 1): 0.9, (1, 2): 0.8, (2, 1): 0.8, (2, 2): 0.65}


def align(text: str, source: str, lang: str | None = None) -> tuple[Segment, ...]:
    """Pairs of a translation and its source, in order; what has no partner is left out.

    Offsets count code points of ``text``. ``lang`` is the source's BCP 47 tag, for its sentences.
    """
    for split in (lines, blocks):
        ours, theirs = split(text), split(source)
        if ours and len(ours) == len(theirs) and (len(ours) > 1 or split is lines):
            pairs = list(zip(theirs, ours, strict=True))
            sure = _confidences(text, source, pairs)
            if len(pairs) == 1 or sum(c >= SURE for c in sure) >= 0.8 * len(pairs):
                return _segments(text, source, lang, pairs, sure)
    if max(text.count("."), source.count(".")) < _MOST:
        ours, theirs = sentences(text, "en"), sentences(source, lang)
    else:
        ours, theirs = lines(text), lines(source)
    pairs, worth = _by_length(text, source, ours, theirs)
    sure = [
        min(usual, most) * (0.5 if _strangers(text, source, pair) else 1.0)
        for pair, usual, most in zip(pairs, _confidences(text, source, pairs), worth, strict=True)
    ]
    return _segments(text, source, lang, pairs, sure)


def _by_length(
    text: str, source: str, ours: Sequence[Span], theirs: Sequence[Span]
) -> tuple[list[Pair], list[float]]:
    """Pairs of neighbouring sentences, and what their counts make each worth."""
    ratio = _ratio(text, source)
    measured = [(round(_letters(source[a:b]) * ratio), _numbers(source, (a, b))) for a, b in theirs]
    band = _BAND + abs(len(ours) - len(theirs))
    found = beads(measured, [(_letters(text[a:b]), _numbers(text, (a, b))) for a, b in ours], band)
    pairs, worth = [], []
    for low, high, start, end in found:
        if low < high and start < end:
            pairs.append(
                ((theirs[low][0], theirs[high - 1][1]), (ours[start][0], ours[end - 1][1]))
            )
            worth.append(_WORTH[high - low, end - start])
    return pairs, worth


def _segments(
    text: str, source: str, lang: str | None, pairs: Sequence[Pair], confidences: Sequence[float]
) -> tuple[Segment, ...]:
    doubt = 0.5 if _other_text(text, source, pairs) else 1.0
    return tuple(
        Segment(start, end, source[low:high], lang, confidence=round(confidence * doubt, 3))
        for ((low, high), (start, end)), confidence in zip(pairs, confidences, strict=True)
    )


def _confidences(text: str, source: str, pairs: Sequence[Pair]) -> list[float]:
    """How usual the lengths of each pair are, 0..1, by how the ratio of lengths is distributed."""
    ratio = _ratio(text, source) if len(pairs) > 3 else 1.0
    found = []
    for (low, high), (start, end) in pairs:
        expected, length = _letters(source[low:high]) * ratio, _letters(text[start:end])
        deviation = abs(length - expected) / sqrt(VARIANCE * (expected + length + 2) / 2)
        usual = min(1.0, max(0.1, 1 - 0.9 * (deviation - _NEAR) / (_FAR - _NEAR)))
        shorter, longer = sorted((expected, length))
        found.append(min(usual, 0.4) if longer > max(30, _FOLD * shorter) else usual)
    return found


def _ratio(text: str, source: str) -> float:
    """Letters of the translation for one of the source, within what languages differ by.

    No further: a paragraph that only one side has must not pass for longer words.
    """
    return min(1.1, max(0.9, (_letters(text) + 1) / (_letters(source) + 1)))


def _letters(text: str) -> int:
    count = len(text) - text.count(" ") - text.count("\n")
    if text.isascii():
        return count
    return count + round(sum(more * len(letters.findall(text)) for letters, more in _dense()))


@cache
def _dense() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Letters that become several in English, and how many more.

    They stand for a word, for a syllable or, in scripts without vowels, for their consonant only.
    """
    return (
        (re.compile("[\u3400-\u9fff\uf900-\ufaff]"), 2.0),  # Han
        (re.compile("[\u3040-\u30ff\uac00-\ud7a3]"), 1.0),  # kana, Hangul
        (re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3]"), 0.3),  # Hebrew, Arabic
    )


def _numbers(text: str, span: Span) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text, *span))


def _strangers(text: str, source: str, pair: Pair) -> bool:
    """Do both sides hold numbers, and none in common?"""
    theirs, ours = _numbers(source, pair[0]), _numbers(text, pair[1])
    return bool(theirs and ours and not theirs & ours)


def _other_text(text: str, source: str, pairs: Sequence[Pair]) -> bool:
    """Is the source another article's? Then most pairs with numbers have none in common."""
    numbered = [p for p in pairs if _numbers(source, p[0]) and _numbers(text, p[1])]
    if len(numbered) < 4:
        return False
    return sum(_strangers(text, source, pair) for pair in numbered) > len(numbered) / 2
