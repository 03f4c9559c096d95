"""Where entries and fields stand in a TOML text, which ``tomllib`` does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Strings and comments are passed over; headers and keys at the start of a line are kept.
_MARK = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
    r"|^[ \t]*\[{1,2}[ \t]*(?P<table>[\w-]+)(?:[ \t]*\.[ \t]*(?P<inner>[\w-]+)[^\]\n]*)?[ \t]*\]"
    r"|^[ \t]*(?P<key>[\w-]+)[ \t]*[.=]",
    re.MULTILINE | re.DOTALL,
)


@dataclass(slots=True)
class Place:
    """The 1-based line of a table's header, and of each of its fields."""

    line: int
    fields: dict[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        """The line of a field, or else of the header."""
        return self.fields.get(key, self.line)


def positions(text: str) -> dict[str, list[Place]]:
    """The places of each table by its name, in order; a key before every table is a place too."""
    places: dict[str, list[Place]] = {}
    line, reached = 1, 0
    current: Place | None = None
    tables = False
    for mark in _MARK.finditer(text):
        line += text.count("\n", reached, mark.start())
        reached = mark.start()
        if inner := mark["inner"]:  # [term.native]: a field of the entry above, spread out
            tables, current = True, None
            if entries := places.get(mark["table"]):
                entries[-1].fields.setdefault(inner, line)
        elif table := mark["table"]:
            tables, current = True, Place(line)
            places.setdefault(table, []).append(current)
        elif key := mark["key"]:
            if current:
                current.fields.setdefault(key, line)
            elif not tables:
                places.setdefault(key, []).append(Place(line))
    return places
