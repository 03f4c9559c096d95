"""The source text beside its translation; the sentence of the current finding is marked."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip

from reviewer.tui.bilingual import SourceText
from reviewer.tui.shown import shown
from reviewer.tui.widgets.rows import Rows
from reviewer.tui.wrap import Layout

GUTTER = 2  # cells left of the text, for the sign


class SourcePane(Rows, can_focus=False):
    """The source as a pane of its own; it scrolls along."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"source--here", "source--sign"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows = Layout()
        self._source: SourceText | None = None
        self._here: tuple[int, int] | None = None

    def show(self, source: SourceText | None, offset: int) -> None:
        """Show a source with the sentence marked that an offset of the translation stands for."""
        self._source = source
        self._here = source.at(offset) if source else None
        self._lay_out()
        if self._here:
            self._reveal(*self._here)
        self.redraw()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - GUTTER
        text = self._source.text if self._source else ""
        if width > 0 and (self._rows.text is not text or self._rows.width != width):
            self._rows = Layout(text, width)
            self.span(Size(width + GUTTER, len(self._rows)))

    def _reveal(self, start: int, end: int) -> None:
        """Scroll so that the sentence is seen, the whole of it if there is room."""
        height = max(1, self.scrollable_content_region.height)
        first, last = self._rows.row(start), self._rows.row(max(start, end - 1))
        top = self.scroll_offset.y
        if not top <= first <= last < top + height:
            spare = max(0, height - (last - first + 1))
            self.scroll_to(y=max(0, first - spare // 2), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Break the rows anew for the new width."""
        self.forget()
        self._lay_out()
        if self._here:
            self._reveal(*self._here)
        self.redraw()

    def build(self, row: int, width: int) -> Strip:
        """One row, the marked sentence's part of it in its own look."""
        if row >= len(self._rows):
            return Strip.blank(width, self.look())
        start, end = self._rows.starts[row], self._rows.ends[row]
        text = shown(self._rows.text[start:end])
        low, high = (min(max(at - start, 0), len(text)) for at in self._here or (0, 0))
        sign = ("▸ ", "source--sign") if low < high else ("  ", "")
        parts = (text[:low], ""), (text[low:high], "source--here"), (text[high:], "")
        return self.strip([sign, *(part for part in parts if part[0])], width)
