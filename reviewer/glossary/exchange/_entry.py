"""What the formats share: entries as plain fields, and the list of what a format could not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from reviewer.glossary.model import Rule, Term

TERM_FIELDS = (
    "term", "id", "kind", "native", "admitted", "deprecated", "word", "status", "note", "source",
)  # fmt: skip
RULE_FIELDS = (
    "id", "code", "words", "pattern", "trigger", "replace", "when", "unless", "within", "severity",
    "safe", "quoted", "note", "bad", "good", "origin",
)  # fmt: skip
HEAD_FIELDS = ("title", "language", "updated", "diacritics")
_EXAMPLES = 3
_TERM_DEFAULTS = {f.name: getattr(Term("", ""), f.name) for f in fields(Term)}
_RULE_DEFAULTS = {f.name: getattr(Rule("", ""), f.name) for f in fields(Rule)}


def term_fields(term: Term) -> dict[str, Any]:
    """The fields of a term that differ from the defaults, in canonical order, tuples as lists."""
    return _changed(term, TERM_FIELDS, _TERM_DEFAULTS)


def rule_fields(rule: Rule) -> dict[str, Any]:
    """The fields of a rule that differ from the defaults, in canonical order, tuples as lists."""
    return _changed(rule, RULE_FIELDS, _RULE_DEFAULTS)


def _changed(
    entry: object, names: Collection[str], defaults: Mapping[str, object]
) -> dict[str, Any]:
    return {
        name: _plain(value) for name in names if (value := getattr(entry, name)) != defaults[name]
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


@dataclass
class Losses:
    """What a format had no place for: field by field, how often, with the first few entries."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, what: str, entry: str) -> None:
        """Note that ``what`` of an entry is not carried over."""
        self.counts[what] += 1
        shown = self.examples.setdefault(what, [])
        if len(shown) < _EXAMPLES and entry not in shown:
            shown.append(entry)

    def lines(self) -> list[str]:
        """One line a field, the most frequent first."""
        lines = []
        for what, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            shown = ", ".join(self.examples[what])
            more = ", …" if count > len(self.examples[what]) else ""
            lines.append(f"{what}: {count} ({shown}{more})")
        return lines


@dataclass(frozen=True, slots=True)
class Options:
    """What a format may need to know and a glossary does not say.

    ``native`` is the language of the one native column that some formats have; ``target`` the
    language of the terms. Either may be empty: then the file, or the glossary, decides.
    """

    native: str = ""
    target: str = ""


def keep_only(term: Term, held: Collection[str], losses: Losses) -> dict[str, Any]:
    """The fields of a term that a format holds; the others are noted as lost.

    An id that is the term's own slug is no loss: it is made again on reading.
    """
    from reviewer.glossary.fields import Ids

    values = term_fields(term)
    for name in list(values):
        if name not in held:
            if name != "id" or values[name] != Ids(()).make(term.term):
                losses.add(name, term.term)
            del values[name]
    return values
