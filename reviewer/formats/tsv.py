"""Bilingual tables, TSV and CSV: each cell of the translation is a segment, beside its source.

The columns are known by their header, or named (``target=en,source=2``; numbers count from 1).
Quoting in CSV is RFC 4180's; in TSV a cell is quoted only where the quotes close within its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from reviewer.errors import FixError, InputError, UsageError
from reviewer.formats._languages import is_english
from reviewer.formats._read import Note, decode, head_text, read_article, silent
from reviewer.formats._text import TextBuilder
from reviewer.model import Document
from reviewer.text import later

SUFFIXES = (".tsv", ".csv", ".tab")
WALKED = False  # most tables in a folder are no articles: they must be named
OPTION = "columns"

_ROLES = {
    "target": ("target", "translation", "tgt", "mt", "hypothesis", "output", "text"),
    "source": ("source", "original", "src", "input"),
    "source_lang": ("source_lang", "source_language", "src_lang"),
    "reference": ("reference", "ref", "human"),
}
_LANGUAGE = later(r"[a-z]{2}(?:[-_][a-z0-9]{2,8})*")
_NO_LANGUAGES = frozenset(("id", "no", "to", "nr"))  # as the names of columns
_FORMULA = ("=", "+", "-", "@")


class _Cell(NamedTuple):
    """A cell's content, inside its quotes if it has them."""

    start: int
    end: int
    quoted: bool


class _Columns(NamedTuple):
    """Which column, from 0, holds what; the source's language may be said outright."""

    target: int
    source: int | None
    reference: int | None
    source_lang: int | str | None
    header: bool


def sniff(head: bytes) -> bool:
    """Is the first line a header, between tabs, that names a source and a translation?"""
    names = _folded(head_text(head).partition("\n")[0].split("\t"))
    return all(set(names) & set(_ROLES[role]) for role in ("target", "source"))


def parse(
    path: str,
    stream: BinaryIO,
    note: Note = silent,  # noqa: ARG001
    columns: str = "",
) -> Iterator[Document]:
    """The table as one Document. Raises InputError where the columns are not known.

    ``columns`` names them: ``target=COLUMN,source=COLUMN,reference=COLUMN,source_lang=LANG``.
    Raises UsageError where it names none.
    """
    read = decode(path, read_article(path, stream))
    raw = read.text
    rows = _rows(path, raw)
    builder = TextBuilder(raw)
    if rows:
        first = _folded(_value(raw, cell) for cell in rows[0])
        roles = _named(path, first, columns) if columns else _known(path, first)
        for row in rows[1:] if roles.header else rows:
            if roles.target < len(row):
                _put(builder, raw, row, roles)
    yield builder.document(path, f"tsv:{columns}" if columns else "tsv", read)


def escape(replacement: str, document: Document, start: int) -> str:
    """The replacement as its cell holds it.

    Raises FixError where the cell would have to be quoted first, or would become a formula.
    """
    path, raw = document.path, document.raw
    at = document.raw_offset(start)
    cells = _cells(path, raw)
    cell = cells[bisect_right(cells, at, key=lambda cell: cell.start) - 1]
    begins = cell.start == at
    if begins and replacement.startswith(_FORMULA) and not raw.startswith(_FORMULA, at):
        raise FixError(
            f"{path}: a spreadsheet would take {replacement[:40]!r} at the start of a cell for a"
            " formula; choose another replacement"
        )
    if cell.quoted:
        return replacement.replace('"', '""')
    if _delimiter(path, raw) in replacement or (begins and replacement.startswith('"')):
        raise FixError(
            f"{path}: {replacement[:40]!r} would have to stand in quotes and its cell does not;"
            " quote the cell first"
        )
    return replacement


def _delimiter(path: str, raw: str) -> str:
    if PurePath(path).suffix.lower() in (".tsv", ".tab"):
        return "\t"
    line = raw[: raw.find("\n") + 1 or len(raw)]
    return max("\t", ",", ";", key=lambda mark: (line.count(mark), mark == "\t"))


@lru_cache(maxsize=1)
def _rows(path: str, raw: str) -> list[list[_Cell]]:
    """The rows that are not empty."""
    mark = _delimiter(path, raw)
    inside = r'[^"\t\r\n]' if mark == "\t" else '[^"]'
    quoted = re.compile(rf'"((?:{inside}++|"")*+)"(?=[{mark}\r\n]|\Z)')
    plain = re.compile(rf"[^{mark}\r\n]*")
    rows: list[list[_Cell]] = []
    row: list[_Cell] = []
    at = 0
    while at < len(raw) or row:
        if raw.startswith('"', at) and (match := quoted.match(raw, at)):
            row.append(_Cell(*match.span(1), True))
        elif raw.startswith('"', at) and mark != "\t":
            line = raw.count("\n", 0, at) + 1
            raise InputError(
                f"{path}:{line}: a cell's quotes do not close before {mark!r} or the line's end;"
                " double the quotes inside it"
            )
        elif match := plain.match(raw, at):
            row.append(_Cell(*match.span(), False))
        at = match.end() if match else at
        if raw.startswith(mark, at):
            at += 1
            continue
        if len(row) > 1 or row[0].start < row[0].end:
            rows.append(row)
        row = []
        at += 2 if raw.startswith("\r\n", at) else 1
    return rows


@lru_cache(maxsize=1)
def _cells(path: str, raw: str) -> list[_Cell]:
    return [cell for row in _rows(path, raw) for cell in row]


def _value(raw: str, cell: _Cell) -> str:
    text = raw[cell.start : cell.end]
    return text.replace('""', '"') if cell.quoted else text


def _put(builder: TextBuilder, raw: str, row: Sequence[_Cell], roles: _Columns) -> None:
    start, end, quoted = row[roles.target]
    while quoted and (quote := raw.find('""', start, end)) >= 0:
        builder.run(start, quote)
        builder.atom('"', quote, quote + 2)
        start = quote + 2
    builder.run(start, end)

    def value(column: int | str | None) -> str | None:
        if isinstance(column, str):
            return column
        return None if column is None or column >= len(row) else _value(raw, row[column]) or None

    source, lang, reference = map(value, (roles.source, roles.source_lang, roles.reference))
    builder.close(source=source, source_lang=lang, reference=reference)


def _folded(names: Iterator[str] | Sequence[str]) -> list[str]:
    return [name.strip().strip('"').lower() for name in names]


def _known(path: str, names: list[str]) -> _Columns:
    """The columns by the header's names: their roles, or languages."""

    def role(name: str) -> int | None:
        return next((names.index(known) for known in _ROLES[name] if known in names), None)

    languages = [n for n in names if _LANGUAGE.fullmatch(n) and n not in _NO_LANGUAGES]
    english = next((name for name in languages if is_english(name)), None)
    other = next((name for name in languages if not is_english(name)), None)
    target, source = role("target"), role("source")
    lang: int | str | None = role("source_lang")
    if target is None and english:
        target = names.index(english)
    if source is None and other:
        source, lang = names.index(other), lang if lang is not None else other
    if target is None:
        shown = ", ".join(repr(name[:30]) for name in names[:8])
        raise InputError(
            f"{path}: no column of the header is known for the translation ({shown}); name it:"
            " --columns target=COLUMN,source=COLUMN"
        )
    return _Columns(target, source, role("reference"), lang, header=True)


def _named(path: str, names: list[str], columns: str) -> _Columns:
    """The columns as asked for; where all are numbers, the first row may be no header."""
    wanted = dict(part.partition("=")[::2] for part in columns.split(","))
    if "target" not in wanted or not set(wanted) <= set(_ROLES):
        raise UsageError(
            f"--columns {columns}: expected target=COLUMN[,source=COLUMN][,reference=COLUMN]"
            "[,source_lang=LANG], each COLUMN a name or a number from 1"
        )
    header = any(name in known for known in _ROLES.values() for name in names)
    found: dict[str, int | str] = {}
    for role, column in wanted.items():
        folded = column.strip().lower()
        if folded in names:
            found[role], header = names.index(folded), True
        elif folded.isdecimal() and int(folded) > 0:
            found[role] = int(folded) - 1
        elif role == "source_lang":
            found[role] = column.strip()
        else:
            shown = ", ".join(repr(name[:30]) for name in names[:8])
            raise UsageError(f"{path}: --columns: there is no column {column!r} ({shown})")
    source, lang = wanted.get("source", ""), found.get("source_lang")
    if lang is None and _LANGUAGE.fullmatch(source.lower()):
        lang = source

    def number(role: str) -> int | None:
        column = found.get(role)
        return column if isinstance(column, int) else None

    return _Columns(number("target") or 0, number("source"), number("reference"), lang, header)
