"""A text with replacements put in, and the way between offsets in the old text and the new."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf

from reviewer.model import Edit


class WorkingText:
    """The base text with edits applied, which are in order and do not overlap."""

    def __init__(self, base: str, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifted: list[int] = []  # where each edit begins in the new text
        pieces: list[str] = []
        last = length = 0
        for edit in edits:
            length += edit.start - last
            self._shifted.append(length)
            pieces += (base[last : edit.start], edit.replacement)
            length += len(edit.replacement)
            last = edit.end
        pieces.append(base[last:])
        self.text = "".join(pieces)

    def overlapping(self, start: int, end: int) -> int | None:
        """The index of the last edit that shares a code point with the span of the base text."""
        index = bisect_left(self._starts, end) - 1
        return index if index >= 0 and self.edits[index].end > start else None

    def shift(self, offset: int, *, end: bool = False) -> int:
        """Where an offset of the base text lies in the new one; in an edit: at its end."""
        index = (bisect_left if end else bisect_right)(self._starts, offset) - 1
        if index < 0:
            return offset
        edit, start = self.edits[index], self._shifted[index]
        after = start + len(edit.replacement)
        if offset >= edit.end:
            return after + offset - edit.end
        return start if offset == edit.start and not end else after

    def unshift(self, offset: int) -> int:
        """Where an offset of the new text lies in the base; in an edit: at its start."""
        index = bisect_right(self._shifted, offset) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        beyond = offset - self._shifted[index] - len(edit.replacement)
        return edit.end + beyond if beyond >= 0 else edit.start

    def spans(
        self, spans: Iterable[tuple[int, int]]
    ) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Spans of the base text, which come in order of their starts, as spans of the new one.

        Also, for each span that an edit overlaps, its index and the index of the first such edit.
        """
        found: list[tuple[int, int]] = []
        overlapped: list[tuple[int, int]] = []
        index = moved = 0
        begin, until = self._extent(0)
        for number, (start, end) in enumerate(spans):
            while until <= start:
                edit = self.edits[index]
                moved = self._shifted[index] + len(edit.replacement) - edit.end
                index += 1
                begin, until = self._extent(index)
            if begin < end:
                found.append((self.shift(start), self.shift(end, end=True)))
                overlapped.append((number, index))
            else:
                found.append((start + moved, end + moved))
        return found, overlapped

    def _extent(self, index: int) -> tuple[float, float]:
        """Where an edit begins and ends in the base text; after the last one: never."""
        if index == len(self.edits):
            return inf, inf
        return self.edits[index].start, self.edits[index].end
