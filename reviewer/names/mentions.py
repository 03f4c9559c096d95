"""Where running text may name somebody: runs of capitalised tokens with what joins them.

A run takes in particles (*de*, *van*, *al-*, *of*), initials, numbers, hyphens, syllables in small
letters that a hyphen joins to a name (*Tsai Ing-wen*), and the line end of a hard-wrapped text; it
ends at other punctuation, at a lower-case word and at a blank line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviewer.names.phonetic import plain
from reviewer.names.vocabulary import GENERATIONS, PARTICLES, SMALL_PARTICLES, TITLES
from reviewer.names.words import is_word

__all__ = [
    "GENERATIONS",
    "PARTICLES",
    "TITLES",
    "Token",
    "bare",
    "bearing",
    "content",
    "is_small",
    "runs",
    "tokens",
]

_LONGEST_FORM = 400  # letters of a form that are looked at
_WIDEST_LINE = 120  # characters of a hard-wrapped line
LONGEST_RUN = 60  # tokens; a longer run is cut, so that the work stays linear in the text

# Latin, Greek, Cyrillic, Armenian, Georgian; of a single letter istitle() means capital.
_UPPER = "".join(filter(str.istitle, map(chr, range(0x41, 0x2C00))))
_CAP = f"[{_UPPER}][\\w\u0300-\u036f]*(?:['’ʼ‘`´][^\\W\\d_][\\w\u0300-\u036f]*)*"
_SMALL = "|".join(sorted((p for p in SMALL_PARTICLES if p.isalpha()), key=len, reverse=True))
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"  # quick to compile; where hardly a small letter can stand
_ARTICLE = "(?:d|l|al|ad|an|ar|as|at|az|el|ul)['’-]"
_LINE = r"[ \t\u00a0\u202f]{0,3}\r?\n[ \t]{0,8}(?=\S)"
_SPACE = rf"(?:[ \t\u00a0\u202f]{{1,3}}|{_LINE})"
_DASH = r"[-‐‑‒–—−/]"
_STOP = (  # after an initial, after an abbreviated title, inside a name of the web
    rf"(?<=\b{_CAPITAL})\.{_SPACE}?|(?<=\b[SMDJ][trs])\.{_SPACE}|\.(?={_CAPITAL})"
)
_GAP = rf"(?:{_SPACE}|{_SPACE}?{_DASH}{_SPACE}?|{_STOP})"
_NEXT = rf"(?:(?:{_SMALL})\b{_GAP}){{0,2}}(?:{_ARTICLE})?{_CAP}|\d{{1,4}}\b"
# A run begins with a capital, which is searched for at once; what may stand before it is looked for
# from there, backwards.
_RUN = re.compile(rf"{_CAP}(?:{_GAP}(?:{_NEXT})){{0,{LONGEST_RUN}}}")
_LEAD = re.compile(rf"(?:\d{{1,4}} )?(?:{_ARTICLE})?\Z")
_LONGEST_LEAD = 8
_HYPHENS = frozenset("-‐‑")
_SYLLABLES = re.compile(r"(?:[-‐‑]([^\W\d_A-Z]+)){1,2}\b(?![-‐‑])")  # *Ing-wen*, *Chan-o-cha*
_BEFORE = frozenset(" '’-")  # what a lead ends with
_TOKEN = re.compile(rf"{_CAP}|[^\W\d_]+|\d+")
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=[sS])['’ʼ])$")


class Token(NamedTuple):  # made more often than all else, and in a third of a dataclass's time
    """A token of a run without its possessive ending; offsets are the text's."""

    start: int
    end: int
    text: str
    plain: str
    possessive: bool = False

    @property
    def small(self) -> bool:
        """Is it a particle, which names nobody?"""
        return is_small(self.text, self.plain)


def is_small(text: str, plain: str) -> bool:
    """Is a token, as written and in plain letters, a particle?"""
    return plain in (SMALL_PARTICLES if text[0].islower() else PARTICLES)


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> tuple[str, str]:
    """A token without its possessive ending, and that in plain letters."""
    without = _POSSESSIVE.sub("", text) or text
    return sys.intern(without), sys.intern(plain(without))


@lru_cache(maxsize=2)
def runs(text: str) -> tuple[tuple[str, int], ...]:
    """The runs of a text in order, each with its start; several checks ask for them.

    A line end inside a run is white space where the text is hard-wrapped, else it parts two runs.
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[tuple[str, int]]:
    longest = -1
    end = 0
    for match in _RUN.finditer(text):
        run, start = match.group(), match.start()
        before = text[start - 1 : start]
        if (
            before in _BEFORE
            and (before != " " or text[start - 2 : start - 1].isdecimal())
            and (lead := _LEAD.search(text, max(end, start - _LONGEST_LEAD), start))
        ):
            start = lead.start()
            run = text[start : match.end()]
        end = match.end()
        if text[end : end + 1] in _HYPHENS and (last := _SYLLABLES.match(text, end)):
            letters = plain(last[1])
            if not is_word(letters) and letters not in PARTICLES:  # but *Moscow-based*, *Jae-in*
                end = last.end()
                run = text[start:end]
        if "\n" not in run:
            yield run, start
            continue
        if longest < 0:
            longest = max(map(len, text.splitlines()), default=0)
        begin = 0
        for line_end in re.finditer(r"\s*\n\s*", run):
            if not _is_wrapped(text, start + line_end.start(), start + line_end.end(), longest):
                yield run[begin : line_end.start()], start + begin
                begin = line_end.end()
        yield run[begin:], start + begin


def _is_wrapped(text: str, end: int, following: int, longest: int) -> bool:
    """Would the next line's first word not have fitted on the line that ends here?"""
    if longest > _WIDEST_LINE:
        return False
    word = text[following : following + _WIDEST_LINE].split(maxsplit=1)[0]
    return end - (text.rfind("\n", 0, end) + 1) + 1 + len(word) > longest


def written_tokens(run: str) -> list[str]:
    """The `tokens` of a run as they stand in it, possessive endings and all."""
    return _TOKEN.findall(run)


def tokens(run: str, offset: int = 0) -> list[Token]:
    """The tokens of a run or of a glossary's form."""
    found = []
    for match in _TOKEN.finditer(run):
        word = match.group()
        without, letters = bare(word)
        start = offset + match.start()
        possessive = len(without) < len(word)
        found.append(Token(start, start + len(without), without, letters, possessive))
    return found


@lru_cache(maxsize=1 << 14)
def bearing(form: str) -> tuple[Token, ...]:
    """The tokens of a form that bear meaning: no particles, unless there is nothing else."""
    found = tokens(form[:_LONGEST_FORM])
    return tuple(token for token in found if not token.small) or tuple(found)


def content(form: str) -> tuple[str, ...]:
    """The plain tokens of a form that bear meaning."""
    return tuple(token.plain for token in bearing(form))
