"""Sorted tables of 32-bit numbers under 32-bit keys, in flat arrays that can be mapped from a file.

``keys`` are ascending, each once; the numbers under ``keys[i]`` are
``numbers[starts[i] : starts[i + 1]]``, ascending too.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

KINDS = ("I", "I", "I")  # of the arrays
_BULK = 200_000  # pairs from which sorting them is left to numpy


class Table:
    """A read-only table over its three arrays (or memory views of such)."""

    __slots__ = ("_keys", "_numbers", "_starts")

    def __init__(self, arrays: Sequence[Any]) -> None:
        self._keys, self._starts, self._numbers = arrays

    @property
    def arrays(self) -> tuple[Any, Any, Any]:
        """The keys, the starts and the numbers."""
        return self._keys, self._starts, self._numbers

    def pairs(self) -> array[int]:
        """What `table` makes the same table of."""
        found = array("Q")
        for place, key in enumerate(self._keys):
            numbers = self._numbers[self._starts[place] : self._starts[place + 1]].tolist()
            found.extend([key << 32 | number for number in numbers])
        return found

    def under(self, key: int, most: int | None = None) -> list[int]:
        """The numbers under a key, the first ``most`` of them."""
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return []
        first, last = self._starts[at], self._starts[at + 1]
        if most is not None and last - first > most:
            last = first + most
        numbers: list[int] = self._numbers[first:last].tolist()
        return numbers


def table(pairs: array[int]) -> Table:
    """The table of an array of ``key << 32 | number``; what stands there twice counts once.

    A large array is left sorted.
    """
    if len(pairs) < _BULK:
        return _small(sorted(set(pairs)))
    import numpy as np

    every = np.frombuffer(pairs, dtype=np.uint64)
    every.sort()
    unique = every[np.append(True, every[1:] != every[:-1])]
    keys = (unique >> 32).astype(np.uint32)
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    parts = keys[starts], np.append(starts, len(unique)), unique
    return Table([array("I", part.astype(np.uint32).tobytes()) for part in parts])


def _small(pairs: Sequence[int]) -> Table:
    keys, starts, numbers = array("I"), array("I"), array("I")
    last = -1
    for place, pair in enumerate(pairs):
        key = pair >> 32
        if key != last:
            keys.append(key)
            starts.append(place)
            last = key
        numbers.append(pair & 0xFFFFFFFF)
    starts.append(len(pairs))
    return Table((keys, starts, numbers))
