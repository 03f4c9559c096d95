"""A TOML glossary in canonical form: order of fields, spelling of values, blank lines.

Comments stay with what they stand above or beside. Forms are composed (Unicode NFC) and lose white
space at their ends; apart from that nothing is said that was not said before, which is proved by
reading the result.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

from reviewer.curate import source
from reviewer.curate.source import Field, Table
from reviewer.errors import GlossaryError
from reviewer.glossary import toml as reading
from reviewer.glossary.exchange import toml
from reviewer.glossary.fields import KIND_ALIASES

_BLANKS = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t]+$", re.MULTILINE)
_FORMS = ("term", "admitted", "deprecated", "native", "id", "source", "note")


def formatted(text: str, path: str) -> str:
    """The canonical form; formatting it again changes nothing. Raises GlossaryError."""
    newline = source.newline_of(text)
    text = text.replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    _, terms = reading.read(text.encode("utf-8", "surrogatepass"), path)
    list(terms)
    found = source.tables(text)
    said = [(table.name, _canonical(table.name, _values(text, table))) for table in found]
    parts = []
    for index, stretch in enumerate(source.between(text, found)):
        parts.append(_stretch(stretch, first=index == 0, last=index == len(found)))
        if index < len(found):
            parts.append("".join(_table(text, found[index], said[index][1])))
    new = "".join(parts)
    _prove(new, said, path)
    return new.replace("\n", newline)


def _values(text: str, table: Table) -> dict[str, Any]:
    (inner,) = tomllib.loads(text[table.header : table.end]).values()
    return dict(inner) if isinstance(inner, dict) else dict(inner[0])


def _stretch(stretch: str, *, first: bool, last: bool) -> str:
    """What stands between two tables: one blank line at most at a time."""
    if not stretch.strip():
        return "" if first or last else "\n"
    stretch = _BLANKS.sub("\n\n", _SPACES.sub("", stretch))
    if first:
        stretch = stretch.lstrip("\n")
    if last:
        return stretch.rstrip("\n") + "\n"
    return stretch.rstrip("\n") + "\n\n"


def _table(text: str, table: Table, values: dict[str, Any]) -> Iterator[str]:
    yield _comment_lines(text[table.start : table.header])
    header_end = text.find("\n", table.header) + 1
    header = text[table.header : header_end]
    comment = source.comment_of(header)
    plain = "[glossary]" if table.name == "glossary" else f"[[{table.name}]]"
    yield f"{plain}  {comment}\n" if comment else f"{plain}\n"
    held: dict[str, list[Field]] = {}
    for field in source.fields(text, table):
        held.setdefault(field.key, []).append(field)
    for key in toml.ORDER[table.name]:
        if key in values:
            yield from _field(text, key, values[key], held.get(key, []))


def _field(text: str, key: str, value: Any, held: list[Field]) -> Iterator[str]:
    """The comments of a field, then the field; a list that holds comments stays as it is."""
    for field in held:
        yield _comment_lines(text[field.start : field.at])
    if len(held) != 1 or held[0].spread:
        for field in held:
            yield "".join(f"{comment}\n" for comment in source.comments(text[field.at : field.end]))
        yield toml.line(key, value)
        return
    lines = text[held[0].at : held[0].end]
    comments = source.comments(lines)
    beside = source.comment_of(lines)
    if len(comments) > bool(beside):
        yield _SPACES.sub("", lines)
        return
    written = toml.line(key, value)
    yield f"{written.rstrip()}  {beside}\n" if beside else written


def _comment_lines(lines: str) -> str:
    return "".join(f"{line.strip()}\n" for line in lines.splitlines() if line.strip())


def _canonical(name: str, values: dict[str, Any]) -> dict[str, Any]:
    if name != "term":
        return values
    new = {key: _clean(item) if key in _FORMS else item for key, item in values.items()}
    if new.get("kind") in KIND_ALIASES:
        new["kind"] = KIND_ALIASES[new["kind"]]
    return new


def _clean(value: Any) -> Any:
    """Composed, and without white space around."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {code: _clean(item) for code, item in value.items()}
    return value


def _prove(new: str, said: list[tuple[str, dict[str, Any]]], path: str) -> None:
    """The result says what it should, or nothing is written."""
    found = source.tables(new)
    if [(table.name, _told(_values(new, table))) for table in found] != [
        (name, _told(values)) for name, values in said
    ]:
        for table, (name, values) in zip(found, said, strict=False):
            if (table.name, _told(_values(new, table))) != (name, _told(values)):
                raise GlossaryError(
                    f"{path}: the {name} {values.get('term') or values.get('id')!r} is written in a"
                    " way that cannot be formatted; write each field as one line key = value"
                )
        raise GlossaryError(f"{path}: cannot be formatted; write each table under its own header")


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """Values as they are compared: a native form alone is a list of one."""
    natives = values.get("native")
    if not isinstance(natives, dict):
        return _cleaned(values)
    as_lists = {code: [f] if isinstance(f, str) else f for code, f in natives.items()}
    return _cleaned(values | {"native": as_lists})


def _cleaned(values: dict[str, Any]) -> dict[str, Any]:
    """A list kept for its comments is compared by its composed forms."""
    return {key: _clean(value) if key in _FORMS else value for key, value in values.items()}
