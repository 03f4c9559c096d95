"""A TOML glossary as text: where each entry and field stands, with its comments.

What a field or an entry owns: the comment lines right above it, and its own lines. What lies
between entries (blank lines, comments that head a section) belongs to none and is never touched.
All offsets count code points, end exclusive, and fall on line starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HEADER = r"^[ \t]*\[{1,2}[ \t]*(?P<table>[\w-]+)[ \t]*(?P<inner>\.[^\]\n]*)?\]{1,2}[^\n]*"
_LINE_HEADER = re.compile(_HEADER, re.MULTILINE)
# Strings and comments are passed over; headers and keys at the start of a line are kept.
_PASSED = (
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"(?![ \t]*=)|\'[^\'\n]*\'(?![ \t]*=)'
    r"|#[^\n]*"
)
_TOKENS = re.compile(_PASSED, re.DOTALL)
_ANY_HEADER = re.compile(f"{_PASSED}|{_HEADER}", re.MULTILINE | re.DOTALL)
_ANY_KEY = re.compile(
    rf"{_PASSED}|{_HEADER}|^[ \t]*(?P<key>[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*[.=]",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Table:
    """``[glossary]``, ``[[term]]`` or ``[[rule]]``: from its own comments to its last field."""

    name: str
    start: int
    header: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """``start`` is where its own comments begin, ``at`` where the key stands."""

    key: str
    start: int
    at: int
    end: int
    spread: bool = False  # a table of its own, [term.native]


def tables(text: str) -> list[Table]:
    """Every table in order; a table inside another ([term.native]) belongs to it."""
    several_lines = "'''" in text or '"""' in text
    found = (_ANY_HEADER if several_lines else _LINE_HEADER).finditer(text)
    headers = [(m["table"], m.start()) for m in found if m["table"] and not m["inner"]]
    stops = [*(start for _, start in headers), len(text)][1:]
    built = []
    floor = 0
    for (name, header), stop in zip(headers, stops, strict=True):
        end = _last_line(text, header, stop)
        built.append(Table(name, _comments(text, header, floor), header, end))
        floor = end
    return built


def fields(text: str, table: Table) -> list[Field]:
    """The fields of one table in order."""
    part = text[table.header : table.end]
    marks = list(_marks(part))
    ends = [at for _, at, _ in marks[1:]] + [len(part)]
    found = []
    floor = len(part.splitlines(keepends=True)[0])
    for (key, at, spread), stop in zip(marks, ends, strict=True):
        end = _last_line(part, at, stop)
        start = _comments(part, at, floor, blank=True)
        base = table.header
        found.append(Field(key, base + start, base + at, base + end, spread))
        floor = end
    return found


def _marks(part: str) -> Iterator[tuple[str, int, bool]]:
    """Key, offset and whether it is a table of its own."""
    inside = False
    for mark in _ANY_KEY.finditer(part):
        if mark["inner"]:
            inside = True
            yield mark["inner"].strip(". \t\"'"), mark.start(), True
        elif mark["key"] and not inside:
            yield mark["key"].strip("\"'"), mark.start(), False


def _last_line(text: str, low: int, high: int) -> int:
    """The end of the last line of ``text[low:high]`` that is neither blank nor a comment."""
    while high > low:
        start = text.rfind("\n", low, high - 1) + 1
        line = text[max(start, low) : high].strip()
        if (line and not line.startswith("#")) or start <= low:
            return high
        high = start
    return high


def _comments(text: str, at: int, floor: int, *, blank: bool = False) -> int:
    """Where the comment lines right above ``at`` begin; with ``blank``, blank ones too."""
    while at > floor:
        start = text.rfind("\n", 0, at - 1) + 1
        line = text[start:at].strip()
        if start < floor or not (line.startswith("#") or (blank and not line)):
            break
        at = start
    return at


def comment_of(lines: str) -> str:
    """The comment at the end of a field's lines; empty where there is none."""
    held = comments(lines)
    return held[-1] if held and lines.rstrip().endswith(held[-1]) else ""


def comments(lines: str) -> list[str]:
    """Every comment in a field's lines."""
    return [m[0].rstrip() for m in _TOKENS.finditer(lines) if m[0].startswith("#")]


def line_of(text: str, offset: int) -> int:
    """The 1-based line of an offset."""
    return text.count("\n", 0, offset) + 1


def newline_of(text: str) -> str:
    """The line end that a file uses: that of its first line."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def between(text: str, found: list[Table]) -> list[str]:
    """The stretches before, between and after the tables, one more than tables."""
    edges = [0, *(edge for table in found for edge in (table.start, table.end)), len(text)]
    return [text[low:high] for low, high in list(pairwise(edges))[::2]]
