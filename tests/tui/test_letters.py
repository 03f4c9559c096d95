"""Two spellings laid over each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.tui.letters import laid_over


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("Baku", "Baku", [("Baku", "Baku")]),
        ("Arcruns", "Artsrun", [("Ar", "Ar"), ("c", "ts"), ("run", "run"), ("s", "")]),
        ("Žukov", "Zhukov", [("Ž", "Z"), ("", "h"), ("ukov", "ukov")]),
        ("", "new", [("", "new")]),
    ],
)
def test_pairs(found, wanted, expected):
    assert [tuple(pair) for pair in laid_over(found, wanted)] == expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_pairs_hold_both_spellings_whole(found, wanted):
    pairs = laid_over(found, wanted)
    assert "".join(pair.found for pair in pairs) == found
    assert "".join(pair.wanted for pair in pairs) == wanted
