"""The training corpus: the same names in several spellings, and pairs of names that differ."""

from __future__ import annotations

import csv
import io
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "training"


@dataclass(frozen=True, slots=True)
class Same:
    """One name in the form of English and in another; `kind` is name, part or location."""

    kind: str
    source: str
    entity: int
    canonical: str
    language: str
    variant: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two names and whether they are one: `label` is 1 or 0."""

    kind: str
    language: str
    label: int
    canonical: str
    variant: str


def _rows(name: str) -> Iterator[list[str]]:
    text = lzma.decompress((FOLDER / name).read_bytes()).decode("utf-8")
    yield from csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)


def same() -> list[Same]:
    """Every pair of spellings, those in Cyrillic romanised as one of `SCHEMES` would."""
    dice = random.Random(20201114)
    pairs = []
    for kind, source, entity, canonical, language, variant in _rows("same.tsv.xz"):
        if is_cyrillic(variant):
            variant, language = romanised(variant, language, dice.randrange(5)), "cyrl"
        pairs.append(Same(kind, source, int(entity), canonical, language, variant))
    return pairs


def labelled() -> list[Labelled]:
    """Same and different pairs, hard negatives included."""
    return [Labelled(k, lang, int(y), c, v) for k, lang, y, c, v in _rows("labelled.tsv.xz")]


def different() -> list[tuple[str, str]]:
    """Names of different people or places that look alike."""
    return [(a, b) for _, a, b in _rows("different.tsv.xz")]


def is_cyrillic(text: str) -> bool:
    """Are all letters of the text Cyrillic?"""
    return all("\u0400" <= letter <= "\u04ff" for letter in text if letter.isalpha())


# How a translation system that meets a name by way of Russian spells it: not standards but what
# is found in its output; the columns follow English, Slavic, French and German habits.
_BASE = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕжѝ",
        "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya yo i yi ye g u j lj"
        " nj c dj dz gj kj dz zh i".replace("-", "\u200b").split(),
        strict=True,
    )
)
_BASE |= {"ъ": "", "ь": ""}
_SLAVIC = {"й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ж": "ž"}
_SLAVIC |= {"я": "ja", "ю": "ju", "ё": "jo"}
_LOOSE = {"й": "i", "х": "h", "я": "ia", "ю": "iu", "ё": "e", "ы": "y", "ї": "i", "є": "e"}
_LOOSE |= {"у": "ou"}
_GERMAN = {"й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ж": "sch"}
_GERMAN |= {"я": "ja", "ю": "ju", "в": "w", "ё": "jo", "з": "s"}
SCHEMES = (_BASE, _BASE, _BASE | _SLAVIC, _BASE | _LOOSE, _BASE | _GERMAN)


def romanised(text: str, language: str, scheme: int) -> str:
    """Cyrillic text in Latin letters by one of `SCHEMES`; Ukrainian and Belarusian г is h."""
    table = SCHEMES[scheme]
    if language in ("uk", "be"):
        table = table | {"г": "h", "и": "y" if language == "uk" else "i"}
    return "".join(table.get(letter, letter) for letter in text.casefold()).title()
