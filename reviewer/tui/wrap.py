"""Lines of text broken into rows of a given width in terminal cells, and the way between the two.

Offsets count code points of the text; columns count cells. A row's end is the next row's start, or
the end of its line; line ends belong to no row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

import regex
from rich.cells import cell_len

from reviewer.tui.shown import shown

_LINE_END = re.compile(r"\r\n|\n|\r")
_CLUSTER = regex.compile(r"\X")


@lru_cache(maxsize=8192)
def _single(characters: frozenset[str]) -> bool:
    return all(cell_len(shown(char)) == 1 for char in characters)


def _breaks_of_narrow(line: str, width: int) -> list[int]:
    """Where rows begin in a line whose every code point takes one cell."""
    starts = [0]
    at, length = 0, len(line)
    while length - at > width:
        space = line.rfind(" ", at, at + width + 1)
        at = space + 1 if space >= at and space + 1 < length else at + width
        starts.append(at)
    return starts


def _breaks_of_any(line: str, width: int) -> list[int]:
    """Where rows begin, by clusters: marks stay on their letter, wide letters may part."""
    starts = [0]
    used = 0
    space_at = space_used = -1  # just after the last place to break, and the cells up to there
    for cluster in _CLUSTER.finditer(line):
        cells = cell_len(shown(cluster.group()))
        blank = cluster.group() == " "
        if used + cells > width and used and not blank:
            at = space_at if space_at > starts[-1] else cluster.start()
            used -= space_used if space_at > starts[-1] else used
            starts.append(at)
            space_at = -1
        used += cells
        if blank or cells == 2:
            space_at, space_used = cluster.end(), used
    return starts


@lru_cache(maxsize=16384)
def breaks(line: str, width: int) -> tuple[int, ...]:
    """Offsets in ``line`` where its rows of at most ``width`` cells begin; the first is 0.

    Rows break after a space where they can; a space may hang over the edge.
    """
    if len(line) <= width and line.isascii():
        return (0,)
    if (line.isascii() and line.isprintable()) or _single(frozenset(line)):
        return tuple(_breaks_of_narrow(line, width))
    return tuple(_breaks_of_any(line, width))


class Layout:
    """The rows of a text at one width."""

    def __init__(self, text: str = "", width: int = 80) -> None:
        self.width = max(1, width)
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        if "\r" in text:
            bounds = (match.span() for match in _LINE_END.finditer(text))
            at = 0
            for end, following in [*bounds, (len(text), len(text))]:
                self._add(text[at:end], at)
                at = following
        else:  # five times as quick
            at = 0
            for line in text.split("\n"):
                self._add(line, at)
                at += len(line) + 1

    def _add(self, line: str, at: int) -> None:
        """The rows of one line, which begins at an offset."""
        first, *others = breaks(line, self.width)
        self.starts.append(at + first)
        for offset in others:
            self.ends.append(at + offset)
            self.starts.append(at + offset)
        self.ends.append(at + len(line))

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, offset: int) -> int:
        """The row that holds an offset; a line end belongs to the row before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def column(self, offset: int) -> int:
        """The cell where an offset stands in its row."""
        return cell_len(shown(self.text[self.starts[self.row(offset)] : offset]))

    def offset(self, row: int, column: int) -> int:
        """The offset whose character covers a cell; beyond the row's end: that end."""
        row = min(max(0, row), len(self) - 1)
        start, end = self.starts[row], self.ends[row]
        cells = 0
        for cluster in _CLUSTER.finditer(self.text, start, end):
            cells += cell_len(shown(cluster.group()))
            if cells > column:
                return cluster.start()
        return end
