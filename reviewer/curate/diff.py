"""What differs between two glossaries, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from reviewer.glossary.exchange._entry import rule_fields, term_fields
from reviewer.glossary.model import Glossary

Entry = Mapping[str, Any]
Key = tuple[str, str]  # "term" or "rule", and the id


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that is not the same: ``fields`` gives old and new values, None where absent."""

    how: Literal["added", "removed", "changed"]
    what: str
    ident: str
    name: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


def differences(old: Glossary, new: Glossary) -> Iterator[Difference]:
    """Removed and changed entries in the order of ``old``, then added ones in that of ``new``."""
    before, after = _entries(old), _entries(new)
    for (what, ident), entry in before.items():
        name = _name(entry, ident)
        other = after.get((what, ident))
        if other is None:
            yield Difference("removed", what, ident, name)
        elif entry != other:
            changed = {
                key: (entry.get(key), other.get(key))
                for key in dict.fromkeys([*entry, *other])
                if entry.get(key) != other.get(key)
            }
            yield Difference("changed", what, ident, name, changed)
    for (what, ident), entry in after.items():
        if (what, ident) not in before:
            yield Difference("added", what, ident, _name(entry, ident))


def _entries(glossary: Glossary) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {("term", term.id): term_fields(term) for term in glossary}
    found |= {("rule", rule.id): rule_fields(rule) for rule in glossary.rules}
    return found


def _name(entry: Entry, ident: str) -> str:
    return str(entry.get("term", ident))
