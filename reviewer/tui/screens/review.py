"""The article screen: text, card and glossary entry; nearly all of the work happens here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from reviewer.errors import ReviewerError
from reviewer.glossary.model import Term
from reviewer.text import lower
from reviewer.tui.article import Article
from reviewer.tui.keys import bindings
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.diff import DiffScreen
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.prompt import Choice, Prompt
from reviewer.tui.screens.questions import (
    SCOPES,
    approval,
    chosen_filter,
    filtering,
    rejection,
)
from reviewer.tui.shown import one_line
from reviewer.tui.steps import Step
from reviewer.tui.widgets.article import ArticleView
from reviewer.tui.widgets.card import Card
from reviewer.tui.widgets.entry import EntryPane

KINDS = {"p": "person", "l": "place", "o": "organization", "e": "event", "x": "other"}


class ReviewScreen(FramedScreen):
    """One article under review."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(everywhere=False),
        *(
            Binding(str(number), f"take({number})", f"Take suggestion {number}", show=False)
            for number in range(1, 10)
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._sought = ""

    def body(self) -> ComposeResult:
        """The text beside or above card and entry."""
        with Horizontal(id="panes"):
            yield ArticleView(id="text")
            with Vertical(id="side"):
                yield Card(id="card")
                yield EntryPane(id="entry")

    # -- showing ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Bring every pane up to the session's state."""
        if not self.session.articles or not self.is_mounted:
            return
        article = self.session.article
        self.app.hold(article.document.path)
        self.query_one(ArticleView).show(article, self.session.filter.accepts)
        others = 0
        if article.current is not None:
            spelling = article.current.finding.fingerprint
            others = sum(len(a.spellings.get(spelling, ())) for a in self.session.articles)
            others -= len(article.spellings[spelling])
        self.query_one(Card).show(article, others)
        item = article.current
        if item is not None:
            suggestions = item.finding.suggestions
            suggestion = suggestions[0] if suggestions else None
            self.query_one(EntryPane).show(self.app.lookup, item.finding.term, suggestion)
        else:
            self.query_one(EntryPane).put(Content(""))
        self.entitle(self._title(article))

    def _title(self, article: Article) -> Content:
        session = self.session
        parts: list[tuple[str, str]] = [(one_line(article.title), "bold")]
        known = max(len(session.articles), self.app.expected)
        if known > 1:
            parts.append((f"  {session.position + 1}/{known}", ""))
        parts.append((f"  {article.open} open, {article.decided} decided", ""))
        if str(session.filter):
            parts.append((f"  only {session.filter}", "bold $text-primary"))
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
        self.app.hush()
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

    @work
    async def action_approve_wide(self) -> None:
        """Ask how far the first suggestion shall go, then put it in there."""
        item = self.session.article.current
        if item is None or item.hidden or not item.finding.suggestions:
            self.app.tell("There is no suggestion to approve here.")
            return
        key = await self.app.push_screen_wait(approval(self.session, item))
        if key is not None:
            self._decide(lambda: self.session.approve(scope=SCOPES[key]))

    @work
    async def action_reject_wide(self) -> None:
        """Ask for the reason, then leave this spelling alone everywhere."""
        item = self.session.article.current
        if item is None or item.hidden:
            self.app.tell("There is nothing to reject in this article.")
            return
        reason = await self.app.push_screen_wait(Prompt(rejection(self.session, item)))
        if reason is not None:
            self._decide(lambda: self.session.reject("everywhere", reason))

    @work
    async def action_mark(self) -> None:
        """Correct the selected span, which no check found."""
        view = self.query_one(ArticleView)
        if view.highlight is None:
            self.app.tell("Select it first: shift+arrows, the mouse, or / to find it; then m.")
            return
        start, end = view.highlight
        text = " ".join(self.session.article.text[start:end].split())
        kind = await self.app.push_screen_wait(
            Choice(Content(f"“{one_line(text)}” is"), {"n": "a name", "p": "a phrase"})
        )
        if kind is None:
            return
        typed = await self.app.push_screen_wait(
            Prompt(f"Instead of “{one_line(text)}” write:", text)
        )
        if typed is not None and typed != text:
            view.select(None)
            code = "name" if kind == "n" else "phrase"
            self._decide(lambda: self.session.mark(start, end, typed, code))

    @work
    async def action_add_term(self) -> None:
        """Put the selected name, or this finding's, into the team's glossary."""
        view, article = self.query_one(ArticleView), self.session.article
        item = article.current
        name = item.wanted if item else ""
        if item and not item.decision and item.finding.suggestions:
            name = item.finding.suggestions[0]
        if view.highlight:
            name = article.text[slice(*view.highlight)]
        typed = await self.app.push_screen_wait(
            Prompt("Add to the glossary, as it is to be written:", " ".join(name.split()))
        )
        if not typed or not typed.strip():
            return
        key = await self.app.push_screen_wait(
            Choice(Content(f"“{one_line(typed)}” is"), dict(KINDS))
        )
        if key is not None:
            self.app.add_term(typed.strip(), KINDS[key])

    @work
    async def action_find(self) -> None:
        """Look for text from the last place on; round at the end."""
        view = self.query_one(ArticleView)
        typed = await self.app.push_screen_wait(Prompt("Find in this article:", self._sought))
        if not typed:
            return
        text, self._sought = lower(self.session.article.text), typed
        after = view.highlight[0] + 1 if view.highlight else 0
        wanted = lower(typed)
        at = text.find(wanted, after)
        at = text.find(wanted) if at < 0 else at
        if at < 0:
            self.app.tell(f"“{typed}” is not in this article.")
        else:
            self.reveal(at, at + len(wanted))

    def reveal(self, start: int, end: int) -> None:
        """Highlight a span of the working text and scroll to it."""
        view = self.query_one(ArticleView)
        view.select((start, end))
        view.reveal(start)
        view.redraw()

    @work
    async def action_filter(self) -> None:
        """Ask which findings to go through; go to the first of them."""
        key = await self.app.push_screen_wait(filtering(self.session.filter))
        if key is None:
            return
        article = self.session.article
        self.session.filter = chosen_filter(key, article.current)
        current = article.current
        if current is None or not (current.waiting and self.session.filter.accepts(current)):
            self.session.advance()
        self.show()

    def action_concordance(self) -> None:
        """Show every place of this name, as found, as suggested and as right too."""
        item = self.session.article.current
        if item is None:
            self.app.tell("There is no finding here to look up.")
            return
        entry = self.app.lookup.entry(item.finding.term)
        right = entry.right_forms if isinstance(entry, Term) else ()
        spellings = (item.finding.text, item.wanted, *item.finding.suggestions, *right)
        self.app.push_screen(ConcordanceScreen(spellings))

    def action_diff(self) -> None:
        """Show what is changed and not saved."""
        self.app.push_screen(DiffScreen())

    def action_undo(self) -> None:
        """Take the last step back."""
        self._back(self.session.undo)

    def action_redo(self) -> None:
        """Take the last undo back."""
        self._back(self.session.redo)

    def _back(self, act: Callable[[], Step]) -> None:
        self.app.hush()
        try:
            act()
        except ReviewerError as error:
            self.app.say(error)
        self.show()

    # -- moving -----------------------------------------------------------------------------------

    def _move(self, direction: int, *, decided: bool) -> None:
        self.app.hush()
        article = self.session.article
        index = article.step(direction, decided=decided, accept=self.session.filter.accepts)
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
        self.app.hush()
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
