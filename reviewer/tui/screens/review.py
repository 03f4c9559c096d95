"""The article screen: text, card and glossary entry; nearly all of the work happens here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from reviewer.errors import ReviewerError
from reviewer.tui.article import Article
from reviewer.tui.keys import bindings
from reviewer.tui.screens.prompt import Prompt
from reviewer.tui.session import Session
from reviewer.tui.shown import one_line
from reviewer.tui.steps import Step
from reviewer.tui.widgets.article import ArticleView
from reviewer.tui.widgets.card import Card
from reviewer.tui.widgets.entry import EntryPane

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

TOO_SMALL = "terminal too small: needs 60x15"


class ReviewScreen(Screen[None]):
    """One article under review."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(everywhere=False),
        *(
            Binding(str(number), f"take({number})", f"Take suggestion {number}", show=False)
            for number in range(1, 10)
        ),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (60, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (15, "-high"),
    ]
    app: ReviewerApp

    def compose(self) -> ComposeResult:
        """Title, text beside or above card and entry, footer; and what to say when too small."""
        yield Static(id="title", markup=False)
        with Horizontal(id="panes"):
            yield ArticleView(id="text")
            with Vertical(id="side"):
                yield Card(id="card")
                yield EntryPane(id="entry")
        yield Footer(show_command_palette=False)
        yield Static(TOO_SMALL, id="too-small", markup=False)

    def on_mount(self) -> None:
        """Show the first article as soon as the panes have their sizes."""
        self.query_one(ArticleView).focus()
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """The card's columns depend on its width."""
        self.call_after_refresh(self.show)

    @property
    def session(self) -> Session:
        """The one session of the app."""
        return self.app.session

    # -- showing ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Bring every pane up to the session's state."""
        if not self.session.articles or not self.is_mounted:
            return
        article = self.session.article
        self.query_one(ArticleView).show(article)
        self.query_one(Card).show(article)
        item = article.current
        if item is not None:
            suggestions = item.finding.suggestions
            suggestion = suggestions[0] if suggestions else None
            self.query_one(EntryPane).show(self.app.lookup, item.finding.term, suggestion)
        self.query_one("#title", Static).update(self._title(article), layout=False)

    def _title(self, article: Article) -> Content:
        session = self.session
        parts: list[tuple[str, str]] = [(one_line(article.title), "bold")]
        known = max(len(session.articles), self.app.expected)
        if known > 1:
            parts.append((f"  {session.position + 1}/{known}", ""))
        parts.append((f"  {article.open} open, {article.decided} decided", ""))
        if article.pending:
            parts.append((f"  {article.pending} not saved", "bold $text-warning"))
        if article.document.path in session.read_only:
            parts.append(("  read-only", "bold $text-warning"))
        return Content.assemble(*parts)

    def on_article_view_picked(self, message: ArticleView.Picked) -> None:
        """A click on a mark makes it current."""
        self.session.go(message.index)
        self.show()

    # -- deciding ---------------------------------------------------------------------------------

    def _decide(self, act: Callable[[], Step]) -> None:
        """Do it, then go on; what is refused or cannot be logged is said and changes nothing."""
        try:
            act()
        except ReviewerError as error:
            self.app.say(error)
        else:
            if not self.session.advance():
                self._finished()
        self.show()

    def _finished(self) -> None:
        article = self.session.article
        if article.open:
            return
        saving = " ctrl+s saves." if article.pending else ""
        following = " ] next article." if self.app.expected > 1 else ""
        self.app.tell(f"Every finding of this article is decided.{saving}{following}")

    def action_approve(self) -> None:
        """Put the first suggestion in."""
        self._decide(self.session.approve)

    def action_take(self, number: int) -> None:
        """Put another suggestion in."""
        self._decide(lambda: self.session.approve(number - 1))

    def action_reject(self) -> None:
        """Leave the text as it stands."""
        self._decide(self.session.reject)

    def action_skip(self) -> None:
        """Put the finding off."""
        self._decide(self.session.skip)

    @work
    async def action_edit(self) -> None:
        """Ask for the correction, beginning with the one at hand."""
        item = self.session.article.current if self.session.articles else None
        if item is None or item.hidden:
            self.app.tell("There is nothing to edit in this article.")
            return
        suggestions = item.finding.suggestions
        start = item.wanted if item.decision or not suggestions else suggestions[0]
        typed = await self.app.push_screen_wait(
            Prompt(f"Instead of “{one_line(item.finding.text)}” write:", " ".join(start.split()))
        )
        if typed is not None:
            self._decide(lambda: self.session.edit(typed))

    def action_undo(self) -> None:
        """Take the last step back."""
        self._back(self.session.undo)

    def action_redo(self) -> None:
        """Take the last undo back."""
        self._back(self.session.redo)

    def _back(self, act: Callable[[], Step]) -> None:
        try:
            act()
        except ReviewerError as error:
            self.app.say(error)
        self.show()

    # -- moving -----------------------------------------------------------------------------------

    def _move(self, direction: int, *, decided: bool) -> None:
        article = self.session.article
        index = article.step(direction, decided=decided)
        if index is None:
            self.app.tell("There is no other finding." if decided else "No other open finding.")
            return
        self.session.go(index)
        self.show()

    def action_next(self) -> None:
        """Go to the next open finding."""
        self._move(1, decided=False)

    def action_previous(self) -> None:
        """Go to the previous open finding."""
        self._move(-1, decided=False)

    def action_next_any(self) -> None:
        """Go to the next finding."""
        self._move(1, decided=True)

    def action_previous_any(self) -> None:
        """Go to the previous finding."""
        self._move(-1, decided=True)

    def action_next_article(self) -> None:
        """Go to the next article."""
        self._turn(1)

    def action_previous_article(self) -> None:
        """Go to the previous article."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        position = self.session.position + direction
        if 0 <= position < len(self.session.articles):
            self.session.position = position
            self.session.go(self.session.article.position)
            self.show()
        elif direction > 0 and len(self.session.articles) < self.app.expected:
            self.app.tell("The next article is still being checked.")
        else:
            self.app.tell(
                "This is the last article." if direction > 0 else "This is the first article."
            )

    def action_glossary(self) -> None:
        """Show the entry in place of the card, or hide it, where there is no room for both."""
        self.toggle_class("-entry")
        self.call_after_refresh(self.show)
