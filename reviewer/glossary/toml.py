"""Glossaries in TOML, the native form. Every error names file, line and field."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewer.errors import GlossaryError
from reviewer.glossary import fields
from reviewer.glossary.model import DIACRITICS, RULE_CODES, STATUSES, WITHIN, Glossary, Rule, Term
from reviewer.glossary.plain import is_plain
from reviewer.glossary.positions import Place, positions
from reviewer.glossary.required import required
from reviewer.model import SEVERITIES
from reviewer.plugins import unknown

Reader = Callable[[Any], Any]


def _date(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else fields.text(value)


_HEAD: dict[str, Reader] = {
    "title": fields.text,
    "language": fields.language,
    "updated": _date,
    "diacritics": fields.choice("level", DIACRITICS),
}
_TERM: dict[str, Reader] = {
    "term": fields.name,
    "id": fields.name,
    "kind": fields.kind,
    "native": fields.native,
    "admitted": fields.names,
    "deprecated": fields.names,
    "status": fields.choice("status", STATUSES),
    "note": fields.text,
    "source": fields.text,
    "word": fields.flag,
}
_RULE: dict[str, Reader] = {
    "id": fields.name,
    "code": fields.choice("code", RULE_CODES),
    "words": fields.names,
    "pattern": fields.text,
    "trigger": fields.name,
    "replace": fields.names,
    "unless": fields.names,
    "when": fields.names,
    "within": fields.choice("reach", WITHIN),
    "severity": fields.choice("severity", SEVERITIES),
    "safe": fields.flag,
    "quoted": fields.flag,
    "note": fields.text,
    "bad": fields.names,
    "good": fields.names,
    "origin": fields.text,
}
_TABLES = {"glossary": _HEAD, "term": _TERM, "rule": _RULE}


def read(data: bytes, name: str) -> tuple[Glossary, Iterator[Term]]:
    """The glossary's head and rules, and its terms of every status.

    ``name`` stands for the file in messages. Raises GlossaryError.
    """
    text = _decode(data, name)
    return from_tables(_parse(text, name), positions(text), name)


def from_tables(
    tables: Mapping[str, Any], places: Mapping[str, list[Place]], name: str
) -> tuple[Glossary, Iterator[Term]]:
    """The same of tables read already; without ``places`` all is said to stand on line 1."""
    for key in tables:
        if key not in _TABLES:
            line = places.get(key, [Place(1)])[0].line
            raise GlossaryError(f"{name}:{line}: {unknown('table', key, list(_TABLES))}")
    head = _head(tables, places, name)
    rules = tuple(_rules(tables, places, name))
    glossary = Glossary(
        terms=(),
        rules=rules,
        title=head.get("title", ""),
        language=head.get("language", ""),
        diacritics=head.get("diacritics", ""),
    )
    return glossary, _terms(tables, places, name)


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError(
            f"{name}: byte {error.start}: not UTF-8 ({error.reason}); save the file as UTF-8"
        ) from None


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", str(error), re.DOTALL)
        problem, place = (found[1], f":{found[2]}:{found[3]}") if found else (str(error), "")
        raise GlossaryError(f"{name}{place}: invalid TOML: {problem}") from None
    except RecursionError:
        raise GlossaryError(f"{name}: invalid TOML: nested too deeply") from None


def _head(
    tables: Mapping[str, Any], places: Mapping[str, list[Place]], name: str
) -> dict[str, Any]:
    table = tables.get("glossary", {})
    place = places.get("glossary", [Place(1)])[0]
    if not isinstance(table, dict):
        raise GlossaryError(f"{name}:{place.line}: 'glossary' must be one table [glossary]")
    return _values(table, "glossary", place, f"{name}:{{line}}: [glossary]")


def _entries(
    what: str, tables: Mapping[str, Any], places: Mapping[str, list[Place]], name: str
) -> Iterator[tuple[dict[str, Any], Place, str]]:
    """Each entry with its place and how messages call it (``{line}`` to be filled in)."""
    entries = tables.get(what, [])
    known = places.get(what, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        line = known[0].line if known else 1
        raise GlossaryError(f"{name}:{line}: entries of {what!r} begin with [[{what}]]")
    for number, entry in enumerate(entries, 1):
        place = known[number - 1] if len(known) == len(entries) else Place(1)
        label = entry.get("term" if what == "term" else "id")
        label = repr(label) if isinstance(label, str) and label.strip() else f"number {number}"
        yield entry, place, f"{name}:{{line}}: {what} {label.replace('{', '{{').replace('}', '}}')}"


def _values(table: Mapping[str, Any], what: str, place: Place, where: str) -> dict[str, Any]:
    values = {}
    readers = _TABLES[what]
    for key, value in table.items():
        line = place.of(key)
        if key not in readers:
            problem = unknown("field", key, list(readers))
            raise GlossaryError(f"{where.format(line=line)}: {problem}")
        try:
            values[key] = readers[key](value)
        except fields.FieldError as error:
            raise GlossaryError(f"{where.format(line=line)}: field {key!r}: {error}") from None
    return values


def _terms(
    tables: Mapping[str, Any], places: Mapping[str, list[Place]], name: str
) -> Iterator[Term]:
    entries = list(_entries("term", tables, places, name))
    explicit = _explicit_ids(entries, name)
    ids = fields.Ids(explicit)
    for entry, place, where in entries:
        values = _values(entry, "term", place, where)
        if "term" not in values:
            raise GlossaryError(f"{where.format(line=place.line)}: field 'term': is missing")
        values.setdefault("id", "")
        term = Term(**values, origin=(name, place.line))
        yield term if term.id else Term(**values | {"id": ids.make(term.term)}, origin=term.origin)


def _rules(
    tables: Mapping[str, Any], places: Mapping[str, list[Place]], name: str
) -> Iterator[Rule]:
    entries = list(_entries("rule", tables, places, name))
    _explicit_ids(entries, name)
    for entry, place, where in entries:
        values = _values(entry, "rule", place, where)
        for key in ("id", "code"):
            if key not in values:
                raise GlossaryError(f"{where.format(line=place.line)}: field {key!r}: is missing")
        if found := _rule_problem(values):
            key, problem = found
            line = place.of(key)
            raise GlossaryError(f"{where.format(line=line)}: field {key!r}: {problem}")
        pattern = values.get("pattern", "")
        yield Rule(
            **values,
            place=(name, place.line),
            required=required(pattern) if pattern else (),
            plain=is_plain(pattern) if pattern else False,
        )


def _explicit_ids(entries: list[tuple[dict[str, Any], Place, str]], name: str) -> dict[str, int]:
    seen: dict[str, int] = {}
    for entry, place, where in entries:
        explicit = entry.get("id")
        if not isinstance(explicit, str):
            continue
        line = place.of("id")
        if explicit in seen:
            raise GlossaryError(
                f"{where.format(line=line)}: field 'id': {explicit!r} is taken"
                f" by the entry at {name}:{seen[explicit]}; choose another"
            )
        seen[explicit] = line
    return seen


def _rule_problem(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with a rule as a whole: the field to name, and the problem."""
    if "pattern" in values:
        return _pattern_problem(values)
    if not values.get("words"):
        return "words", "is missing; a rule needs words = […] or a pattern with a trigger"
    if "trigger" in values:
        return "trigger", "belongs to a pattern; words need none"
    for replacement in values.get("replace", ()):
        if "\\g<" in replacement:
            return "replace", f"{replacement!r} refers to a group, and words have none"
    return None


def _pattern_problem(values: Mapping[str, Any]) -> tuple[str, str] | None:
    if "words" in values:
        return "pattern", "cannot stand beside words; make it a rule of its own"
    if "trigger" not in values:
        return "pattern", "needs a trigger: a literal that every match contains"
    import regex

    try:
        compiled = regex.compile(values["pattern"])
    except RecursionError:
        return "pattern", "does not compile: nested too deeply"
    except (regex.error, ValueError, OverflowError) as error:
        return "pattern", f"does not compile: {error}"
    match = compiled.match("", partial=True)  # enough of a match to expand a replacement
    for replacement in values.get("replace", ()):
        try:
            if match:
                match.expand(replacement)
        except IndexError:
            return "replace", f"{replacement!r} refers to a group that the pattern lacks"
        except regex.error as error:
            return "replace", f"{replacement!r} cannot be expanded: {error}"
    return None
