"""Every key and what it does, as the keys are now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reviewer.tui.keys import COMMANDS, shown_key

SIGNS = (
    ("▸", "the current finding"),
    ("!", "an open error"),
    ("•", "an open warning"),
    ("·", "an open hint"),
    ("✓", "approved"),
    ("✎", "corrected by hand"),
    ("×", "rejected: stays as it is"),
    ("~", "skipped"),
)


class HelpScreen(ModalScreen[None]):
    """The keys in force and the signs beside the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "close", "Close"),
    ]

    def __init__(self, keys: dict[str, str], behind: Screen[Any]) -> None:
        super().__init__()
        self._keys, self._behind = keys, behind

    def compose(self) -> ComposeResult:
        """A table of keys, then one of signs."""
        lines = []
        own = list(_own(self._behind))
        if own:
            lines += [Content.styled("Keys of this list", "bold"), *own, Content("")]
        lines.append(Content.styled("Keys", "bold"))
        for command in COMMANDS:
            keys = self._keys.get(command.name, command.keys).split(",")
            lines.append(_row(" ".join(shown_key(key.strip()) for key in keys), command.help))
        lines.append(_row("1-9", "put that suggestion in and go on"))
        lines.append(_row("up down PgUp", "scroll the text"))
        lines.append(
            _row("shift+arrows", "select letters and rows, with ctrl words; the mouse too")
        )
        lines += [Content(""), Content.styled("Signs beside the text", "bold")]
        lines += [_row(sign, meaning) for sign, meaning in SIGNS]
        lines += [Content(""), Content.styled("escape closes this page", "$secondary")]
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(lines), markup=False)

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)


def _own(screen: Screen[Any]) -> Iterator[Content]:
    """The keys that a screen has beside the commands."""
    names = {command.name for command in COMMANDS}
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding) and binding.show and binding.id not in names:
            yield _row(binding.key, binding.tooltip or binding.description)


def _row(keys: str, what: str) -> Content:
    return Content.assemble((f"{keys:<14}", "bold $text-primary"), what)
