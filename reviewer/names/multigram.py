"""A joint multigram model: two strings cut into aligned segments of up to three letters a side.

After Deligne and Bimbot (1995) and Bisani and Ney (2008). Costs are whole hundredths of a nat, so
that every machine computes the same figures and breaks ties alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

LONGEST = 3  # letters of a segment, on either side
EDGE = "^$"  # what every string begins and ends with
_CONTEXT = 1  # letters of a shared end that stay in the search
# How far a segment may reach on either side, in the order in which ties are broken.
_REACHES = sorted(
    ((h, w) for h in range(LONGEST + 1) for w in range(LONGEST + 1) if h or w),
    key=lambda reach: (reach != (1, 1), sum(reach), reach),
)
_FAR = 1 << 60
# What may stand for a left side: the texts, what each costs, and the least of it.
_Choice = tuple[frozenset[str], Mapping[str, int], int]


class Tables(dict[str, Mapping[str, int]]):
    """Tables of costs by what they are of, an empty one of all that is not known.

    A model may come as ``lines``, which hold the keys of a table and the cost of each in turn,
    parted by blanks. A line is read when it is asked for: an article asks for few.
    """

    def __init__(
        self, tables: Mapping[str, Mapping[str, int]], lines: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(tables)
        self._lines = lines or {}

    def __missing__(self, key: str) -> Mapping[str, int]:
        fields = self._lines.get(key, "").split(" ")
        table = self[key] = dict(zip(fields[::2], map(int, fields[1::2]), strict=False))
        return table

    def whole(self) -> dict[str, Mapping[str, int]]:
        """All tables that hold something."""
        return {key: self[key] for key in sorted({*self, *self._lines}) if self[key]}


class Trigrams(NamedTuple):
    """A letter trigram model with backing-off; `costs` by the letters before the last."""

    costs: Tables
    backoffs: Mapping[str, int]
    unknown: int

    def cost(self, token: str) -> int:
        """What it takes to write this marked token by chance."""
        costs, total = self.costs, 0
        for before, last in ((token[:1], token[1:2]), *_grams(token)):
            known = costs[before].get(last)
            total += self._backed_off(before, last) if known is None else known
        return total

    def _backed_off(self, before: str, last: str) -> int:
        total = 0
        while before and last not in self.costs[before]:
            total += self.backoffs.get(before, 0)
            before = before[1:]
        return total + self.costs[before].get(last, self.unknown)

    def letters(self, token: str) -> int:
        """The same by single letters."""
        costs, unknown = self.costs[""], self.unknown
        return sum([costs.get(letter, unknown) for letter in token[1:]])


def by_history(costs: Mapping[str, int]) -> Tables:
    """Costs of runs of letters, as a trigram model holds them."""
    tables: dict[str, dict[str, int]] = {}
    for gram, cost in costs.items():
        tables.setdefault(gram[:-1], {})[gram[-1]] = cost
    return Tables(tables)


def _grams(token: str) -> Iterator[tuple[str, str]]:
    return zip(map("".join, pairwise(token)), token[2:], strict=False)


class Multigram(NamedTuple):
    """The learned costs. `marginals` are those of a segment's left side, whatever stands for it.

    `choices` is `segments` once more, with sets of what may stand for a left side (sets meet fast)
    and the least that any of it costs.
    """

    segments: Tables
    insertions: Mapping[str, int]
    marginals: Mapping[str, int]
    gap: int  # a letter dropped or put in without example
    canonical: Trigrams
    variant: Trigrams
    choices: _Choices

    def cost(self, left: str, right: str) -> int:
        """The cost of one segment of a cut."""
        if not left:
            return self.insertions.get(right, self.gap)
        return self.segments[left].get(right, self.gap)

    def cut(self, canonical: str, variant: str) -> tuple[int, list[tuple[str, str]]]:
        """Cost and segments of the cheapest cut of two marked strings.

        What they share at the ends is cut into letters, but for one at either end: there a segment
        may reach into it.
        """
        if canonical == variant:
            return self._kept(canonical), [(letter, letter) for letter in canonical]
        head, tail = _shared(canonical, variant)
        i, j = len(canonical) - tail, len(variant) - tail
        table = self._table(canonical[head:i], variant[head:j], _FAR)
        if table is None:
            raise AssertionError(f"no way from {canonical!r} to {variant!r}")
        before = [(letter, letter) for letter in canonical[:head]]
        after = [(letter, letter) for letter in canonical[i:]]
        total = table[-1][-1] + self._kept(canonical[:head]) + self._kept(canonical[i:])
        return total, before + self._path(table, canonical[head:i], variant[head:j]) + after

    def within(self, canonical: str, variant: str, most: int) -> int | None:
        """The cost of the cheapest cut, None if it is more than that.

        In less time than the cut itself takes.
        """
        if canonical == variant:
            total = self._kept(canonical)
        else:
            head, tail = _shared(canonical, variant)
            i, j = len(canonical) - tail, len(variant) - tail
            kept = self._kept(canonical[:head]) + self._kept(canonical[i:])
            table = self._table(canonical[head:i], variant[head:j], most - kept)
            if table is None:
                return None
            total = table[-1][-1] + kept
        return total if total <= most else None

    def _kept(self, text: str) -> int:
        """What it costs to cut a text into letters that stay as they are."""
        segments, gaps = self.segments, 2 * self.gap
        return sum([segments[x].get(x, gaps) for x in text])

    def _table(self, canonical: str, variant: str, most: int) -> list[list[int]] | None:
        """The cheapest cut of each pair of beginnings; None once all are to cost more than `most`.

        What is left of the canonical string costs at least what its cheapest segments do.
        """
        rows, columns = len(canonical), len(variant)
        rest = self._at_least(canonical) if most < _FAR else []
        places: dict[str, list[int]] = {"": list(range(columns + 1))}
        for length in range(1, LONGEST + 1):
            for start in range(columns - length + 1):
                places.setdefault(variant[start : start + length], []).append(start)
        found, choices = set(places), self.choices
        inserted = [self.insertions.get(letter, self.gap) for letter in variant]
        dropped = frozenset({""}), {"": self.gap}, self.gap
        table = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
        table[0][0] = 0
        for i in range(rows + 1):
            row = table[i]
            cost = row[0]
            for j, insertion in enumerate(inserted, 1):
                cost += insertion
                if cost < row[j]:
                    row[j] = cost
                else:
                    cost = row[j]
            if rest:  # a segment reaches over so many rows, and the cells of one have all it costs
                reached = zip(table[i : i + LONGEST], rest[i:], strict=False)
                if min([min(costs) + least for costs, least in reached]) > most:
                    return None
            for height in range(1, min(LONGEST, rows - i) + 1):
                choice = choices[canonical[i : i + height]]
                if choice is None:
                    if height > 1:
                        continue
                    choice = dropped
                texts, options, _ = choice
                below = table[i + height]
                for text in texts & found:
                    extra, width = options[text], len(text)
                    for j in places[text]:
                        cost = row[j] + extra
                        if cost < below[j + width]:  # noqa: PLR1730 - min() takes twice as long
                            below[j + width] = cost
        return table

    def _at_least(self, canonical: str) -> list[int]:
        """For each place of a text: what the rest of it costs at least, whatever stands for it."""
        choices = self.choices
        rest = [0] * (len(canonical) + 1)
        for i in range(len(canonical) - 1, -1, -1):
            letter = choices[canonical[i]]
            least = (letter[2] if letter else self.gap) + rest[i + 1]
            for height in range(2, min(LONGEST, len(canonical) - i) + 1):
                choice = choices[canonical[i : i + height]]
                if choice and choice[2] + rest[i + height] < least:
                    least = choice[2] + rest[i + height]
            rest[i] = least
        return rest

    def _path(self, table: list[list[int]], canonical: str, variant: str) -> list[tuple[str, str]]:
        """The segments that led to the last cell; of equally cheap ones always the same."""
        path = []
        i, j = len(canonical), len(variant)
        while i or j:
            cost = table[i][j]
            for height, width in _REACHES:
                above, before = i - height, j - width
                if above < 0 or before < 0 or table[above][before] >= cost:
                    continue
                left, right = canonical[above:i], variant[before:j]
                extra = self._known(left, right)
                if extra is not None and table[above][before] + extra == cost:
                    path.append((left, right))
                    i, j = above, before
                    break
            else:
                raise AssertionError(f"no way to {canonical[:i]!r} and {variant[:j]!r}")
        return path[::-1]

    def _known(self, left: str, right: str) -> int | None:
        extra = (self.segments[left] if left else self.insertions).get(right)
        return self.gap if extra is None and len(left) + len(right) == 1 else extra


def _shared(canonical: str, variant: str) -> tuple[int, int]:
    """How many letters two different strings share at either end, but for one that is searched."""
    limit = min(len(canonical), len(variant))
    head = 0
    while head < limit and canonical[head] == variant[head]:
        head += 1
    head = max(0, head - _CONTEXT)
    tail = 0
    while tail < limit - head and canonical[-1 - tail] == variant[-1 - tail]:
        tail += 1
    return head, max(0, tail - _CONTEXT)


class _Choices(dict[str, _Choice | None]):
    """Made of the segments when first asked for: few are."""

    def __init__(self, segments: Tables, gap: int) -> None:
        super().__init__()
        self._segments, self._gap = segments, gap

    def __missing__(self, text: str) -> _Choice | None:
        options = self._segments[text]
        if not options:
            return None
        known = {"": self._gap, **options} if len(text) == 1 else options
        choice = self[text] = frozenset(known), known, min(known.values())
        return choice


def from_tables(
    *,
    segments: Tables,
    insertions: Mapping[str, int],
    marginals: Mapping[str, int],
    gap: int,
    canonical: Trigrams,
    variant: Trigrams,
) -> Multigram:
    """A model from its costs."""
    choices = _Choices(segments, gap)
    return Multigram(segments, insertions, marginals, gap, canonical, variant, choices)
