"""Glossary entries by id, and their neighbours by alphabet."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.text import fold


class Lookup:
    """A glossary made ready for finding entries; nothing is built before it is asked for."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self._glossary.rules}

    @cached_property
    def _sorted(self) -> list[tuple[str, str]]:
        return sorted((fold(term.term), term.term) for term in self._glossary)

    def entry(self, id: str | None) -> Term | Rule | None:  # noqa: A002
        """The term or rule of this id, if there is one."""
        return (self._glossary.find(id) or self._rules.get(id)) if id else None

    def neighbours(self, term: str, count: int = 6) -> list[str]:
        """The preferred forms next to ``term`` in the alphabet, itself left out."""
        at = bisect_left(self._sorted, (fold(term), ""))
        low = max(0, at - count // 2)
        near = [name for _, name in self._sorted[low : low + count + 1]]
        return [name for name in near if name != term][:count]
