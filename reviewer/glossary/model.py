"""Terms, rules and the glossary that holds them (statuses and kinds as in TBX)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reviewer.model import Severity

KINDS = (
    "person",
    "place",
    "organization",
    "event",
    "work",
    "demonym",
    "acronym",
    "other",
)
STATUSES = ("approved", "proposed")
RULE_CODES = ("wrong-word", "mistranslation", "calque", "untranslated", "jargon")
Within = Literal["sentence", "paragraph", "article"]
WITHIN: tuple[Within, ...] = ("sentence", "paragraph", "article")
DIACRITICS = ("off", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Term:
    """A name: the form to write, the forms that are right too, and those that never are.

    ``native`` maps a language code to the name's forms in that language. ``origin`` tells where the
    entry stands: the glossary's name and, in a text file, the line.
    """

    term: str
    id: str
    kind: str = "other"
    native: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    status: str = "approved"
    note: str = ""
    source: str = ""
    word: bool = False  # also an ordinary word: needs evidence
    origin: tuple[str, int] = ("", 0)

    @property
    def right_forms(self) -> tuple[str, ...]:
        """The preferred form first, then the admitted ones."""
        return (self.term, *self.admitted)


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase that machine translation gets wrong: literal ``words``, or a ``pattern`` with a ``trigger``."""

    id: str
    code: str
    words: tuple[str, ...] = ()
    pattern: str = ""
    trigger: str = ""
    replace: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    within: Within = "sentence"
    severity: Severity = "warning"
    safe: bool = False
    quoted: bool = True
    note: str = ""
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    origin: str = ""
    place: tuple[str, int] = ("", 0)


@dataclass(frozen=True)
class Glossary:
    """Terms and rules as one collection; ``terms`` may decode its entries only when they are asked for.

    ``digest`` identifies the content: the same entries in the same order give the same digest.
    ``diacritics`` is what a difference in diacritics alone is worth: off, info, warning or error.
    """

    terms: Sequence[Term]
    rules: tuple[Rule, ...] = ()
    title: str = ""
    language: str = "en"
    digest: str = ""
    diacritics: str = "info"

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)
