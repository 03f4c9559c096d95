"""What is put in the place of a mention takes the particles beside it along, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary.model import Glossary, Term
from reviewer.names.matcher import Matcher
from reviewer.names.particles import with_particles


@pytest.mark.parametrize(
    ("text", "mention", "form", "span"),
    [
        ("in Los Andželosa.", "Andželosa", "Los Angeles", "Los Andželosa"),
        ("in Las Andželosa.", "Andželosa", "Los Angeles", "Las Andželosa"),
        ("in Andželosa.", "Andželosa", "Los Angeles", "Andželosa"),
        ("the El Salvadora team", "Salvadora", "El Salvador", "El Salvadora"),
        ("Mun Jae-in's aides", "Mun Jae", "Moon Jae-in", "Mun Jae-in"),
        ("Mun Jae in Seoul", "Mun Jae", "Moon Jae-in", "Mun Jae"),
        ("Mun Jae–in in Seoul", "Mun Jae", "Moon Jae-in", "Mun Jae–in"),
        ("the al Maktums", "Maktums", "al-Maktoum", "al Maktums"),
        ("Mun Jae, who", "Mun Jae", "Moon Jae-in", "Mun Jae"),
        ("in the Haga court", "Haga", "The Hague", "the Haga"),
        ("Sheikh Mohammed al-\nMaktums", "Maktums", "al-Maktoum", "al-\nMaktums"),
        ("talks in Jinpin", "Jinpin", "Jinping", "Jinpin"),
        ("of the Salvadora", "Salvadora", "Salvador", "Salvadora"),
        ("Peru, Los. Andželosa", "Andželosa", "Los Angeles", "Andželosa"),
        ("Losa Andželosa", "Andželosa", "Los Angeles", "Andželosa"),
    ],
)
def test_particles_beside_a_mention(text: str, mention: str, form: str, span: str) -> None:
    start = text.index(mention)
    low, high = with_particles(text, start, start + len(mention), form)
    assert text[low:high] == span


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=30), st.text(max_size=20))
def test_a_span_never_shrinks(before: str, mention: str, after: str, form: str) -> None:
    start, end = len(before), len(before) + len(mention)
    low, high = with_particles(before + mention + after, start, end, form)
    assert 0 <= low <= start <= end <= high <= len(before + mention + after)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("They flew to Los Andželosa.", "They flew to Los Angeles."),
        ("They met Mun Jae-in there.", "They met Moon Jae-in there."),
        ("They met Muns Jae-in there.", "They met Moon Jae-in there."),
        ("They met Le Hoaj Trungs there.", "They met Le Hoai Trung there."),
        ("They met Gejl-in there.", "They met Moon Jae-in there."),
        ("They met Cai Ing-when there.", "They met Tsai Ing-wen there."),  # an English word
        ("They met Ursula fon der Leiena.", "They met Ursula von der Leyen."),
    ],
)
def test_a_correction_doubles_no_particle(text: str, corrected: str) -> None:
    terms = [
        Term("Los Angeles", "1", kind="place"),
        Term("Moon Jae-in", "2", kind="person", deprecated=("Gejl-in",)),
        Term("Le Hoai Trung", "3", kind="person"),
        Term("Ursula von der Leyen", "4", kind="person"),
        Term("Tsai Ing-wen", "5", kind="person"),
    ]
    (match,) = Matcher(Glossary(tuple(terms))).find(text)
    assert text[: match.start] + match.canonical + text[match.end :] == corrected
