"""Every decision of the log, the newest first; any one can be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.decisions import active
from reviewer.errors import ReviewerError
from reviewer.model import Decision
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.listing import Listing
from reviewer.tui.widgets.rows import Row


class HistoryScreen(FramedScreen):
    """The decisions as a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("u", "revoke", "Take back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Decision] = []
        self._active: set[str] = set()

    def body(self) -> ComposeResult:
        """The list."""
        yield Listing(id="list")

    def show(self) -> None:
        """List the decisions."""
        decisions = self.session.ledger.decisions
        self._active = {decision.id for decision in active(decisions)}
        self._listed = [d for d in reversed(decisions) if d.action not in ("undo", "draw")]
        self.query_one(Listing).fill([self._row(decision) for decision in self._listed])
        holding = sum(decision.id in self._active for decision in self._listed)
        self.entitle(
            Content(f"{len(self._listed)} decisions, {holding} hold  enter or u: take back")
        )

    def _row(self, decision: Decision) -> Row:
        held = decision.id in self._active
        into = "" if decision.replacement is None else f" → {one_line(decision.replacement)}"
        reach = "" if decision.scope == "one" else f" ({decision.scope})"
        why = f"  {one_line(decision.reason)}" if decision.reason else ""
        where = one_line(decision.path + (f" [{decision.record}]" if decision.record else ""))
        return [
            (decision.time[:16].replace("T", " "), "muted"),
            (f"  {decision.action:<8}{reach}", "" if held else "muted"),
            (f" {one_line(decision.text)}{into}", "strong" if held else "muted"),
            ("" if held else "  taken back", "muted"),
            (f"{why}  {where}  {one_line(decision.who)}", "muted"),
        ]

    def on_listing_chosen(self, _message: Listing.Chosen) -> None:
        """Enter does what u does."""
        self.action_revoke()

    def action_revoke(self) -> None:
        """Take the decision below the cursor back; in the article, u does not reach so far."""
        if not self._listed:
            return
        decision = self._listed[self.query_one(Listing).cursor]
        if decision.id not in self._active:
            self.app.tell("This one is taken back already.")
            return
        try:
            self.session.revoke(decision)
        except ReviewerError as error:
            self.app.say(error)
        self.show()

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()
        self.app.show_all()
