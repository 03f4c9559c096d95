"""What one key press did to the items of a session, so that it can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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

    def give(self, item: Item) -> None:
        """Bring the item to this standing."""
        item.decision, item.skipped, item.hidden = self.decision, self.skipped, self.hidden


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


@dataclass(frozen=True, slots=True)
class Report:
    """What a session did: decisions in force by action, and the seconds they took together."""

    actions: Counter[str]
    seconds: float

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Report:
        """The report on the steps that were not taken back."""
        made = [step.made for step in steps if step.made and step.made.action != "undo"]
        return cls(Counter(d.action for d in made), sum(d.seconds or 0.0 for d in made))

    @property
    def reviewed(self) -> int:
        """How many decisions."""
        return self.actions.total()
