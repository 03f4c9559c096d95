"""Which findings an editor wants to be led to; the others are neither marked nor visited."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model import SEVERITIES
from reviewer.tui.article import Item

FILTERS = {
    "a": "everything",
    "e": "errors",
    "w": "errors and warnings",
    "c": "only this check",
    "9": "90% and surer",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Findings at or above a severity and a confidence, of one check or of all."""

    severity: str = "info"
    check: str = ""
    confidence: float = 0.0

    def accepts(self, item: Item) -> bool:
        """Does this one pass?"""
        finding = item.finding
        return (
            SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.severity)
            and self.check in ("", finding.check)
            and finding.confidence >= self.confidence
        )

    def __str__(self) -> str:
        """What passes, in words; nothing when everything does."""
        parts = []
        if self.severity != "info":
            parts.append("errors" if self.severity == "error" else "errors and warnings")
        if self.check:
            parts.append(self.check)
        if self.confidence:
            parts.append(f"{self.confidence:.0%} and surer")
        return ", ".join(parts)


def chosen_filter(key: str, item: Item | None) -> Filter:
    """The filter that a key of ``FILTERS`` asks for, at this item; all pass by any other key."""
    if key == "e":
        return Filter(severity="error")
    if key == "w":
        return Filter(severity="warning")
    if key == "c" and item is not None:
        return Filter(check=item.finding.check)
    return Filter(confidence=0.9) if key == "9" else Filter()
