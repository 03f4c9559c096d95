"""Which rules of a glossary can find something in a text, told by the literals that stand in it.

One Aho-Corasick pass finds the literals of all rules, so that cost does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reviewer.glossary.model import Glossary, Rule
from reviewer.glossary.required import said

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

_FIRST = (
    50_000  # characters that are searched literal by literal in less time than all are prepared
)


class Candidate(NamedTuple):
    """A word of a rule or, where that is empty, its pattern, which the text may hold, and the
    literals for it that stand there, as `said` has them; an empty one tells nothing.
    """

    rule: Rule
    word: str
    literals: list[str]


class _Entry(NamedTuple):
    rule: Rule
    word: str
    trigger: str  # what must be there in any case
    literals: tuple[str, ...]  # of which one must be there, as `said` has them


class Scanner:
    """The literals of a glossary's rules."""

    def __init__(self, glossary: Glossary) -> None:
        self._entries: list[_Entry] = []
        for rule in glossary.rules:
            for word in rule.words:
                literal = said(word) if said(word).strip() else ""
                self._entries.append(_Entry(rule, word, literal, (literal,)))
            if rule.pattern:
                trigger = said(rule.trigger).strip()
                literals = rule.required[0] if rule.required else (trigger,)
                self._entries.append(_Entry(rule, "", trigger, literals))
        self._left = _FIRST

    def scan(self, text: str) -> Iterator[Candidate]:
        """What the text may hold, in the order of the glossary."""
        words = said(text)
        self._left -= len(words)
        for entry, literals in self._one_by_one(words) if self._left > 0 else self._at_once(words):
            yield Candidate(entry.rule, entry.word, literals)

    def _one_by_one(self, words: str) -> Iterator[tuple[_Entry, list[str]]]:
        for entry in self._entries:
            literals = entry.literals if entry.trigger in words else ()
            if found := [literal for literal in literals if literal in words]:
                yield entry, found

    def _at_once(self, words: str) -> Iterator[tuple[_Entry, list[str]]]:
        literals, holders, automaton = self._automaton
        matches = automaton.find_matches_as_indexes(words.encode(), overlapping=True)
        found: dict[int, list[str]] = {number: [""] for number in self._untold}
        for literal in {match[0] for match in matches}:
            for number in holders[literal]:
                found.setdefault(number, []).append(literals[literal])
        return ((self._entries[number], found[number]) for number in sorted(found))

    @cached_property
    def _automaton(self) -> tuple[list[str], list[list[int]], BytesAhoCorasick]:
        """The literals, the numbers of the entries that have each, and what finds them all."""
        from ahocorasick_rs import BytesAhoCorasick

        holders: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for literal in filter(None, entry.literals):
                holders.setdefault(literal, []).append(number)
        automaton = BytesAhoCorasick([literal.encode() for literal in holders])
        return list(holders), list(holders.values()), automaton

    @cached_property
    def _untold(self) -> list[int]:
        """The numbers of the entries of which no literal tells."""
        return [number for number, entry in enumerate(self._entries) if "" in entry.literals]
