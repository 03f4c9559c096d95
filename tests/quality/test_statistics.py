"""Intervals and bounds against the values of SciPy 1.x (binomtest, beta.ppf, hypergeom.cdf)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.quality.statistics import (
    design_effect,
    hypergeometric,
    most,
    most_of_finite,
    wilson,
)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.27753279986288926),
        (3, 10, 0.10779126740630102, 0.6032218525388546),
        (10, 10, 0.7224672001371109, 1.0),
        (86, 107, 0.7185272511729878, 0.8678959219931929),
        (1, 400, 0.0004414477868016353, 0.014023285075823391),
    ],
)
def test_wilson(count, of, low, high):
    assert wilson(count, of) == pytest.approx((low, high), abs=1e-12)


def test_nothing_has_no_interval():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("count", "of", "bound"),
    [
        (0, 59, 0.04950760988822693),
        (0, 299, 0.009969146792899269),
        (2, 200, 0.031142599414083726),
        (5, 120, 0.08560834440147945),
        (119, 120, 0.9995726472213267),
        (120, 120, 1.0),
    ],
)
def test_clopper_pearson(count, of, bound):
    assert most(count, of) == pytest.approx(bound, abs=1e-9)


@pytest.mark.parametrize(
    ("count", "of", "population", "bound"),
    [
        (0, 59, 1000, 48),
        (0, 100, 100, 0),  # all were looked at
        (2, 50, 500, 58),
        (5, 120, 5321, 452),
        (3, 3, 10, 10),
        (0, 10, 12, 1),
    ],
)
def test_a_known_population(count, of, population, bound):
    assert most_of_finite(count, of, population) == bound


def test_hypergeometric_probabilities():
    assert hypergeometric(1, 20, 30, 200) == pytest.approx(0.16092901695138717, abs=1e-12)
    assert hypergeometric(0, 10, 5, 40) == pytest.approx(0.21657183499288765, abs=1e-12)


@pytest.mark.parametrize("sample", [(-1, 5, 10), (6, 5, 10), (0, 11, 10)])
def test_what_is_no_sample_is_refused(sample):
    with pytest.raises(ValueError, match="drawn from"):
        most_of_finite(*sample)


@given(st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_larger_population_allows_no_smaller_share_than_the_infinite_one_does(sample):
    count, of = sample
    assert most_of_finite(count, of, 2000) / 2000 <= most(count, of) + 1 / 2000


@pytest.mark.parametrize(
    ("clusters", "effect"),
    [
        ([(1, 10)] * 10, 0.0),  # no article differs from another
        ([(10, 10), (0, 10), (0, 10), (0, 10)], 40 / 3),  # all in one: one article counts as one
        ([(0, 10), (0, 10)], None),
        ([(3, 10)], None),
        ([(1, 1), (0, 1)], 2.0),
    ],
)
def test_design_effect(clusters, effect):
    found = design_effect(clusters)
    assert found == (pytest.approx(effect) if effect is not None else None)
