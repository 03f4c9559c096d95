"""What every full screen has: a title line, a line for messages, the footer, a least size."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from reviewer.tui.session import Session

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

TOO_SMALL = "terminal too small: needs 60x15"


class FramedScreen(Screen[None]):
    """Base of the full screens; ``body`` composes the middle, ``show`` brings it up to date."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (60, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-short"), (20, "-high")]  # noqa: RUF012
    app: ReviewerApp

    def compose(self) -> ComposeResult:
        """Title, body, message, footer; and what to say when the terminal is too small."""
        yield Static(id="title", markup=False)
        yield from self.body()
        yield Static(id="message", markup=False)
        yield Footer(show_command_palette=False)
        yield Static(TOO_SMALL, id="too-small", markup=False)

    @abstractmethod
    def body(self) -> ComposeResult:
        """The widgets between title and message."""

    @abstractmethod
    def show(self) -> None:
        """Bring every widget up to the session's state."""

    @property
    def session(self) -> Session:
        """The one session of the app."""
        return self.app.session

    def on_mount(self) -> None:
        """Show as soon as the widgets have their sizes."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self.call_after_refresh(self.show)

    def entitle(self, content: Content) -> None:
        """Set the title line."""
        self.query_one("#title", Static).update(content, layout=False)

    def tell(self, content: Content) -> None:
        """Set the message line; an empty one goes away."""
        line = self.query_one("#message", Static)
        if line.visual != content:
            line.update(content)
