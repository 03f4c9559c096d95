"""Pairing two sequences of sentences by their lengths.

The dynamic program of Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora",
Computational Linguistics 19(1), 1993, with its parameters, in a band round the diagonal. Unlike
there a sentence without partner costs the same however long it is (a caption or an advertisement
that one side lacks is the usual reason why counts differ), and numbers that both sides hold, or do
not, speak for or against a pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import erfc, log, sqrt

Bead = tuple[int, int, int, int]  # source start and end, translation start and end

VARIANCE = 6.8  # of the translation's length per letter of the source
# -100 * log(how often so many source sentences became so many / how often one became one)
_COSTS = {(1, 1): 0, (1, 0): 450, (0, 1): 450, (2, 1): 230, (1, 2): 230, (2, 2): 440}
_SHARED, _STRANGE = -200, 150  # numbers in common; numbers on both sides and none in common
_TINY = 1e-300


def beads(
    theirs: Sequence[tuple[int, frozenset[str]]],
    ours: Sequence[tuple[int, frozenset[str]]],
    band: int,
) -> list[Bead]:
    """The cheapest way to pair source sentences with translated ones, in order.

    Each sentence is its length in letters and the numbers in it; the path strays from the diagonal
    by at most ``band`` sentences.
    """
    numbers, others = [held for _, held in theirs], [held for _, held in ours]
    rows, columns = len(theirs), len(ours)
    source_sums = [0, *accumulate(length for length, _ in theirs)]
    sums = [0, *accumulate(length for length, _ in ours)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        middle = i * columns // max(1, rows)
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            options = []
            for (a, b), cost in _COSTS.items():
                before = best.get((i - a, j - b))
                if before is None:
                    continue
                total = before[0] + cost
                if a and b:
                    total += _distance(source_sums[i] - source_sums[i - a], sums[j] - sums[j - b])
                    total += _anchors(numbers[i - a : i], others[j - b : j])
                options.append((total, (a, b)))
            if options:
                best[i, j] = min(options)
    return _path(best, rows, columns)


def _distance(source: int, translation: int) -> float:
    deviation = abs(translation - source) / sqrt(VARIANCE * (source + translation + 2) / 2)
    return -100 * log(max(_TINY, erfc(deviation / sqrt(2))))


def _anchors(theirs: Sequence[frozenset[str]], ours: Sequence[frozenset[str]]) -> int:
    if not any(theirs) or not any(ours):
        return 0
    return _SHARED if any(one & other for one in theirs for other in ours) else _STRANGE


def _path(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], rows: int, columns: int
) -> list[Bead]:
    found: list[Bead] = []
    i, j = rows, columns
    while (i or j) and (i, j) in best:
        a, b = best[i, j][1]
        found.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return found[::-1]
