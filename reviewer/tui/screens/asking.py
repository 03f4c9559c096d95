"""What the article screen asks before it decides: corrections, reasons, how far, which findings."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import work
from textual.content import Content

from reviewer.errors import ReviewerError
from reviewer.text import lower
from reviewer.tui.filters import chosen_filter
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.prompt import Choice, Prompt
from reviewer.tui.screens.questions import (
    SCOPES,
    approval,
    filtering,
    rejection,
)
from reviewer.tui.shown import one_line
from reviewer.tui.steps import Step
from reviewer.tui.widgets.article import ArticleView

KINDS = {"p": "person", "l": "place", "o": "organization", "e": "event", "x": "other"}


class AskingScreen(FramedScreen):
    """Base of the article screen: every action that needs an answer first."""

    def __init__(self) -> None:
        super().__init__()
        self._sought = ""

    @abstractmethod
    def reveal(self, start: int, end: int) -> None:
        """Highlight a span of the working text and scroll to it."""

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
        saving = " ctrl+s saves them." if article.pending else ""
        following = " n goes on to the next article." if self.app.expected > 1 else ""
        self.app.tell(f"All findings of this article are decided.{saving}{following}")

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
