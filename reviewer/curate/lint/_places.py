"""Where in a glossary file an entry's form stands."""

from __future__ import annotations

from pathlib import Path

from reviewer.glossary.positions import Place as Entry
from reviewer.glossary.positions import positions
from reviewer.model import Place
from reviewer.text import LineIndex

_REACH = 4000  # code points of an entry that are searched for a form


class Places:
    """One file's text, its lines and, for TOML, the lines of its fields."""

    def __init__(self, path: Path) -> None:
        self._text = path.read_bytes().decode("utf-8-sig", "replace")
        self._lines = LineIndex(self._text)
        self._fields: dict[int, Entry] = {}
        if path.suffix.lower() == ".toml":
            found = positions(self._text)
            self._fields = {
                place.line: place for name in ("term", "rule") for place in found.get(name, ())
            }

    def of(self, line: int, field: str, form: str) -> tuple[int, int, Place]:
        """Start and end (code points of the file) and the place of a form of the entry at a line.

        A form that is written with escapes is given as its field's whole line.
        """
        entry = self._fields.get(line)
        at = entry.of(field) if entry else line
        start, end = self._lines.line_span(at)
        found = self._text.find(form, start, start + _REACH) if form else -1
        if found >= 0 and (entry or found < end):
            start, end = found, found + len(form)
        return start, end, self._place(start, end)

    def _place(self, start: int, end: int) -> Place:
        (line, column), (end_line, end_column) = map(self._lines.line_column, (start, end))
        return Place(
            line,
            column,
            end_line,
            end_column,
            self._lines.byte_column(start),
            self._lines.byte_column(end),
        )
