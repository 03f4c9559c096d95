"""A scrolling widget drawn row by row that repaints only the rows that look different."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

# The parts of a row: text that may stand on a screen, and the name of its look ("" for none).
Row = Sequence[tuple[str, str]]
KEPT = 1000  # strips that may be wanted again


class Rows(ScrollView):
    """Base of what is drawn by the Line API: ``build`` makes a row, ``redraw`` repaints."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._drawn: dict[int, Strip] = {}
        self._strips_by_parts: dict[tuple[tuple[str, str], ...], Strip] = {}
        self._styles_by_name: dict[str, Style] = {}

    @abstractmethod
    def build(self, row: int, width: int) -> Strip:
        """One row, of any length; ``row`` counts from the top of the content."""

    def strip(self, parts: Row, width: int) -> Strip:
        """A row of these parts, filled up to the width; equal parts give the very same strip."""
        key = tuple(parts)
        strip = self._strips_by_parts.get(key)
        if strip is None:
            if len(self._strips_by_parts) >= KEPT:
                self._strips_by_parts.clear()
            strip = Strip([Segment(text, self.look(look)) for text, look in parts])
            strip = self._strips_by_parts[key] = strip.adjust_cell_length(width, self.look())
        return strip

    def look(self, name: str = "") -> Style:
        """The style of a component class, or of the widget itself."""
        style = self._styles_by_name.get(name)
        if style is None:
            style = self.get_component_rich_style(name) if name else self.rich_style
            self._styles_by_name[name] = style
        return style

    def span(self, size: Size) -> None:
        """Scroll over content of this size.

        Where the scrollbar shows always, nothing is laid out anew.
        """
        if self.styles.overflow_y != "scroll":
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Rows.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def redraw(self) -> None:
        """Build the rows in view anew and repaint those that differ from what is on the screen."""
        old, self._drawn = self._drawn, {}
        top = self.scroll_offset.y
        for y in range(self.scrollable_content_region.height):
            if old.get(top + y) != self._row(top + y):
                self.refresh(Region(0, y, self.outer_size.width, 1))

    def forget(self) -> None:
        """Repaint everything: the size or the theme is another."""
        self._drawn.clear()
        self._strips_by_parts.clear()
        self._styles_by_name.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme is another."""
        super().notify_style_update()
        self.forget()

    def _row(self, row: int) -> Strip:
        strip = self._drawn.get(row)
        if strip is None:
            width = self.scrollable_content_region.width
            strip = self.build(row, width).adjust_cell_length(width, self.look())
            self._drawn[row] = strip
        return strip

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        return self._row(self.scroll_offset.y + y)
