"""What one key press did to the items of a session, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reviewer.model import Decision
from reviewer.tui.article import Article, Item


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item stands."""

    decision: Decision | None = None
    skipped: bool = False
    hidden: bool = False

    @classmethod
    def of(cls, item: Item) -> Standing:
        """The item's standing now."""
        return cls(item.decision, item.skipped, item.hidden)

    def says(self, decision: Decision) -> bool:
        """Is the decision held here already one that says the same, and reaches as far?"""
        held = self.decision
        return held is not None and _said(held) == _said(decision)

    def give(self, item: Item) -> None:
        """Bring the item to this standing."""
        item.decision, item.skipped, item.hidden = self.decision, self.skipped, self.hidden


def _said(decision: Decision) -> tuple[str | None, ...]:
    return decision.action, decision.replacement, decision.scope, decision.reason


@dataclass(frozen=True, slots=True)
class Change:
    """One item going from one standing to another."""

    article: Article
    item: Item
    before: Standing
    after: Standing


@dataclass(slots=True)
class Step:
    """The changes of one key press, the one asked for first.

    ``made`` is its line in the log, ``undone`` the undo in force.
    """

    changes: tuple[Change, ...]
    made: Decision | None = None
    undone: Decision | None = None


def follow(steps: Iterable[Step], old: Iterable[Item], new: Iterable[Item]) -> None:
    """Let steps speak of the new items instead of the old ones that they stand for.

    An item stands for another where check and text are the same, and the words around it or else
    the order. Changes of items that are no longer there fall away.
    """
    new, old = list(new), list(old)
    left = [item for item in new if item not in old]
    heirs: dict[int, Item | None] = {}
    keys: tuple[Callable[[Item], object], ...] = (
        lambda item: (item.finding.fingerprint, item.finding.context),
        lambda item: item.finding.fingerprint,
    )
    waiting = [item for item in old if item not in new]
    for key in keys:
        for item in waiting:
            heir = next((other for other in left if key(other) == key(item)), None)
            heirs[id(item)] = heir
            if heir:
                left.remove(heir)
        waiting = [item for item in waiting if heirs[id(item)] is None]
    for step in steps:
        kept = []
        for change in step.changes:
            heir = heirs.get(id(change.item), change.item)
            if heir:
                kept.append(replace(change, item=heir))
        step.changes = tuple(kept)
