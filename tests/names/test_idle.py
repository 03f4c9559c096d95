"""Runs passed over at a glance are those that a close look finds nothing in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary.model import Term
from reviewer.names.candidates import is_idle, windows
from reviewer.names.exact import Run, parts, wholes
from reviewer.names.index import build
from reviewer.names.lexicon import Lexicon
from reviewer.names.mentions import tokens

TERMS = [
    Term(name, name)
    for name in (
        "Artsrun Hovhannisyan",
        "Newmarket",
        "Hamid Reza",
        "Price",
        "Goris",
        "May Reza",
        "Group of 20",
        "J. May",
    )
]
INDEX = build(TERMS)
TOKENS = [
    "Artsrun",
    "Arcruns",
    "Ovannisyan",
    "New",
    "Market",
    "Hamidreza",
    "Reza",
    "Prise",
    "Price",
    "The",
    "of",
    "Goriss",
    "JFK",
    "Ob",
    "May",
    "Group",
    "20",
    "J",
]


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=5).map(" ".join))
def test_an_idle_run_has_no_windows(written):
    lexicon = Lexicon(INDEX)
    run = Run.of(tokens(written), lexicon.word)
    words, places = lexicon.glance(written)
    assert (words, places) == (list(run.words), list(run.places))
    known = list(wholes(run, INDEX, TERMS.__getitem__))
    known += parts(run, known, TERMS.__getitem__)
    if is_idle(words, places, INDEX):
        assert not known
        assert not list(windows(run, known, INDEX, TERMS.__getitem__))
