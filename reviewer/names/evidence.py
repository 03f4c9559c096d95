"""How sure it is that a window is a garbled mention of its entry.

Evidence is counted in nats and summed, as the log-odds of two hypotheses: *this entry, badly
carried over* against *something else that stands in its own right*. The channel weighs letters;
what it cannot know is added here: that a token is a word or somebody's name as it is, that the rest
of the name stands beside it, that another mention in the article is right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.glossary.model import Term
from reviewer.names.channel import measure
from reviewer.names.compare import score
from reviewer.names.demonyms import is_demonym
from reviewer.names.gender import (
    family_stem,
    is_made_feminine,
    is_other_family,
    is_other_gender,
)
from reviewer.names.lexicon import HOPELESS, Word
from reviewer.names.mentions import Token
from reviewer.names.variants import sounded
from reviewer.names.vocabulary import GENERATIONS, GENERIC, JOINING, TITLES
from reviewer.names.windows import Window, form_tokens
from reviewer.names.words import is_common_name, is_known_name, is_person_name, is_word

PRIOR = -2.6  # before anything is looked at, a name is no garble of an entry
_MANY, _MANY_BACKED = 2.0, 0.4  # a glossary e times as large: by chance so much likelier
_PARTNER = {"rare": 9.0, "common": 5.0, "word": 1.5, "initial": 2.0, "title": 0.5}
_MOST = 9.0  # nats that one token, or all exact ones together, can give
_ANCHOR = 4.0  # the entry stands elsewhere in the article …
_SURNAME_AGAIN = 1.75  # … and it is the surname that comes again
_STATUS = {"new": 0.0, "short": 0.0, "name": -2.8, "common": -5.0, "word": -6.0}
_UNLIKE = -12.0  # log-odds of a person's token beside others whose letters say nothing
_BACKED = 4.5
_SHARED_HEAD, _SHARED_TAIL, _MANGLED, _MANGLED_MOST = 3.3, 2.8, -11.0, 6.0
_DERIVED, _DERIVED_BY = -4.0, 3  # Hindu and Hindutva: letters more on the end
_SHORTEST_ALONE = 4
_SHORT = 2.0  # for each letter below five
_STRANGER = -8.0  # another name stands where a part of this one is missing
_EXTRA = -6.0
_REJOINED = 10.0  # all letters are there, only a space is too many or missing
_MISSING = -4.5
_MISSING_WORD = 0.0
_KNOWN_ALONE = -6.0
_GIVEN_ALONE, _SURNAME_ALONE = -4.4, -1.5  # without a mention in full
_TOLD = -3.1
_SPELLED = 2.0  # log-odds from which somebody else's given name may be a spelling of this one
_IN_NAME = -3.0  # a place's or a body's token alone beside what looks like somebody's name
_ALONE_MOST = 4.0  # one token that nothing backs is never certain
_LIKE = 1.45  # the classifier's logit below which it speaks against a token alone
# A new token alone, long enough (log-odds by letters), in which all changes are usual ones of
# spelling: *Habarovsk*. What looks like any other name is told by the model of letters too little.
_REGULAR, _LONG, _USUAL, _ODDEST = 3.5, 16.0, -3.0, -1.5
_FEW_NAMES = 2000  # tokens of a glossary made for the articles at hand
_HALF_TRANSLATED = 0.6
_VERBAL = ("s", "ed", "ing")  # of words after a name in a headline
_JOINT, _JOINT_PRIOR, _JOINT_MOST = 2.0, -0.75, 6.0  # the classifier's logit as evidence
_RANKS = TITLES | GENERATIONS  # tokens that tell nobody from another
_SCALE = 2.0  # nats that change the odds of being right e-fold


class Judged(NamedTuple):
    """A window with its evidence in nats; ``confidence`` is 0..1."""

    window: Window
    nats: float

    @property
    def confidence(self) -> float:
        """How likely it is that the window is a garbled mention, 0..1."""
        return 1 / (1 + math.exp(-max(self.nats, -50) / _SCALE))


def is_person(term: Term) -> bool:
    """A person by its kind or, where that is not told, two to four tokens none a mere word."""
    if term.kind != "other":
        return term.kind == "person"
    letters = [part.plain for part in form_tokens(term.term) if part.plain not in TITLES]
    while len(letters) > 2 and is_word(letters[0]) and not is_person_name(letters[0]):
        letters.pop(0)  # a role: Judge, Foreign Minister
    if not 2 <= len(letters) <= 4:
        return False
    borne = sum(map(is_person_name, letters))
    others = sum(not is_person_name(t) and (is_word(t) or is_known_name(t)) for t in letters)
    return borne > 0 and not others


def judge(  # noqa: PLR0917
    window: Window,
    term: Term,
    run: Sequence[Token],
    words: Sequence[Word],
    anchored: bool,
    size: int,
) -> Judged:
    """Weigh a window; ``size`` is the index's.

    ``anchored``: the entry stands elsewhere in the article, in full or by a telling part.
    """
    if term.kind == "acronym":  # read letter by letter: no word is a garbled one
        return Judged(window, -math.inf)
    person = is_person(term)
    exact = min(_MOST, sum(_partner(words[p.place]) for p in window.pairs if p.exact))
    parts = form_tokens(window.form)
    backed = exact + anchored * _ANCHOR
    if person and not exact and _is_anothers(window, words):
        return Judged(window, -math.inf)
    nats = PRIOR - _chance(size, backed > 0 or len(window.pairs) > 1) + backed
    most = math.inf
    if window.rejoined:
        apart = person and not anchored and _is_part_alone(window, parts, words)
        nats += -math.inf if apart else _REJOINED
    else:
        fuzzy = [(parts[p.form], words[p.place], p.odds) for p in window.pairs if not p.exact]
        last = len(parts) - 1  # a rare given name tells whose surname is mangled only among few
        surname = size <= _FEW_NAMES or any(p.exact and p.form == last for p in window.pairs)
        nats += _fuzzy(fuzzy, person, surname, len(window.pairs) > 1, backed)
        telling = [p for p in window.pairs if not _is_rank(parts[p.form])]
        if len(telling) == 1:
            part, word, _ = fuzzy[0]
            given = person and telling[0].form < last
            nats += _alone(part, word, person, anchored)
            if nats > -_REGULAR and not given:
                nats += _regular(part, word)
            if _is_its_own(window, word, given) or (term.word and not anchored):
                nats = -math.inf
            if term.kind not in ("person", "other") and not anchored:
                nats += _IN_NAME * bool(_stranger(window, run, words))
            if not anchored and nats > 0:
                nats += min(0.0, _logit(part, word) - _LIKE)
                most = _ALONE_MOST
            if anchored and person and window.pairs[0].form == last:
                nats += _SURNAME_AGAIN
    nats += _EXTRA * len(window.extra)
    if person and any(
        run[place].plain in JOINING and run[place].text[0].islower()
        for place in range(window.first, window.last)
    ):
        return Judged(window, -math.inf)
    if person and window.missing:
        nats += _stranger(window, run, words)
        if not exact and not anchored:
            nats += _GIVEN_ALONE if len(parts) - 1 in window.missing else _SURNAME_ALONE
    elif window.missing and window.is_inverted:
        nats = -math.inf  # Organization for Security is no Security Treaty Organization
    elif window.missing:
        rare = sum(_partner_of(parts[i].plain) > _PARTNER["common"] for i in window.missing)
        nats += _MISSING * rare + _MISSING_WORD * (len(window.missing) - rare)
    if -math.inf < nats < _JOINT_MOST and _is_joint(window, parts, words):
        nats = max(nats, _joint(window, run) + anchored * _ANCHOR - _chance(size, True))
    if _is_half_translated(window, parts, run, words):
        nats = max(nats, _HALF_TRANSLATED)
    return Judged(window, min(nats, most))


def is_telling(plain: str) -> bool:
    """Do few names hold this token?"""
    return _partner_of(plain) >= _PARTNER["rare"]


def least(size: int) -> float:
    """The log-odds that a token with nothing to back it needs in a glossary of ``size`` tokens."""
    return _chance(size, False) - PRIOR


def _chance(size: int, backed: bool) -> float:
    """What must be taken off because among so many names one may be like this by chance."""
    return (_MANY_BACKED if backed else _MANY) * math.log1p(size / 1000)


def _logit(part: Token, word: Word) -> float:
    """What the classifier of names thinks of one token for another."""
    probability = min(0.999, max(0.001, score(part.text, word.text)))
    return math.log(probability / (1 - probability))


def _is_its_own(window: Window, word: Word, given: bool) -> bool:
    """Is a token alone a common given name, or another entry's with an *s*, in its own right?"""
    if given and is_common_name(word.plain):
        return True
    return bool(word.declined) and window.entry not in word.declined


def _is_part_alone(window: Window, parts: Sequence[Token], words: Sequence[Word]) -> bool:
    """Is the rest of a person's name missing? *Alp Arslan* is no Alparslan Bayraktar."""
    joined = {pair.form for pair in window.pairs}
    standing = {word.plain for word in words}
    return any(part.plain not in standing for i, part in enumerate(parts) if i not in joined)


def _is_anothers(window: Window, words: Sequence[Word]) -> bool:
    """Do tokens that other entries have speak against a window without an exact one?

    *Aleksander Novaks* may be Alexander Novak, but *Emmanuel Lubezki* is no Manuel López.
    """
    listed = [pair for pair in window.pairs if words[pair.place].listed]
    if not listed or len(window.pairs) == 1:
        return False
    unlike = any(pair.odds < _SPELLED for pair in listed)
    return unlike or window.is_inverted or len(listed) == len(window.pairs)


def _is_joint(window: Window, parts: Sequence[Token], words: Sequence[Word]) -> bool:
    """Do two tokens or more stand for all of the form, none of them against it?"""
    told = all(pair.odds > _TOLD for pair in window.pairs)
    whole = not (window.missing or window.extra or window.rejoined)
    telling = [p for p in window.pairs if not _is_rank(parts[p.form])]
    return told and whole and sum(len(words[p.place].plain) > 1 for p in telling) > 1


def _is_half_translated(
    window: Window, parts: Sequence[Token], run: Sequence[Token], words: Sequence[Word]
) -> bool:
    """Does an English word stand alone beside one telling half, for a half that is no word?

    *Tolga Rich* for *Tolga Zengin*, but not *Mersin University*. Beside a common given name
    (*İsmail Chief*) only one entry may have it, and nobody may be called by the word.
    """
    if not len(parts) == len(window.pairs) == len(run) == 2 or run[0].possessive:
        return False
    half, other = sorted(window.pairs, key=lambda pair: -pair.odds)
    word, told = words[other.place], words[half.place]
    if not half.exact and half.odds < _MOST:
        return False
    if half.exact and is_common_name(word.plain):
        return False  # somebody else of that given name
    if is_word(told.plain):
        return False
    if is_common_name(told.plain):
        known = is_person_name(word.plain) or word.plain.endswith(_VERBAL)
        return not known and len(told.own) == 1 and _is_translated(window, parts, run, word)
    return _is_translated(window, parts, run, word)


def _is_translated(
    window: Window, parts: Sequence[Token], run: Sequence[Token], word: Word
) -> bool:
    """May the second token be an English word for the second half of the name?"""
    other = min(window.pairs, key=lambda pair: pair.odds)
    return (
        word.status == "word"
        and word.plain not in GENERIC
        and not is_word(parts[other.form].plain)
        and run[other.place].text[1:].islower()
        and other.place == max(pair.place for pair in window.pairs)
    )


def _joint(window: Window, run: Sequence[Token]) -> float:
    """What the classifier of whole names says."""
    variant = " ".join(run[pair.place].text for pair in window.pairs)
    probability = min(0.999, max(0.001, score(window.form, variant)))
    return _JOINT_PRIOR + _JOINT * math.log(probability / (1 - probability))


def _partner(word: Word) -> float:
    """What a right token says of its entry: the more entries hold it, the less."""
    worth = _PARTNER["initial"] if len(word.plain) == 1 else _partner_of(word.plain)
    return max(0.0, worth - math.log(max(1, len(word.own))))


def _partner_of(plain: str) -> float:
    """What the exact token says: little if it is a word, a title or a name that many bear."""
    if plain in _RANKS:
        return _PARTNER["title"]
    if is_common_name(plain):
        return _PARTNER["common"]
    return _PARTNER["word" if is_word(plain) else "rare"]


def _alone(part: Token, word: Word, person: bool, anchored: bool) -> float:
    """A single token with nothing beside it: plurals and known names stand in their own right."""
    if len(word.plain) < _SHORTEST_ALONE or word.status == "word" or part.text[0].islower():
        return -math.inf
    if word.plain.removesuffix("s") == part.plain.removesuffix("s"):
        return -math.inf
    if person and is_other_gender(part.plain, word.plain):
        return -math.inf
    nats = -_SHORT * max(0, 5 - len(word.plain))
    longer, shorter = sorted((part.plain, word.plain), key=len, reverse=True)
    if len(longer) - len(shorter) >= _DERIVED_BY and longer.startswith(shorter):
        nats += _DERIVED
    return nats if anchored or word.status != "name" else nats + _KNOWN_ALONE


def _regular(part: Token, word: Word) -> float:
    """What usual changes of spelling say for a token alone."""
    shorter, longer = sorted((len(part.plain), len(word.plain)))
    if word.status != "new" or 4 * shorter <= 3 * longer:
        return 0.0
    found = measure(part.text, word.text)
    usual = found.usual >= _USUAL and found.oddest >= _ODDEST and found.plain_odds >= _LONG
    return _REGULAR if usual and _logit(part, word) >= _LIKE else 0.0


def _fuzzy(
    fuzzy: Sequence[tuple[Token, Word, float]],
    person: bool,
    surname: bool,
    whole: bool,
    backing: float,
) -> float:
    """What the differing tokens say together: each is backed by the rest of the name.

    ``surname``: the surname stands right, so that the rest may be mangled beyond recognition;
    ``whole``: given name and surname stand together.
    """
    by_channel = [_channel(part, word, odds, person, whole) for part, word, odds in fuzzy]
    total = 0.0
    for i, (part, word, _) in enumerate(fuzzy):
        nats = by_channel[i]
        backed = backing + sum(other for j, other in enumerate(by_channel) if j != i)
        if backed >= _BACKED and person and nats > -math.inf:
            nats = max(nats, _mangled_evidence(part, word, surname))
        total += nats
    return total


def _channel(part: Token, word: Word, odds: float, person: bool, whole: bool) -> float:
    unlike = odds <= HOPELESS
    if not word.may_be_name or (unlike and word.status == "short"):
        return -math.inf
    if not person and (unlike or word.status == "short"):
        return -math.inf
    if not person and word.status == "word" and is_word(part.plain):
        return -math.inf
    if is_demonym(word.plain, part.plain, doubtful=not person):
        return -math.inf
    if word.plain in GENERATIONS or (_is_rank(part) and part.plain in GENERATIONS):
        return -math.inf
    if person and not (whole and is_made_feminine(part.plain, word.plain)):
        families = sounded(part.plain), sounded(word.plain)
        if is_other_family(*families) or is_other_family(part.plain, word.plain):
            return -math.inf
    return (_UNLIKE if unlike else min(_MOST, odds)) + _STATUS[_status(word)]


def _status(word: Word) -> str:
    common = word.status != "short" and is_common_name(word.plain)
    return "common" if common else word.status


def _is_rank(part: Token) -> bool:
    """Is a token of a form a title or a generation, which tells nobody from another?

    What a name begins with is no generation: *Xi Jinping*.
    """
    return part.plain in TITLES or (part.plain in GENERATIONS and part.start > 0)


def _mangled_evidence(part: Token, word: Word, surname: bool) -> float:
    status = _status(word)
    if not surname:
        stems = family_stem(part.plain), family_stem(word.plain)
        return mangled(*stems) + _STATUS[status]
    return mangled(part.plain, word.plain) + _STATUS[status]


@lru_cache(maxsize=1 << 14)
def mangled(canonical: str, variant: str) -> float:
    """Evidence from shared ends alone, for tokens mangled in the middle (*Pakoice*, *Pakosta*)."""
    shortest = min(len(canonical), len(variant))
    head = 0
    while head < shortest and canonical[head] == variant[head]:
        head += 1
    tail = 0
    while tail < shortest - head and canonical[-1 - tail] == variant[-1 - tail]:
        tail += 1
    return min(_MANGLED + _SHARED_HEAD * head + _SHARED_TAIL * tail, _MANGLED_MOST)


def _stranger(window: Window, run: Sequence[Token], words: Sequence[Word]) -> float:
    """Another name beside the window where the entry's own part is missing speaks against it."""
    penalty = 0.0
    for place, joint in ((window.first - 1, window.first - 1), (window.last + 1, window.last)):
        if 0 <= place < len(run) and not run[joint].possessive and not run[place].small:
            word = words[place]
            if word.plain in TITLES:
                continue
            if word.status in ("name", "new") or len(word.plain) == 1:
                penalty += _STRANGER
            elif is_common_name(word.plain):
                penalty += _STRANGER / 2
    return penalty
