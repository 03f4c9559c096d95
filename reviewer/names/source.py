"""Source tokens read against the glossary, whatever language and script they are in.

A token is stripped of its endings, put into Latin letters by every scheme of its language, and
looked up like a token of English text: in the index, then by the channel. Hebrew and Arabic tokens
are read by their consonants, Chinese characters by their Pinyin. Entries often have no native form,
and need none. Scripts without any of these (Thai, Korean …) have no readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from reviewer.names import consonants, pinyin
from reviewer.names.channel import measure
from reviewer.names.equivalents import equivalent
from reviewer.names.index import NameIndex
from reviewer.names.inflection import stems
from reviewer.names.phonetic import plain, sound
from reviewer.names.romanize import romanized_words, script_of
from reviewer.names.variants import is_romanisation
from reviewer.text import lower

EXACT = 12.0  # log-odds of a token that reads as the glossary writes it
ROMANISED = 11.0  # … as another romanisation would
HOPELESS = -8.0
SCRIPTS = frozenset(("Latn", "Cyrl", "Armn", "Geor", "Grek"))
CASELESS = frozenset(("Geor", "Hebr", "Arab", "Hani"))  # any word may be a name
_PINYIN = 10.9  # log-odds of syllables that are the glossary's, tones and characters untold
LONGEST = 40  # letters of a token that is read
_SPELLED = 9.5  # most that the channel alone says
_CUT = 0.3  # what taking an ending off costs …
_PREFIX = 2.0  # … a word that is written in one with it …
_REPLACED = 1.5  # … and putting another in its place
_LEAST = 0.0  # log-odds from which a reading is kept
_FREE_FORMS = 3  # readings of a token that the channel is asked about unasked
_WEIGHED = 4  # nearest tokens of the glossary that the channel is asked about
_SHORTEST = 3  # letters of a token that may be read as another
_SIMILAR = 42.0  # per cent of the plain tokens, below which the channel is not asked …
_SOUNDS_SIMILAR = 120.0  # … and of plain tokens and sounds together, unasked …
_DOUBTFUL_SIMILAR = 150.0  # … for a word that has its capital from the sentence's beginning
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


def source_tokens(source: str, known: Callable[[str], bool] | None = None) -> list[SourceToken]:
    """The words of a source text; in a script without capitals each may be a name.

    A word that the same text also writes small is none. ``known`` tells which Latin letters the
    glossary holds: Chinese is parted by it.
    """
    matches = list(_TOKEN.finditer(source))
    small = {match.group() for match in matches if match.group()[0].islower()}
    found: list[SourceToken] = []
    for match in matches:
        text, start = match.group(), match.start()
        script = script_of(text[0])
        if script == "Hani" and known is not None:
            for low, high, _ in pinyin.stretches(text, known):
                place = len(found)
                found.append(
                    SourceToken(place, start + low, start + high, text[low:high], True, False)
                )
            continue
        capital = text[0].isupper() or script in CASELESS
        opening = opens_sentence(source, start)
        capital = capital and not (opening and text.lower() in small)
        found.append(SourceToken(len(found), start, match.end(), text, capital, opening))
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
        self._latin: dict[tuple[str, str | None], dict[str, float]] = {}
        self._readings: dict[tuple[str, str | None, bool], tuple[Reading, ...]] = {}
        self._spelled: dict[tuple[str, str, str | None], float] = {}

    def tokens(self, source: str) -> list[SourceToken]:
        """The words of a source text, Chinese parted into what the glossary may hold."""
        return source_tokens(source, lambda letters: self._index.find(letters) >= 0)

    @property
    def size(self) -> int:
        """How many tokens the glossary has."""
        return max(1, len(self._index))

    def latin(self, text: str, lang: str | None) -> tuple[str, ...]:
        """The token, then what it may be a form of, in Latin letters; nothing of other scripts."""
        return tuple(self._spellings(text, lang))

    def whole(self, text: str, lang: str | None) -> tuple[str, ...]:
        """The token as it stands, ending and all, in Latin letters."""
        return tuple(latin for latin, cost in self._spellings(text, lang).items() if not cost)

    def _spellings(self, text: str, lang: str | None) -> dict[str, float]:
        """The same, with what each costs in nats."""
        key = text, lang
        known = self._latin.get(key)
        if known is None:
            known = self._latin[key] = {}
            script = script_of(text) if len(text) <= LONGEST else ""
            if script == "Hani":
                known["".join(pinyin.syllables(text))] = 0.0
            elif script in consonants.SCRIPTS:
                for form in consonants.forms(text):
                    cost = 0.0 if form == text else _PREFIX
                    for latin in consonants.spellings(form):
                        known.setdefault(latin, cost)
            elif script in SCRIPTS:
                small = lower(text)
                forms = stems(small, lang)
                for form, spelled in zip(forms, romanized_words(forms, lang), strict=True):
                    cost = 0.0 if form == small else _CUT if small.startswith(form) else _REPLACED
                    for latin in spelled:
                        known.setdefault(latin, cost)
        return known

    def spelled(self, part: str, text: str, lang: str | None) -> float:
        """Log-odds in nats that the source token is a spelling of a plain token of English."""
        key = part, text, lang
        known = self._spelled.get(key)
        if known is None:
            known = self._spelled[key] = self._spell(part, text, lang)
        return known

    def _spell(self, part: str, text: str, lang: str | None) -> float:
        script = script_of(text)
        if script in consonants.SCRIPTS:
            whole, *others = consonants.forms(text)
            best = max((consonants.fits(part, form) - _PREFIX for form in others), default=0.0)
            return max(best, consonants.fits(part, whole)) or HOPELESS
        latin = self.latin(text, lang)
        if script == "Hani":
            return _PINYIN if part in latin else HOPELESS
        return max((likeness(part, letters)[0] for letters in latin), default=HOPELESS)

    def spelled_freely(self, part: str, text: str, lang: str | None) -> float:
        """The same, asking the channel however unlike the letters are."""
        found = self.spelled(part, text, lang)
        if found > HOPELESS:
            return found
        shortest = sorted(self.latin(text, lang), key=len)[:_FREE_FORMS]
        return max((measure(part, latin).odds for latin in shortest), default=HOPELESS)

    def readings(self, text: str, lang: str | None, doubtful: bool = False) -> tuple[Reading, ...]:
        """The glossary tokens that a token may be, likeliest first.

        Of a ``doubtful`` token, which need be no name, only those much like it.
        """
        key = text, lang, doubtful
        known = self._readings.get(key)
        if known is None:
            least = _DOUBTFUL_SIMILAR if doubtful else _SOUNDS_SIMILAR
            known = self._readings[key] = self._read(text, lang, least)
        return known

    def _read(self, text: str, lang: str | None, least: float) -> tuple[Reading, ...]:
        script = script_of(text)
        if script == "Hani":
            pinyins = self.latin(text, lang)
            numbered = ((self._index.find(letters), letters) for letters in pinyins)
            return tuple(Reading(n, letters, _PINYIN) for n, letters in numbered if n >= 0)
        if script in consonants.SCRIPTS:
            return self._read_consonants(text, lang)
        spelled: dict[str, tuple[str, float]] = {}  # plain letters → as spelled, and the cost
        for latin, cost in self._spellings(text, lang).items():
            spelled.setdefault(plain(latin), (latin, cost))
        best: dict[int, Reading] = {}
        for letters, (_, cost) in spelled.items():
            number = self._index.find(letters)
            if number >= 0:
                best[number] = Reading(number, letters, EXACT - cost)
        if not any(reading.odds >= EXACT - _CUT for reading in best.values()):
            self._read_freely(spelled, best, least)
        return tuple(sorted(best.values(), key=lambda r: (-r.odds, r.token)))

    def _read_freely(
        self, spelled: Mapping[str, tuple[str, float]], best: dict[int, Reading], least: float
    ) -> None:
        """Add the tokens of the glossary that the channel takes one of the spellings for."""
        worth: list[tuple[float, float, int, str]] = []
        near = self._near([latin for latin, _ in spelled.values()])
        tokens = [self._index.tokens[number] for number in near]
        sounds = [self._index.sounds[number] for number in near]
        for letters, (latin, cost) in spelled.items():
            alike = process.extract(
                letters,
                tokens,
                scorer=fuzz.ratio,
                processor=None,
                score_cutoff=_SIMILAR,
                limit=_WEIGHED,
            )
            heard = sound(latin) if alike else ""
            for token, similarity, place in alike:
                similarity += fuzz.ratio(heard, sounds[place])
                if similarity >= least and near[place] not in best and len(token) >= _SHORTEST:
                    worth.append((similarity - 2 * cost, cost, near[place], latin))
        for _, cost, number, latin in sorted(worth)[-_WEIGHED:]:
            odds, usual = likeness(self._index.tokens[number], latin)
            odds -= cost
            if odds >= _LEAST and (number not in best or odds > best[number].odds):
                best[number] = Reading(number, self._index.tokens[number], odds, usual)

    def _read_consonants(self, text: str, lang: str | None) -> tuple[Reading, ...]:
        """The tokens of the glossary that the letters may spell, vowels put in."""
        near = {n for latin in self.latin(text, lang) for n in self._index.near(latin)}
        found = []
        for number in near:
            token = self._index.tokens[number]
            odds = self.spelled(token, text, lang) if len(token) >= _SHORTEST else HOPELESS
            if odds >= _LEAST:
                found.append(Reading(number, token, odds))
        return tuple(sorted(found, key=lambda r: (-r.odds, r.token)))

    def _near(self, spellings: Sequence[str]) -> list[int]:
        """The glossary tokens like the token itself, or like the shortest that it may be."""
        long = [latin for latin in spellings if len(latin) >= _SHORTEST]
        if not long:
            return []
        numbers = {*self._index.near(long[0]), *self._index.near(min(long, key=len))}
        return sorted(numbers)
