"""What stands in the translation for a name that the source holds and the translation does not.

Evidence is counted in nats: the candidate's letters (as a spelling of the name, and as one of the
source's own form), the right rest of the name beside it, the same names around it, the same place
in the sentence, and that nothing else in the source accounts for it. A well-known name that is just
what English makes of the source's token stands in its own right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reviewer.names.channel import log_odds
from reviewer.names.evidence import mangled
from reviewer.names.gender import is_other_gender
from reviewer.names.held import Held, Pair
from reviewer.names.mentions import Token, tokens
from reviewer.names.phonetic import plain
from reviewer.names.rendering import ACCOUNTED, Translation, is_form
from reviewer.names.romanize import script_of
from reviewer.names.source import CASELESS, EXACT, HOPELESS, ROMANISED, SourceToken
from reviewer.names.vocabulary import FUNCTION_WORDS, GENERATIONS, PARTICLES, TITLES
from reviewer.names.windows import form_tokens
from reviewer.names.words import is_common_name, is_known_name, is_person_name, is_word

_SIMILAR = 45.0  # per cent below which the channel is not asked
_PRIOR = 0.0
_READ = 3.0  # the source reads letter for letter as the glossary writes it
_MOST = 12.0
_UNLIKE = -6.0  # letters that are nobody's name and tell nothing
_PARTNER = 7.0  # the right rest of the name stands beside it
_BESIDE, _POSSIBLE = 4.0, -8.0  # another missing part may stand beside it, from these nats on
_NEIGHBOUR = 2.0
_ALONE = 2.0  # no other name of the translation is left unaccounted for …
_LEFT = {"new": 8.0, "word": 8.0, "name": 4.0}  # … nor of the source
_LEFT_BESIDE = 3.0  # the same beside the right rest of the name
_TELLING = 5  # letters of a name that may be told by elimination
_FAR = 6.0  # for a whole sentence's length away
_FIRM = 4.0  # odds below which the source's own name stands in its own right
_INFLECTED = 10.4  # odds of a token read exactly but for its ending
_STATUS = {"new": 1.0, "name": -2.5, "word": -4.0}
_SMALL = -2.0  # written without a capital
_OPENING = -5.0  # a word that has its capital from the sentence's beginning
_NEAR_READING = -4.0
_KNOWN = -4.0  # a well-known name where the source's token is not quite the glossary's
_DOUBT = 3.0  # a lone token not read exactly may be another name, whatever stands for it
_MANY, _CHANCE = 500, 1.5  # tokens in a glossary; e times as many: by chance so much likelier
_CROWDED = 2000  # tokens in a glossary that is like any name
_SURNAMES = frozenset(("ov", "ev", "ova", "eva"))
_TITLE = -4.0
_ROLE = -8.0  # a word before a surname says what somebody is
_ACRONYM = 5
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Place ``place`` of the translation stands for part ``part`` of a form.

    ``nats`` is all that speaks for it, ``alike`` what its letters say.
    """

    part: int
    place: int
    nats: float
    alike: float


def standings(held: Held, translation: Translation) -> list[Standing]:
    """The likeliest place for each part that is missing, however unlikely.

    Parts are placed a second time with what the first found sure beside them.
    """
    missing = [pair for pair in held.pairs if not translation.has(pair[2].token)]
    first = _placed(held, missing, translation, {})
    sure = {s.place: s.part for s in first if s.nats > 0}
    return _placed(held, missing, translation, sure) if sure and len(missing) > 1 else first


def _placed(
    held: Held, missing: Sequence[Pair], translation: Translation, sure: Mapping[int, int]
) -> list[Standing]:
    table: dict[int, dict[int, tuple[float, float]]] = {}
    for pair in missing:
        places = (p for p in range(len(translation.tokens)) if sure.get(p, pair[0]) == pair[0])
        rows = ((p, _evidence(held, pair, translation, p, sure)) for p in places)
        table[pair[0]] = {place: row for place, row in rows if row is not None}
    found: dict[int, Standing] = {}
    for part, row in table.items():
        for place, (alone, alike) in row.items():
            nats = alone
            for step in (-1, 1):
                beside = table.get(part + step, {}).get(place + step)
                nats += _BESIDE if beside and beside[0] > _POSSIBLE else 0.0
            if part not in found or nats > found[part].nats:
                found[part] = Standing(part, place, nats, alike)
    return list(found.values())


def _evidence(
    held: Held, pair: Pair, translation: Translation, place: int, sure: Mapping[int, int]
) -> tuple[float, float] | None:
    """Nats that a place stands for the part, and those of its letters; None where it cannot."""
    part, token, reading = pair
    parts = form_tokens(held.form)
    candidate, expected = translation.tokens[place], parts[part]
    letters = candidate.plain
    status = _status(letters)
    capital = candidate.text[:1].isupper()
    if not (capital or status == "new") or not _may_stand(expected):
        return None
    if not _may_stand(candidate, translation.shouts):
        return None
    if letters in {p.plain for p in parts}:
        return None
    accounted = translation.accounts.get(place)
    if accounted is not None and token.place not in accounted:
        return None
    if reading.odds < _FIRM and translation.spelled(letters, token) >= ROMANISED:
        return None
    alike = _alike(expected.plain, token, candidate, translation)
    partner = _partner(held, part, translation, place, sure)
    if _stands_itself(letters, pair, translation, alone=not partner, alike=alike):
        return None
    nats = _PRIOR + alike + reading.odds - EXACT
    exact = reading.exact or (not held.lone and reading.odds > _INFLECTED)
    nats += _READ if exact else 0.0
    nats += 0.0 if capital else _SMALL
    if partner:
        role = status == "word" and partner > 0 and not is_person_name(letters)
        nats += _PARTNER + (_ROLE if role else 0.0)
        if reading.odds >= ACCOUNTED and translation.only_left(token) == place:
            nats += _LEFT_BESIDE
    else:
        nats += _STATUS[status]
        if status != "new":
            nats += _own(letters, expected.plain, token, translation)
            nats += 0.0 if exact else _KNOWN
        if is_other_gender(expected.plain, letters):
            return None
        if status == "word" and translation.opens(place) and not token.opening:
            nats += _OPENING
        cased = script_of(token.text) not in CASELESS
        if cased and reading.exact and translation.only_left(token) == place:
            nats += _LEFT[status] if len(expected.plain) >= _TELLING else 0.0
    nats += _TITLE if letters in TITLES else 0.0
    nats += _NEIGHBOUR * translation.neighbours(token, place)
    nats += 0.0 if _others(translation, place) else _ALONE
    theirs = token.place / max(1, len(translation.source))
    nats -= _FAR * abs(theirs - place / len(translation.tokens))
    if held.lone and not reading.exact:
        chance = max(0.0, _CHANCE * math.log(translation.reader.size / _MANY))
        nats = min(nats, held.nats - _DOUBT) - chance
    return nats, alike


def _stands_itself(
    letters: str, pair: Pair, translation: Translation, *, alone: bool, alike: float
) -> bool:
    """Is it what the source says, though the glossary has a name much like it?

    Alone a well-known name is, in a large glossary, which holds one like any other; and so is a
    surname made from the glossary's (*Yermakov* is no genitive of *Yermak*).
    """
    _, token, reading = pair
    reader = translation.reader
    if alone and alike >= 0 and reader.size >= _CROWDED and _status(letters) == "name":
        return True
    made = letters.startswith(reading.token) and letters[len(reading.token) :] in _SURNAMES
    return made and letters in map(plain, reader.whole(token.text, translation.lang))


def _may_stand(token: Token, shouted: bool = False) -> bool:
    """Is it a word that letters tell apart: no particle, number, pronoun, acronym?"""
    letters = token.plain
    if len(letters) < _SHORTEST or not letters.isalpha():
        return False
    if letters in PARTICLES or letters in GENERATIONS or letters in FUNCTION_WORDS:
        return False
    return shouted or not (len(letters) <= _ACRONYM and token.text[1:2].isupper())


def _status(letters: str) -> str:
    if is_word(letters):
        return "word"
    return "name" if is_known_name(letters) or is_common_name(letters) else "new"


def _own(letters: str, expected: str, token: SourceToken, translation: Translation) -> float:
    """Is it what English makes of the source's token, as well as the glossary's name is?"""
    fits = translation.spelled(letters, token)
    if fits >= min(ROMANISED, translation.spelled(expected, token)) or expected.startswith(letters):
        return -math.inf
    return _NEAR_READING if fits >= ACCOUNTED else 0.0


def _alike(expected: str, token: SourceToken, candidate: Token, translation: Translation) -> float:
    letters = candidate.plain
    odds = max(_UNLIKE if _status(letters) == "new" else HOPELESS, mangled(expected, letters))
    if fuzz.ratio(expected, letters) >= _SIMILAR:
        odds = max(odds, log_odds(expected, candidate.text))
    for latin in translation.reader.latin(token.text, translation.lang):
        if fuzz.ratio(latin.casefold(), letters) >= _SIMILAR:
            odds = max(odds, log_odds(latin, candidate.text))
    return min(_MOST, odds)


def _partner(
    held: Held, part: int, translation: Translation, place: int, sure: Mapping[int, int]
) -> int:
    """On which side of it stands the neighbouring part of the name (-1, 1), right or surely not?"""
    every = [t for t in tokens(held.form) if t.text[:1].isupper() or t.plain not in PARTICLES]
    parts = form_tokens(held.form)
    at = next(i for i, token in enumerate(every) if token.start == parts[part].start)
    for step in (-1, 1):
        beside = translation.beside(place, step)
        if beside is None or not 0 <= at + step < len(every):
            continue
        if beside in sure and parts[sure[beside]].start == every[at + step].start:
            return step
        near = translation.tokens[beside]
        named = near.plain not in GENERATIONS and near.text[:1].isupper()
        if named and is_form(every[at + step].plain, near.plain):
            return step
    return 0


def _others(translation: Translation, place: int) -> bool:
    """Is there another capitalised token that nothing in the source accounts for?"""
    return any(
        other != place
        and other not in translation.accounts
        and other > 0
        and token.text[:1].isupper()
        and not is_word(token.plain)
        for other, token in enumerate(translation.tokens)
    )
