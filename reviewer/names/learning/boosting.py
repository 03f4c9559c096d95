"""Gradient-boosted decision trees (Friedman 2001) by histograms, second order as in XGBoost (2016).

Written here rather than taken from a library because the shipped table must come out the same on
every machine: gradients are rounded to whole numbers, so that sums do not depend on their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from reviewer.names.classifier import Node

Array = np.ndarray[Any, Any]
_SCALE = 1 << 16


@dataclass(frozen=True, slots=True)
class Settings:
    """How many trees, how deep, and how far each is trusted."""

    trees: int = 140
    depth: int = 5
    rate: float = 0.09
    bins: int = 64
    ridge: float = 2.0
    least_weight: float = 5.0  # summed second derivative a leaf must hold
    rows: float = 0.8  # share each tree sees
    columns: float = 0.7
    seed: int = 1


@dataclass(frozen=True, slots=True)
class _Rows:
    """Binned features by column, the thresholds between bins, and first and second derivatives."""

    binned: Array
    edges: list[Array]
    gradient: Array
    curvature: Array


def fit(rows: Array, labels: Array, weights: Array, settings: Settings) -> dict[str, Any]:
    """Base and trees for the rows, as `classifier.from_tables` takes them."""
    edges = [_edges(column, settings.bins) for column in rows.T]
    binned = np.stack([np.searchsorted(e, c) for e, c in zip(edges, rows.T, strict=True)])
    positive = float((weights * labels).sum() / weights.sum())
    base = round(float(np.log(positive / (1 - positive))), 3)
    margin = np.full(len(rows), base)
    dice = np.random.default_rng(settings.seed)
    trees = []
    for _ in range(settings.trees):
        drawn = weights * (dice.random(len(rows)) < settings.rows)
        chance = 1 / (1 + np.exp(-margin))
        gradient = np.rint(drawn * (labels - chance) * _SCALE)
        curvature = np.rint(drawn * chance * (1 - chance) * _SCALE)
        count = max(1, round(settings.columns * len(binned)))
        columns = np.sort(dice.permutation(len(binned))[:count])
        nodes, leaf_of = _grow(_Rows(binned, edges, gradient, curvature), columns, settings)
        trees.append(nodes)
        margin += np.array([node[1] for node in nodes])[leaf_of] / 1000
    return {"base": base, "trees": trees}


def _edges(column: Array, bins: int) -> Array:
    """Thresholds between distinct values, about equally many rows between each two."""
    quantiles = np.quantile(column, np.linspace(0, 1, bins + 1)[1:-1], method="lower")
    return np.unique(np.round(quantiles.astype(float), 3))


def _grow(rows: _Rows, columns: Array, settings: Settings) -> tuple[list[Node], Array]:
    """One tree, level by level, and the leaf every row falls into."""
    nodes: list[Node] = [(-1, 0, 0, 0)]
    where = np.zeros(len(rows.gradient), dtype=np.int64)
    level = [0]
    for depth in range(settings.depth + 1):
        place = np.full(len(nodes), -1)
        place[level] = np.arange(len(level))
        inside = place[where] >= 0
        here = _Rows(
            rows.binned[:, inside], rows.edges, rows.gradient[inside], rows.curvature[inside]
        )
        slots = place[where[inside]]
        sums = np.bincount(slots, here.gradient, len(level))
        weights = np.bincount(slots, here.curvature, len(level))
        for slot, node in enumerate(level):
            value = sums[slot] / (weights[slot] + settings.ridge * _SCALE)
            nodes[node] = (-1, round(1000 * settings.rate * value), 0, 0)
        if depth == settings.depth:
            break
        splits = _splits(here, slots, columns, settings)
        deeper = []
        for node, (gain, column, bin_) in zip(level, splits, strict=True):
            if gain > 0:
                yes, no = len(nodes), len(nodes) + 1
                nodes += [(-1, 0, 0, 0), (-1, 0, 0, 0)]
                nodes[node] = (column, float(rows.edges[column][bin_]), yes, no)
                mine = where == node
                where[mine] = np.where(rows.binned[column][mine] <= bin_, yes, no)
                deeper += [yes, no]
        level = deeper
        if not level:
            break
    return nodes, where


def _splits(
    rows: _Rows, slots: Array, columns: Array, settings: Settings
) -> list[tuple[float, int, int]]:
    """For each node of a level: gain, column and last bin on the left of the best split."""
    ridge, least = settings.ridge * _SCALE, settings.least_weight * _SCALE
    count = int(slots.max()) + 1
    best = [(0.0, -1, -1)] * count
    for column in columns:
        bins = len(rows.edges[column]) + 1
        keys = slots * bins + rows.binned[column]
        shape = (count, bins)
        left = np.bincount(keys, rows.gradient, count * bins).reshape(shape).cumsum(axis=1)
        weight = np.bincount(keys, rows.curvature, count * bins).reshape(shape).cumsum(axis=1)
        total, whole = left[:, -1:], weight[:, -1:]
        right, rest = total - left, whole - weight
        gain = left**2 / (weight + ridge) + right**2 / (rest + ridge) - total**2 / (whole + ridge)
        gain[(weight < least) | (rest < least)] = 0
        for slot, bin_ in enumerate(gain.argmax(axis=1)):
            if gain[slot, bin_] > best[slot][0] * (1 + 1e-9) + 1e-6:
                best[slot] = (float(gain[slot, bin_]), int(column), int(bin_))
    return best
