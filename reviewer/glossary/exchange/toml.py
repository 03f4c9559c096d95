"""TOML, the native form: everything is kept."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewer.glossary import toml
from reviewer.glossary.exchange._entry import (
    HEAD_FIELDS,
    RULE_FIELDS,
    TERM_FIELDS,
    Losses,
    Options,
    rule_fields,
    term_fields,
)
from reviewer.glossary.fields import Ids
from reviewer.glossary.model import Glossary, Term

NAME = "the native form"
SUFFIXES = (".toml",)
HOLDS = (*TERM_FIELDS, "rules")
ORDER = {"glossary": HEAD_FIELDS, "term": TERM_FIELDS, "rule": RULE_FIELDS}
_WIDTH = 100
_ESCAPED = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}
_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def sniff(head: str, suffix: str) -> int:
    """Does a table of a glossary open the file?"""
    opened = re.search(r"^\[(?:glossary|\[(?:term|rule)\])\]", head, re.MULTILINE)
    return 2 if suffix in SUFFIXES or opened else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """Head and rules, and the terms. Raises GlossaryError."""
    del losses, options
    return toml.read(data, name)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The file's text in pieces, in canonical order and spelling."""
    del losses
    table = {"title": head.title, "language": options.target or head.language}
    if head.diacritics not in ("", "info"):
        table["diacritics"] = head.diacritics
    yield entry("glossary", {key: item for key, item in table.items() if item})
    seen: set[str] = set()
    made = Ids(())
    for term in terms:
        values = term_fields(term)
        slug = made.make(term.term)
        if term.id == slug or term.id in seen:
            values.pop("id", None)
        seen.add(term.id)
        yield "\n" + entry("term", values | {"status": term.status})
    for rule in head.rules:
        yield "\n" + entry("rule", rule_fields(rule))


def entry(table: str, values: Mapping[str, Any]) -> str:
    """One table with its header, fields in canonical order."""
    header = "[glossary]\n" if table == "glossary" else f"[[{table}]]\n"
    return header + "".join(line(key, values[key]) for key in ORDER[table] if key in values)


def line(key: str, value: Any) -> str:
    """One field with its line end; a long list goes over several lines."""
    if isinstance(value, str) and _is_plain(value):
        return f'{key} = "{value}"\n'
    written = f"{key} = {_value(key, value)}"
    if isinstance(value, list) and len(value) > 1 and len(written) > _WIDTH:
        items = "".join(f"    {_value(key, item)},\n" for item in value)
        written = f"{key} = [\n{items}]"
    return f"{written}\n"


def _value(key: str, value: Any) -> str:
    if isinstance(value, str):
        return _literal(key, value) or _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_value(key, item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{_key(code)} = {_native(item)}" for code, item in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def _native(value: Any) -> str:
    """Native forms of one language; a single one without its list."""
    if isinstance(value, list) and len(value) == 1:
        return _value("", value[0])
    return _value("", value)


def _key(code: str) -> str:
    return code if _BARE.fullmatch(code) else _string(code)


def _literal(key: str, text: str) -> str:
    """A literal string where a pattern's backslashes would double; empty where none can hold it."""
    if "\\" not in text or not text.isprintable():
        return ""
    if key == "pattern" and "'''" not in text and not text.endswith("'"):
        return f"'''{text}'''"
    return f"'{text}'" if key == "replace" and "'" not in text else ""


def _is_plain(text: str) -> bool:
    """Does the text stand between quotation marks as it is?"""
    return text.isprintable() and '"' not in text and "\\" not in text


def _string(text: str) -> str:
    if _is_plain(text):
        return f'"{text}"'
    return '"' + _ESCAPE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPED.get(char) or f"\\u{ord(char):04X}"
