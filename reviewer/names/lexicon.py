"""What one token of an article is, whoever it stands beside. Each distinct token is judged once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from reviewer.names.channel import reached
from reviewer.names.index import FORMS, JOINED, NameIndex
from reviewer.names.mentions import bare, is_small, written_tokens
from reviewer.names.words import is_common_name, is_known_name, is_word

Status = Literal["word", "name", "new", "acronym", "short"]
HOPELESS = -8.0  # log-odds below which two tokens tell nothing of each other
INITIAL = 2.0  # an initial that fits
_SHORT = 2.0  # the least for a token of two letters: *Si* for *Xi*, but not *Li* or *Su*
_HOPEFUL = 40.0  # per cent of similarity below which two tokens are not weighed …
_SIMILAR = 50.0  # … or not even looked for
_VERY_SIMILAR = 60.0  # in a large glossary
_LARGE = 10_000  # tokens
_TRIED = 12
_WEIGHED, _WEIGHTY = 3, 70.0  # in a large glossary: how many are weighed, and how similar
_REACH = 2000
_WORTH_SIFTING = 40_000_000  # tokens met, times those of the glossary
_TELLING = 3  # entries a token may belong to and still tell which one is meant
_SHORTEST = 3  # letters of a token that may be taken for another
_ACRONYM = 5  # letters up to which a token that begins with two capitals is one
_VOWELS = frozenset("aeiouy")
# Of program texts: a capital inside after more letters than a name's prefix has (*FitzGerald*), or
# several of them.
_CODE = re.compile("[a-z]{4}[A-Z]|[a-z][A-Z].*[a-z][A-Z]")


def is_large(index: NameIndex) -> bool:
    """Is the glossary so large that chance resemblances would crowd out the rest?"""
    return len(index) > _LARGE


def least_similar(index: NameIndex) -> float:
    """The similarity, 0..1, from which on tokens are looked at."""
    return (_VERY_SIMILAR if is_large(index) else _SIMILAR) / 100


class Word:
    """One distinct token: ``text`` as written, ``plain`` as indexed."""

    def __init__(self, text: str, plain: str, index: NameIndex, number: int) -> None:
        self.text = text
        self.plain = plain
        self.index = index
        self.number = number  # in the index, -1 if the glossary does not hold it
        self.candidates: Sequence[int] | None = None  # for ``near``, if looked up
        self._telling: bool | None = None

    @property
    def listed(self) -> bool:
        """Does the token stand in a right form?"""
        return self.number >= 0

    @cached_property
    def written(self) -> bool:
        """Does the token stand in any form the glossary tells, right or not?"""
        return self.listed or self.index.has_rejected(self.plain)

    @cached_property
    def tells(self) -> Sequence[int]:
        """The entries that the token tells by itself: a part of one, or of very few."""
        common = is_word(self.plain) or is_common_name(self.plain)
        if not self.listed or len(self.plain) < 2 or common:
            return ()
        entries = sorted(set(self.index.entries(self.number, _TELLING + 1)))
        return entries if len(entries) <= _TELLING else ()

    @cached_property
    def is_known(self) -> bool:
        """Does it tell an entry, or is it the whole of a form, right or not?"""
        return bool(self.tells) or any(self.index.whole((self.plain,), mark) for mark in FORMS)

    @cached_property
    def status(self) -> Status:
        """What the token is if no glossary entry is meant."""
        if len(self.plain) < _SHORTEST:
            return "short"
        if len(self.plain) <= _ACRONYM and self.text[:2].isupper():
            return "acronym"
        if not self.plain.isalpha() or _VOWELS.isdisjoint(self.plain) or _CODE.search(self.text):
            return "acronym"
        if is_word(self.plain):
            return "word"
        if is_known_name(self.plain) or self._plural:
            return "name"
        return "new"

    @cached_property
    def may_be_name(self) -> bool:
        """May it stand for a token of a name? Of two letters only what is no ordinary word."""
        if self.status == "short":
            small = self.text[1:].isalpha() and self.text[1:].islower()  # no initials: *HS*
            return small and not is_word(self.plain)
        return self.status != "acronym"

    @cached_property
    def _plural(self) -> bool:
        """Is it the English plural of a known name or of a word (*the Mullers*)?"""
        for ending in ("s", "es"):
            stem = self.plain.removesuffix(ending)
            known = is_known_name(stem) or is_word(stem)
            if stem != self.plain and len(stem) >= _SHORTEST and known:
                return True
        return False

    @cached_property
    def declined(self) -> frozenset[int]:
        """The entries whose token it is with an *s* put on, so that it stands for no other's."""
        stem = self.plain.removesuffix("s")
        number = self.index.find(stem) if stem != self.plain and len(stem) >= _SHORTEST else -1
        return frozenset(self.index.entries(number, _REACH)) if number >= 0 else frozenset()

    @cached_property
    def near(self) -> tuple[tuple[int, float], ...]:
        """The numbers of the glossary tokens most similar to it (0..100), without itself."""
        if self.status in ("short", "acronym"):
            return ()
        numbers = self._candidates()
        ranked = process.extract(
            self.plain,
            list(map(self.index.tokens.__getitem__, numbers)),
            scorer=Indel.normalized_similarity,  # `fuzz.ratio`, in a third of the time
            processor=None,
            limit=_TRIED,
            score_cutoff=least_similar(self.index),
        )
        return tuple(
            (numbers[place], 100 * similarity)
            for token, similarity, place in ranked
            if len(token) >= _SHORTEST and numbers[place] != self.number
        )

    def _candidates(self) -> Sequence[int]:
        if self.candidates is not None:
            return self.candidates
        if self.index.is_crowded:
            return self.index.alike([(self.text, self.plain)], least_similar(self.index))[0]
        return self.index.near(self.text)

    @cached_property
    def reach(self) -> frozenset[int]:
        """Entries that a similar token belongs to; of many, those of the most similar."""
        found: set[int] = set()
        for number, _ in self.near:
            found.update(self.index.entries(number, _REACH))
            if len(found) >= _REACH:
                break
        return frozenset(found)

    @cached_property
    def own(self) -> frozenset[int]:
        """Entries that the token itself belongs to."""
        return frozenset(self.index.entries(self.number, _REACH)) if self.listed else frozenset()

    def is_telling(self, least: float) -> bool:
        """Does a new token alone lead to an entry, as a spelling or as names written in one?"""
        if self._telling is None:
            self._telling = bool(self.index.whole((self.plain,), JOINED) or self.likely(least))
        return self._telling

    def likely(self, least: float) -> list[int]:
        """The numbers of the tokens it may be a spelling of by at least these log-odds."""
        large = is_large(self.index)
        return [
            number
            for number, similarity in self.near[: _WEIGHED if large else None]
            if similarity >= (_WEIGHTY if large else _VERY_SIMILAR)
            and reached(self.index.tokens[number], self.text, least) is not None
        ]


class Lexicon:
    """The words met so far, by how they are written."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self._words: dict[str, Word] = {}
        self._glances: dict[str, tuple[Word, bool]] = {}
        self._met = 0

    def forget(self) -> None:
        """Let go of all words."""
        self._words.clear()
        self._glances.clear()

    def look_up(self, written: Iterable[str]) -> None:
        """Find the glossary tokens near the words of many runs at once, if that is quicker."""
        if not self.index.sifts:
            return
        every = {token for run in written for token in written_tokens(run)} - self._glances.keys()
        self._met += len(every)
        if not self.index.is_crowded and self._met * len(self.index) < _WORTH_SIFTING:
            return
        words = {self.word(*bare(token)): None for token in sorted(every)}
        asked = [word for word in words if word.status in ("new", "name") and not word.listed]
        found = self.index.alike([(w.text, w.plain) for w in asked], least_similar(self.index))
        for word, candidates in zip(asked, found, strict=True):
            word.candidates = candidates

    def glance(self, run: str) -> tuple[list[Word], list[int]]:
        """The words of a run and the places of those that bear meaning, in little time."""
        words, places = [], []
        for place, written in enumerate(written_tokens(run)):
            found = self._glances.get(written)
            if found is None:
                text, plain = bare(written)
                found = self._glances[written] = (self.word(text, plain), is_small(text, plain))
            words.append(found[0])
            if not found[1]:
                places.append(place)
        return words, places

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
    if word.status == "acronym":
        return HOPELESS
    if min(len(plain_canonical), len(word.plain)) < _SHORTEST:
        likely = reached(canonical, word.text, _SHORT) if word.may_be_name else None
        return HOPELESS if likely is None else likely
    hopeful = _SIMILAR if is_large(word.index) else _HOPEFUL
    if fuzz.ratio(plain_canonical, word.plain, score_cutoff=hopeful) < hopeful:
        return HOPELESS
    found = reached(canonical, word.text, HOPELESS)
    return HOPELESS if found is None else found
