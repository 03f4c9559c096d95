"""Numbers in words: *twenty-five*, *двадцать пятого*, *sto dwadzieścia*, *fünfundzwanzig*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer import plugins

_LANGUAGES = "reviewer.checks._numerals.languages"
_GAP = re.compile(r"[ \u00a0\t]+|-|‑")


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words. ``parts`` counts its words; a ``prefix`` begins a longer word."""

    start: int
    end: int
    value: float
    parts: int
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One language's patterns; group ``nN`` of ``number`` tells the index of the value."""

    values: tuple[float, ...]
    number: re.Pattern[str]
    month: re.Pattern[str]
    joiner: re.Pattern[str]


def known(lang: str) -> bool:
    """Are the language's number words known?"""
    return lang in plugins.offered(_LANGUAGES)


@cache
def words_of(lang: str) -> Words:
    """The patterns of a language; ask ``known`` first."""
    module = plugins.load(_LANGUAGES, lang)
    whole = sorted(module.NUMBERS.items(), reverse=True)
    begun = sorted(module.PREFIXES.items(), reverse=True)
    entries = [rf"(?:{words})(?!\w)" for _, words in whole]
    entries += [rf"(?:{words})-?(?=\w{{3}})" for _, words in begun]
    groups = "|".join(f"(?P<n{index}>{entry})" for index, entry in enumerate(entries))
    months = "|".join(f"(?P<n{n}>{words})" for n, words in enumerate(module.MONTHS, 1))
    return Words(
        tuple(value for value, _ in (*whole, *begun)),
        re.compile(rf"(?<!\w)(?:{groups})", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{months})(?!\w)\.?", re.IGNORECASE),
        re.compile(rf"[ \u00a0-]+(?:{module.JOINERS})[ \u00a0-]+", re.IGNORECASE),
    )


def word_numbers(text: str, lang: str) -> Iterator[WordNumber]:
    """The numbers in words below a thousand, neighbours that make one number joined."""
    words = words_of(lang)
    run: WordNumber | None = None
    last = 0.0
    for match in words.number.finditer(text):
        index = int((match.lastgroup or "n0")[1:])
        value = words.values[index]
        prefix = match.end() < len(text) and text[match.end()].isalnum()
        joined = run and not run.prefix and _join(words, text[run.end : match.start()], last, value)
        if run and joined:
            total = run.value * value if joined == "times" else run.value + value
            run = WordNumber(run.start, match.end(), total, run.parts + 1, prefix)
            last = 100 if joined == "times" else value
            continue
        if run:
            yield run
        run, last = WordNumber(match.start(), match.end(), value, 1, prefix), value
    if run:
        yield run


def _join(words: Words, gap: str, last: float, value: float) -> str:
    """How two neighbours make one number: "times", "plus" or not at all."""
    near = _GAP.fullmatch(gap)
    if near and value == 100 and 1 <= last <= 9:
        return "times"
    if near and 20 <= last <= 90 and last % 10 == 0 and 1 <= value <= 9:
        return "plus"
    if value == 0.5 and 1 <= last <= 99 and words.joiner.fullmatch(gap):
        return "plus"
    hundreds = last >= 100 and last % 100 == 0
    if hundreds and 1 <= value <= 99 and (near or words.joiner.fullmatch(gap)):
        return "plus"
    return ""
