"""Every key of the review and what it does; the config's ``keys`` table may change the keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.binding import Binding

from reviewer.errors import ConfigError
from reviewer.plugins import unknown


@dataclass(frozen=True, slots=True)
class Command:
    """One thing an editor can do: its name in the config, its keys, a word and a line for it."""

    name: str
    keys: str
    label: str
    help: str
    footer: bool = False
    everywhere: bool = False  # on every screen, not only beside an article


COMMANDS = (
    Command("approve", "a", "Approve", "put the first suggestion in and go on", footer=True),
    Command("edit", "e", "Edit", "type the correction yourself", footer=True),
    Command("reject", "x", "Reject", "the text is right as it stands; go on", footer=True),
    Command("skip", "s,space", "Skip", "put this one off and go on", footer=True),
    Command("undo", "u", "Undo", "take the last step back, in whatever article", footer=True),
    Command("redo", "ctrl+r", "Redo", "take the last undo back"),
    Command(
        "next", "n", "Next", "go to the next open finding; after the last, to the next article"
    ),
    Command(
        "previous",
        "p",
        "Previous",
        "go to the previous open finding; before the first, an article back",
    ),
    Command("next_any", "N", "Next any", "go to the next finding, decided or not"),
    Command("previous_any", "P", "Previous any", "go to the previous finding, decided or not"),
    Command(
        "save",
        "ctrl+s",
        "Save",
        "write the approved corrections to the file",
        footer=True,
        everywhere=True,
    ),
    Command("next_article", "right_square_bracket", "Next article", "go to the next article"),
    Command("previous_article", "left_square_bracket", "Previous article", "go back an article"),
    Command(
        "approve_wide", "A", "Approve all", "approve this spelling here, in the article, everywhere"
    ),
    Command("reject_wide", "X", "Reject all", "reject this spelling everywhere, with a reason"),
    Command("mark", "m", "Mark", "correct a span that the program missed (select it first)"),
    Command("find", "slash", "Find", "find text in this article"),
    Command("filter", "f", "Filter", "only findings of some severity, check or confidence"),
    Command("concordance", "c", "Concordance", "every place of this name in all articles"),
    Command("diff", "d", "Changes", "what is changed in this article and not saved yet"),
    Command("add_term", "plus", "Add to glossary", "put a name into the team's glossary"),
    Command("theme", "t", "Theme", "dark, light, the terminal's own colours", everywhere=True),
    Command("queue", "o", "Articles", "all articles, to open another", everywhere=True),
    Command("history", "h", "Decisions", "all decisions, to take any one back", everywhere=True),
    Command("glossary", "g", "Glossary", "search the glossary, beginning with this name"),
    Command(
        "candidates",
        "w",
        "New names",
        "names seen and not known: into the glossary with them, or refuse them",
        everywhere=True,
    ),
    Command("source", "v", "Source", "show or hide the source text"),
    Command("help", "question_mark", "Help", "show every key", footer=True, everywhere=True),
    Command(
        "leave",
        "q",
        "Quit",
        "leave; asks only when an approval is not in its file yet",
        everywhere=True,
    ),
)


_SIGNS = {
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "plus": "+",
}


def shown_key(key: str) -> str:
    """A key as it is written on the keyboard."""
    return _SIGNS.get(key, key)


def bindings(*, everywhere: bool) -> list[Binding]:
    """The commands of the app, or those of the article screen, as Textual's bindings.

    Their ids are the commands' names in the config.
    """
    return [
        Binding(
            command.keys,
            command.name,
            command.label,
            show=command.footer,
            key_display=shown_key(command.keys.split(",")[0]) if command.footer else None,
            tooltip=command.help,
            id=command.name,
        )
        for command in COMMANDS
        if command.everywhere is everywhere
    ]


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """The config's ``keys`` table (action = "key" or "key,key") as Textual takes it.

    Raises ConfigError for an action that does not exist, an empty key, or a key given twice.
    """
    known = tuple(command.name for command in COMMANDS)
    owner: dict[str, str] = {}
    for command in COMMANDS:
        given = keys.get(command.name, command.keys)
        for key in filter(None, (part.strip() for part in given.split(","))):
            if key in owner:
                raise ConfigError(
                    f"keys: {key!r} is given to both {owner[key]!r} and {command.name!r};"
                    " give one of them another key"
                )
            owner[key] = command.name
        if command.name not in owner.values():
            raise ConfigError(f"keys: {command.name}: no key given; name one, such as 'f2'")
    for name in keys:
        if name not in known:
            raise ConfigError("keys: " + unknown("action", name, known))
    return dict(keys)
