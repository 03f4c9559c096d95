"""What the classifier is told about two names: one row of numbers per pair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from reviewer.names.assign import Match
from reviewer.names.commonness import INITIAL, information
from reviewer.text import fold

NAMES = (
    "explained",  # nats: what the name's tokens tell, as far as the variant's tokens bear it out
    "odds_sum",
    "odds_mean",
    "odds_first",
    "odds_last",
    "odds_longest",
    "odds_least",
    "odds_second",
    "odds_per_letter",  # of the token that fits least
    "plain_least",
    "cost_per_letter",
    "usual_sum",
    "usual_per_letter",
    "oddest",
    "oddest_sum",
    "similarity_least",
    "similarity_mean",
    "skeleton_least",
    "initial_least",  # do the tokens that fit least begin alike?
    "least_information",
    "least_length",
    "ratio",
    "token_sort",
    "jaro_winkler",
    "together",  # similarity with spaces gone
    "exact_letters",
    "exact_information",
    "left_information",  # of canonical tokens that nothing stands for
    "right_information",
    "left_most",
    "right_most",
    "both_alone",
    "letters",
    "tokens",
    "inversions",
    "numbers_differ",
    "initials_differ",
)
_NOTHING = -20.0  # log-odds where no token stands for another
# fmt: off
_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "el", "al", "as", "ash",
    "az", "ad", "an", "bin", "bint", "ibn", "ben", "von", "van", "der", "den", "ter", "zu", "und",
    "y", "e", "i", "the", "of", "and", "af", "av", "st",
})
# fmt: on
_BONES = str.maketrans("cqzgvbdxf", "kkskwptkv", "aeiouyjhw")
_DOUBLE = re.compile(r"(.)\1+")
_GENERATION = {"jr": "2", "junior": "2", "sr": "1", "senior": "1"}
_GENERATION |= {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """Consonants of a token, without diacritics, voiced and voiceless as one."""
    plain = fold(token)
    return _DOUBLE.sub(r"\1", plain.translate(_BONES)) or plain[:1]


def features(
    canonical: Sequence[str], variant: Sequence[str], matches: Sequence[Match]
) -> list[float]:
    """The row for two names given as tokens, in the order of `NAMES`."""
    a, b = " ".join(map(fold, canonical)), " ".join(map(fold, variant))
    both = [m for m in matches if m.canonical and m.variant]
    solid = [m for m in both if m.canonical not in _PARTICLES] or both
    full = [m for m in solid if len(m.canonical) > 1 and len(m.variant) > 1] or solid
    left = [information(m.canonical) for m in matches if not m.variant]
    right = [information(m.variant) for m in matches if not m.canonical]
    exact = [m for m in both if m.similarity == 100]
    alone = sum(left), sum(right)
    places = [m.variant_place for m in both]
    return [
        *(_matched(full) if full else _UNMATCHED),
        fuzz.ratio(a, b),
        fuzz.token_sort_ratio(a, b),
        JaroWinkler.similarity(a, b),
        fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")),
        sum([len(m.canonical) for m in exact]),
        sum([information(m.canonical) for m in exact]),
        *alone,
        max(left, default=0.0),
        max(right, default=0.0),
        min(alone),
        len(a),
        len(canonical) + len(variant),
        sum([x > y for x, y in pairwise(places)]),
        float(_numbers(canonical) != _numbers(variant)),
        float(_initials_differ(left, right, matches)),
    ]


_UNMATCHED = [_NOTHING] * 15 + [0.0] * 6


def _matched(full: Sequence[Match]) -> list[float]:
    """The part of the row that tells how well the matched tokens match."""
    odds = [m.log_odds for m in full]
    ranked = sorted(odds)
    least = full[odds.index(ranked[0])]
    longest = max(full, key=_length)
    informed = [information(m.canonical) for m in full]
    measures = [(m.measure, len(m.canonical), len(m.variant)) for m in full]
    oddest = [measure.oddest for measure, *_ in measures]
    similar = [m.similarity for m in full]
    bones = [
        100.0 if m.similarity == 100 else fuzz.ratio(skeleton(m.canonical), skeleton(m.variant))
        for m in full
    ]
    return [
        sum(map(min, odds, informed)),
        sum(odds),
        sum(odds) / len(odds),
        odds[0],
        odds[-1],
        longest.log_odds,
        ranked[0],
        ranked[1] if len(ranked) > 1 else -_NOTHING,
        min([x / y for x, (_, y, _) in zip(odds, measures, strict=True)]),
        min([measure.plain_odds for measure, *_ in measures]),
        min([measure.cost / max(x, y) for measure, x, y in measures]),
        sum([measure.usual for measure, *_ in measures]),
        min([measure.usual / x for measure, x, _ in measures]),
        min(oddest),
        sum(oddest),
        min(similar),
        sum(similar) / len(similar),
        min(bones),
        float(fold(least.canonical[0]) == fold(least.variant[0])),
        information(least.canonical),
        min(len(least.canonical), len(least.variant)),
    ]


def _length(match: Match) -> int:
    return len(match.canonical)


def _initials_differ(
    left: Sequence[float], right: Sequence[float], matches: Sequence[Match]
) -> bool:
    """Do both names have initials, and is one of them without counterpart?"""
    if INITIAL not in left and INITIAL not in right:
        return False
    return any(len(m.canonical) == 1 for m in matches) and any(len(m.variant) == 1 for m in matches)


def _numbers(name: Sequence[str]) -> list[str]:
    return sorted(_GENERATION.get(t, t) for t in name if t.isdigit() or t in _GENERATION)
