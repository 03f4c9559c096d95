"""What the classifier is told about two names: one row of numbers per pair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from reviewer.names.assign import Match
from reviewer.text import fold

# name of the feature → how the score may move when it grows: 1 up, -1 down, 0 either way
DIRECTIONS = {
    "odds_sum": 1,
    "odds_least": 1,
    "odds_mean": 1,
    "odds_first": 1,
    "odds_last": 1,
    "odds_longest": 1,
    "odds_per_letter": 1,
    "similarity_least": 1,
    "similarity_mean": 1,
    "skeleton_least": 1,
    "ratio": 1,
    "token_sort": 1,
    "jaro_winkler": 1,
    "together": 1,
    "exact": 1,
    "exact_letters": 1,
    "initial_least": 1,
    "matched": 0,
    "left_alone": -1,
    "right_alone": -1,
    "left_letters_alone": -1,
    "right_letters_alone": -1,
    "both_alone": -1,
    "least_length": 0,
    "letters": 0,
    "tokens": 0,
    "inversions": -1,
    "numbers_differ": -1,
}
_PARTICLES = frozenset(
    "de da do dos das del della di du la le el al as ash az ad an bin bint ibn ben von van der den"
    " ter zu und y e i the of and af av st".split()
)
_VOWELS = re.compile(r"[aeiouyjhw]+")
_ALIKE = str.maketrans("cqzgvbdxfj", "kkskwptkvy")
_DOUBLE = re.compile(r"(.)\1+")
_GENERATION = {"jr": "2", "junior": "2", "sr": "1", "senior": "1", "ii": "2", "iii": "3", "iv": "4"}


def skeleton(token: str) -> str:
    """Consonants of a folded token, voiced and voiceless as one."""
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", token).translate(_ALIKE)) or token[:1]


def features(canonical: Sequence[str], variant: Sequence[str], matches: Sequence[Match]) -> list[float]:
    """The row for two names given as tokens, in the order of `DIRECTIONS`."""
    a, b = fold(" ".join(canonical)), fold(" ".join(variant))
    both = [m for m in matches if m.canonical is not None and m.variant is not None]
    left = [m.canonical for m in matches if m.variant is None and m.canonical is not None]
    right = [m.variant for m in matches if m.canonical is None and m.variant is not None]
    solid = [m for m in both if m.canonical not in _PARTICLES] or both
    full = [m for m in solid if len(m.canonical or "") > 1 and len(m.variant or "") > 1] or solid
    odds = [m.log_odds for m in full]
    least = min(full, key=lambda m: m.log_odds, default=None)
    pairs = [(fold(m.canonical or ""), fold(m.variant or "")) for m in full]
    skeletons = [fuzz.ratio(skeleton(x), skeleton(y)) for x, y in pairs]
    exact = [x for x, y in pairs if x == y]
    left_solid = [t for t in left if t not in _PARTICLES]
    right_solid = [t for t in right if t not in _PARTICLES]
    longest = max(full, key=lambda m: len(m.canonical or ""), default=None)
    places = [m.variant_place for m in both]
    return [
        sum(odds),
        min(odds, default=-20.0),
        sum(odds) / len(odds) if odds else -20.0,
        odds[0] if odds else -20.0,
        odds[-1] if odds else -20.0,
        longest.log_odds if longest else -20.0,
        min((m.log_odds / len(m.canonical or "x") for m in full), default=-3.0),
        min((m.similarity for m in full), default=0.0),
        sum(m.similarity for m in full) / len(full) if full else 0.0,
        min(skeletons, default=0.0),
        fuzz.ratio(a, b),
        fuzz.token_sort_ratio(a, b),
        100 * JaroWinkler.similarity(a, b),
        fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")),
        len(exact),
        sum(map(len, exact)),
        float(least is not None and fold(least.canonical or "")[:1] == fold(least.variant or "")[:1]),
        len(full),
        len(left_solid),
        len(right_solid),
        sum(map(len, left_solid)),
        sum(map(len, right_solid)),
        min(len(left_solid), len(right_solid)),
        min(len(least.canonical or ""), len(least.variant or "")) if least else 0,
        len(a),
        len(canonical) + len(variant),
        sum(x > y for x, y in zip(places, places[1:], strict=False)),
        float(_numbers(canonical) != _numbers(variant)),
    ]


def _numbers(name: Sequence[str]) -> list[str]:
    return sorted(_GENERATION.get(t, t) for t in name if t.isdigit() or t in _GENERATION)
