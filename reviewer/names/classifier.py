"""From features to a calibrated probability: a small sum of decision trees, in plain Python.

Trees are read all at once (QuickScorer; Lucchese et al. 2015): each test that fails strikes out the
leaves it leads away from, one bit a leaf, and the first leaf left of each tree is the one reached.
"""

from __future__ import annotations

import json
import math
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

# A node is (feature, threshold, yes, no): go to node `yes` where the value is at most the
# threshold. A negative feature marks a leaf, whose threshold is its value in thousandths.
Node = tuple[int, float, int, int]
_LEAVES = 32  # bits a tree: so many leaves at most
_AT_ONCE = 1000  # rows
_SURE = 30.0  # log-odds beyond which a probability is as good as 0 or 1


class Classifier(NamedTuple):
    """Boosted trees over a row of features.

    `tests` hold per feature the thresholds in order and, for each count of failed ones, the leaves
    of all trees still to be reached; `values` per tree the value of each leaf's bit.
    """

    features: tuple[str, ...]
    base: float
    tests: tuple[tuple[int, tuple[float, ...], tuple[int, ...]], ...]
    values: tuple[Mapping[int, float], ...]

    def margin(self, row: Sequence[float]) -> float:
        """Log-odds that the row's two names are one."""
        left = -1
        for feature, thresholds, masks in self.tests:
            left &= masks[bisect_left(thresholds, row[feature])]
        pairs = zip(self.values, self._words(left), strict=True)
        total = sum([leaves[word & -word] for leaves, word in pairs])
        return self.base + total / 1000

    def probability(self, row: Sequence[float]) -> float:
        """0..1; one half means that either is as likely."""
        return _logistic(self.margin(row))

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Those of many rows at once: the same figures, with numpy."""
        import numpy as np

        tests = [
            (feature, np.array(thresholds), np.array([*map(self._words, masks)], np.uint32))
            for feature, thresholds, masks in self.tests
        ]
        values = np.zeros((_LEAVES, len(self.values)))
        for tree, leaves in enumerate(self.values):
            for bit, value in leaves.items():
                values[bit.bit_length() - 1, tree] = value
        found: list[float] = []
        for first in range(0, len(rows), _AT_ONCE):
            table = np.array(rows[first : first + _AT_ONCE])
            left = np.full((len(table), len(self.values)), 0xFFFFFFFF, np.uint32)
            for feature, thresholds, masks in tests:
                left &= masks[np.searchsorted(thresholds, table[:, feature])]
            reached = np.bitwise_count((left & -left) - np.uint32(1))  # how many come before it
            totals = np.take_along_axis(values, reached, 0).sum(1).tolist()
            found += [_logistic(self.base + total / 1000) for total in totals]
        return found

    def _words(self, mask: int) -> array[int]:
        """The leaves of each tree that a mask leaves."""
        return array("I", mask.to_bytes(_LEAVES // 8 * len(self.values), "little"))


def _logistic(margin: float) -> float:
    return 1 / (1 + math.exp(-max(-_SURE, min(_SURE, margin))))


def from_tables(
    features: Sequence[str], base: float, trees: Sequence[Sequence[Node]]
) -> Classifier:
    """A classifier from what `reviewer.names.train` writes."""
    every = (1 << _LEAVES * len(trees)) - 1
    struck: dict[int, list[tuple[float, int]]] = {}
    values = []
    for place, tree in enumerate(trees):
        leaves: dict[int, float] = {}
        for feature, threshold, bits in _tests(tree, 0, leaves):
            struck.setdefault(feature, []).append((threshold, bits << _LEAVES * place))
        values.append(leaves)
    tests = []
    for feature, found in sorted(struck.items()):
        masks = [every]
        for _, bits in sorted(found):
            masks.append(masks[-1] & ~bits)
        tests.append((feature, tuple(t for t, _ in sorted(found)), tuple(masks)))
    return Classifier(tuple(features), base, tuple(tests), tuple(values))


def _tests(
    tree: Sequence[Node], node: int, leaves: dict[int, float]
) -> list[tuple[int, float, int]]:
    """The tests below a node, each with the leaves it strikes out; `leaves` is filled."""
    feature, threshold, yes, no = tree[node]
    if feature < 0:
        leaves[1 << len(leaves)] = threshold
        return []
    first = len(leaves)
    below = _tests(tree, yes, leaves)
    bits = (1 << len(leaves)) - (1 << first)
    return [*below, (feature, threshold, bits), *_tests(tree, no, leaves)]


@cache
def classifier() -> Classifier:
    """The shipped classifier, read on first use."""
    text = (Path(__file__).parent / "data" / "classifier.json").read_text("utf-8")
    return from_tables(**json.loads(text))


def forget() -> None:
    """Drop what was read: the table has changed."""
    classifier.cache_clear()
