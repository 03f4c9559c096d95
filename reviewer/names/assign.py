"""Which token of the variant stands for which of the canonical name.

Order does not count. Two neighbouring tokens of one name may stand for one of the other (*New
Market*, *Newmarket*; *Hamid Reza*, *Hamidreza*); what finds no counterpart stays alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from reviewer.names.channel import Measure, measure
from reviewer.names.equivalents import equivalent
from reviewer.names.gender import is_made_feminine
from reviewer.names.generic import is_generic
from reviewer.text import fold

_HOPELESS = 30.0  # per cent of similarity below which the channel is not asked
_FLOOR = -12.0
_GENERIC = 6.0  # log-odds of *Nowy* for *New*
_FEMININE = 8.0  # log-odds of *Lamová* for *Lam*
_UNMEASURED = Measure(_FLOOR, _FLOOR, -30.0, -9.0, 60.0)
_INITIAL = Measure(1.0, 1.0, 0.0, 0.0, 0.0)
_OUTDONE, _PROMISING = 50.0, 70.0  # below the one where both have the other with somebody else
_JOINED = 80.0
_OUT_OF_PLACE = 1.0  # log-odds a step away from the token's own place must be worth


class Match(NamedTuple):
    """Tokens `canonical` and `variant` stand for each other; one of them may be empty."""

    canonical: str
    variant: str
    log_odds: float = 0.0
    similarity: float = 0.0  # of the folded tokens, 0..100
    measure: Measure = _UNMEASURED
    variant_place: int = -1


def assign(canonical: Sequence[str], variant: Sequence[str]) -> list[Match]:
    """The best one-to-one assignment, found greedily; canonical order, then what is left over."""
    left, right = joined(canonical, variant)
    folded_left, folded_right = [fold(t) for t in left], [fold(t) for t in right]
    ranked = []
    alike = [[fuzz.ratio(a, b) for b in folded_right] for a in folded_left]
    best_left = [max(row, default=0.0) for row in alike]
    best_right = [max(column) for column in zip(*alike, strict=True)]
    for i, a in enumerate(folded_left):
        for j, b in enumerate(folded_right):
            similarity = alike[i][j]
            if similarity < _OUTDONE and min(best_left[i], best_right[j]) >= _PROMISING:
                continue
            found = _measured(left[i], right[j], a, b, similarity)
            odds = max(found.odds, _by_custom(a, b))
            if odds > found.odds:  # letters say nothing of these
                found = Measure(odds, odds, 0.0, 0.0, 0.0)
            rank = -odds + _OUT_OF_PLACE * min(abs(i - j), 3)
            ranked.append((rank, i, j, odds, similarity, found))
    ranked.sort()
    taken: dict[int, Match] = {}
    places: set[int] = set()
    for _, i, j, odds, similarity, found in ranked:
        if i not in taken and j not in places:
            taken[i] = Match(left[i], right[j], odds, similarity, found, j)
            places.add(j)
    matches = [taken.get(i) or Match(token, "") for i, token in enumerate(left)]
    return matches + [Match("", token) for j, token in enumerate(right) if j not in places]


def _by_custom(a: str, b: str) -> float:
    """Log-odds of what stands for each other by custom, whatever the letters."""
    if is_made_feminine(a, b):
        return _FEMININE
    known = equivalent(a, b) or _FLOOR
    return max(known, _GENERIC) if is_generic(a, b) else known


def _measured(left: str, right: str, a: str, b: str, similarity: float) -> Measure:
    if len(a) == 1 or len(b) == 1:  # an initial says little either way
        return _INITIAL if a[:1] == b[:1] else _UNMEASURED
    return measure(left, right) if similarity >= _HOPELESS else _UNMEASURED


def joined(canonical: Sequence[str], variant: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both names with such neighbours joined as the other name writes in one."""
    left, right = list(canonical), list(variant)
    if left == right or (len(left) == 1 and len(right) == 1):
        return left, right
    _join(left, right)
    _join(right, left)
    return left, right


def _join(parts: list[str], wholes: Sequence[str]) -> None:
    if len(parts) < 2:
        return
    folded = [fold(whole) for whole in wholes]
    i = 0
    while i + 1 < len(parts):
        first, second = fold(parts[i]), fold(parts[i + 1])
        both = first + second
        for whole in folded:
            if abs(len(whole) - len(both)) <= 3 and fuzz.ratio(both, whole) >= _JOINED:
                alone = max(fuzz.ratio(first, whole), fuzz.ratio(second, whole))
                if alone + 10 < fuzz.ratio(both, whole) and first not in folded:
                    parts[i : i + 2] = [parts[i] + parts[i + 1]]
                    break
        i += 1
