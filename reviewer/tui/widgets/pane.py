"""A pane of styled text that scrolls; replacing its text lays nothing out anew."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual

from reviewer.tui.widgets.rows import Rows


class Pane(Rows, can_focus=False):
    """Shows one Content, wrapped to its width."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._content = Content("")
        self._strips: list[Strip] = []

    def put(self, content: Content) -> None:
        """Show this, from its beginning."""
        self._content = content
        self._wrap()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.redraw()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()
        self.forget()

    def notify_style_update(self) -> None:
        """Wrap again in the colours of another theme."""
        super().notify_style_update()
        self._wrap()

    def _wrap(self) -> None:
        width, height = self.scrollable_content_region.size
        if width > 0 and self.is_attached:
            strips = Visual.to_strips(self, self._content, width, None, self.visual_style)
            self._strips = list(strips)
            # Never less than the pane: another virtual size has the whole screen laid out anew.
            self.virtual_size = Size(width, max(height, len(self._strips)))

    def build(self, row: int, width: int) -> Strip:
        """One row of the text."""
        if row < len(self._strips):
            return self._strips[row]
        return Strip.blank(width, self.look())
