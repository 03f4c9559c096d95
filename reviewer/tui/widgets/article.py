"""The article's text with every finding marked, drawn row by row (Textual's Line API)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reviewer.tui.article import Article, Item, State
from reviewer.tui.shown import shown
from reviewer.tui.widgets.rows import Rows
from reviewer.tui.wrap import Layout

GUTTER = 2  # cells left of the text, for the glyph
_GLYPHS = {
    State.APPROVED: "✓",
    State.EDITED: "✎",
    State.REJECTED: "×",
    State.SKIPPED: "~",
}
_SEVERITIES = {"error": "!", "warning": "•", "info": "·"}


def glyph(item: Item) -> str:
    """One sign for what became of an item, or for how grave it is while it is open."""
    return _GLYPHS.get(item.state) or _SEVERITIES[item.finding.severity]


class ArticleView(Rows, can_focus=True):
    """The working text of one article; the current item is always kept in view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "mark--error",
        "mark--warning",
        "mark--info",
        "mark--current",
        "mark--done",
        "mark--rejected",
        "mark--skipped",
        "mark--found",
        "gutter",
        "gutter--current",
    }
    article: var[Article | None] = var(None)

    class Picked(Message):
        """A mark was clicked."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows = Layout()
        self._spans: list[tuple[int, int]] | None = None
        self._shown: list[bool] = []
        self._marks: list[tuple[int, int, int]] = []
        self._reach: list[int] = []

    # -- what is shown ----------------------------------------------------------------------------

    def show(self, article: Article) -> None:
        """Draw this article as it now stands and bring its current item into view."""
        self.article = article
        self._lay_out()
        shown = [not item.hidden and not item.covered for item in article.items]
        if self._spans is not article.spans or shown != self._shown:
            self._spans, self._shown = article.spans, shown
            self._marks = sorted(
                (start, max(end, start + 1), index)
                for index, (start, end) in enumerate(article.spans)
                if shown[index]
            )
            self._reach = list(accumulate((end for _, end, _ in self._marks), max))
        self.reveal()
        self.redraw()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - GUTTER
        if self.article is None or width < 1:
            return
        if self._rows.text is not self.article.text or self._rows.width != width:
            self._rows = Layout(self.article.text, width)
            self.virtual_size = Size(width + GUTTER, len(self._rows))

    def reveal(self, offset: int | None = None) -> None:
        """Scroll so that an offset of the working text (default: the current item) is seen."""
        article = self.article
        if offset is None:
            if article is None or not article.items:
                return
            offset = article.spans[article.position][0]
        row, height = self._rows.row(offset), self.scrollable_content_region.height
        top = self.scroll_offset.y
        margin = min(3, height // 4)
        if not top + margin <= row < top + height - margin:
            self.scroll_to(y=max(0, row - height // 3), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Break the rows anew for the new width."""
        self.forget()
        if self.article is not None:
            self.show(self.article)

    # -- drawing ----------------------------------------------------------------------------------

    def _mark_style(self, index: int) -> str:
        article = self.article
        assert article is not None
        if index == article.position:
            return "mark--current"
        item = article.items[index]
        if item.state in (State.APPROVED, State.EDITED):
            return "mark--done"
        if item.state in (State.REJECTED, State.SKIPPED):
            return f"mark--{item.state}"
        return f"mark--{item.finding.severity}"

    def _marks_in(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The marks that touch a row, the current one last so that it lies on top."""
        article = self.article
        assert article is not None
        low = bisect_right(self._reach, start)
        high = bisect_left(self._marks, (end,))
        found = [mark for mark in self._marks[low:high] if mark[1] > start]
        return sorted(found, key=lambda mark: mark[2] == article.position)

    def build(self, row: int, width: int) -> Strip:
        """One row: the glyph in the gutter, then the text with its marks."""
        if self.article is None or row >= len(self._rows):
            return Strip.blank(width, self.look())
        start, end = self._rows.starts[row], self._rows.ends[row]
        marks = self._marks_in(start, max(end, start + 1))
        text = shown(self._rows.text[start:end])
        styles = [""] * len(text)
        for low, high, index in marks:
            a, b = max(low - start, 0), min(high - start, len(text))
            styles[a:b] = [self._mark_style(index)] * max(0, b - a)
        segments = [self._gutter(marks, start, end)]
        at = 0
        while at < len(text):
            until = at + 1
            while until < len(text) and styles[until] == styles[at]:
                until += 1
            segments.append(Segment(text[at:until], self.look(styles[at])))
            at = until
        return Strip(segments)

    def _gutter(self, marks: list[tuple[int, int, int]], start: int, end: int) -> Segment:
        article = self.article
        assert article is not None
        here = [index for low, _, index in marks if start <= low <= end]
        if article.position in here:
            return Segment("▸ ", self.look("gutter--current"))
        if here:
            return Segment(glyph(article.items[here[0]]) + " ", self.look("gutter"))
        return Segment("  ", self.look())

    # -- the mouse --------------------------------------------------------------------------------

    def offset_under(self, event: events.MouseEvent) -> int:
        """The offset of the working text below the mouse."""
        row = self.scroll_offset.y + event.y
        return self._rows.offset(row, event.x - GUTTER)

    def on_click(self, event: events.Click) -> None:
        """Make the mark under the mouse current."""
        if self.article is None:
            return
        index = self.article.at(self.offset_under(event))
        if index is not None:
            self.post_message(self.Picked(index))
