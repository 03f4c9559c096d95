"""What one token of an article is, whoever it stands beside. Each distinct token is judged once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz, process

from reviewer.names.channel import log_odds
from reviewer.names.index import NameIndex
from reviewer.names.words import is_known_name, is_word

Status = Literal["word", "name", "new", "acronym", "short"]
HOPELESS = -8.0  # log-odds below which two tokens tell nothing of each other
PLAUSIBLE = -4.0
INITIAL = 2.0  # an initial that fits
_SIMILAR = 40.0  # per cent, of the folded tokens
_TRIED = 12
_SHORTEST = 3  # letters of a token that may be taken for another
_ACRONYM = 5  # letters up to which a token that begins with two capitals is one
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Near:
    """A glossary token that another may be a spelling of."""

    number: int
    token: str
    odds: float


@dataclass(eq=False)
class Word:
    """One distinct token: ``text`` as written, ``plain`` as indexed."""

    text: str
    plain: str
    index: NameIndex = field(repr=False)
    number: int  # in the index, -1 if the glossary does not hold it

    @property
    def listed(self) -> bool:
        return self.number >= 0

    @cached_property
    def status(self) -> Status:
        """What the token is if no glossary entry is meant."""
        if len(self.plain) < _SHORTEST:
            return "short"
        if len(self.plain) <= _ACRONYM and self.text[:2].isupper():
            return "acronym"
        if not self.plain.isalpha() or not _VOWELS & set(self.plain):
            return "acronym"
        if is_word(self.plain):
            return "word"
        if is_known_name(self.plain) or self._plural:
            return "name"
        return "new"

    @cached_property
    def _plural(self) -> bool:
        """Is it the English plural of a known name or of a glossary token (*the Aliyevs*)?"""
        for ending in ("s", "es"):
            stem = self.plain.removesuffix(ending)
            if stem != self.plain and len(stem) >= _SHORTEST:
                if is_known_name(stem) or is_word(stem):
                    return True
        return False

    @cached_property
    def near(self) -> tuple[Near, ...]:
        """The glossary tokens it may be a spelling of, likeliest first; never itself."""
        if self.status in ("short", "acronym"):
            return ()
        choices = {number: self.index.token(number) for number in self.index.near(self.plain)}
        choices.pop(self.number, None)
        ranked = process.extract(
            self.plain,
            choices,
            scorer=fuzz.ratio,
            processor=None,
            limit=_TRIED,
            score_cutoff=_SIMILAR,
        )
        found = [
            Near(number, token, log_odds(token, self.text))
            for token, _, number in ranked
            if len(token) >= _SHORTEST
        ]
        found = [near for near in found if near.odds >= PLAUSIBLE]
        return tuple(sorted(found, key=lambda near: (-near.odds, near.token)))


class Lexicon:
    """The words met so far in one run, by how they are written."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self._words: dict[str, Word] = {}

    def word(self, text: str, plain: str) -> Word:
        """The judged token; the same object each time."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = Word(text, plain, self.index, self.index.find(plain))
        return word


def odds(canonical: str, plain_canonical: str, word: Word) -> float:
    """Log-odds of two tokens, hopeless ones not weighed."""
    if plain_canonical == word.plain:
        return 12.0
    if len(word.plain) == 1 and plain_canonical.startswith(word.plain):
        return INITIAL
    if len(plain_canonical) < _SHORTEST or word.status in ("short", "acronym"):
        return HOPELESS
    if fuzz.ratio(plain_canonical, word.plain) < _SIMILAR:
        return HOPELESS
    return max(HOPELESS, log_odds(canonical, word.text))
