"""JSON with every field, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reviewer.errors import GlossaryError
from reviewer.glossary import toml
from reviewer.glossary.exchange._entry import TERM_FIELDS, Losses, Options, rule_fields, term_fields
from reviewer.glossary.exchange._table import decode
from reviewer.glossary.model import Glossary, Term

NAME = "JSON with every field"
SUFFIXES = (".json",)
HOLDS = (*TERM_FIELDS, "rules")
SCHEMA = 1


def sniff(head: str, suffix: str) -> int:
    """An object that says which schema it has."""
    return 2 if suffix in SUFFIXES and head.lstrip().startswith('{"schema"') else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """Everything, checked as a TOML glossary is. Raises GlossaryError."""
    del losses, options
    try:
        tables = json.loads(decode(data, name))
    except json.JSONDecodeError as error:
        raise GlossaryError(f"{name}:{error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise GlossaryError(f"{name}: not a glossary: nested too deeply") from None
    if not isinstance(tables, dict) or tables.pop("schema", None) != SCHEMA:
        raise GlossaryError(f'{name}: not a glossary: "schema": {SCHEMA} is missing')
    return toml.from_tables(tables, {}, name)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """An entry a line."""
    del losses
    table = {"title": head.title, "language": options.target or head.language}
    table["diacritics"] = head.diacritics
    yield f'{{"schema": {SCHEMA},\n "glossary": {_dump({k: v for k, v in table.items() if v})}'
    entries = (_dump({**term_fields(term), "id": term.id}) for term in terms)
    yield from _list("term", entries)
    yield from _list("rule", (_dump(rule_fields(rule)) for rule in head.rules))
    yield "}\n"


def _list(name: str, entries: Iterable[str]) -> Iterator[str]:
    divider = f',\n "{name}": [\n  '
    for entry in entries:
        yield divider + entry
        divider = ",\n  "
    if divider == ",\n  ":
        yield "\n ]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
