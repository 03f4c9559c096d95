"""Looks many tokens up at once in a large index, and drops what is plainly too unlike them.

Two tokens share no longer subsequence than they share letters, each counted as often as it stands
in both. The letters of every token are kept as bits, and those of many are compared in one go, with
numpy: with few tokens or in a small index that takes longer than it saves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np

from reviewer.names.table import Table

_A, _LETTERS = ord("a"), 26
_TIMES = 2  # how often a letter of a token is told; what stands more often counts as shared
_LENGTH = _TIMES * _LETTERS  # the bit from which on a token's length is told …
_LONGEST = 63  # … in code points, as far as there is room
_CHUNK = 1 << 16  # tokens whose letters are counted at once
_AT_ONCE = 32  # tokens that are looked up at once: ten thousand candidates each, or more
_END, _CONTINUED, _MASK = ord("\n"), 0x80, 0xC0  # of a token; of a code point in UTF-8
_ROUNDED = 1e-5  # what 32-bit figures may be off by


class Sieve:
    """Over a table of keys and what `told` tells of the tokens that stand there."""

    def __init__(self, keys: Table, bits: Any) -> None:
        self._keys, self._starts, self._numbers = (
            np.frombuffer(part, np.uint32) for part in keys.arrays
        )
        self._told = np.frombuffer(bits, np.uint64)

    def passing(
        self,
        asked: Sequence[tuple[str, Sequence[int]]],
        least: float,
        most: int,
        crowd: int | None = None,
    ) -> list[list[int]]:
        """For each token and its keys: who may be similar to it, ascending numbers.

        ``least``: the normalized Indel similarity asked for, 0..1. Some that pass are less similar;
        none that does not pass is as similar, unless there is a ``crowd`` of so many that may be
        more so. ``most``: how many of a key are looked at.
        """
        parts = (asked[at : at + _AT_ONCE] for at in range(0, len(asked), _AT_ONCE))
        return [found for part in parts for found in self._passing(part, least, most, crowd)]

    def _passing(
        self, asked: Sequence[tuple[str, Sequence[int]]], least: float, most: int, crowd: int | None
    ) -> Iterator[list[int]]:
        owners, numbers = self._under([keys for _, keys in asked], most)
        bits, untold, lengths = zip(*(_bits(token) for token, _ in asked), strict=True)
        told = self._told[numbers]
        shared = np.bitwise_count(told & np.array(bits, np.uint64)[owners])
        shared = shared + np.array(untold, np.float32)[owners]
        both = (told >> np.uint64(_LENGTH)) + np.array(lengths, np.uint64)[owners]
        similarity = 2 * shared / both.astype(np.float32)  # at most
        kept = np.flatnonzero(similarity >= least - _ROUNDED)
        owners, numbers, similarity = owners[kept], numbers[kept], similarity[kept]
        ends = np.searchsorted(owners, np.arange(1, len(asked) + 1)).tolist()
        for start, end in pairwise([0, *ends]):
            likely = numbers[start:end]
            if crowd and len(likely) > crowd:
                worth = similarity[start:end]
                likely = likely[worth >= np.partition(worth, -crowd)[-crowd]]
            yield sorted(set(likely.tolist()))

    def _under(self, keys: Sequence[Sequence[int]], most: int) -> tuple[Any, Any]:
        """The numbers under any of each token's keys, and which token each stands for."""
        every = np.fromiter(chain.from_iterable(keys), np.uint32)
        owners = np.repeat(np.arange(len(keys)), [len(one) for one in keys])
        at = np.minimum(np.searchsorted(self._keys, every), len(self._keys) - 1)
        known = self._keys[at] == every
        at, owners = at[known], owners[known]
        starts, ends = self._starts[at].astype(np.int64), self._starts[at + 1].astype(np.int64)
        sizes = np.minimum(ends - starts, most)
        before = np.cumsum(sizes) - sizes
        places = np.arange(sizes.sum()) + np.repeat(starts - before, sizes)
        return np.repeat(owners, sizes), self._numbers[places]


def told(lines: bytes) -> bytes:
    """64 bits each for the tokens that stand one a line in UTF-8: letters and length."""
    text = np.frombuffer(lines, np.uint8)
    ends = np.append(np.flatnonzero(text == _END), len(text))
    parts, begin = [], 0
    for first in range(0, len(ends), _CHUNK):
        last = min(first + _CHUNK, len(ends))
        end = int(ends[last - 1])
        parts.append(_told(text[begin:end], last - first))
        begin = end + 1
    return np.concatenate(parts).tobytes()


def _told(text: Any, count: int) -> Any:
    """The bits of ``count`` tokens that follow each other, an end of line between them."""
    ends = text == _END
    numbers = np.cumsum(ends)
    length = np.bincount(numbers[~ends & (text & _MASK != _CONTINUED)], minlength=count)
    told = np.minimum(length, _LONGEST).astype(np.uint64) << np.uint64(_LENGTH)
    known = (text >= _A) & (text < _A + _LETTERS)
    places = numbers[known] * _LETTERS + (text[known] - _A)
    counted = np.bincount(places, minlength=count * _LETTERS).reshape(count, _LETTERS)
    for letter in range(_LETTERS):
        for time in range(_TIMES):
            bit = np.uint64(_TIMES * letter + time)
            told |= (counted[:, letter] > time).astype(np.uint64) << bit
    return told


def _bits(token: str) -> tuple[int, int, int]:
    """The bits of a token's letters, how many characters they do not tell, and the length."""
    bits = untold = 0
    for char, count in Counter(token).items():
        place = _TIMES * (ord(char) - _A)
        told = min(count, _TIMES) if 0 <= place < _LENGTH else 0
        for time in range(told):
            bits |= 1 << place + time
        untold += count - told
    return bits, untold, len(token)
