"""Glossary entries by id, and by what an editor types, over a glossary of any size."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.glossary.search import Forms
from reviewer.model import Finding
from reviewer.text import fold

MOST = 200  # entries that a search gives
_NATIVE_TOO = 100_000  # entries up to which native forms are searched: each costs a look into it


class Lookup:
    """A glossary made ready for finding entries; nothing is built before it is asked for."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self.entry = lru_cache(maxsize=1024)(self._entry)

    def _entry(self, id: str | None) -> Term | Rule | None:  # noqa: A002
        return (self._glossary.find(id) or self._rules.get(id)) if id else None

    def of(self, finding: Finding) -> Term | Rule | None:
        """The entry behind a finding, if there is one; a phrase and a name may share an id."""
        rule = self._rules.get(finding.term or "") if finding.check == "phrases" else None
        return rule or self.entry(finding.term)

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self._glossary.rules}

    @cached_property
    def _forms(self) -> Forms:
        small = len(self._glossary) <= _NATIVE_TOO
        return Forms(map(_all_forms, self._glossary) if small else self._glossary.right_forms())

    def prepare(self) -> None:
        """Build what ``search`` needs; some seconds for a million names."""
        _ = self._forms

    def search(self, typed: str, most: int = MOST) -> list[Term | Rule]:
        """The entries with a form that holds what was typed, case and diacritics apart.

        Names before phrases; whole forms first, then beginnings of forms, of words, then any place;
        at most so many.
        """
        terms = self._glossary.terms
        found: list[Term | Rule] = [terms[number] for number in self._forms.search(typed, most)]
        wanted = fold(typed)
        found += (
            rule
            for rule in self._glossary.rules
            if any(wanted in fold(words) for words in (rule.id, *rule.words, *rule.replace))
        )
        return found[:most]


def _all_forms(term: Term) -> Iterable[str]:
    return (*term.right_forms, *(form for forms in term.native.values() for form in forms))
