"""Shares with their intervals, and what clustering costs: small, exact, nothing but the library.

Sources: Wilson 1927; Clopper and Pearson 1934; Cochran, Sampling Techniques (1977), chapters 3 and
9A, for finite populations and clusters; Kish, Survey Sampling (1965), 8.2, for the design effect.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

Z95 = 1.959963984540054  # the 97.5 % point of the normal distribution
_STEPS = 200  # halvings: more than a double can tell apart


def wilson(count: int, of: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share; None where there is nothing to share."""
    if not of:
        return None
    share, z2 = count / of, Z95 * Z95
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 / (1 + z2 / of) * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return (0.0 if not count else middle - half, 1.0 if count == of else middle + half)


def most(count: int, of: int, confidence: float = 0.95) -> float:
    """Clopper and Pearson's one-sided upper bound of a share that was ``count`` of ``of`` seen.

    The largest share under which so few would still be seen with probability 1 - ``confidence``.
    """
    if count >= of:
        return 1.0
    return _boundary(lambda share: _at_most(count, of, share) > 1 - confidence)


def most_of_finite(count: int, of: int, population: int, confidence: float = 0.95) -> int:
    """The same for a simple random sample from a known ``population``: a number of its members.

    The largest number of wrong ones from which so few would be drawn with probability above
    1 - ``confidence`` (hypergeometric). Raises ValueError where the sample cannot be one.
    """
    if not 0 <= count <= of <= population:
        raise ValueError(f"{count} of {of} drawn from {population}")
    low, high = count, population - (of - count)  # all that can be wrong, given what was seen
    while low < high:
        middle = (low + high + 1) // 2
        if hypergeometric(count, of, middle, population) > 1 - confidence:
            low = middle
        else:
            high = middle - 1
    return low


def hypergeometric(count: int, of: int, wrong: int, population: int) -> float:
    """The probability that at most ``count`` of ``of`` drawn are among the ``wrong`` ones."""
    least = max(0, of - (population - wrong))
    terms = [
        _log_choose(wrong, k) + _log_choose(population - wrong, of - k)
        for k in range(least, min(count, wrong) + 1)
    ]
    whole = _log_choose(population, of)
    return min(1.0, math.fsum(math.exp(term - whole) for term in terms))


def design_effect(clusters: Sequence[tuple[int, int]]) -> float | None:
    """How much larger the variance of a share is for coming in clusters of (wrong, drawn).

    By the ratio estimator over clusters, against simple sampling of as many members; None where it
    cannot be measured: fewer than two clusters, or nothing wrong, or nothing right.
    """
    drawn = [(wrong, size) for wrong, size in clusters if size]
    number, of = len(drawn), sum(size for _, size in drawn)
    share = sum(wrong for wrong, _ in drawn) / of if of else 0.0
    if number < 2 or not 0 < share < 1:
        return None
    spread = math.fsum((wrong - share * size) ** 2 for wrong, size in drawn)
    clustered = number / (number - 1) * spread / (of * of)
    return clustered / (share * (1 - share) / of)


def _at_most(count: int, of: int, share: float) -> float:
    """The binomial probability of at most ``count``."""
    if share <= 0:
        return 1.0
    if share >= 1:
        return float(count >= of)
    one, other = math.log(share), math.log1p(-share)
    terms = (_log_choose(of, k) + k * one + (of - k) * other for k in range(count + 1))
    return math.fsum(map(math.exp, terms))


def _log_choose(of: int, count: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)


def _boundary(holds: Callable[[float], bool]) -> float:
    """The largest number of 0..1 for which it holds, where it holds from 0 up to some number."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
