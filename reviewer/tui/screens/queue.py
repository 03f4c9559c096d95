"""All articles of the review: what is open in each, what is done, what is still being checked."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.engine.paths import shown as shown_path
from reviewer.model import SEVERITIES
from reviewer.tui.article import Article
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.prompt import Prompt
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.card import bar
from reviewer.tui.widgets.listing import Listing
from reviewer.tui.widgets.rows import Row

_KINDS = ("all", "open", "done")
_ORDERS = ("name", "errors", "open")


def counts(article: Article) -> Counter[str]:
    """The open findings of an article by severity."""
    return Counter(item.finding.severity for item in article.items if item.waiting)


class QueueScreen(FramedScreen):
    """The articles as a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("tab", "kind", "All/open/done"),
        Binding("s", "order", "Sort"),
        Binding("slash", "find", "Find"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._order, self._wanted = "all", "name", ""
        self._listed: list[int] = []

    def body(self) -> ComposeResult:
        """The list."""
        yield Listing(id="list")

    def show(self) -> None:
        """List the articles, then the files that wait."""
        articles = self.session.articles
        open_by_article = [counts(article) for article in articles]
        self._listed = [n for n, article in enumerate(articles) if self._listable(article)]
        if self._order == "errors":
            self._listed.sort(key=lambda n: [-open_by_article[n][s] for s in SEVERITIES])
        elif self._order == "open":
            self._listed.sort(key=lambda n: -articles[n].open)
        rows = [self._row(articles[n], open_by_article[n]) for n in self._listed]
        if self._kind == "all":
            read = {article.document.path for article in articles}
            names = (shown_path(path) for path in self.app.waiting)
            wait = [name for name in names if name not in read and self._wanted in name]
            rows += [[("… ", "muted"), (one_line(name), "muted")] for name in wait]
        self.query_one(Listing).fill(rows)
        total, left = self.app.expected, len(self.app.waiting)
        done = sum(not article.open for article in articles if article.checked)
        title = f"{done} of {total} articles done  {bar(done / total if total else 1)}"
        if left:
            title += f"  checking {bar((total - left) / total)} {left} left"
        title += f"  {self._kind}, by {self._order}"
        title += f", with “{one_line(self._wanted)}”" if self._wanted else ""
        self.entitle(Content(title))

    def _listable(self, article: Article) -> bool:
        wanted = {"all": True, "open": bool(article.open), "done": not article.open}[self._kind]
        return wanted and self._wanted in article.title

    def _row(self, article: Article, by_severity: Counter[str]) -> Row:
        if not article.checked:
            return [("… ", "muted"), (one_line(article.title), "muted")]
        sign = "✓ " if not article.open else "! " if by_severity["error"] else "• "
        found = ", ".join(
            f"{count} {severity}{'s' if count > 1 else ''}"
            for severity in SEVERITIES
            if (count := by_severity[severity])
        )
        of = article.open + article.decided
        return [
            (sign, "good" if not article.open else "alarm"),
            (one_line(article.title), "strong" if article is self.session.article else ""),
            (f"  {found or ('all decided' if of else 'nothing found')}", ""),
            (f"  {article.decided}/{of}" if of else "", "muted"),
            (f"  {article.pending} not saved" if article.pending else "", "alarm"),
        ]

    def on_listing_chosen(self, message: Listing.Chosen) -> None:
        """Open the article."""
        if message.index >= len(self._listed):
            self.app.tell("This file is still being checked.")
            return
        self.session.position = self._listed[message.index]
        self.session.go(self.session.article.position)
        self.action_back()

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()
        self.app.show_all()

    def action_kind(self) -> None:
        """All articles, open ones, done ones."""
        self._kind = _KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)]
        self.show()

    def action_order(self) -> None:
        """By name, by errors, by what is open."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self.show()

    @work
    async def action_find(self) -> None:
        """Only the articles with this in their name."""
        typed = await self.app.push_screen_wait(Prompt("Articles whose path holds:", self._wanted))
        if typed is not None:
            self._wanted = typed
            self.show()
