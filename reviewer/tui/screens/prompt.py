"""Small questions at the bottom of the screen, so that the text stays in view."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Prompt(ModalScreen[str | None]):
    """Ask for a line of text; escape gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        """The question above the line."""
        with Vertical(classes="prompt"):
            yield Static(self._question, markup=False)
            yield Input(self._value, select_on_focus=False)
            yield Static("enter: take it   escape: leave it", classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the line back."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Hand nothing back."""
        self.dismiss(None)


class Choice(ModalScreen[str | None]):
    """Ask for one of several keys; escape gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, question: Content, choices: dict[str, str]) -> None:
        super().__init__()
        self._question, self._choices = question, choices

    def compose(self) -> ComposeResult:
        """The question above the keys and what they do."""
        keys = [
            Content.assemble((f" {key} ", "bold reverse"), f" {what}")
            for key, what in self._choices.items()
        ]
        keys.append(Content.assemble((" escape ", "bold reverse"), " stay here"))
        with Vertical(classes="prompt"):
            yield Static(self._question, markup=False)
            yield Static(Content("   ").join(keys), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Hand the key back if it is one of the choices."""
        if event.character in self._choices:
            event.stop()
            self.dismiss(event.character)

    def action_cancel(self) -> None:
        """Hand nothing back."""
        self.dismiss(None)
