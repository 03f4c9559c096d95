"""Whether an article holds a correction already, so that its decision speaks of nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.decisions.match import CLOSE
from reviewer.model import Decision
from reviewer.text import context, fold

CORRECTIONS = ("approve", "edit", "mark")


def is_written(decision: Decision, text: str, left: Iterable[str]) -> bool:
    """Does the text hold the correction between the words it was made between?

    Those words may have been corrected too; so the place counts that is most alike, where none of
    ``left``, the contexts that still show what was to be corrected, is more so.
    """
    new = decision.replacement
    if decision.action not in CORRECTIONS or not new:
        return False
    alike = 0.0
    start = text.find(new)
    while start >= 0 and alike < 1:
        alike = max(alike, likeness(decision, context(text, start, start + len(new))))
        start = text.find(new, start + 1)
    return alike >= CLOSE and alike >= max((likeness(decision, c) for c in left), default=0.0)


def likeness(decision: Decision, words: str) -> float:
    """How alike the words around a span are to those that the decision was made between, 0..1."""
    if decision.context == words:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(fold(decision.context), fold(words))
