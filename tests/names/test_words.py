"""The word lists, and how they are made."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from reviewer.names import wordlist
from reviewer.names.demonyms import is_demonym
from reviewer.names.gender import is_other_gender
from reviewer.names.phonetic import plain
from reviewer.names.variants import has_lookalikes, is_romanisation
from reviewer.names.words import is_common_name, is_known_name, is_person_name, is_word


@pytest.mark.parametrize(
    "word", ["price", "may", "colour", "centre", "favours", "academy", "programme", "rich"]
)
def test_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "name", ["moscow", "estonian", "hovhannisyan", "putin", "sunday", "ovannisyan"]
)
def test_no_words(name: str) -> None:
    assert not is_word(name)


def test_names() -> None:
    assert is_known_name("moscow")
    assert not is_known_name("arcruns")
    assert is_person_name("thomas")
    assert is_common_name("david")
    assert not is_common_name("artsrun")


AFF = "SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D 0 d e\nSFX D 0 ed [^e]\n"
DIC = "4\ntie/UD\ncolor/D\nMoscow/M\nlabour's\n"


def test_dictionary_forms_cross_prefixes_and_suffixes(tmp_path: Path) -> None:
    (tmp_path / "en_US.aff").write_text(AFF)
    (tmp_path / "en_US.dic").write_text(DIC)
    (tmp_path / "list").write_text("\ufeffcolour 5\nmoscow 3\ntied 2\nkyiv 1\n", "utf-8")
    lower, other = wordlist.english(tmp_path, tmp_path / "list")
    assert {"tie", "tied", "untie", "untied", "color", "colored", "colour"} <= lower
    assert other == {"moscow", "kyiv"}


def test_tokens_are_counted_by_names(tmp_path: Path) -> None:
    rows = "kind\tcanonical_en\nperson\tAnna Bela\nperson\tBela\nplace\tAnna Bay\n"
    (tmp_path / "t.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    persons, names = wordlist.canonical_tokens(tmp_path / "t.tsv.xz")
    assert (persons["anna"], persons["bela"], persons["bay"]) == (1, 2, 0)
    assert (names["anna"], names["bay"]) == (2, 1)


@pytest.mark.parametrize(
    ("token", "place"),
    [
        ("estonian", "estonia"),
        ("estonians", "estonia"),
        ("syria", "syrian"),
        ("italian", "italy"),
        ("polish", "poland"),
        ("chechen", "chechnya"),
        ("londoners", "london"),
        ("armenians", "armenia"),
        ("israelis", "israel"),
        ("somali", "somalia"),
    ],
)
def test_demonyms(token: str, place: str) -> None:
    assert is_demonym(token, place)


@pytest.mark.parametrize(
    ("token", "place"),
    [
        ("usacki", "usackas"),
        ("strupai", "strupas"),
        ("australia", "austria"),
        ("nevski", "nevsky"),
        ("karachy", "karachi"),
    ],
)
def test_no_demonyms(token: str, place: str) -> None:
    assert not is_demonym(token, place)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sergei", "sergey", True),
        ("vasilyev", "vasiliev", True),
        ("alexander", "aleksandr", True),
        ("peter", "petr", False),
        ("pashinyan", "pashinian", True),
        ("zelensky", "zelenskyy", True),
        ("alexander", "aleksander", True),
        ("mickoski", "mickosky", False),  # Macedonian or Russian
        ("hovhannisyan", "ovannisyan", False),
        ("tewari", "tiwari", False),
        ("gogol", "gogoli", False),
    ],
)
def test_english_romanisations(one: str, other: str, same: bool) -> None:
    assert is_romanisation(one, other) is same
    assert is_romanisation(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("aliyev", "aliyeva", True),
        ("kowalski", "kowalska", True),
        ("novak", "novakova", True),
        ("strupas", "strupiene", True),
        ("usackas", "usacki", False),
        ("dettori", "detors", False),
    ],
)
def test_gender_of_surnames(one: str, other: str, pair: bool) -> None:
    assert is_other_gender(one, other) is pair
    assert is_other_gender(other, one) is pair


def test_lookalikes_are_read_as_latin() -> None:
    assert plain("Pаvlіv") == "pavliv"
    assert has_lookalikes("Pаvlіv")
    assert not has_lookalikes("Łódź")
    assert plain("Путин") == "путин"
