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
from reviewer.names.rendering import ACCOUNTED, Translation, is_form
from reviewer.names.source import EXACT, HOPELESS, ROMANISED, SourceToken
from reviewer.names.vocabulary import GENERATIONS, PARTICLES, TITLES
from reviewer.names.windows import form_tokens
from reviewer.names.words import is_common_name, is_known_name, is_person_name, is_word

_SIMILAR = 45.0  # per cent below which the channel is not asked
_PRIOR = 0.0
_READ = 3.0  # the source reads letter for letter as the glossary writes it
_MOST = 12.0
_UNLIKE = -6.0  # letters that are nobody's name and tell nothing
_PARTNER = 7.0  # the right rest of the name stands beside it
_BESIDE = 4.0  # another missing part stands beside it
_DRAWN = -2.0  # from which a doubtful part goes with a sure one beside it
_NEIGHBOUR = 2.0
_ALONE = 2.0  # no other name of the translation is left unaccounted for
_FAR = 6.0  # for a whole sentence's length away
_STATUS = {"new": 1.0, "name": -2.5, "word": -4.0}
_SMALL = -2.0  # written without a capital
_OPENING = -5.0  # a word that has its capital from the sentence's beginning
_NEAR_READING = -4.0
_KNOWN = -4.0  # a well-known name where the source's token is not quite the glossary's
_USUAL = 4.0  # nats that the letters of a lone token may be unusual
_MANY = 500  # tokens in a glossary; the more, the likelier one is like this by chance
_TITLE = -4.0
_ROLE = -8.0  # a word before a surname says what somebody is
_ACRONYM = 5
_FUNCTION = (
    "about above after again against all also although am among an and another any are as at be"
    " because been before being below between both but by can could did do does down during each"
    " either even ever every few for from had has have he her here hers herself him himself his"
    " how however i if in into is it its itself just least less like many me meanwhile might"
    " mine more moreover most much must my myself neither never no nor not nothing now of off on"
    " once one only or other our ours out over own perhaps rather same she should since so some"
    " still such than that the their theirs them then there therefore these they this those"
    " though through thus to today tomorrow too toward towards under until up upon us very was"
    " we were what when where whether which while who whom whose why will with within without"
    " would yes yesterday yet you your according earlier later first second third last next"
    " previously recently two three four five six seven eight nine ten said says january"
    " february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday mr mrs ms"
)
_FUNCTION_WORDS = frozenset(_FUNCTION.split())


@dataclass(frozen=True, slots=True)
class Standing:
    """Place ``place`` of the translation stands for part ``part`` of a form.

    ``nats`` is all that speaks for it, ``alike`` what its letters say.
    """

    part: int
    place: int
    nats: float
    alike: float


@dataclass(frozen=True, slots=True)
class Span:
    """Code points ``start`` to ``end`` stand for ``right``, a stretch of an entry's form.

    ``pairs`` are the tokens that differ, right one first.
    """

    start: int
    end: int
    right: str
    pairs: tuple[tuple[str, str], ...]
    nats: float
    alike: float

    @property
    def confidence(self) -> float:
        """0..1; two nats change the odds of being right e-fold."""
        return 1 / (1 + math.exp(-max(self.nats, -50) / 2.0))


def spans(held: Held, translation: Translation) -> list[Span]:
    """What stands for the missing parts of a name, with the parts beside it, in form order."""
    standing = {s.part: s for s in standings(held, translation)}
    found: list[Span] = []
    used: set[int] = set()
    for part in sorted(standing):
        if part not in used and standing[part].nats > 0:
            chain = _chain(held, translation, standing, part)
            used |= {i for i, _ in chain}
            found.append(_span(held, translation, standing, chain))
    return found


def _chain(
    held: Held, translation: Translation, standing: Mapping[int, Standing], part: int
) -> list[tuple[int, int]]:
    """(part, place) of this part and of those that adjoin in the form's own order."""
    parts = form_tokens(held.form)
    chain = [(part, standing[part].place)]
    for step in (-1, 1):
        at, place = chain[0] if step < 0 else chain[-1]
        while 0 <= at + step < len(parts):
            beside = translation.beside(place, step)
            if beside is None:
                break
            at, place = at + step, beside
            other = standing.get(at)
            drawn = other is not None and other.place == place and other.nats > _DRAWN
            if not drawn and not is_form(parts[at].plain, translation.tokens[place].plain):
                break
            chain.insert(0 if step < 0 else len(chain), (at, place))
    return chain


def _span(
    held: Held,
    translation: Translation,
    standing: Mapping[int, Standing],
    chain: Sequence[tuple[int, int]],
) -> Span:
    parts = form_tokens(held.form)
    first, last = chain[0], chain[-1]
    differing = [standing[i] for i, place in chain if i in standing and standing[i].place == place]
    return Span(
        translation.tokens[first[1]].start,
        translation.tokens[last[1]].end,
        held.form[parts[first[0]].start : parts[last[0]].end],
        tuple((parts[s.part].text, translation.tokens[s.place].text) for s in differing),
        max(s.nats for s in differing),
        max(s.alike for s in differing),
    )


def standings(held: Held, translation: Translation) -> list[Standing]:
    """The likeliest place for each part that is missing, however unlikely."""
    table: dict[int, dict[int, tuple[float, float]]] = {}
    for pair in held.pairs:
        part, _, reading = pair
        if not translation.has(reading.token):
            places = range(len(translation.tokens))
            rows = ((p, _evidence(held, pair, translation, p)) for p in places)
            table[part] = {place: row for place, row in rows if row is not None}
    found: dict[int, Standing] = {}
    for part, row in table.items():
        for place, (alone, alike) in row.items():
            nats = alone
            for step in (-1, 1):
                beside = table.get(part + step, {}).get(place + step)
                nats += _BESIDE if beside and beside[0] > -_BESIDE else 0.0
            if part not in found or nats > found[part].nats:
                found[part] = Standing(part, place, nats, alike)
    return list(found.values())


def _evidence(
    held: Held, pair: Pair, translation: Translation, place: int
) -> tuple[float, float] | None:
    """Nats that a place stands for the part, and those of its letters; None where it cannot."""
    part, token, reading = pair
    parts = form_tokens(held.form)
    candidate, expected = translation.tokens[place], parts[part]
    letters = candidate.plain
    status = _status(letters)
    capital = candidate.text[:1].isupper()
    if not (_may_stand(candidate) and _may_stand(expected)) or not (capital or status == "new"):
        return None
    if letters in {p.plain for p in parts}:
        return None
    accounted = translation.accounts.get(place)
    if accounted is not None and token.place not in accounted:
        return None
    alike = _alike(expected.plain, token, candidate, translation)
    nats = _PRIOR + alike + reading.odds - EXACT
    nats += _READ if reading.exact else 0.0
    nats += 0.0 if capital else _SMALL
    partner = _partner(held, part, translation, place)
    if partner:
        role = status == "word" and partner > 0 and not is_person_name(letters)
        nats += _PARTNER + (_ROLE if role else 0.0)
    else:
        nats += _STATUS[status]
        if status != "new":
            nats += _own(letters, expected.plain, token, translation)
            nats += 0.0 if reading.exact else _KNOWN
        if is_other_gender(expected.plain, letters):
            return None
        if len(held.pairs) == 1 and not reading.exact:
            nats += min(0.0, reading.usual + _USUAL)
            nats -= max(0.0, math.log(translation.reader.size / _MANY))
        nats += _OPENING if status == "word" and place == 0 and not token.opening else 0.0
    nats += _TITLE if letters in TITLES else 0.0
    nats += _NEIGHBOUR * translation.neighbours(token, place)
    nats += 0.0 if _others(translation, place) else _ALONE
    theirs = token.place / max(1, len(translation.source))
    return nats - _FAR * abs(theirs - place / len(translation.tokens)), alike


def _may_stand(token: Token) -> bool:
    """Is it a word that letters tell apart: no particle, number, pronoun, acronym?"""
    letters = token.plain
    if len(letters) < 2 or letters in PARTICLES or letters in GENERATIONS or not letters.isalpha():
        return False
    acronym = len(letters) <= _ACRONYM and token.text[1:2].isupper()
    return letters not in _FUNCTION_WORDS and not acronym


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


def _partner(held: Held, part: int, translation: Translation, place: int) -> int:
    """On which side of it stands the neighbouring part of the name (-1, 1), in a right form?"""
    every = [t for t in tokens(held.form) if t.text[:1].isupper() or t.plain not in PARTICLES]
    start = form_tokens(held.form)[part].start
    at = next(i for i, token in enumerate(every) if token.start == start)
    for step in (-1, 1):
        beside = translation.beside(place, step)
        if beside is not None and 0 <= at + step < len(every):
            near = translation.tokens[beside]
            if near.plain in GENERATIONS:
                continue
            if near.text[:1].isupper() and is_form(every[at + step].plain, near.plain):
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
