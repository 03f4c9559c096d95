"""Names that editors wrote: in place of what a check flagged, or of what they marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reviewer.model import Decision
from reviewer.names.spotted import names

_WRITTEN = ("approve", "edit", "mark")


def corrected(decisions: Iterable[Decision]) -> dict[str, Counter[str]]:
    """Each name that was written, with what stood there and how often; ``decisions`` hold."""
    found: dict[str, Counter[str]] = {}
    for decision in decisions:
        name = " ".join((decision.replacement or "").split())
        if decision.action not in _WRITTEN or not _is_name(name):
            continue
        stood = " ".join(decision.text.split())
        found.setdefault(name, Counter())[stood] += 1
    return found


def _is_name(text: str) -> bool:
    """Is the text one name and nothing else?"""
    return [name for name, _, _ in names(text, running=False)] == [text] if text else False
