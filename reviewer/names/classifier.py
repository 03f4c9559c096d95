"""From features to a calibrated probability: a small sum of decision trees, in plain Python."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

# A tree is a list of nodes (feature, threshold, yes, no): go to `yes` where the value is at most
# the threshold. A negative feature marks a leaf, whose threshold is its value in thousandths.
Node = tuple[int, float, int, int]


@dataclass(frozen=True, slots=True)
class Classifier:
    """Boosted trees over a row of features; `features` names its columns."""

    features: tuple[str, ...]
    base: float
    trees: tuple[tuple[Node, ...], ...]

    def margin(self, row: Sequence[float]) -> float:
        """Log-odds that the row's two names are one."""
        total = 0.0
        for tree in self.trees:
            feature, value, yes, no = tree[0]
            while feature >= 0:
                feature, value, yes, no = tree[yes if row[feature] <= value else no]
            total += value
        return self.base + total / 1000

    def probability(self, row: Sequence[float]) -> float:
        """0..1; one half means that either is as likely."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.margin(row)))))


def from_tables(tables: Mapping[str, object]) -> Classifier:
    """A classifier from the JSON object that `reviewer.names.train` writes."""
    trees = tuple(tuple(tuple(node) for node in tree) for tree in tables["trees"])  # type: ignore[attr-defined]
    return Classifier(tuple(tables["features"]), float(tables["base"]), trees)  # type: ignore[arg-type]


@cache
def classifier() -> Classifier:
    """The shipped classifier, read on first use."""
    text = resources.files(__package__).joinpath("data/classifier.json").read_text("utf-8")
    return from_tables(json.loads(text))
