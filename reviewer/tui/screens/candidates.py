"""Names seen and not known, or written by editors: into the glossary with them, or never again."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.worker import get_current_worker

from reviewer.errors import ReviewerError
from reviewer.glossary.model import Term
from reviewer.tui.newnames import NewNames, Told
from reviewer.tui.screens.asking import KINDS
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.prompt import Choice, Prompt
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.entry import term_lines
from reviewer.tui.widgets.listing import Listing
from reviewer.tui.widgets.pane import Pane
from reviewer.tui.widgets.rows import Row


class CandidatesScreen(FramedScreen):
    """The candidates as a list, beside or above what is known of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("a", "accept", "Accept", tooltip="put this name into the team's glossary"),
        Binding("e", "edit", "Edit", tooltip="change the name or its kind, then accept it"),
        Binding("x", "refuse", "Refuse", tooltip="never propose this name again"),
    ]

    def __init__(self, names: NewNames) -> None:
        super().__init__()
        self._names = names
        self._listed: list[tuple[Term, Told]] = []
        self._looking = True

    def body(self) -> ComposeResult:
        """The list, and the candidate."""
        with Container(id="found"):
            yield Listing(id="terms")
            with Vertical(id="about"):
                yield Pane(id="entry")

    def on_mount(self) -> None:
        """Show what waits already; look for more behind the screen's back."""
        super().on_mount()
        self._read()
        self._look()

    @work(thread=True)
    def _look(self) -> None:
        worker = get_current_worker()
        session = self.session
        documents = [article.document for article in session.articles]
        decisions = list(session.ledger.decisions)
        error = None
        try:
            self._names.look(documents, decisions, lambda: worker.is_cancelled)
        except ReviewerError as raised:
            error = raised
        if not worker.is_cancelled:
            self.app.call_from_thread(self._looked, error)

    def _looked(self, error: ReviewerError | None) -> None:
        self._looking = False
        if error:
            self.app.say(error)
        self._read()
        self.show()

    def _read(self) -> None:
        try:
            self._listed = self._names.waiting()
        except ReviewerError as error:
            self._listed = []
            self.app.say(error)

    def show(self) -> None:
        """List what waits."""
        self.query_one(Listing).fill([_row(term, told) for term, told in self._listed])
        more = "  looking through the articles …" if self._looking else ""
        enter = "  enter: every place of it" if self._listed else ""
        count = f"  {len(self._listed)} to decide on{more or enter}"
        self.entitle(Content.assemble(("New names", "bold"), count))
        self._about()

    def _about(self) -> None:
        chosen = self._chosen
        if chosen:
            term, told = chosen
            lines = [*term_lines(term), *(Content(one_line(line)) for line in told)]
        elif self._looking:
            lines = []
        else:
            lines = [Content("No name was seen often enough, or written by an editor.")]
        self.query_one(Pane).put(Content("\n").join(lines))

    @property
    def _chosen(self) -> tuple[Term, Told] | None:
        cursor = self.query_one(Listing).cursor
        return self._listed[cursor] if cursor < len(self._listed) else None

    def on_listing_moved(self, _message: Listing.Moved) -> None:
        """Another candidate is under the cursor."""
        self._about()

    def on_listing_chosen(self, message: Listing.Chosen) -> None:
        """Show every place of the name in the articles."""
        term, _ = self._listed[message.index]
        self.app.switch_screen(ConcordanceScreen(term.right_forms))

    @work
    async def action_accept(self) -> None:
        """Put the candidate into the team's glossary; its kind is asked for where none is known."""
        if not self._chosen:
            return
        term, _ = self._chosen
        kind = term.kind if term.kind != "other" else await self._asked_kind(term.term)
        if kind:
            self._accept(term, term.term, kind)

    @work
    async def action_edit(self) -> None:
        """Ask for the name and its kind, then put it into the team's glossary."""
        if not self._chosen:
            return
        term, _ = self._chosen
        typed = await self.app.push_screen_wait(
            Prompt("Add to the glossary, as it is to be written:", one_line(term.term))
        )
        name = " ".join((typed or "").split())
        if not name:
            return
        kind = await self._asked_kind(name)
        if kind:
            self._accept(term, name, kind)

    async def _asked_kind(self, name: str) -> str | None:
        question = Content(f"“{one_line(name)}” is")
        key = await self.app.push_screen_wait(Choice(question, dict(KINDS)))
        return KINDS[key] if key else None

    def _accept(self, term: Term, name: str, kind: str) -> None:
        try:
            file = self._names.accept(term.term, term=name, kind=kind)
        except ReviewerError as error:
            self.app.say(error)
        else:
            self.app.term_added(name, file)
        self._read()
        self.show()

    def action_refuse(self) -> None:
        """Take the candidate off for good."""
        if not self._chosen:
            return
        term, _ = self._chosen
        try:
            self._names.refuse(term.term)
        except ReviewerError as error:
            self.app.say(error)
        else:
            self.app.tell(f"{term.term} will not be proposed again.")
        self._read()
        self.show()

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()
        self.app.show_all()


def _row(term: Term, told: Told) -> Row:
    native = ", ".join(forms[0] for forms in term.native.values() if forms)
    return [
        (one_line(term.term), "strong"),
        (f"  {term.kind}", "muted"),
        (f"  {one_line(native)}" if native else "", ""),
        (f"  {one_line('; '.join(told))}", "muted"),
    ]
