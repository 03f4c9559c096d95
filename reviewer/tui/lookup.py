"""Glossary entries by id, and by what an editor types, over a glossary of any size."""

from __future__ import annotations

from functools import cached_property, lru_cache

from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.glossary.search import Forms
from reviewer.model import Finding
from reviewer.text import fold

MOST = 200  # entries that a search gives
_AT_ONCE = 100_000  # entries up to which no search waits for native forms


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
        return Forms(self._glossary.right_forms())

    @cached_property
    def _native(self) -> Forms:
        return Forms(self._glossary.native_forms())

    def prepare(self) -> None:
        """Build what ``search`` needs; some seconds for a million names."""
        _ = self._forms
        if self._small:
            self.prepare_native()

    def prepare_native(self) -> None:
        """Let ``search`` find native forms too; some seconds more for a million names."""
        _ = self._native

    @property
    def _small(self) -> bool:
        return len(self._glossary) <= _AT_ONCE

    def search(self, typed: str, most: int = MOST) -> list[Term | Rule]:
        """The entries with a form that holds what was typed, case and diacritics apart.

        Names before phrases; right forms before native ones, which of a large glossary are found
        once they are prepared; whole forms first, then beginnings of forms, of words, then any
        place; at most so many.
        """
        numbers = dict.fromkeys(self._forms.search(typed, most))
        if len(numbers) < most and ("_native" in vars(self) or self._small):
            numbers |= dict.fromkeys(self._native.search(typed, most))
        terms = self._glossary.terms
        found: list[Term | Rule] = [terms[number] for number in numbers]
        wanted = fold(typed)
        found += (
            rule
            for rule in self._glossary.rules
            if any(wanted in fold(words) for words in (rule.id, *rule.words, *rule.replace))
        )
        return found[:most]
