"""The article screen: text, source, card, glossary entry; nearly all of the work happens here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from reviewer.errors import ReviewerError
from reviewer.glossary.model import Rule, Term
from reviewer.model import Document
from reviewer.tui.article import Article, Item
from reviewer.tui.bilingual import SourceText, source_text
from reviewer.tui.keys import bindings
from reviewer.tui.places import spellings
from reviewer.tui.screens.asking import AskingScreen
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.diff import DiffScreen
from reviewer.tui.screens.glossary import GlossaryScreen
from reviewer.tui.shown import one_line
from reviewer.tui.steps import Step
from reviewer.tui.widgets.article import ArticleView
from reviewer.tui.widgets.card import Beside, Card
from reviewer.tui.widgets.entry import EntryPane
from reviewer.tui.widgets.source import SourcePane


class ReviewScreen(AskingScreen):
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
        self._source: tuple[Document, SourceText | None] | None = None
        self._hides_source = False

    def body(self) -> ComposeResult:
        """The text beside or above source, card and entry."""
        with Horizontal(id="panes"):
            yield ArticleView(id="text")
            with Vertical(id="side"):
                yield SourcePane(id="source")
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
        self._show_source(article)
        item = article.current
        entry = self.app.lookup.of(item.finding) if item else None
        self.query_one(Card).show(article, self._beside(article, item, entry))
        if self.has_class("-wide"):
            self.query_one(EntryPane).about(entry, self.session)
        self.entitle(self._title(article))

    def _show_source(self, article: Article) -> None:
        if self._source is None or self._source[0] is not article.document:
            self._source = article.document, source_text(article.document)
        source = self._source[1]
        self.set_class(source is not None and not self._hides_source, "-source")
        at = article.current.start if article.current else 0
        self.query_one(SourcePane).show(source, at)

    def _beside(self, article: Article, item: Item | None, entry: Term | Rule | None) -> Beside:
        """What the card tells besides the article itself."""
        if item is None:
            return Beside()
        spelled = item.finding.fingerprint
        everywhere = sum(len(a.spellings.get(spelled, ())) for a in self.session.articles)
        return Beside(
            everywhere - len(article.spellings[spelled]),
            self.session.ledger.last(item),
            None if self.has_class("-wide") else entry,
        )

    def _title(self, article: Article) -> Content:
        session = self.session
        parts: list[tuple[str, str]] = [(one_line(article.title), "bold")]
        known = max(len(session.articles), self.app.expected)
        if known > 1:
            parts.append((f"  {session.position + 1}/{known}", ""))
        if article.checked:
            parts.append((f"  {article.open} open, {article.decided} decided", ""))
        else:
            parts.append(("  being checked …", "bold $text-warning"))
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

    def reveal(self, start: int, end: int) -> None:
        """Highlight a span of the working text and scroll to it."""
        view = self.query_one(ArticleView)
        view.select((start, end))
        view.reveal(start)
        view.redraw()

    # -- deciding ---------------------------------------------------------------------------------

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

    def action_concordance(self) -> None:
        """Show every place of this name, as found, as suggested and as right too."""
        item = self.session.article.current
        if item is None:
            self.app.tell("There is no finding here to look up.")
            return
        entry = self.app.lookup.of(item.finding)
        known = spellings(entry, self.session.articles) if entry else ()
        spelled = (item.finding.text, item.wanted, *item.finding.suggestions, *known)
        self.app.push_screen(ConcordanceScreen(spelled))

    def action_diff(self) -> None:
        """Show what is changed and not saved."""
        self.app.push_screen(DiffScreen())

    def action_undo(self) -> None:
        """Take the last step back."""
        self._back(self.session.undo)

    def action_redo(self) -> None:
        """Take the last undo back, and go on as the step did."""
        self._back(self.session.redo, onward=True)

    def _back(self, act: Callable[[], Step], *, onward: bool = False) -> None:
        self.app.hush()
        try:
            act()
        except ReviewerError as error:
            self.app.say(error)
        else:
            if onward:
                self.session.advance()
        self.show()

    # -- moving -----------------------------------------------------------------------------------

    def _move(self, direction: int, *, decided: bool) -> None:
        self.app.hush()
        article = self.session.article
        index = article.step(direction, decided=decided, accept=self.session.filter.accepts)
        if index is not None:
            self.session.go(index)
        elif decided:
            self.app.tell("There is no other finding in this article.")
        elif not self.session.onward(direction):
            waits = len(self.session.articles) < self.app.expected
            more = " More articles are still being checked." if waits else ""
            self.app.tell(f"There is no other open finding in any article.{more}")
        self.show()

    def action_next(self) -> None:
        """Go to the next open finding, in this article or the next that has one."""
        self._move(1, decided=False)

    def action_previous(self) -> None:
        """Go to the previous open finding, in this article or the one before that has one."""
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
        """Search the glossary, beginning with this finding's name or the words selected."""
        article = self.session.article
        item, view = article.current, self.query_one(ArticleView)
        wanted = ""
        if view.highlight:
            wanted = article.text[slice(*view.highlight)]
        elif item:
            entry, suggestions = self.app.lookup.of(item.finding), item.finding.suggestions
            suggested = suggestions[0] if suggestions else item.held
            wanted = entry.id if isinstance(entry, Rule) else suggested
        self.app.push_screen(GlossaryScreen(" ".join(wanted.split())))

    def action_source(self) -> None:
        """Show or hide the source text."""
        if not self._source or not self._source[1]:
            self.app.tell("This article has no source text: NAME.src.LANG.txt beside it is one.")
            return
        self._hides_source = not self._hides_source
        self.show()
