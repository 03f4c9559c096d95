"""The native forms of the shipped packs are forms of the names they stand beside.

A native form of somebody else, or of the next line, is a wrong fact that no schema can catch; its
romanisation is nowhere near the term. A form that English translates is listed as an exonym.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from reviewer.names.romanize import romanizations
from reviewer.text import fold

PACKS = sorted((Path(__file__).parents[2] / "glossaries").glob("*.toml"))
REVIEWED = Path(__file__).with_name("exonyms.tsv")
"""Native forms beside their terms that need not sound alike, each looked at: other words for it."""
ALIKE = 60
"""rapidfuzz ratio (0 to 100) of folded names that may still be one name."""

# Kinds whose English form translates the native one: nothing in them has to sound alike.
TRANSLATED = {"organization", "event", "work", "demonym", "acronym", "other"}

# Native forms that are other words than the English name, or that English translates.
EXONYMS = {
    *("Հայաստան", "Ermənistan", "სომხეთი", "Հայկական ՍՍՀ"),  # Armenia
    *("საქართველო", "Վրաստան", "Gürcüstan", "საქართველოს სსრ", "Грузинская ССР"),  # Georgia
    *("Լեռնային Ղարաբաղ", "Dağlıq Qarabağ"),  # the mountainous in Nagorno-Karabakh
    *("Լեռնային Ղարաբաղի Հանրապետություն", "Արցախի Հանրապետություն"),  # its Republic
    *("სამხრეთ ოსეთი", "Laçın dəhlizi"),  # the South in South Ossetia, the Lachin corridor
}

REVIEWED_FORMS = {
    tuple(line.split("\t")) for line in REVIEWED.read_text(encoding="utf-8").splitlines()
}


def forms(term: dict[str, object], lang: str, given: object) -> Iterator[tuple[str, str, str]]:
    for form in [given] if isinstance(given, str) else given:  # type: ignore[attr-defined]
        yield str(term["term"]), lang, form


def names() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for pack in PACKS:
        for term in tomllib.loads(pack.read_text(encoding="utf-8")).get("term", []):
            if term.get("kind") in TRANSLATED:
                continue
            known = (term["term"], *term.get("admitted", []))
            for lang, given in term.get("native", {}).items():
                for name, code, form in forms(term, lang, given):
                    yield name, code, form, known


def likeness(native: str, lang: str, known: tuple[str, ...]) -> float:
    """How near the nearest romanisation comes to the nearest known form, in either order of words."""
    return max(
        (
            max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))
            for a in map(fold, romanizations(native, lang))
            for b in map(fold, known)
        ),
        default=100.0,  # a script without schemes tells nothing
    )


CASES = list(names())


def test_the_packs_hold_native_forms() -> None:
    assert sum(bool(romanizations(form, lang)) for _, lang, form, _ in CASES) > 100


@pytest.mark.parametrize(("term", "lang", "native", "known"), CASES)
def test_a_native_form_sounds_like_its_term(
    term: str, lang: str, native: str, known: tuple[str, ...]
) -> None:
    if native in EXONYMS or (term, lang, native) in REVIEWED_FORMS:
        assert likeness(native, lang, known) < ALIKE, f"{native} ({term}) needs no exemption"
    else:
        assert likeness(native, lang, known) >= ALIKE, (native, romanizations(native, lang))


def test_no_exemption_is_left_over() -> None:
    assert {case[:3] for case in CASES} >= REVIEWED_FORMS


def test_a_wrong_native_form_would_be_seen() -> None:
    assert likeness("Նիկոլ Փաշինյան", "hy", ("Artsrun Hovhannisyan",)) < ALIKE
    assert likeness("Ստեփանակերտ", "hy", ("Shushi", "Shusha")) < ALIKE
    assert likeness("Արծրուն Հովհաննիսյան", "hy", ("Artsrun Hovhannisyan",)) == 100
