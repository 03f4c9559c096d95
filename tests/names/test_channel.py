"""The channel: letters that travel, letters that do not, and hostile tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.names.channel import align, log_odds, measure, reached

# A spelling that some language's letters make of a token, and a token of another name as alike.
CARRIED_OVER = [
    ("artsrun", "arcruns", "arturs"),
    ("hovhannisyan", "ovannisyan", "ivanisevic"),
    ("khrushchev", "chruschtschow", "christophe"),
    ("zhirinovsky", "schirinowski", "chernovsky"),
    ("shevchenko", "ševčenko", "denisenko"),
    ("washington", "vašingtonas", "wellington"),
    ("brezhnev", "brezsnyev", "bresson"),
    ("pashinyan", "paşinyan", "pasolini"),
    ("gorbachev", "gorbatšov", "gordon"),
    ("chekhov", "tchekhov", "cherkasov"),
    ("kuchma", "koutchma", "kouchner"),
    ("merkel", "merkelová", "markov"),
    ("poghosyan", "bogosyan", "petrosyan"),
]


@pytest.mark.parametrize(("canonical", "variant", "other"), CARRIED_OVER)
def test_a_spelling_of_the_name_beats_a_similar_name(canonical, variant, other):
    assert log_odds(canonical, variant) > max(0, log_odds(canonical, other) + 3)


def test_diacritics_dropped_cost_little():
    assert log_odds("shevchenko", "sevcenko") > 0
    assert log_odds("chekhov", "cehovs") > 0


def test_case_and_look_alike_letters_do_not_count():
    assert log_odds("Artsrun", "ARCRUNS") == log_odds("artsrun", "arcruns")
    assert log_odds("Gorbachev", "G\u043erbachev") == log_odds("gorbachev", "gorbachev")


def test_combining_marks_count_in_any_order():
    composed, loose = "chekhov\u0323\u0301", "chekhov\u0301\u0323"
    assert measure("chekhov", composed) == measure("chekhov", loose)


def test_segments_spell_both_tokens():
    cut = align("artsrun", "arcruns")
    assert "".join(s.canonical for s in cut) == "artsrun"
    assert "".join(s.variant for s in cut) == "arcruns"
    assert ("ts", "c") in [(s.canonical, s.variant) for s in cut]


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_two_strings_have_finite_odds(canonical, variant):
    assert -1000 < log_odds(canonical, variant) < 1000


def test_long_tokens_are_cut():
    assert log_odds("a" * 300, "b" * 300) == log_odds("a" * 4000, "b" * 4000)


@given(st.text("abcsxyž", max_size=8), st.text("abcsxyž", max_size=8), st.floats(-20, 20))
def test_a_bound_tells_what_the_odds_tell(canonical, variant, least):
    told = log_odds(canonical, variant)
    if abs(told - least) > 0.01:
        assert reached(canonical, variant, least) == (told if told > least else None)
