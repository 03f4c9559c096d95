"""The article's text with every finding marked, drawn row by row (Textual's Line API)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reviewer.text import words
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
    ALLOW_SELECT = False  # its own selection knows offsets
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+right", "extend('letter', 1)", "Select", show=False),
        Binding("shift+left", "extend('letter', -1)", "Select", show=False),
        Binding("shift+down", "extend('row', 1)", "Select", show=False),
        Binding("shift+up", "extend('row', -1)", "Select", show=False),
        Binding("ctrl+shift+right", "extend('word', 1)", "Select", show=False),
        Binding("ctrl+shift+left", "extend('word', -1)", "Select", show=False),
        Binding("escape", "deselect", "Deselect", show=False),
    ]
    article: var[Article | None] = var(None)

    class Picked(Message):
        """A mark was clicked."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows = Layout()
        self._accept: Callable[[Item], bool] = lambda _item: True
        self._head = 0
        self._anchor: int | None = None  # where a selection began
        self.highlight: tuple[int, int] | None = None  # selected, or found by a search

    # -- what is shown ----------------------------------------------------------------------------

    def show(self, article: Article, accept: Callable[[Item], bool] = lambda _item: True) -> None:
        """Draw this article as it now stands and bring its current item into view.

        Items that ``accept`` does not take are not marked.
        """
        if self.article is not article:
            self.highlight = None
        self.article, self._accept = article, accept
        self._lay_out()
        self.reveal()
        self.redraw()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - GUTTER
        if self.article is None or width < 1:
            return
        if self._rows.text is not self.article.text or self._rows.width != width:
            self._rows = Layout(self.article.text, width)
            self.span(Size(width + GUTTER, len(self._rows)))

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
            self.show(self.article, self._accept)

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
        low = bisect_left(article.spans, (start - max(article.longest, 1),))
        high = bisect_left(article.spans, (end,))
        found = [
            (*article.spans[index], index)
            for index in range(low, high)
            if max(article.spans[index][1], article.spans[index][0] + 1) > start
            if self._marked(article.items[index])
        ]
        return sorted(found, key=lambda mark: mark[2] == article.position)

    def _marked(self, item: Item) -> bool:
        return not item.hidden and not item.covered and self._accept(item)

    def build(self, row: int, width: int) -> Strip:
        """One row: the glyph in the gutter, then the text with its marks."""
        if self.article is None or row >= len(self._rows):
            return Strip.blank(width, self.look())
        start, end = self._rows.starts[row], self._rows.ends[row]
        marks = self._marks_in(start, max(end, start + 1))
        text = shown(self._rows.text[start:end])
        styles = [""] * len(text)
        for low, high, index in marks:
            a, b = max(low - start, 0), min(max(high, low + 1) - start, len(text))
            styles[a:b] = [self._mark_style(index)] * max(0, b - a)
        if self.highlight:
            a, b = max(self.highlight[0] - start, 0), min(self.highlight[1] - start, len(text))
            styles[a:b] = ["mark--found"] * max(0, b - a)
        parts = [self._gutter(marks, start, end)]
        at = 0
        for style, run in groupby(styles):
            until = at + len(list(run))
            parts.append((text[at:until], style))
            at = until
        return self.strip(parts, width)

    def _gutter(self, marks: list[tuple[int, int, int]], start: int, end: int) -> tuple[str, str]:
        article = self.article
        assert article is not None
        here = [index for low, _, index in marks if start <= low <= end]
        if article.position in here:
            return "▸ ", "gutter--current"
        return (glyph(article.items[here[0]]) + " ", "gutter") if here else ("  ", "")

    # -- selecting --------------------------------------------------------------------------------

    def select(self, span: tuple[int, int] | None) -> None:
        """Highlight a span of the working text, or none."""
        self.highlight = span if span is None or span[0] < span[1] else None
        self.redraw()

    def action_extend(self, unit: str, by: int) -> None:
        """Grow or shrink the selection by letters, words or rows; it begins at the current item."""
        article = self.article
        if article is None:
            return
        if self.highlight is None or self._anchor is None:
            spans = article.spans
            start = self.highlight[0] if self.highlight else 0
            if not self.highlight and spans:
                start = spans[article.position][0]
            self._anchor = self._head = start
        self._head = self._moved(self._head, unit, by)
        self.select((min(self._anchor, self._head), max(self._anchor, self._head)))
        self.reveal(self._head)

    def _moved(self, offset: int, unit: str, by: int) -> int:
        text = self._rows.text
        if unit == "row":
            return self._rows.offset(self._rows.row(offset) + by, self._rows.column(offset))
        if unit == "letter":
            return max(0, min(offset + by, len(text)))
        bounds = [match.end() if by > 0 else match.start() for match in words(text)]
        at = bisect_right(bounds, offset) if by > 0 else bisect_left(bounds, offset) - 1
        return bounds[at] if 0 <= at < len(bounds) else offset

    def action_deselect(self) -> None:
        """Select nothing."""
        self._anchor = None
        self.select(None)

    def offset_under(self, event: events.MouseEvent) -> int:
        """The offset of the working text below the mouse."""
        place = event.get_content_offset_capture(self)
        return self._rows.offset(self.scroll_offset.y + place.y, place.x - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection begins where the button goes down."""
        self.capture_mouse()
        self._anchor = self._head = self.offset_under(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """It reaches to where the mouse is dragged."""
        if self.app.mouse_captured is self and self._anchor is not None:
            self._head = self.offset_under(event)
            if self._head != self._anchor or self.highlight:
                self.select((min(self._anchor, self._head), max(self._anchor, self._head)))

    def on_mouse_up(self) -> None:
        """The selection is made."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click makes the mark under the mouse current; a double click selects the word."""
        if self.article is None or (self.highlight and event.chain == 1):
            return
        offset = self.offset_under(event)
        if event.chain == 2:
            found = (m.span() for m in words(self._rows.text) if m.start() <= offset < m.end())
            self.select(next(found, None))
            return
        index = self.article.at(offset)
        if index is not None:
            self.post_message(self.Picked(index))
