"""The glossary: searched as one types, with each entry's forms and its places in the articles."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input
from textual.worker import get_current_worker

from reviewer.glossary.model import Rule, Term
from reviewer.tui.lookup import MOST
from reviewer.tui.places import spellings
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.entry import EntryPane
from reviewer.tui.widgets.listing import Listing
from reviewer.tui.widgets.rows import Row


class GlossaryScreen(FramedScreen):
    """What is typed above, what is found below, the entry under the cursor beside or below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Up", show=False, priority=True),
        Binding("pagedown", "move(10)", "Down", show=False, priority=True),
    ]

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self._wanted = wanted
        self._ready = False
        self._listed: list[Term | Rule] = []

    def body(self) -> ComposeResult:
        """The search line, the list, the entry."""
        yield Input(self._wanted, id="search", placeholder="any part of a name")
        with Container(id="found"):
            yield Listing(id="terms")
            with Vertical(id="about"):
                yield EntryPane(id="entry")

    def on_mount(self) -> None:
        """Read the glossary behind the screen's back; a large one takes a moment."""
        self.query_one(Input).focus()
        self._prepare()

    @work(thread=True)
    def _prepare(self) -> None:
        worker, lookup = get_current_worker(), self.app.lookup
        for prepare in (lookup.prepare, lookup.prepare_native):
            prepare()
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._prepared)

    def _prepared(self) -> None:
        self._ready = True
        self.show()

    def show(self) -> None:
        """List what holds the text typed."""
        if not self._ready:
            self.entitle(Content("Reading the glossary …"))
            return
        typed = self.query_one(Input).value
        self._listed = self.app.lookup.search(typed)
        self.query_one("#terms", Listing).fill([_row(term) for term in self._listed])
        count = len(self._listed)
        many = f"the first {MOST} entries" if count == MOST else f"{count} found"
        self.entitle(Content.assemble(("Glossary", "bold"), f"  {many}  enter: every place of it"))
        self._about()

    def _about(self) -> None:
        self.query_one(EntryPane).about(self._entry, self.session)

    @property
    def _entry(self) -> Term | Rule | None:
        cursor = self.query_one("#terms", Listing).cursor
        return self._listed[cursor] if cursor < len(self._listed) else None

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Search anew, from the best entry."""
        if self._ready:
            self.query_one("#terms", Listing).cursor = 0
            self.show()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Show every place of the entry in the articles."""
        entry = self._entry
        if entry:
            self.app.switch_screen(ConcordanceScreen(spellings(entry, self.session.articles)))

    def on_listing_chosen(self, _message: Listing.Chosen) -> None:
        """A double click does what enter does."""
        self.on_input_submitted(Input.Submitted(self.query_one(Input), ""))

    def on_listing_moved(self, _message: Listing.Moved) -> None:
        """The cursor, moved by key or click, shows another entry."""
        self._about()

    def action_move(self, by: int) -> None:
        """Another entry, while the search line keeps the keys."""
        listing = self.query_one("#terms", Listing)
        listing.go(listing.cursor + by)

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()


def _row(entry: Term | Rule) -> Row:
    if isinstance(entry, Rule):
        instead = f"  {one_line(', '.join(entry.replace))}" if entry.replace else ""
        return [(one_line(", ".join(entry.words[:3]) or entry.id), "strong"), (instead, "muted")]
    native = ", ".join(forms[0] for forms in entry.native.values() if forms)
    return [
        (one_line(entry.term), "strong"),
        (f"  {entry.kind}", "muted"),
        (f"  {one_line(native)}" if native else "", ""),
    ]
