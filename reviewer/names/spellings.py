"""One name spelled two ways, told without any glossary.

Two spellings are one person's where the given names agree and the surnames are spellings of each
other by the channel. Relatives and namesakes are not: different given names veto, and so do a
surname's other gender, plurals, demonyms, and well-known names that stand in their own right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from reviewer.names.channel import measure, reached
from reviewer.names.demonyms import is_demonym
from reviewer.names.equivalents import equivalent
from reviewer.names.gender import is_other_gender
from reviewer.names.mentions import Token, bare, runs, tokens, written_tokens
from reviewer.names.phonetic import keys
from reviewer.names.variants import is_romanisation
from reviewer.names.vocabulary import FUNCTION_WORDS, GENERATIONS, TITLES
from reviewer.names.words import is_known_name, is_person_name, is_word

_BESIDE = TITLES | GENERATIONS  # what stands beside a name
_SHORTEST = 4  # letters of a token that may be spelled two ways
_SHORTEST_ALONE = 6
_LONGEST = 4  # tokens of a name
_CROWD = 30  # tokens under one key beyond which it tells nothing
_SIMILAR = 65.0  # per cent
_ODDS = 6.0  # nats of the channel from which two tokens may be one …
_ODDS_ALONE = 11.0  # … with nothing beside them
_USUAL, _ODDEST = -9.0, -6.0  # nats: how unusual the change of letters may be


Spelling = tuple[str, ...]  # plain tokens


class Mention(NamedTuple):
    """A person's or place's name in running text, without titles.

    ``last`` is where its last token begins: of a person the surname.
    """

    start: int
    end: int
    last: int
    spelling: Spelling


class Variant(NamedTuple):
    """Spelling ``wrong`` and the one to put in its place; ``sure`` where one person is meant."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    sure: bool


def counted(text: str) -> Counter[Spelling]:
    """How often each name stands in a text, in order of appearance."""
    return Counter(name.spelling for _, names in _named(text) for name in names)


def mentions(text: str, wanted: Collection[Spelling] | None = None) -> Iterator[Mention]:
    """The names of a text in order; of these only the ``wanted`` ones."""
    for start, names in _named(text):
        for name in names:
            if wanted is None or name.spelling in wanted:
                spelling = name.spelling
                yield Mention(start + name.start, start + name.end, start + name.last, spelling)


@lru_cache(maxsize=2)
def _named(text: str) -> list[tuple[int, tuple[Mention, ...]]]:
    """The runs that hold names, with their starts."""
    return [(start, names) for run, start in runs(text) if (names := _in_run(run))]


@lru_cache(maxsize=1 << 16)
def _in_run(run: str) -> tuple[Mention, ...]:
    """The names of a run, placed in it."""
    if run.isalpha():  # most are one token
        plain = bare(run)[1]
        named = _is_name(run) and len(plain) >= _SHORTEST
        return (Mention(0, len(run), 0, (plain,)),) if named else ()
    if not any(map(_is_name, written_tokens(run))):
        return ()
    found: list[Mention] = []
    stretch: list[Token] = []
    for token in tokens(run):
        if not _is_name(token.text):
            found += _mention(stretch)
            stretch = []
            continue
        stretch.append(token)
        if token.possessive:
            found += _mention(stretch)
            stretch = []
    found += _mention(stretch)
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _is_name(token: str) -> bool:
    text, plain = bare(token)
    if not plain.isalpha() or not text[0].isupper() or plain in _BESIDE:
        return False
    if len(text) > 1 and text.isupper():
        return False
    return plain not in FUNCTION_WORDS and (not is_word(plain) or is_person_name(plain))


def _mention(stretch: Sequence[Token]) -> Iterator[Mention]:
    if stretch and len(stretch) <= _LONGEST and len(stretch[-1].plain) >= _SHORTEST:
        spelling = tuple(token.plain for token in stretch)
        yield Mention(stretch[0].start, stretch[-1].end, stretch[-1].start, spelling)


def variants(counts: Mapping[tuple[str, ...], int], number: Callable[[str], int]) -> list[Variant]:
    """Which spellings are others' variants; ``counts`` in order of appearance, ``number`` is
    a plain token's in the glossary, -1 if it has none.

    A spelling of the glossary is right, then the one that stands more often, then the known one,
    then the first. Two spellings of the glossary are two names.
    """
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for spelling in counts:
        by_last.setdefault(spelling[-1], []).append(spelling)
    order = {spelling: -at for at, spelling in enumerate(counts)}
    found: dict[tuple[str, ...], Variant] = {}

    def rank(spelling: tuple[str, ...]) -> tuple[bool, int, bool, int]:
        total = sum(counts[other] for other in by_last[spelling[-1]])
        return number(spelling[-1]) >= 0, total, is_known_name(spelling[-1]), order[spelling]

    for one, other in _pairs(by_last):
        if one[-1] != other[-1] and min(number(one[-1]), number(other[-1])) >= 0:
            continue
        sure = _is_one(one, other, by_last)
        if sure is not None:
            wrong, right = sorted((one, other), key=rank)
            known = found.get(wrong)
            if known is None or (sure, rank(right)) > (known.sure, rank(known.right)):
                found[wrong] = Variant(wrong, right, sure)
    return [found[spelling] for spelling in counts if spelling in found]


def _pairs(
    by_last: Mapping[str, Sequence[tuple[str, ...]]],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Spellings whose last tokens are one or alike, by phonetic keys: never all with all."""
    for spellings in by_last.values():
        yield from combinations(spellings, 2)
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for last in by_last:
        for key in keys(last):
            buckets[key].append(last)
    tried: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if 1 < len(bucket) <= _CROWD:
            new = [pair for pair in combinations(bucket, 2) if pair not in tried]
            tried.update(new)
            for pair in new:
                if _look_alike(*pair):
                    for one in by_last[pair[0]]:
                        yield from ((one, other) for other in by_last[pair[1]])


def _is_one(
    one: tuple[str, ...],
    other: tuple[str, ...],
    by_last: Mapping[str, Sequence[tuple[str, ...]]],
) -> bool | None:
    """Do two spellings name one person, for sure? None where they do not."""
    same_last = one[-1] == other[-1]
    if len(one) > 1 and len(other) > 1:
        if len(one) != len(other):
            return None
        agree = all(map(_agrees, one[:-1], other[:-1]))
        if same_last:
            alike = not agree and all(
                _agrees(a, b) or is_spelling(a, b)
                for a, b in zip(one[:-1], other[:-1], strict=True)
            )
            return _one_is_new(one[:-1], other[:-1]) if alike else None
        if agree and is_spelling(one[-1], other[-1]):
            return _one_is_new(one[-1:], other[-1:]) and not is_romanisation(one[-1], other[-1])
        return None
    if same_last or _have_strangers(by_last[one[-1]], by_last[other[-1]]):
        return None
    if not _one_is_new(one[-1:], other[-1:]):
        return None
    if len(one) == len(other) == 1:
        long = min(len(one[0]), len(other[0])) >= _SHORTEST_ALONE
        alike = long and not _is_made_of(one[0], other[0])
        return False if alike and _is_likely(one[0], other[0], _ODDS_ALONE) else None
    return False if is_spelling(one[-1], other[-1]) else None


def _have_strangers(ones: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]]) -> bool:
    """Do both surnames stand with given names, none of which agree?"""
    given = [one[0] for one in ones if len(one) > 1]
    more = [other[0] for other in others if len(other) > 1]
    return bool(given and more) and not any(_agrees(a, b) for a in given for b in more)


def _agrees(one: str, other: str) -> bool:
    """Are two given names the same, but for romanisation, a short form or an initial?"""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or is_romanisation(one, other) or equivalent(one, other) is not None


def _one_is_new(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Is one of two differing tokens nobody's name as it stands?"""
    return any(
        a != b and not (is_known_name(a) and is_known_name(b))
        for a, b in zip(ones, others, strict=True)
    )


def _look_alike(one: str, other: str) -> bool:
    """Are two tokens long enough, and alike in more than half of their letters?"""
    return min(len(one), len(other)) >= _SHORTEST and fuzz.ratio(one, other) >= _SIMILAR


@lru_cache(maxsize=1 << 16)
def is_spelling(one: str, other: str) -> bool:
    """May two plain tokens be spellings of one name, not another word made of it?"""
    if one == other or not _look_alike(one, other) or _is_made_of(one, other):
        return False
    return is_romanisation(one, other) or _is_likely(one, other, _ODDS)


def _is_made_of(one: str, other: str) -> bool:
    """Is one token the other's plural, another gender's form of it, or its demonym?"""
    plural = one.removesuffix("s") == other.removesuffix("s")
    return plural or is_other_gender(one, other) or is_demonym(one, other)


@lru_cache(maxsize=1 << 16)
def _is_likely(one: str, other: str, least: float) -> bool:
    """Are the log-odds of a direction at least these, and its change of letters not too odd?"""
    return any(
        reached(canonical, variant, least) is not None
        and measure(canonical, variant).usual >= _USUAL
        and measure(canonical, variant).oddest >= _ODDEST
        for canonical, variant in ((one, other), (other, one))
    )
