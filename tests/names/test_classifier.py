"""Reading all trees at once gives what walking them one by one gives."""

import math
import random

from hypothesis import given
from hypothesis import strategies as st

from reviewer.names.classifier import classifier, from_tables
from reviewer.names.features import NAMES

TREES = [
    [(0, 1.5, 1, 2), (-1, 100, 0, 0), (1, 0.0, 3, 4), (-1, -50, 0, 0), (-1, 700, 0, 0)],
    [(1, 2.0, 1, 4), (0, -1.0, 2, 3), (-1, 1, 0, 0), (-1, 20, 0, 0), (-1, 300, 0, 0)],
    [(-1, 4000, 0, 0)],
]


def walk(tree, row):
    feature, value, yes, no = tree[0]
    while feature >= 0:
        feature, value, yes, no = tree[yes if row[feature] <= value else no]
    return value


@given(st.tuples(st.floats(-3, 3), st.floats(-3, 3)))
def test_the_sum_of_the_leaves_reached(row):
    model = from_tables(("x", "y"), 0.25, TREES)
    expected = 0.25 + sum(walk(tree, row) for tree in TREES) / 1000
    assert math.isclose(model.margin(row), expected)


@given(st.lists(st.tuples(*[st.floats(-3, 3)] * 2) | st.just((1.5, 2.0)), max_size=5))
def test_many_rows_at_once_give_the_same_figures(rows):
    model = from_tables(("x", "y"), 0.25, TREES)
    assert model.probabilities(rows) == [model.probability(row) for row in rows]


def test_the_shipped_trees_are_walked_alike_one_by_one_and_all_at_once():
    chance = random.Random(5)
    rows = [[chance.uniform(-40, 120) for _ in NAMES] for _ in range(1500)]
    assert classifier().probabilities(rows) == [classifier().probability(row) for row in rows]


def test_values_on_a_threshold_go_with_the_smaller_ones():
    model = from_tables(("x", "y"), 0.0, TREES)
    assert model.margin((1.5, 2.0)) == (100 + 20 + 4000) / 1000


def test_the_shipped_classifier_reads_the_features_it_was_fitted_to():
    assert classifier().features == NAMES


def test_probabilities_stay_between_nought_and_one():
    for value in (-1e9, 0.0, 1e9):
        assert 0 < classifier().probability([value] * len(NAMES)) < 1
