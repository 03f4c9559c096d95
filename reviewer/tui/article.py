"""One article under review: its findings, what was decided on each, and the text as it will be.

Two texts are at work. The *base* is the document as read from its file; findings keep their offsets
in it. The *working text* is the base with every decided correction put in; the screen shows that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.model import Decision, Document, Edit, Finding
from reviewer.tui.working import WorkingText


class State(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    APPROVED = "approved"
    EDITED = "edited"
    REJECTED = "rejected"
    SKIPPED = "skipped"
    COVERED = "covered"  # lies in a span that another correction has replaced


_STATES = {
    "approve": State.APPROVED,
    "edit": State.EDITED,
    "mark": State.EDITED,
    "reject": State.REJECTED,
    "right": State.REJECTED,
    "wrong": State.EDITED,
}
STANDS = ("reject", "right")  # decisions that leave the text as it is
WAITING = (State.OPEN, State.SKIPPED)


@dataclass(slots=True, eq=False)
class Item:
    """A finding on its way through the review; ``start`` and ``end`` are offsets in the base text.

    ``held`` is what the base text holds there: the finding's own text, or its correction once that
    is written. ``companion`` is the logged edit that explains a taken-back correction until that is
    written too. ``hidden`` items were settled before this session began. ``draw`` is the id of the
    audit's line that asks about this span: the decision is its verdict.
    """

    finding: Finding
    start: int
    end: int
    held: str
    decision: Decision | None = None
    skipped: bool = False
    hidden: bool = False
    covered: bool = False
    companion: Decision | None = None
    draw: str = ""

    @property
    def wanted(self) -> str:
        """What the working text shows in this place."""
        return self.shown_by(self.decision)

    def shown_by(self, decision: Decision | None) -> str:
        """What the working text would show if this decision held."""
        if decision and decision.action not in STANDS and decision.replacement is not None:
            return decision.replacement
        return self.finding.text

    @property
    def written(self) -> bool:
        """Does the file hold a correction in this place?"""
        return self.held != self.finding.text

    @property
    def changed(self) -> bool:
        """Does the file still have to learn of this decision?"""
        return self.wanted != self.held

    @property
    def state(self) -> State:
        """What became of it."""
        if self.covered:
            return State.COVERED
        if self.decision:
            return _STATES[self.decision.action]
        return State.SKIPPED if self.skipped else State.OPEN

    @property
    def waiting(self) -> bool:
        """Is it still to be decided on?"""
        return self.state in WAITING and not self.hidden


def _place(item: Item) -> tuple[int, int]:
    return item.start, item.end


class Article:
    """A document with its items in the order of the text."""

    def __init__(self, document: Document, items: Iterable[Item] = (), path: str = "") -> None:
        self.document = document
        self.path = path or document.path  # as the decision log names it
        self.items: list[Item] = []
        self.position = 0  # the current item
        self.checked = True  # False while its findings are still being looked for
        self.applied: list[Item] = []  # whose corrections the file does not hold yet
        self.working: WorkingText | None = None
        self.settled: frozenset[str] = frozenset()  # decisions that the file as read shows already
        self.spellings: dict[str, list[Item]] = {}  # the items of each fingerprint
        self.spans: list[tuple[int, int]] = []  # of the items, in the working text
        self.longest = 0  # code points of the longest of these spans
        self._places: list[tuple[int, int]] = []  # of the items, in the base text
        self._changed: set[Item] = set()
        self._waiting: set[Item] = set()
        self.fill(items)

    def fill(self, items: Iterable[Item]) -> None:
        """Take these for the items, in the order of the text."""
        self.items = sorted(items, key=_place)
        self._places = [_place(item) for item in self.items]
        self.working = None
        self._changed, self._waiting = set(), set()
        self.spellings = defaultdict(list)
        for item in self.items:
            self.spellings[item.finding.fingerprint].append(item)
        self.touch(self.items)

    def insert(self, item: Item) -> int:
        """Add an item in its place; returns its index. The current item stays current."""
        current = self.items[self.position] if self.items else item
        self.fill([*self.items, item])
        self.position = self.items.index(current)
        return self.items.index(item)

    @property
    def title(self) -> str:
        """The file's path and, in a file of many articles, the record."""
        path, record = self.document.path, self.document.record
        return path if record is None else f"{path} [{record}]"

    @property
    def current(self) -> Item | None:
        """The item under the editor's eyes."""
        return self.items[self.position] if self.items else None

    # -- the working text -------------------------------------------------------------------------

    def touch(self, items: Iterable[Item]) -> None:
        """Work out text and positions anew after decisions on these items changed.

        Only these are asked where they stand: an article may have thousands.
        """
        touched = list(items)
        for item in touched:
            (self._changed.add if item.changed else self._changed.discard)(item)
        applied: list[Item] = []
        for item in [item for item in self.items if item in self._changed]:
            if not applied or item.start >= applied[-1].end:
                applied.append(item)
        edits = [Edit(item.start, item.end, item.wanted) for item in applied]
        if self.working is None or edits != self.working.edits or applied != self.applied:
            self.applied = applied
            self.working = WorkingText(self.document.text, edits)
            touched += self._lay(self.working)
        for item in touched:
            (self._waiting.add if item.waiting else self._waiting.discard)(item)
        self.open = len(self._waiting)
        self.visible = sum(not item.hidden for item in self.items)

    def _lay(self, working: WorkingText) -> list[Item]:
        """Find the items' spans in the working text; returns those covered now, or no longer."""
        self.spans, overlapped = working.spans(self._places)
        self.longest = max((end - start for start, end in self.spans), default=0)
        covered = {
            self.items[index]
            for index, edit in overlapped
            if self.applied[edit] is not self.items[index]
        }
        turned = [item for item in self.items if item.covered is not (item in covered)]
        for item in turned:
            item.covered = not item.covered
        return turned

    @property
    def decided(self) -> int:
        """How many items are decided, apart from those settled earlier."""
        return self.visible - self.open

    @property
    def text(self) -> str:
        """The working text."""
        assert self.working is not None
        return self.working.text

    def blocker(self, item: Item) -> Item | None:
        """The applied correction that overlaps this item's span, if another one does."""
        assert self.working is not None
        index = self.working.overlapping(item.start, item.end)
        return None if index is None or self.applied[index] is item else self.applied[index]

    def at(self, offset: int) -> int | None:
        """The index of the item whose span in the working text holds the offset."""
        for index in range(bisect_right(self.spans, (offset, len(self.text) + 1)) - 1, -1, -1):
            start, end = self.spans[index]
            if start <= offset < max(end, start + 1) and not self.items[index].hidden:
                return index
            if offset - start > self.longest:
                return None
        return None

    @property
    def edits(self) -> Sequence[Edit]:
        """What has to be written, on the base text."""
        assert self.working is not None
        return self.working.edits

    @property
    def pending(self) -> int:
        """How many corrections the file does not hold yet."""
        return len(self.applied)

    # -- finding one's way ------------------------------------------------------------------------

    @property
    def unwritten(self) -> bool:
        """Is the base still the text that was checked?"""
        return not any(item.written for item in self.items)

    def counts(self) -> Counter[State]:
        """How many items stand in each state; those settled earlier are left out."""
        return Counter(item.state for item in self.items if not item.hidden)

    def step(
        self,
        direction: int,
        *,
        decided: bool = False,
        accept: Callable[[Item], bool] = lambda _item: True,
    ) -> int | None:
        """The index of the next (1) or previous (-1) item to look at, going round at the ends.

        Open ones first, skipped ones when no other is left; with ``decided`` any item. None when
        there is no other that ``accept`` takes.
        """
        count, put_off = len(self.items), None
        for distance in range(1, count):
            index = (self.position + direction * distance) % count
            item = self.items[index]
            if item.hidden or not (decided or item in self._waiting) or not accept(item):
                continue
            if decided or not item.skipped:
                return index
            put_off = index if put_off is None else put_off
        return put_off

    def first(self) -> int:
        """The index of the first item to decide on, or of the first at all."""
        for state in WAITING:
            found = self.first_in(state)
            if found is not None:
                return found
        return next((index for index, item in enumerate(self.items) if not item.hidden), 0)

    def first_in(
        self, state: State, accept: Callable[[Item], bool] = lambda _item: True
    ) -> int | None:
        """The index of the first item in a state that ``accept`` takes."""
        if state in WAITING and not self._waiting:
            return None
        items = enumerate(self.items)
        return next((n for n, i in items if i.state is state and not i.hidden and accept(i)), None)

    def nearest(self, start: int) -> int:
        """The index of the undecided item nearest to an offset of the base text, else of any."""
        ranked = ((not i.waiting, abs(i.start - start), n) for n, i in enumerate(self.items))
        return min(ranked, default=(False, 0, 0))[2]

    # -- after saving -----------------------------------------------------------------------------

    def rebase(self, document: Document) -> list[Decision]:
        """Take the file as now written for the base; items not found there are dropped.

        Returns the companions, which have nothing left to explain.
        """
        kept, written = [], [item.companion for item in self.items if item.companion]
        current = self.current
        for item, (start, end) in zip(self.items, self.spans, strict=True):
            held = document.text[start:end]
            if item.covered or held == item.wanted:
                item.start, item.end, item.held, item.companion = start, end, held, None
                kept.append(item)
        self.document = document
        self.fill(kept)
        self.position = self.items.index(current) if current in self.items else self.first()
        return written
