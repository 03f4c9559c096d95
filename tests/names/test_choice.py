"""Of several entries that a mention may stand for the nearest is chosen, and the others offered."""

from __future__ import annotations

import pytest

from reviewer.glossary.model import Glossary, Term
from reviewer.names.matcher import Matcher

MATCHER = Matcher(
    Glossary(
        (
            Term("Damdin Tsogtbaatar", "1", kind="person"),
            Term("Damdin Sükhbaatar", "2", kind="person", admitted=("Damdin Sukhbaatar",)),
            Term("Enver Hoxhaj", "3", kind="person"),
            Term("Enver Hoxha", "4", kind="person"),
            Term("Tavush", "5", kind="place"),
            Term("Tovuz", "6", kind="place"),
            Term("International Atomic Energy Agency", "7", kind="organization"),
            Term("International Energy Agency", "8", kind="organization"),
            Term("Collective Security Treaty Organization", "9", kind="organization"),
            Term("Tsai Ing-wen", "10", kind="person"),
            Term("Kang Kyung-wha", "11", kind="person"),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "span", "canonical", "rivals"),
    [
        ("Damdin Sühbaatars spoke.", "Damdin Sühbaatars", "Damdin Sükhbaatar", []),
        ("Damdins Cogtbatars spoke.", "Damdins Cogtbatars", "Damdin Tsogtbaatar", []),
        ("Enver Hoksha spoke.", "Enver Hoksha", "Enver Hoxha", ["Enver Hoxhaj"]),
        (
            "The International Energj Agencj said so.",
            "International Energj Agencj",
            "International Energy Agency",
            ["International Atomic Energy Agency"],
        ),
        ("Cai Ing-ven spoke.", "Cai Ing-ven", "Tsai Ing-wen", []),
        ("Kang Kjung-vhas left.", "Kang Kjung-vhas", "Kang Kyung-wha", []),
    ],
)
def test_the_nearest_is_chosen(text: str, span: str, canonical: str, rivals: list[str]) -> None:
    (match,) = (m for m in MATCHER.find(text) if m.kind != "exact")
    assert text[match.start : match.end] == span
    assert match.canonical == canonical
    assert [form for _, form in match.rivals] == rivals


@pytest.mark.parametrize(
    "text",
    [
        "The Organization for Securitj met.",  # the words of another, in another order
        "The Tovuzs were there.",  # Tovuz with an ending, not Tavush
        "Tsai Ing-wen and Kang Kyung-wha met; Tsai left first.",
    ],
)
def test_no_other_entry_is_taken_instead(text: str) -> None:
    assert not [match for match in MATCHER.find(text) if match.kind == "garbled"]


GIVEN = Matcher(
    Glossary(
        tuple(
            Term(name, name, kind="person")
            for name in (
                "Alexander Novak",
                "Aleksander Čeferin",
                "Manuel López",
                "Emmanuel Macron",
                "Mohammad Mustafa",
                "Mohamed Morsi",
                "George Simion",
                "Simon Harris",
            )
        )
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minister Aleksander Novaks spoke.", ["Alexander Novak"]),
        ("Minister Mohamed Mustapha spoke.", ["Mohammad Mustafa"]),
        ("Cameraman Emmanuel Lubezki won.", []),
        ("Minister Mustapa Mohamed spoke.", []),
        ("So said Georg Simon Ohm.", []),
    ],
)
def test_a_given_name_of_another_entry_is_a_spelling_or_another_name(
    text: str, found: list[str]
) -> None:
    assert [m.canonical for m in GIVEN.find(text) if m.kind in ("garbled", "romanisation")] == found


STRANGERS = Matcher(
    Glossary(
        (
            Term("Alparslan Bayraktar", "1", kind="person"),
            Term("Moon Jae-in", "2", kind="person"),
            Term("Yermek Kosherbayev", "3", kind="person"),
            Term("Dagestan", "4", kind="place"),
        )
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "The sultan Alp Arslan won.",
        "The actress Moon Chae-won was there.",
        "The writer Jerome K. Jerome was there.",
    ],
)
def test_whoever_bears_half_a_name_is_somebody_else(text: str) -> None:
    assert not [match for match in STRANGERS.find(text) if match.kind == "garbled"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Minister Alp Arslan Bayraktar spoke.", "Alparslan Bayraktar"),
        ("President Mun Jae-ins spoke.", "Moon Jae-in"),
        ("They fought in Dagestana.", "Dagestan"),
    ],
)
def test_but_not_where_the_rest_stands(text: str, canonical: str) -> None:
    (match,) = (m for m in STRANGERS.find(text) if m.kind == "garbled")
    assert match.canonical == canonical
