"""What the classifier is told about two names: one row of numbers per pair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from reviewer.names.assign import Match
from reviewer.names.commonness import information
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
    "ratio",
    "token_sort",
    "jaro_winkler",
    "together",  # similarity with spaces gone
    "exact_letters",
    "exact_information",
    "initial_least",  # do the tokens that fit least begin alike?
    "left_information",  # of canonical tokens that nothing stands for
    "right_information",
    "left_most",
    "right_most",
    "both_alone",
    "least_information",
    "least_length",
    "letters",
    "tokens",
    "inversions",
    "numbers_differ",
)
_NOTHING = -20.0  # log-odds where no token stands for another
_PARTICLES = frozenset(
    "de da do dos das del della di du la le el al as ash az ad an bin bint ibn ben von van der den"
    " ter zu und y e i the of and af av st".split()
)
_VOWELS = re.compile(r"[aeiouyjhw]+")
_VOICELESS = str.maketrans("cqzgvbdxfj", "kkskwptkvy")
_DOUBLE = re.compile(r"(.)\1+")
_GENERATION = {"jr": "2", "junior": "2", "sr": "1", "senior": "1", "ii": "2", "iii": "3", "iv": "4"}


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """Consonants of a folded token, voiced and voiceless as one."""
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", token).translate(_VOICELESS)) or token[:1]


def features(
    canonical: Sequence[str], variant: Sequence[str], matches: Sequence[Match]
) -> list[float]:
    """The row for two names given as tokens, in the order of `NAMES`."""
    a, b = fold(" ".join(canonical)), fold(" ".join(variant))
    both = [m for m in matches if m.canonical and m.variant]
    solid = [m for m in both if m.canonical not in _PARTICLES] or both
    full = [m for m in solid if len(m.canonical) > 1 and len(m.variant) > 1] or solid
    left = [information(m.canonical) for m in matches if m.canonical and not m.variant]
    right = [information(m.variant) for m in matches if m.variant and not m.canonical]
    exact = [m for m in both if m.similarity == 100]
    row = _channel_features(full) if full else [_NOTHING] * 15
    least = min(full, key=_odds, default=None)
    places = [m.variant_place for m in both]
    similarities = [m.similarity for m in full] or [0.0]
    skeletons = [
        100.0
        if m.similarity == 100
        else fuzz.ratio(skeleton(fold(m.canonical)), skeleton(fold(m.variant)))
        for m in full
    ]
    return [
        *row,
        min(similarities),
        sum(similarities) / len(similarities),
        min(skeletons, default=0.0),
        fuzz.ratio(a, b),
        fuzz.token_sort_ratio(a, b),
        JaroWinkler.similarity(a, b),
        fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")),
        sum(len(m.canonical) for m in exact),
        sum(information(m.canonical) for m in exact),
        float(least is not None and fold(least.canonical[0]) == fold(least.variant[0])),
        sum(left),
        sum(right),
        max(left, default=0.0),
        max(right, default=0.0),
        min(sum(left), sum(right)),
        information(least.canonical) if least else 0.0,
        min(len(least.canonical), len(least.variant)) if least else 0,
        len(a),
        len(canonical) + len(variant),
        sum(x > y for x, y in zip(places, places[1:], strict=False)),
        float(_numbers(canonical) != _numbers(variant)),
    ]


def _odds(match: Match) -> float:
    return match.log_odds


def _channel_features(full: Sequence[Match]) -> list[float]:
    """The part of the row that the channel's measures of the matched tokens give."""
    odds = [m.log_odds for m in full]
    ranked = sorted(odds)
    longest = max(full, key=lambda m: len(m.canonical))
    oddest = [m.measure.oddest for m in full]
    return [
        sum(min(m.log_odds, information(m.canonical)) for m in full),
        sum(odds),
        sum(odds) / len(odds),
        odds[0],
        odds[-1],
        longest.log_odds,
        ranked[0],
        ranked[1] if len(ranked) > 1 else -_NOTHING,
        min(m.log_odds / len(m.canonical) for m in full),
        min(m.measure.plain_odds for m in full),
        min(m.measure.cost / max(len(m.canonical), len(m.variant)) for m in full),
        sum(m.measure.usual for m in full),
        min(m.measure.usual / len(m.canonical) for m in full),
        min(oddest),
        sum(oddest),
    ]


def _numbers(name: Sequence[str]) -> list[str]:
    return sorted(_GENERATION.get(t, t) for t in name if t.isdigit() or t in _GENERATION)
