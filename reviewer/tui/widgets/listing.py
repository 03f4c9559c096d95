"""A list of rows with a cursor, as quick with five thousand rows as with five."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reviewer.tui.widgets.rows import Row, Rows

_REVERSE = Style(reverse=True)


class Listing(Rows, can_focus=True):
    """Rows to choose from."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"muted", "strong", "alarm", "good"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Open", show=True),
    ]

    class Chosen(Message):
        """A row was chosen with enter or a click."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Sequence[Row] = ()
        self.cursor = 0

    def fill(self, lines: Sequence[Row]) -> None:
        """Show these rows; the cursor stays where it can."""
        self._lines = lines
        width, height = self.scrollable_content_region.size
        self.virtual_size = Size(width, max(height, len(lines)))
        self.go(self.cursor)

    def go(self, index: int) -> None:
        """Put the cursor on a row and bring it into view."""
        before = self.cursor
        self.cursor = max(0, min(index, len(self._lines) - 1))
        if self.cursor != before:
            self.post_message(self.Moved())
        height = max(1, self.scrollable_content_region.height)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            y = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=y, animate=False, immediate=True)
        self.redraw()

    def on_resize(self) -> None:
        """The rows are as wide as the widget."""
        self.forget()
        self.fill(self._lines)

    def build(self, row: int, width: int) -> Strip:
        """One row, its cursor reversed."""
        if row >= len(self._lines):
            return Strip.blank(width, self.look())
        strip = self.strip(self._lines[row], width)
        return strip.apply_style(_REVERSE) if row == self.cursor else strip

    def action_move(self, by: int) -> None:
        """A row up or down."""
        self.go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self.go(self.cursor + by * max(1, self.scrollable_content_region.height - 1))

    def action_edge(self, direction: int) -> None:
        """To the first or the last row."""
        self.go(0 if direction < 0 else len(self._lines) - 1)

    def action_choose(self) -> None:
        """Tell which row the cursor is on."""
        if self._lines:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        row = self.scroll_offset.y + event.y
        if row == self.cursor and event.chain == 2:
            self.action_choose()
        elif row < len(self._lines):
            self.go(row)
