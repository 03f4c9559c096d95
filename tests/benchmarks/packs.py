"""The shipped packs' own names respelled, and names they do not hold: what is found, what is not.

    python -m tests.benchmarks.packs [FOLDER]

Each person, place and body of the packs is written as spelling by way of another language leaves it,
with and without the *s* of a nominative, in three sentences. A finding counts as right where its
suggestion, put in its place, gives the sentence with the right name: so that a span too short, or
another entry's name, is seen. FOLDER holds ``pairs*.tsv.gz`` (kind, canonical_en): of their English
names those that the packs do not hold should all be left alone; the ones flagged are printed.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reviewer.glossary import store
from reviewer.glossary.model import Glossary
from reviewer.names.choice import Match
from reviewer.names.matcher import Matcher

_SENTENCES = (
    "Yesterday {} spoke to reporters.",
    "They said that {}'s plan failed.",
    "A visit to {}, which ended today.",
)
_SPELLINGS = "sh:s zh:z ts:c kh:h ch:c y:j ph:f th:t w:v oo:u ee:i ck:k x:ks qu:kv"
_WRONG = ("garbled", "deprecated")
_LATIN = 0x24F  # the last letter of Latin Extended-B


def respelled(name: str) -> str:
    """The name as a language that spells by sound would leave it in a translation."""
    for rule in _SPELLINGS.split():
        old, new = rule.split(":")
        name = re.sub(old, new, name).replace(old.capitalize(), new.capitalize())
    return name


def corrected(text: str, matches: list[Match]) -> str:
    """The text with every suggestion in its place."""
    for match in reversed(matches):
        text = text[: match.start] + match.canonical + text[match.end :]
    return text


def mentions(glossary: Glossary) -> Iterator[tuple[str, str, set[str]]]:
    """Kind, a sentence, and the sentences it may become."""
    for term in glossary.terms:
        once = respelled(term.term)
        for name in (once, once + "s") if once[-1:] not in "aeious" else (once,):
            if term.kind in ("person", "place", "organization") and name not in term.right_forms:
                for sentence in _SENTENCES:
                    right = {sentence.format(form) for form in term.right_forms}
                    yield term.kind, sentence.format(name), right


def strangers(folder: Path, glossary: Glossary) -> list[str]:
    """English names in Latin letters that the glossary does not hold."""
    held = {form for term in glossary.terms for form in term.right_forms}
    names: set[str] = set()
    for path in sorted(folder.glob("pairs*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
            rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            names.update(row["canonical_en"] for row in rows if row.get("canonical_en"))
    latin = (n for n in names if "(" not in n and all(ord(c) <= _LATIN for c in n))
    return sorted(set(latin) - held)


def main(arguments: list[str]) -> None:
    """Print what is found of the packs' names and, where a folder is given, what is flagged."""
    glossary = store.load(list(store.shipped()))
    matcher = Matcher(glossary)
    every: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for kind, text, wanted in mentions(glossary):
        found = [match for match in matcher.find(text) if match.kind != "exact"]
        every[kind] += 1
        flagged[kind] += bool(found)
        right[kind] += corrected(text, found) in wanted
    for kind, count in every.items():
        wrong = flagged[kind] - right[kind]
        print(f"{kind:13} {count:6} mentions, {right[kind]:6} rightly corrected, {wrong:4} wrongly")
    if arguments:
        unheld = strangers(Path(arguments[0]), glossary)
        alarms = 0
        for name in unheld:
            text = f"Yesterday {name} was in the news."
            for match in (m for m in matcher.find(text) if m.kind in _WRONG):
                alarms += 1
                print(f"  {text[match.start : match.end]} → {match.canonical}  ({name})")
        print(f"{len(unheld)} names that the packs do not hold: {alarms} flagged")


if __name__ == "__main__":
    main(sys.argv[1:])
