"""Which rules of a glossary can find something in a text, told by the literals that stand in it.

One Aho-Corasick pass finds the literals of all rules, so that cost does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reviewer.glossary.model import Glossary, Rule
from reviewer.glossary.said import Required, holds, said

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

# Characters that are searched literal by literal in less time than it takes to prepare for all.
_FIRST = 50_000
_COMMON = 5  # letters and blanks of a literal that may be everywhere


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
    required: Required  # of each choice one literal must be there, as `said` has them


class Scanner:
    """The literals of a glossary's rules."""

    def __init__(self, glossary: Glossary) -> None:
        self._entries: list[_Entry] = []
        for rule in glossary.rules:
            for word in rule.words:
                literal = said(word)
                literal = "" if literal.isspace() else literal
                self._entries.append(_Entry(rule, word, literal, ((literal,),)))
            if rule.pattern:
                trigger = said(rule.trigger).strip()
                first, *others = rule.required or ((trigger,),)
                telling = (first, *(other for other in others if min(map(len, other)) > _COMMON))
                self._entries.append(_Entry(rule, "", trigger, telling))
        self._left = _FIRST

    def scan(self, text: str) -> Iterator[Candidate]:
        """What the text may hold, in the order of the glossary."""
        words = said(text)
        self._left -= len(words)
        for entry, literals in self._one_by_one(words) if self._left > 0 else self._at_once(words):
            yield Candidate(entry.rule, entry.word, literals)

    def _one_by_one(self, words: str) -> Iterator[tuple[_Entry, list[str]]]:
        for entry in self._entries:
            if entry.trigger in words and holds(entry.required, words):
                yield entry, [literal for literal in entry.required[0] if literal in words]

    def _at_once(self, words: str) -> Iterator[tuple[_Entry, list[str]]]:
        literals, automaton = self._automaton
        matches = automaton.find_matches_as_indexes(words.encode(), overlapping=True)
        standing = {"", *map(literals.__getitem__, {match[0] for match in matches})}
        reached = {n for literal in standing for n in self._by_literal.get(literal, ())}
        for entry in map(self._entries.__getitem__, sorted(reached)):
            if not any(map(standing.isdisjoint, entry.required)):
                yield entry, [literal for literal in entry.required[0] if literal in standing]

    @cached_property
    def _by_literal(self) -> dict[str, list[int]]:
        """The numbers of the entries that a literal of their first choice tells of."""
        numbers: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for literal in entry.required[0]:
                numbers.setdefault(literal, []).append(number)
        return numbers

    @cached_property
    def _automaton(self) -> tuple[list[str], BytesAhoCorasick]:
        """The literals of all choices, and what finds them."""
        from ahocorasick_rs import BytesAhoCorasick

        choices = (choice for entry in self._entries for choice in entry.required)
        literals = list(dict.fromkeys(filter(None, chain.from_iterable(choices))))
        return literals, BytesAhoCorasick([literal.encode() for literal in literals])
