"""Adding, changing and removing single entries of a TOML glossary: only their lines change.

Each function takes the file's text and gives the new one, and costs no parse of the whole file. A
``name`` means the term whose preferred form or explicit id it is, else the rule of that id.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from reviewer.curate.source import (
    Field,
    Table,
    comment_of,
    fields,
    line_of,
    newline_of,
    tables,
)
from reviewer.errors import GlossaryError
from reviewer.glossary import toml as reading
from reviewer.glossary.exchange import toml

Values = Mapping[str, Any]
_NAMES = {
    "term": re.compile(r"^[ \t]*[\"']?(?:term|id)[\"']?[ \t]*=.*", re.MULTILINE),
    "rule": re.compile(r"^[ \t]*[\"']?id[\"']?[ \t]*=.*", re.MULTILINE),
}


def add(text: str, values: Values, path: str) -> str:
    """The text with a new term after the last one; ``path`` is for messages.

    Raises GlossaryError for values that cannot be, and for a term that is there already, unless
    both have a note and the notes differ: two people of one name.
    """
    found = tables(text)
    name = values.get("term", "")
    for table in _of_name(text, found, name):
        if table.name == "term":
            _refuse_second(text, table, values, path)
    for table in _of_name(text, found, values.get("id", "")):
        line = line_of(text, table.header)
        raise GlossaryError(f"{path}:{line}: the id {values['id']!r} is taken; choose another")
    newline = newline_of(text)
    new = toml.entry("term", values).replace("\n", newline)
    last = max((t.end for t in found if t.name == "term"), default=None)
    at = len(text) if last is None else last
    before = text[:at]
    if before and not before.endswith("\n"):
        before += newline
    gap = newline if before.strip() else ""
    after = text[at:]
    if after and not after.startswith(("\n", "\r\n")):
        after = newline + after
    _check(new, line_of(before + gap, len(before + gap)), path)
    return before + gap + new + after


def edit(text: str, name: str, values: Values, path: str, line: int | None = None) -> str:
    """The text with fields of a term changed; None as a value takes the field out.

    ``line`` chooses among terms of one name. Raises GlossaryError.
    """
    table = locate(text, name, path, line)
    if table.name != "term":
        raise GlossaryError(f"{path}: {name!r} is a rule; change rules in an editor, then lint")
    part = changed(text[table.start : table.end], values, newline_of(text))
    _check(part, line_of(text, table.start), path)
    return text[: table.start] + part + text[table.end :]


def changed(part: str, values: Values, newline: str) -> str:
    """The text of one entry with fields changed; None as a value takes the field out."""
    for key, value in values.items():
        part = _with(part, key, value, newline)
    return part


def remove(text: str, name: str, path: str, line: int | None = None) -> str:
    """The text without an entry, its own comments, and one blank line beside it."""
    table = locate(text, name, path, line)
    before, after = text[: table.start], text[table.end :]
    newline = newline_of(text)
    if after.startswith(newline):
        after = after[len(newline) :]
    elif not after and before.endswith(newline * 2):
        before = before[: -len(newline)]
    return before + after


def locate(text: str, name: str, path: str, line: int | None = None) -> Table:
    """The one entry of this name. Raises GlossaryError where there is none, or several."""
    found = list(_of_name(text, tables(text), name))
    lines = {line_of(text, table.header): table for table in found}
    if line is not None:
        if line not in lines:
            raise GlossaryError(f"{path}:{line}: no entry {name!r} begins here")
        return lines[line]
    if not found:
        raise GlossaryError(f"{path}: no entry {name!r} (a preferred form, or an id)")
    if len(found) > 1:
        places = ", ".join(map(str, lines))
        raise GlossaryError(
            f"{path}: {len(found)} entries {name!r}, on lines {places}; choose one with --line"
        )
    return found[0]


def values_of(text: str, table: Table) -> dict[str, Any]:
    """The fields of one table as TOML has them."""
    (inner,) = tomllib.loads(text[table.start : table.end]).values()
    values: dict[str, Any] = inner if isinstance(inner, dict) else inner[0]
    return values


def _of_name(text: str, found: list[Table], name: str) -> Iterator[Table]:
    """Terms of this name; where there are none, the rule of this id."""
    rules: list[Table] = []
    any_term = False
    for table in found if name else ():
        part = text[table.header : table.end]
        if (lines := _NAMES.get(table.name)) is None or not (name in part or "\\" in part):
            continue
        for match in lines.finditer(part):
            if (name in match[0] or "\\" in match[0]) and _says(match[0], name):
                if table.name == "rule":
                    rules.append(table)
                else:
                    any_term = True
                    yield table
                break
    if not any_term:
        yield from rules


def _says(line: str, name: str) -> bool:
    try:
        return name in tomllib.loads(line).values()
    except tomllib.TOMLDecodeError:
        return False


def _refuse_second(text: str, table: Table, values: Values, path: str) -> None:
    theirs, ours = values_of(text, table).get("note", ""), values.get("note", "")
    if not (theirs and ours and theirs != ours):
        raise GlossaryError(
            f"{path}:{line_of(text, table.header)}: {values['term']!r} is there already; edit it,"
            " or tell two people of one name apart by their notes"
        )


def _with(part: str, key: str, value: Any, newline: str) -> str:
    """The text of one term with a field set, or taken out where the value is None."""
    (table,) = tables(part)
    present = fields(part, table)
    old = [field for field in present if field.key == key]
    at = old[0].at if old else _place(present, key, part, table)
    new = ""
    if value is not None:
        held = part[old[0].at : old[0].end] if len(old) == 1 and not old[0].spread else ""
        new = _rewritten(held, key, value).replace("\r\n", "\n").replace("\n", newline)
        if at and part[at - 1] != "\n":
            new = newline + new
    for field in reversed(old):
        part = part[: field.at] + part[field.end :]
    return part[:at] + new + part[at:]


def _place(present: list[Field], key: str, text: str, table: Table) -> int:
    """Where a new field goes: after the last one that canonically stands before it."""
    order = toml.ORDER[table.name]
    before = order[: order.index(key)]
    header_end = text.find("\n", table.header) + 1 or len(text)
    return max((f.end for f in present if not f.spread and f.key in before), default=header_end)


def _rewritten(held: str, key: str, value: Any) -> str:
    """The lines of a field with another value; comments, and the style of a list, are kept."""
    if isinstance(value, list) and held.rstrip().count("\n"):
        import tomlkit

        document = tomlkit.parse(held)
        old: Any = document[key]
        for index in reversed([i for i, item in enumerate(old) if item not in value]):
            del old[index]
        for item in value:
            if item not in old:
                old.append(item)
        return document.as_string()
    written = toml.line(key, value)
    comment = comment_of(held)
    return f"{written.rstrip()}  {comment}\n" if comment else written


def _check(new: str, line: int, path: str) -> None:
    """Read the entry as every glossary is read; lines of the file in messages."""
    try:
        _read(new, path)
    except GlossaryError:  # once more, now that the line of the message matters
        _read("\n" * (line - 1) + new, path)


def _read(text: str, path: str) -> None:
    _, terms = reading.read(text.encode("utf-8", "surrogatepass"), path)
    list(terms)
