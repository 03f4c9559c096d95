"""Glossaries as CSV or TSV: a header line, then one term a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from reviewer.errors import GlossaryError
from reviewer.glossary import fields
from reviewer.glossary.model import KINDS, STATUSES, Glossary, Term
from reviewer.plugins import unknown

Note = Callable[[int, str], None]
_HEAD = 1 << 16  # bytes that hold the header
_NOTED = 5  # unknown kinds told one by one: a shifted column would make each row one
_NATIVE = ("native_", "native:")
_YES, _NO = {"true", "yes", "1", "x"}, {"false", "no", "0"}


def read(data: bytes, name: str, note: Note) -> tuple[Glossary, Iterator[Term]]:
    """The glossary's head, and its terms of every status, read as they are asked for.

    ``note`` is told (line, text) what was read otherwise than it stands. Raises GlossaryError.
    """
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"{name}:{line}: not UTF-8 (byte {error.start}); export the file as UTF-8"
        ) from None
    rows = _rows(data, name)
    line, header = next(rows, (1, []))
    columns = _columns(header, line, name, note)
    language = _language(columns, data, name)
    ids = fields.Ids(_explicit_ids(columns, data, name))
    return Glossary(terms=(), language=language, diacritics=""), _terms(
        rows, columns, ids, name, note
    )


def _rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line it begins on; decoded as it is read."""
    head = data[:_HEAD].decode("utf-8-sig", "ignore")
    header, _, _ = head.lstrip().partition("\n")
    delimiter = max(",\t;", key=header.count)
    lines = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line, width = 1, 0
    try:
        for row in reader:
            if any(row):
                width = width or len(row)
                if len(row) > width:
                    raise GlossaryError(
                        f"{name}:{line}: {len(row)} cells, but the header has {width};"
                        f" put quotation marks round a cell that holds {delimiter!r}"
                    )
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(f"{name}:{line}: not a readable row: {error}") from None


def _columns(header: list[str], line: int, name: str, note: Note) -> dict[str, int]:
    """Column names and where they stand; columns nobody knows are noted and left out."""
    columns: dict[str, int] = {}
    for index, title in enumerate(header):
        key = title.strip().lower()
        if key.startswith(_NATIVE):
            code = title.strip()[len(_NATIVE[0]) :]
            try:
                key = "native:" + fields.language(code)
            except fields.FieldError as problem:
                raise GlossaryError(f"{name}:{line}: column {title.strip()!r}: {problem}") from None
        elif key not in COLUMNS:
            note(line, f"{unknown('column', title.strip(), COLUMNS)} (left out)")
            continue
        if key in columns:
            raise GlossaryError(f"{name}:{line}: column {title.strip()!r} stands twice")
        columns[key] = index
    if "term" not in columns:
        raise GlossaryError(
            f"{name}:{line}: no column 'term'; the first line must be a header"
            " such as term,kind,status or the single word term"
        )
    return columns


def _cells(rows: Iterator[tuple[int, list[str]]], index: int) -> Iterator[tuple[int, str]]:
    next(rows, None)
    for line, row in rows:
        if index < len(row) and (cell := row[index].strip()):
            yield line, cell


def _language(columns: dict[str, int], data: bytes, name: str) -> str:
    """The language of the terms: one for the whole file."""
    if "lang" not in columns:
        return ""
    first = ""
    for line, code in _cells(_rows(data, name), columns["lang"]):
        try:
            fields.language(code)
        except fields.FieldError as problem:
            raise GlossaryError(f"{name}:{line}: column 'lang': {problem}") from None
        first = first or code
        if code != first:
            raise GlossaryError(
                f"{name}:{line}: column 'lang': {code!r} after {first!r};"
                " a glossary holds terms of one language, native forms go into native columns"
            )
    return first


def _explicit_ids(columns: dict[str, int], data: bytes, name: str) -> dict[str, int]:
    seen: dict[str, int] = {}
    if "id" in columns:
        for line, explicit in _cells(_rows(data, name), columns["id"]):
            if explicit in seen:
                raise GlossaryError(
                    f"{name}:{line}: column 'id': {explicit!r} is taken"
                    f" by {name}:{seen[explicit]}; choose another"
                )
            seen[explicit] = line
    return seen


def _terms(
    rows: Iterator[tuple[int, list[str]]],
    columns: dict[str, int],
    ids: fields.Ids,
    name: str,
    note: Note,
) -> Iterator[Term]:
    strange: set[str] = set()
    readers = [(key, at, _READERS[key]) for key, at in columns.items() if key in _READERS]
    natives = [(key, at) for key, at in columns.items() if key.startswith("native:")]
    width = 1 + max(columns.values())
    for line, row in rows:
        if len(row) < width:
            row += [""] * (width - len(row))
        values: dict[str, Any] = {}
        native: dict[str, tuple[str, ...]] = {}
        key = "term"
        try:
            for key, index, read_cell in readers:
                if (cell := row[index].strip()) or key == "term":
                    values[key] = read_cell(cell)
            for key, index in natives:
                if cell := row[index].strip():
                    native[key[7:]] = _names(cell)
        except fields.FieldError as problem:
            raise GlossaryError(f"{name}:{line}: column {key!r}: {problem}") from None
        kind = values.get("kind", "other")
        if kind not in KINDS:
            values["kind"] = "other"
            if kind not in strange and len(strange) < _NOTED:
                strange.add(kind)
                more = "; more may follow" if len(strange) == _NOTED else ""
                note(line, f"{unknown('kind', kind, KINDS)} (read as 'other'{more})")
        values["id"] = values.get("id") or ids.make(values["term"])
        yield Term(**values, native=native, origin=(name, line))


def _names(cell: str) -> tuple[str, ...]:
    """Several names in one cell, divided by ``|`` or ``;``."""
    if ";" not in cell and "|" not in cell:
        return (fields.name(cell),)
    parts = (part.strip() for part in cell.replace(";", "|").split("|"))
    return tuple(fields.name(part) for part in parts if part)


def _kind(cell: str) -> str:
    return fields.KIND_ALIASES.get(cell.lower(), cell.lower())


def _flag(cell: str) -> bool:
    if cell.lower() not in _YES | _NO:
        raise fields.FieldError(f"{cell!r} is neither yes nor no")
    return cell.lower() in _YES


_READERS: dict[str, Callable[[str], Any]] = {
    "term": fields.name,
    "id": fields.name,
    "kind": _kind,
    "status": fields.choice("status", STATUSES),
    "admitted": _names,
    "deprecated": _names,
    "note": fields.text,
    "source": fields.text,
    "word": _flag,
}
COLUMNS = (*_READERS, "lang")
