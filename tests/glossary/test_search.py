"""What is typed finds every entry that holds it, the likeliest first, whatever was typed before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary.search import Forms
from reviewer.text import fold

ENTRIES = [
    ("Artsrun Hovhannisyan", "Արծրուն Հովհաննիսյան"),
    ("Hov",),
    ("Nikol Pashinyan", "Nikol Pashinian"),
    ("Łódź",),
    ("Hovik Abrahamyan",),
    ("Shovkat",),
    ("Bab el-Mandeb",),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hov", [1, 4, 0, 5]),  # the whole form, beginnings of forms, of words, inside words
        ("h", [1, 4, 0, 2, 5]),
        ("ARTSRUN  hov", [0]),
        ("Արծ", [0]),
        ("lodz", [3]),
        ("łódź", [3]),
        ("el-m", [6]),
        ("yan", [0, 2, 4]),
        ("nobody", []),
        ("", [0, 1, 2, 3, 4, 5, 6]),
        ("\n", [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_the_likeliest_come_first(typed, found):
    assert Forms(ENTRIES).search(typed, 200) == found


def test_no_more_than_wanted():
    forms = Forms((f"Name {number}",) for number in range(1000))
    assert forms.search("name", 200) == list(range(200))
    assert forms.search("9", 5) == [9, 90, 91, 92, 93]


LETTERS = st.text(st.sampled_from("abAé ш-"), max_size=5)


@given(
    entries=st.lists(st.lists(LETTERS, min_size=1, max_size=2), max_size=8),
    typed=st.lists(LETTERS, max_size=4),
    most=st.integers(1, 5),
)
def test_each_search_finds_what_a_look_at_every_form_finds(entries, typed, most):
    forms = Forms(entries)
    for text in typed:
        wanted = " ".join(fold(text).split())
        ranks = [min(rank(" ".join(fold(f).split()), wanted) for f in one) for one in entries]
        expected = [n for _, n in sorted((r, n) for n, r in enumerate(ranks) if r < 4)]
        for end in range(len(text) + 1):  # letter by letter, as one types
            got = forms.search(text[:end], most)
        assert got == expected[:most]


def rank(form, wanted):
    if not wanted:
        return 0
    kinds = (form == wanted, form.startswith(wanted), f" {wanted}" in form, wanted in form)
    return kinds.index(True) if True in kinds else 4
