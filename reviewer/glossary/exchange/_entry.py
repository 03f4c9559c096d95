"""What the formats share: entries as plain fields, and the list of what a format could not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer.errors import GlossaryError
from reviewer.glossary.fields import KIND_ALIASES, FieldError, Ids, language, name
from reviewer.glossary.model import KINDS, Rule, Term

TERM_FIELDS = (
    "term", "id", "kind", "native", "admitted", "deprecated", "word", "status", "note", "source",
)  # fmt: skip
RULE_FIELDS = (
    "id", "code", "words", "pattern", "trigger", "replace", "when", "unless", "within", "severity",
    "safe", "quoted", "note", "bad", "good", "origin",
)  # fmt: skip
HEAD_FIELDS = ("title", "language", "updated", "diacritics")
_EXAMPLES = 3
_TERM_DEFAULTS = Term("", "")._asdict()
_RULE_DEFAULTS = Rule("", "")._asdict()


def term_fields(term: Term) -> dict[str, Any]:
    """The fields of a term that differ from the defaults, in canonical order, tuples as lists."""
    return _changed(term, TERM_FIELDS, _TERM_DEFAULTS)


def rule_fields(rule: Rule) -> dict[str, Any]:
    """The fields of a rule that differ from the defaults, in canonical order, tuples as lists."""
    return _changed(rule, RULE_FIELDS, _RULE_DEFAULTS)


def _changed(
    entry: object, names: Collection[str], defaults: Mapping[str, object]
) -> dict[str, Any]:
    return {key: _plain(value) for key in names if (value := getattr(entry, key)) != defaults[key]}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
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
        if entry not in shown[:_EXAMPLES] and len(shown) <= _EXAMPLES:
            shown.append(entry)

    def lines(self) -> list[str]:
        """One line a field, the most frequent first."""
        lines = []
        for what, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            first = self.examples[what]
            shown = ", ".join(first[:_EXAMPLES])
            more = ", …" if len(first) > _EXAMPLES else ""
            lines.append(f"{what}: {count} ({shown}{more})")
        return lines


@dataclass(frozen=True, slots=True)
class Options:
    """What a format may need to know and a file does not say.

    ``native`` are the languages of native forms that are wanted; a format of two columns needs one.
    ``target`` is the language of the terms. ``swap``: the first column holds the terms. With
    ``proposed`` a format without a place for the status gets proposed terms too.
    """

    native: tuple[str, ...] = ()
    target: str = ""
    swap: bool = False
    proposed: bool = False


def held_by(
    terms: Iterable[Term], held: Collection[str], losses: Losses, options: Options
) -> Iterator[Term]:
    """The terms that a format gets; what it holds not of them is noted as lost.

    An id that is the term's own slug is no loss: it is made again on reading. Proposed terms stay
    behind where the format would make them look approved.
    """
    absent = [key for key in TERM_FIELDS if key not in held and key not in ("id", "status")]
    for term in terms:
        if term.status != "approved" and "status" not in held and not options.proposed:
            losses.add("proposed terms, left out (--proposed takes them)", term.term)
            continue
        for key in absent:
            if getattr(term, key) != _TERM_DEFAULTS[key]:
                losses.add(key, term.term)
        if "id" not in held and term.id not in ("", Ids(()).make(term.term)):
            losses.add("id", term.term)
        yield term


def lose_rules(rules: Iterable[Rule], losses: Losses) -> None:
    """Note every rule as lost."""
    for rule in rules:
        losses.add("phrase rules", rule.id)


def form(value: str, where: str) -> str:
    """A form without white space around. Raises GlossaryError for what cannot stand in a text."""
    try:
        return name(value.strip())
    except FieldError as problem:
        raise GlossaryError(f"{where}: {value.strip()!r}: {problem}") from None


def code(value: str, where: str) -> str:
    """A language code, its first part in lower case. Raises GlossaryError."""
    primary, hyphen, rest = value.strip().replace("_", "-").partition("-")
    try:
        return language(primary.lower() + hyphen + rest)
    except FieldError as problem:
        raise GlossaryError(f"{where}: {problem}") from None


def kind(value: str) -> str | None:
    """The kind that a word of another tool's stands for, if any."""
    known = KIND_ALIASES.get(value.strip().lower(), value.strip().lower())
    return known if known in KINDS else None


@dataclass
class Draft:
    """A term while its pieces are read from several places; ``line`` is its first."""

    term: str
    line: int = 1
    id: str = ""
    kind: str = "other"
    admitted: dict[str, None] = field(default_factory=dict)
    deprecated: dict[str, None] = field(default_factory=dict)
    native: dict[str, dict[str, None]] = field(default_factory=dict)
    status: str = "approved"
    notes: dict[str, None] = field(default_factory=dict)
    source: str = ""

    def add_native(self, language: str, *forms: str) -> None:
        """Forms in a language, each once."""
        self.native.setdefault(language, {}).update(dict.fromkeys(forms))


def finished(drafts: Iterable[Draft], file: str) -> Iterator[Term]:
    """The terms of drafts; an id that is taken, or missing, is made from the term."""
    ids = Ids(())
    seen: set[str] = set()
    for draft in drafts:
        made = ids.make(draft.term)
        ident = draft.id if draft.id and draft.id not in seen else made
        seen.add(ident)
        yield Term(
            draft.term,
            ident,
            draft.kind,
            {code: tuple(forms) for code, forms in draft.native.items() if forms},
            tuple(form for form in draft.admitted if form != draft.term),
            tuple(draft.deprecated),
            draft.status,
            "; ".join(draft.notes),
            draft.source,
            origin=(file, draft.line),
        )
