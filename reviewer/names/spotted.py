"""Where running text names somebody or something, whether or not a glossary knows the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.names.mentions import GENERATIONS, PARTICLES, TITLES, Token, runs, tokens
from reviewer.names.words import is_person_name, is_word

_JOINING = frozenset(("and", "&", "for", "at", "in"))  # between names more often than inside one
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"  # noqa: SIM905
    " july august september october november december".split()
)
_BEGINS = re.compile(r"(?:^|[.!?:…\n][\"”’)]*)\s*[\"“‘(]*\Z")
_SHORTEST = 3  # letters of a token that makes a name


def names(text: str, *, running: bool = True) -> Iterator[tuple[str, int, int]]:
    """Each run of capitalised words that are no ordinary words, with its span.

    In ``running`` text an ordinary word that begins a sentence is none of a name, whoever bears it.
    """
    for run, start in runs(text):
        found = tokens(run)
        if running and is_word(found[0].plain) and _BEGINS.search(text, max(0, start - 8), start):
            found = found[1:]
        for part in _parts(found):
            first, last = part[0], part[-1]
            written = run[first.start : last.end]
            yield " ".join(written.split()), start + first.start, start + last.end


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """The run divided at ordinary words and titles; particles stay inside a name only."""
    part: list[Token] = []
    for token in [*run, None]:
        if token is not None and not _divides(token):
            part.append(token)
            continue
        while part and part[0].plain in PARTICLES:
            part.pop(0)
        while part and (part[-1].plain in PARTICLES or part[-1].plain in GENERATIONS):
            part.pop()
        if any(len(t.plain) >= _SHORTEST and t.plain.isalpha() and not t.small for t in part):
            yield part
        part = []


def _divides(token: Token) -> bool:
    """Does the token end a name? Ordinary words do, unless somebody is called so (Mark, Rose).

    In capitals (NO ONE) a word looks no more like a name than any other.
    """
    if token.plain in PARTICLES:
        return token.plain in _JOINING
    if token.plain in _CALENDAR or token.plain in TITLES or token.plain.isdigit():
        return True
    return is_word(token.plain) and (token.text.isupper() or not is_person_name(token.plain))
