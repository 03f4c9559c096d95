"""Terms, rules and the glossary that holds them (statuses and kinds as in TBX)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple

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


class Term(NamedTuple):
    """A name: the form to write, the forms that are right too, and those that never are.

    ``native`` maps a language code to the name's forms in that language. ``origin`` is the file and
    line the entry stands in.
    """

    term: str
    id: str
    kind: str = "other"
    native: Mapping[str, tuple[str, ...]] = {}
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


class Rule(NamedTuple):
    """A phrase that machine translation gets wrong.

    Literal ``words``, or a ``pattern`` (in the syntax of ``regex``) with a ``trigger`` that every
    match contains. ``place`` is the file and line it stands in. ``required`` is what reading the
    file makes of the pattern, see `reviewer.glossary.required`; empty asks nothing. ``plain``: `re`
    may read it, see `reviewer.glossary.plain`.
    """

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
    required: tuple[tuple[str, ...], ...] = ()
    plain: bool = False


class CompiledTerms(Sequence[Term], ABC):
    """Terms that need not become objects to be searched."""

    __slots__ = ()

    @abstractmethod
    def right_forms(self) -> Iterator[tuple[str, ...]]:
        """The preferred form of each term, then its admitted ones."""

    @abstractmethod
    def native_forms(self) -> Iterator[tuple[str, ...]]:
        """The native forms of each term, of all languages."""

    @abstractmethod
    def find(self, ident: str) -> Term | None:
        """The first term of this id."""


class Glossary:
    """Terms and rules as one collection; ``terms`` may decode its entries only when asked for.

    ``digest`` identifies the content: the same entries in the same order give the same digest.
    ``sources`` are the digests of the files it was joined of, each with the number of its terms.
    ``diacritics`` is what a difference in diacritics alone is worth: off, info, warning or error.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        rules: tuple[Rule, ...] = (),
        *,
        title: str = "",
        language: str = "en",
        digest: str = "",
        diacritics: str = "info",
        sources: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.terms = terms
        self.rules = rules
        self.title = title
        self.language = language
        self.digest = digest
        self.diacritics = diacritics
        self.sources = sources

    def changed(self, **fields: Any) -> Glossary:
        """The glossary with other values in these fields."""
        return Glossary(**{**vars(self), **fields})

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def right_forms(self) -> Iterator[tuple[str, ...]]:
        """``right_forms`` of every term in order; cheap for a compiled glossary of any size."""
        if isinstance(self.terms, CompiledTerms):
            return self.terms.right_forms()
        return (term.right_forms for term in self.terms)

    def native_forms(self) -> Iterator[tuple[str, ...]]:
        """The native forms of every term in order, of all languages; as cheap."""
        if isinstance(self.terms, CompiledTerms):
            return self.terms.native_forms()
        return (tuple(chain.from_iterable(term.native.values())) for term in self.terms)

    def find(self, ident: str) -> Term | None:
        """The first term of this id."""
        if isinstance(self.terms, CompiledTerms):
            return self.terms.find(ident)
        return next((term for term in self.terms if term.id == ident), None)
