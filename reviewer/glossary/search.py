"""Finding entries as somebody types, among a million forms, in a few milliseconds a letter.

    forms = Forms(glossary.right_forms())   # some seconds for a million: not in the UI's thread
    numbers = forms.search("hovh", 200)     # glossary.terms[number] for each row that is shown

Words of forms are looked up by their first letters; only what stands inside words takes a scan of
all the text, and none once the letters before left fewer entries than wanted.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain

from reviewer.text import fold

_HEAD = 3  # bytes that words are looked up by
_ABSENT = 4  # the rank of an entry that does not hold what was typed
_Starts = dict[bytes, "array[int]"]


class Forms:
    """All forms, folded, as one text with a line for each, and where its words begin."""

    def __init__(self, forms: Iterable[Iterable[str]]) -> None:
        lines: list[bytes] = []
        self._ends = array("Q")  # where each entry's lines end
        self._firsts: _Starts = {}  # beginnings of forms
        self._words: _Starts = {}  # beginnings of their other words
        at = 1
        for of_one in forms:
            for form in of_one:
                line = _plain(form)
                lines.append(line)
                _note(self._firsts, line, 0, at)
                space = line.find(b" ")
                while space >= 0:
                    _note(self._words, line, space + 1, at)
                    space = line.find(b" ", space + 1)
                at += len(line) + 1
            self._ends.append(at)
        self._text = b"\n" + b"\n".join(lines) + b"\n"
        self._last: tuple[bytes, list[int]] = (b"\n", [])  # typed before, and all that it found

    def search(self, typed: str, most: int) -> list[int]:
        """The numbers of at most so many entries with a form that holds what was typed.

        Case and diacritics apart. Whole forms first, then beginnings of forms, of words, then any
        place, each in the order of the entries.
        """
        wanted = _plain(typed)
        if not wanted:
            return list(range(min(most, len(self._ends))))
        before, all_found = self._last
        if wanted.startswith(before):
            ranked = ((self._rank(number, wanted), number) for number in all_found)
            found = [number for rank, number in sorted(ranked) if rank < _ABSENT]
        else:
            found = self._looked_up(wanted, most)
        if len(found) < most:
            self._last = (wanted, found)
        return found[:most]

    def _looked_up(self, wanted: bytes, most: int) -> list[int]:
        found: dict[int, None] = {}
        places = (
            self._whole(wanted),
            self._beginning(self._firsts, wanted),
            self._beginning(self._words, wanted),
            self._anywhere(wanted),
        )
        for at in chain.from_iterable(places):
            found[self._number(at)] = None
            if len(found) == most:
                break
        return list(found)

    def _whole(self, wanted: bytes) -> Iterator[int]:
        """The places of forms that are nothing else."""
        line = wanted + b"\n"
        starts = self._firsts.get(wanted[:_HEAD], ())
        return (at for at in starts if self._text.startswith(line, at))

    def _beginning(self, starts: _Starts, wanted: bytes) -> Iterator[int]:
        """The places of words that begin so."""
        if len(wanted) < _HEAD:
            return merge(*(places for key, places in starts.items() if key.startswith(wanted)))
        places = starts.get(wanted[:_HEAD], ())
        return (at for at in places if self._text.startswith(wanted, at))

    def _anywhere(self, wanted: bytes) -> Iterator[int]:
        at = self._text.find(wanted)
        while at >= 0:
            yield at
            at = self._text.find(wanted, self._ends[self._number(at)] - 1)

    def _number(self, at: int) -> int:
        return bisect_right(self._ends, at)

    def _rank(self, number: int, wanted: bytes) -> int:
        start = (self._ends[number - 1] if number else 1) - 1
        lines = self._text[start : self._ends[number]]
        kinds = (b"\n" + wanted + b"\n", b"\n" + wanted, b" " + wanted, wanted)
        return next((rank for rank, kind in enumerate(kinds) if kind in lines), _ABSENT)


def _plain(text: str) -> bytes:
    return " ".join(fold(text).split()).encode("utf-8", "replace")


def _note(starts: _Starts, line: bytes, word: int, at: int) -> None:
    starts.setdefault(line[word : word + _HEAD], array("Q")).append(at + word)
