"""Source tokens read against the glossary, whatever language and script they are in.

A token is stripped of its endings, put into Latin letters by every scheme of its language, and
looked up like a token of English text: in the index, then by the channel. Entries often have no
native form, and need none. Scripts without schemes (Hebrew, Chinese …) have no readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from reviewer.names.channel import measure
from reviewer.names.equivalents import equivalent
from reviewer.names.index import NameIndex
from reviewer.names.inflection import stems
from reviewer.names.phonetic import plain
from reviewer.names.romanize import romanizations, script_of
from reviewer.names.variants import is_romanisation

EXACT = 12.0  # log-odds of a token that reads as the glossary writes it
ROMANISED = 11.0  # … as another romanisation would
HOPELESS = -8.0
SCRIPTS = frozenset(("Latn", "Cyrl", "Armn", "Geor", "Grek"))
LONGEST = 40  # letters of a token that is read
_SPELLED = 9.5  # most that the channel alone says
_CUT = 0.3  # what taking an ending off costs …
_REPLACED = 1.5  # … and putting another in its place
_LEAST = 0.0  # log-odds from which a reading is kept
_FREE_FORMS = 3  # readings of a token that the channel is asked about unasked
_WEIGHED = 6  # nearest tokens of the glossary that the channel is asked about
_SHORTEST = 3  # letters of a token that may be read as another
_SIMILAR = 42.0  # per cent of the plain tokens, below which the channel is not asked
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’ʼ`´][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…։។。:;«„“\"(\[\n—–]\W*)$")


@dataclass(frozen=True, slots=True)
class SourceToken:
    """Token number ``place`` of the source; offsets are the source's.

    ``capital``: it may be a name by its case, ``opening``: so may any word that opens a sentence.
    """

    place: int
    start: int
    end: int
    text: str
    capital: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A plain glossary token that a source token may be.

    ``odds`` in nats; ``usual`` is the log-probability of its letters given the glossary's, 0 where
    they are the same.
    """

    number: int
    token: str
    odds: float
    usual: float = 0.0

    @property
    def exact(self) -> bool:
        """Does the source read letter for letter as the glossary writes it, endings apart?"""
        return self.odds > ROMANISED


def opens_sentence(text: str, offset: int) -> bool:
    """Does a sentence, a quotation or a line begin at this offset of the text?"""
    return bool(_OPENS.search(text, max(0, offset - 4), offset))


def source_tokens(source: str) -> list[SourceToken]:
    """The words of a source text; in a script without capitals each may be a name.

    A word that the same text also writes small is none.
    """
    matches = list(_TOKEN.finditer(source))
    small = {match.group() for match in matches if match.group()[0].islower()}
    found = []
    for place, match in enumerate(matches):
        text = match.group()
        capital = text[0].isupper() or script_of(text[0]) == "Geor"
        opening = opens_sentence(source, match.start())
        capital = capital and not (opening and text.lower() in small)
        found.append(SourceToken(place, match.start(), match.end(), text, capital, opening))
    return found


def likeness(part: str, latin: str) -> tuple[float, float]:
    """``odds`` and ``usual`` of a Reading: do Latin letters spell a plain token of the glossary?"""
    letters = plain(latin)
    if letters == part:
        return EXACT, 0.0
    if min(len(letters), len(part)) < _SHORTEST or fuzz.ratio(letters, part) < _SIMILAR:
        return HOPELESS, HOPELESS
    if is_romanisation(part, letters) or equivalent(part, letters) is not None:
        return ROMANISED, 0.0
    found = measure(part, latin)
    return max(HOPELESS, min(found.odds, _SPELLED)), found.usual


class Reader:
    """Reads tokens against one glossary; each distinct token is judged once."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._latin: dict[tuple[str, str | None], tuple[str, ...]] = {}
        self._readings: dict[tuple[str, str | None], tuple[Reading, ...]] = {}
        self._spelled: dict[tuple[str, str, str | None], float] = {}

    @property
    def size(self) -> int:
        """How many tokens the glossary has."""
        return max(1, len(self._index))

    def latin(self, text: str, lang: str | None) -> tuple[str, ...]:
        """The token, then what it may be a form of, in Latin letters; nothing of other scripts."""
        key = text, lang
        known = self._latin.get(key)
        if known is None:
            found: dict[str, None] = {}
            if len(text) <= LONGEST and script_of(text) in SCRIPTS:
                for stem in stems(text, lang):
                    found.update(dict.fromkeys(romanizations(stem, lang)))
            known = self._latin[key] = tuple(found)
        return known

    def spelled(self, part: str, text: str, lang: str | None) -> float:
        """Log-odds in nats that the source token is a spelling of a plain token of English."""
        key = part, text, lang
        known = self._spelled.get(key)
        if known is None:
            latin = self.latin(text, lang)
            known = max((likeness(part, letters)[0] for letters in latin), default=HOPELESS)
            self._spelled[key] = known
        return known

    def spelled_freely(self, part: str, text: str, lang: str | None) -> float:
        """The same, asking the channel however unlike the letters are."""
        found = self.spelled(part, text, lang)
        if found > HOPELESS:
            return found
        shortest = sorted(self.latin(text, lang), key=len)[:_FREE_FORMS]
        return max((measure(part, latin).odds for latin in shortest), default=HOPELESS)

    def readings(self, text: str, lang: str | None) -> tuple[Reading, ...]:
        """The glossary tokens that a token may be, likeliest first."""
        key = text, lang
        known = self._readings.get(key)
        if known is None:
            known = self._readings[key] = self._read(text, lang)
        return known

    def _read(self, text: str, lang: str | None) -> tuple[Reading, ...]:
        best: dict[int, Reading] = {}
        worth: dict[tuple[int, str], tuple[float, float]] = {}
        seen: set[str] = set()
        for stem in stems(text, lang) if self.latin(text, lang) else ():
            cost = 0.0 if stem == text else _CUT if text.startswith(stem) else _REPLACED
            for latin in romanizations(stem, lang):
                letters = plain(latin)
                if letters in seen:
                    continue
                seen.add(letters)
                number = self._index.find(letters)
                if number >= 0 and number not in best:
                    best[number] = Reading(number, letters, EXACT - cost)
                for near, similarity in self._near(latin, letters):
                    worth[near, latin] = similarity - cost, cost
        nearest = sorted((key for key in worth if key[0] not in best), key=worth.__getitem__)
        for number, latin in nearest[-_WEIGHED:]:
            odds, usual = likeness(self._index.tokens[number], latin)
            odds -= worth[number, latin][1]
            if odds >= _LEAST and (number not in best or odds > best[number].odds):
                best[number] = Reading(number, self._index.tokens[number], odds, usual)
        return tuple(sorted(best.values(), key=lambda r: (-r.odds, r.token)))

    def _near(self, latin: str, letters: str) -> Iterator[tuple[int, float]]:
        """The glossary tokens most like a token, and how much, per cent."""
        if len(letters) < _SHORTEST:
            return
        tokens = self._index.tokens
        numbers = self._index.near(latin)
        for token, similarity, place in process.extract(
            letters,
            [tokens[number] for number in numbers],
            scorer=fuzz.ratio,
            processor=None,
            limit=_WEIGHED,
            score_cutoff=_SIMILAR,
        ):
            if len(token) >= _SHORTEST:
                yield numbers[place], similarity
