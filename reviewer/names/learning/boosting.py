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
_SHARE_OF_COLUMNS = 0.7


@dataclass(frozen=True, slots=True)
class Settings:
    """How many trees, how deep, and how far each is trusted."""

    trees: int = 100
    depth: int = 5
    rate: float = 0.12
    bins: int = 64
    ridge: float = 2.0
    least_weight: float = 5.0  # summed second derivative a leaf must hold
    seed: int = 1


def fit(rows: Array, labels: Array, weights: Array, settings: Settings) -> dict[str, Any]:
    """Trees for the rows, as `classifier.from_tables` takes them, without feature names."""
    edges = [_edges(column, settings.bins) for column in rows.T]
    binned = np.stack([np.searchsorted(e, c) for e, c in zip(edges, rows.T, strict=True)])
    positive = float((weights * labels).sum() / weights.sum())
    base = round(float(np.log(positive / (1 - positive))), 3)
    margin = np.full(len(rows), base)
    dice = np.random.default_rng(settings.seed)
    trees = []
    for _ in range(settings.trees):
        chance = 1 / (1 + np.exp(-margin))
        gradient = np.rint(weights * (labels - chance) * _SCALE)
        curvature = np.rint(weights * chance * (1 - chance) * _SCALE)
        count = max(1, round(_SHARE_OF_COLUMNS * len(binned)))
        columns = np.sort(dice.permutation(len(binned))[:count])
        nodes, leaf_of = _grow(binned, edges, gradient, curvature, columns, settings)
        trees.append(nodes)
        margin += np.array([node[1] for node in nodes])[leaf_of] / 1000
    return {"base": base, "trees": trees}


def _edges(column: Array, bins: int) -> Array:
    """Thresholds between distinct values, about equally many rows between each two."""
    quantiles = np.quantile(column, np.linspace(0, 1, bins + 1)[1:-1], method="lower")
    return np.unique(np.round(quantiles.astype(float), 3))


def _grow(
    binned: Array,
    edges: list[Array],
    gradient: Array,
    curvature: Array,
    columns: Array,
    settings: Settings,
) -> tuple[list[Node], Array]:
    """One tree, level by level, and the leaf every row falls into."""
    nodes: list[Node] = [(-1, 0, 0, 0)]
    where = np.zeros(binned.shape[1], dtype=np.int64)
    level = [0]
    for depth in range(settings.depth + 1):
        place = np.full(len(nodes), -1)
        place[level] = np.arange(len(level))
        inside = place[where] >= 0
        slots = place[where[inside]]
        sums = np.bincount(slots, gradient[inside], len(level))
        weights = np.bincount(slots, curvature[inside], len(level))
        for slot, node in enumerate(level):
            value = sums[slot] / (weights[slot] + settings.ridge * _SCALE)
            nodes[node] = (-1, round(1000 * settings.rate * value), 0, 0)
        if depth == settings.depth:
            break
        best = _best_splits(
            binned[:, inside], edges, gradient[inside], curvature[inside], slots, len(level),
            columns, settings,
        )  # fmt: skip
        level_next = []
        for slot, node in enumerate(level):
            gain, column, bin_ = best[slot]
            if gain <= 0:
                continue
            yes, no = len(nodes), len(nodes) + 1
            nodes += [(-1, 0, 0, 0), (-1, 0, 0, 0)]
            nodes[node] = (column, float(edges[column][bin_]), yes, no)
            here = where == node
            where[here] = np.where(binned[column][here] <= bin_, yes, no)
            level_next += [yes, no]
        level = level_next
        if not level:
            break
    return nodes, where


def _best_splits(
    binned: Array,
    edges: list[Array],
    gradient: Array,
    curvature: Array,
    slots: Array,
    count: int,
    columns: Array,
    settings: Settings,
) -> list[tuple[float, int, int]]:
    """For each node of a level: gain, column and last bin of the best split."""
    ridge, least = settings.ridge * _SCALE, settings.least_weight * _SCALE
    best = [(0.0, -1, -1)] * count
    for column in columns:
        bins = len(edges[column]) + 1
        keys = slots * bins + binned[column]
        shape = (count, bins)
        left = np.bincount(keys, gradient, count * bins).reshape(shape).cumsum(axis=1)
        weight = np.bincount(keys, curvature, count * bins).reshape(shape).cumsum(axis=1)
        total, whole = left[:, -1:], weight[:, -1:]
        right, rest = total - left, whole - weight
        gain = left**2 / (weight + ridge) + right**2 / (rest + ridge) - total**2 / (whole + ridge)
        gain[(weight < least) | (rest < least)] = 0
        for slot, bin_ in enumerate(gain.argmax(axis=1)):
            if gain[slot, bin_] > best[slot][0] * (1 + 1e-9) + 1e-6:
                best[slot] = (float(gain[slot, bin_]), int(column), int(bin_))
    return best
