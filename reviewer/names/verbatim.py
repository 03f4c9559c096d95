"""Names that stand letter for letter as a right form has them, however odd their letters.

Runs of capitalised tokens do not hold every form (*Médecins sans frontières*, *Ann aAaA Bel*,
scripts without capitals). Before a stretch is called garbled it is asked whether it lies inside
such a form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from reviewer.glossary.model import Term
from reviewer.names.index import NameIndex
from reviewer.names.mentions import tokens
from reviewer.text import fold

_REACH = 100  # code points on either side that are looked at
_ENTRIES = 500  # that are looked at, those of rare tokens first
_SPACE = re.compile(r"\s+")


def inside_right_form(
    text: str, start: int, end: int, index: NameIndex, term: Callable[[int], Term]
) -> bool:
    """Is the stretch a part of a preferred or admitted form that stands there in full?

    Case, diacritics and white space do not count.
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    before, stretch, after = map(_plain, (text[low:start], text[start:end], text[end:high]))
    around = before + stretch + after
    first, last = len(before), len(before) + len(stretch)
    for form in _forms_around(text[low:high], index, term):
        plain = _plain(form).strip()
        at = around.find(plain, max(0, last - len(plain))) if len(plain) >= last - first else -1
        while 0 <= at <= first:
            if _is_apart(around, at, at + len(plain)):
                return True
            at = around.find(plain, at + 1)
    return False


def _plain(text: str) -> str:
    return _SPACE.sub(" ", fold(text))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Do no letters or digits touch the stretch, where it begins and ends with some itself?"""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _forms_around(stretch: str, index: NameIndex, term: Callable[[int], Term]) -> Iterator[str]:
    """The right forms that hold a glossary token of a stretch."""
    numbers = {index.find(token.plain) for token in tokens(stretch)} - {-1}
    holders = sorted((index.entries(number, _ENTRIES) for number in numbers), key=len)
    entries = dict.fromkeys(entry for held in holders for entry in held)
    for entry in islice(entries, _ENTRIES):
        yield from term(entry).right_forms
