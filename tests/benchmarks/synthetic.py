"""Articles made from names of every language at hand: what is found, what is wrongly flagged.

    python -m tests.benchmarks.synthetic FOLDER [LANGUAGE…]

FOLDER holds ``pairs*.tsv.gz`` and ``nameparts*.tsv.gz`` (kind, canonical_en, variant, variant_lang).
Of the names of a language two thirds go into a glossary; the articles name them as another language
spells them (some with its endings, some mangled in the middle, some half translated), and beside
them names that the glossary does not have, in either form: strangers, namesakes, relatives. Weights
of ``reviewer.names.evidence`` are fitted on languages A and looked at on languages B (every second
one in alphabetical order). Some strangers are the same place in another spelling: read them.
"""

from __future__ import annotations

import csv
import gzip
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from reviewer.glossary.model import Glossary, Term
from reviewer.names.inflection import _rules as endings
from reviewer.names.learning.corpus import is_cyrillic, romanised
from reviewer.names.matcher import Matcher
from reviewer.names.mentions import content
from reviewer.names.romanize import script_of
from reviewer.names.variants import is_romanisation
from reviewer.text import fold

PERSON = (
    "{} told reporters on Monday that talks would continue.",
    "A spokesman for {} declined to comment.",
    "“We will not give in,” said {}.",
    "Earlier this week {} met officials in the capital.",
)
SURNAME = ("According to {}, the figures are wrong.", "On Friday, {} returned to the team.")
PLACE = (
    "Shelling was reported near {} overnight.",
    "A train from {} was delayed by two hours.",
    "Three people were hurt in {}, police said.",
)
WORDS = [
    "Rich",
    "Edge",
    "Golden",
    "Stone",
    "Price",
    "Field",
    "Bishop",
    "Light",
    "Sunday",
    "Winter",
    "Chief",
    "Bread",
    "Wolf",
]
ARTICLES, GLOSSARY = 25, 300
INFLECTED, STRIPPED = 0.35, 0.5  # shares of the foreign forms


@dataclass(frozen=True)
class Name:
    """A name in English and in the language of the articles."""

    kind: str
    right: str
    variant: str


@dataclass(frozen=True)
class Mention:
    """``why``: garbled (full, surname, place, mangled, translated) or a right name of another."""

    start: int
    end: int
    why: str
    right: str


GARBLED = {"full", "surname", "place", "mangled", "translated"}


def rows(folder: Path, begins: str) -> Iterator[dict[str, str]]:
    """The rows of the folder's tables of that name."""
    for path in sorted(folder.glob(f"{begins}*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read(folder: Path) -> dict[str, list[Name]]:
    """Names by language: places of a word or two, persons, and persons put together from parts."""
    dice = random.Random(1)
    places: dict[str, dict[str, Name]] = defaultdict(dict)
    parts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in [*rows(folder, "pairs."), *rows(folder, "nameparts.")]:
        kind, right, variant = row["kind"], row["canonical_en"], row["variant"]
        lang = row["variant_lang"]
        if script_of(right) != "Latn" or "'" in right or lang.startswith("und"):
            continue
        if is_cyrillic(variant):
            variant = romanised(variant, lang, dice.randrange(5))
        count = len(right.split())
        if script_of(variant) != "Latn" or len(variant.split()) != count:
            continue
        if fuzz.ratio(fold(right), fold(variant)) < (50 if kind == "place" else 35):
            continue
        if (kind == "place" and count <= 2) or (kind == "person" and 2 <= count <= 3):
            places[lang][right] = Name(kind, right, variant)
        elif kind == "person-part" and count == 1 and len(right) > 2:
            parts[lang].append((right.title(), variant.title()))
    found = {}
    for lang, names in places.items():
        chosen = dice.sample(sorted(names), min(120, len(names)))
        people = []
        for _ in range(160 if len(parts[lang]) > 50 else 0):
            (given, spelt), (surname, spelt_too) = dice.choices(parts[lang], k=2)
            people.append(Name("person", f"{given} {surname}", f"{spelt} {spelt_too}"))
        if len(chosen) + len(people) >= 100:
            found[lang] = [names[name] for name in chosen] + people
    return found


class Writer:
    """Writes the articles of one language."""

    def __init__(self, lang: str, names: list[Name]) -> None:
        self.lang, self.dice = lang, random.Random(lang)
        self.dice.shuffle(names)
        cut = len(names) * 2 // 3
        self.inside, listed = names[:cut], [fold(name.right) for name in names[:cut]]
        self.outside = [
            name
            for name in names[cut:]
            if process.extractOne(fold(name.right), listed, scorer=fuzz.ratio, score_cutoff=88)
            is None
        ]

    def article(self) -> tuple[str, list[Mention]]:
        """One article and what it names."""
        dice, text, mentions = self.dice, "", []
        for why, name, shown, right in self._mentions():
            frames = PLACE if name.kind == "place" else SURNAME if " " not in shown else PERSON
            before, after = dice.choice(frames).split("{}")
            start = len(text) + len(before)
            mentions.append(Mention(start, start + len(shown), why, right))
            text += before + shown + after + " "
        return text, mentions

    def _mentions(self) -> Iterator[tuple[str, Name, str, str]]:
        dice = self.dice
        people = [name for name in self.inside if name.kind == "person"]
        for name in dice.sample(self.inside, 14):
            if name.kind == "place":
                yield "place", name, self._spelt(name.variant), name.right
                continue
            garbled = dice.random() < 0.5
            yield (
                "full" if garbled else "right",
                name,
                name.variant if garbled else name.right,
                name.right,
            )
            if dice.random() < 0.5:
                surname = self._spelt(name.variant.split()[-1])
                yield "surname", name, surname, name.right.split()[-1]
        for name in dice.sample(people, min(4, len(people))):
            given, surname = name.right.split()[0], name.right.split()[-1]
            yield "mangled", name, f"{given} {self._mangled(surname)}", name.right
            yield "translated", name, f"{given} {dice.choice(WORDS)}", name.right
        for name in dice.sample(self.outside, min(12, len(self.outside))):
            foreign = dice.random() < 0.4
            yield "stranger", name, self._spelt(name.variant) if foreign else name.right, ""
            if name.kind == "person" and people:
                other = dice.choice(people).right.split()
                if fuzz.ratio(fold(name.right), fold(" ".join(other))) < 60:
                    yield "namesake", name, f"{other[0]} {name.right.split()[-1]}", ""
                    yield "relative", name, f"{name.right.split()[0]} {other[-1]}", ""

    def _spelt(self, variant: str) -> str:
        """The foreign form, some in a case of its language, some without marks."""
        *others, last = variant.split()
        if self.dice.random() < INFLECTED:
            ways = [(n, e) for e, ns in endings(self.lang) for n in ns if n and last.endswith(n)]
            nominative, ending = self.dice.choice(ways or [("", "")])
            last = last.removesuffix(nominative) + ending
        shown = " ".join((*others, last))
        return fold(shown).title() if self.dice.random() < STRIPPED else shown

    def _mangled(self, token: str) -> str:
        """Another name's letters in the middle."""
        other = fold(self.dice.choice(self.outside).right.replace(" ", ""))
        head, tail = max(1, len(token) // 3), len(token) // 3
        return token[:head] + other[1 : 1 + len(token) - head - tail] + token[len(token) - tail :]


def is_right_already(shown: str, right: str) -> bool:
    """Does the mention differ from the right form by romanisation at most?"""
    ours, theirs = sorted(content(right)), sorted(content(shown))
    return len(ours) == len(theirs) and all(map(is_romanisation, ours, theirs))


def measure(
    lang: str, names: list[Name], padding: list[str]
) -> tuple[Counter[str], Counter[str], int]:
    """Mentions and hits by kind, and words; of garbled kinds a hit is right, of others an alarm."""
    writer = Writer(lang, names)
    listed = [name.right for name in writer.inside]
    known = {name.right for name in names}
    listed += [name for name in padding if name not in known][: max(0, GLOSSARY - len(listed))]
    matcher = Matcher(Glossary(tuple(Term(name, str(i)) for i, name in enumerate(listed))))
    mentions: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    count = 0
    for _ in range(ARTICLES):
        text, marked = writer.article()
        count += len(text.split())
        found = [match for match in matcher.find(text) if match.kind == "garbled"]
        for mention in marked:
            here = [m for m in found if m.start < mention.end and mention.start < m.end]
            if mention.why in GARBLED:
                if is_right_already(text[mention.start : mention.end], mention.right):
                    continue
                want = set(content(mention.right))
                here = [m for m in here if want & set(content(m.canonical))]
            mentions[mention.why] += 1
            hits[mention.why] += bool(here)
    return mentions, hits, count


def main(arguments: list[str]) -> None:
    """Print the table for languages A and B, or for those named."""
    names = read(Path(arguments[0]))
    langs = sorted(names)
    groups = {"A": langs[::2], "B": langs[1::2]}
    if arguments[1:]:
        groups = {lang: [lang] for lang in arguments[1:]}
    padding = sorted({name.right for every in names.values() for name in every})
    random.Random(2).shuffle(padding)
    for group, members in groups.items():
        mentions: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        words = 0
        for lang in members:
            some, right, count = measure(lang, names[lang], padding)
            mentions, hits, words = mentions + some, hits + right, words + count
        print(f"{group}: {', '.join(members)}; {words} words")
        for why in sorted(mentions, key=lambda why: (why not in GARBLED, why)):
            what = "rightly corrected" if why in GARBLED else "wrongly flagged"
            share = hits[why] / mentions[why]
            print(f"  {why:11} {hits[why]:5} of {mentions[why]:5} {what} ({share:.3f})")


if __name__ == "__main__":
    main(sys.argv[1:])
