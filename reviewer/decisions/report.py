"""What a run of decisions comes to: how many of each kind, and how long one took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from statistics import median

from reviewer.model import Decision

# An audit's verdicts are counted as what the editor took them for: the audit is blind.
_DONE = {
    "approve": "approved",
    "edit": "edited",
    "wrong": "edited",
    "mark": "marked",
    "reject": "rejected",
    "right": "rejected",
}


def report(decisions: Iterable[Decision]) -> str:
    """One line: ``4 reviewed: 2 approved, 1 edited, 1 rejected; 3.2 s a decision (median)``.

    The median, so that a break over coffee does not count as a slow decision.
    """
    made = [decision for decision in decisions if decision.action in _DONE]
    if not made:
        return "nothing reviewed"
    counts = Counter(_DONE[decision.action] for decision in made)
    done = ", ".join(
        f"{counts[name]} {name}" for name in dict.fromkeys(_DONE.values()) if counts[name]
    )
    times = [decision.seconds for decision in made if decision.seconds is not None]
    pace = f"; {median(times):.1f} s a decision (median)" if times else ""
    return f"{len(made)} reviewed: {done}{pace}"
