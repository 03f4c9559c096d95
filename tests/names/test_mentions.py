"""Runs of capitalised tokens: what joins, what parts, and no slow text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.names.mentions import content, runs, tokens

WRAPPED = (
    "The spokesman of the defence ministry, Artsrun\nHovhannisyan, said that fighting went on."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Artsrun Hovhannisyan on", ["Artsrun Hovhannisyan"]),
        ("Osama bin Laden and Abu al-Baghdadi", ["Osama bin Laden and Abu al-Baghdadi"]),
        ("met K. Strupas in St. Petersburg", ["K. Strupas in St. Petersburg"]),
        ("Jean-Luc Mélenchon, Seán O’Casey", ["Jean-Luc Mélenchon", "Seán O’Casey"]),
        ("Moscow. Then Paris; Rome: Oslo", ["Moscow", "Then Paris", "Rome", "Oslo"]),
        ("fans of 1461 Trabzon", ["1461 Trabzon"]),
        ("at Gazeta.Ru today", ["Gazeta.Ru"]),
        ("Ilham\u00a0Aliyev", ["Ilham\u00a0Aliyev"]),
        ("ŁÓDŹ AND PARIS", ["ŁÓDŹ AND PARIS"]),
        ("a list\n\nAnna\n\nBela", ["Anna", "Bela"]),
        ("that Tsai Ing-ven, Park Geun-hye", ["Tsai Ing-ven", "Park Geun-hye"]),
        ("Prayut Chan-o-cha's army", ["Prayut Chan-o-cha"]),
        ("Moscow-based Gazprom and US-led troops", ["Moscow", "Gazprom and US"]),
        ("Moon Jae-in met Aš-š-šš- him", ["Moon Jae", "Aš"]),
        (WRAPPED, ["The", "Artsrun\nHovhannisyan"]),
        ("no names here", []),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert [run for run, _ in runs(text)] == expected
    assert all(text[start : start + len(run)] == run for run, start in runs(text))


def test_a_line_end_parts_names_where_lines_are_paragraphs() -> None:
    text = "Horse racing in Newmarket with Predilection\nDettori won. " + "It was good. " * 12
    assert "Predilection" in [run for run, _ in runs(text)]


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("Charles de Gaulle", ("charles", "gaulle")),
        ("Muhammad ibn Salman Al Saud", ("muhammad", "salman", "saud")),
        ("Ben Kingsley", ("ben", "kingsley")),
        ("David ben Gurion", ("david", "gurion")),
        ("State Prosecutor's Office", ("state", "prosecutor", "office")),
        ("The The", ("the", "the")),
        ("O'Neill", ("oneill",)),
        ("", ()),
    ],
)
def test_content_leaves_particles_out(form: str, letters: tuple[str, ...]) -> None:
    assert content(form) == letters


def test_possessive_endings_are_no_part_of_a_token() -> None:
    found = tokens("Aliyev's Strupas’ Charles' D’Arcy")
    assert [(token.text, token.possessive) for token in found] == [
        ("Aliyev", True),
        ("Strupas", False),
        ("Charles", False),
        ("D’Arcy", False),
    ]


@given(st.text(max_size=200))
def test_spans_are_the_texts_own(text: str) -> None:
    end = 0
    for run, start in runs(text):
        assert start >= end
        end = start + len(run)
        assert text[start:end] == run
        for token in tokens(run, start):
            assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    "unit", ["A ", "A-", "A.", "Aa\n", "A'a", "A de ", "Á\u0301", "A of the ", "1 A ", "Aa\u00a0"]
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    started = time.perf_counter()
    total = sum(len(run) for run, _ in runs(unit * 20_000))
    assert total > 0
    assert time.perf_counter() - started < 5
