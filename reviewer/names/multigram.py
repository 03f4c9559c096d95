"""A joint multigram model: two strings cut into aligned segments of up to three letters a side.

After Deligne and Bimbot (1995) and Bisani and Ney (2008). Costs are whole hundredths of a nat, so
that every machine computes the same figures and breaks ties alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 3  # letters of a segment, on either side
EDGE = "^$"  # what every string begins and ends with
_CONTEXT = 1  # letters of a shared end that stay in the search
# How far a segment may reach on either side, in the order in which ties are broken.
_REACHES = sorted(
    ((h, w) for h in range(LONGEST + 1) for w in range(LONGEST + 1) if h or w),
    key=lambda reach: (reach != (1, 1), sum(reach), reach),
)
_FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Trigrams:
    """A letter trigram model with backing-off."""

    costs: Mapping[str, int]
    backoffs: Mapping[str, int]
    unknown: int

    def cost(self, token: str) -> int:
        """What it takes to write this marked token by chance."""
        costs, total = self.costs, 0
        for gram in (token[:2], *map("".join, zip(token, token[1:], token[2:], strict=False))):
            known = costs.get(gram)
            total += self._backed_off(gram) if known is None else known
        return total

    def _backed_off(self, gram: str) -> int:
        total = 0
        while gram not in self.costs and len(gram) > 1:
            total += self.backoffs.get(gram[:-1], 0)
            gram = gram[1:]
        return total + self.costs.get(gram, self.unknown)

    def letters(self, token: str) -> int:
        """The same by single letters."""
        costs, unknown = self.costs, self.unknown
        return sum([costs.get(letter, unknown) for letter in token[1:]])


@dataclass(frozen=True, slots=True)
class Multigram:
    """The learned costs. `marginals` are those of a segment's left side, whatever stands for it.

    `choices` is `segments` once more, with sets of what may stand for a left side: sets meet fast.
    """

    segments: Mapping[str, Mapping[str, int]]
    insertions: Mapping[str, int]
    marginals: Mapping[str, int]
    gap: int  # a letter dropped or put in without example
    canonical: Trigrams
    variant: Trigrams
    choices: Mapping[str, tuple[frozenset[str], Mapping[str, int]]]

    def cost(self, left: str, right: str) -> int:
        """The cost of one segment of a cut."""
        if not left:
            return self.insertions.get(right, self.gap)
        return self.segments.get(left, {}).get(right, self.gap)

    def cut(self, canonical: str, variant: str) -> tuple[int, list[tuple[str, str]]]:
        """Cost and segments of the cheapest cut of two marked strings.

        What they share at the ends is cut into letters, but for one at either end: there a segment
        may reach into it.
        """
        if canonical == variant:
            letters = self.segments
            total = sum([letters.get(x, {}).get(x, 2 * self.gap) for x in canonical])
            return total, [(letter, letter) for letter in canonical]
        limit = min(len(canonical), len(variant))
        head = 0
        while head < limit and canonical[head] == variant[head]:
            head += 1
        head = max(0, head - _CONTEXT)
        tail = 0
        while tail < limit - head and canonical[-1 - tail] == variant[-1 - tail]:
            tail += 1
        tail = max(0, tail - _CONTEXT)
        i, j = len(canonical) - tail, len(variant) - tail
        total, middle = self._search(canonical[head:i], variant[head:j])
        before = [(letter, letter) for letter in canonical[:head]]
        after = [(letter, letter) for letter in canonical[i:]]
        for letter, _ in before + after:
            total += self.segments.get(letter, {}).get(letter, 2 * self.gap)
        return total, before + middle + after

    def _search(self, canonical: str, variant: str) -> tuple[int, list[tuple[str, str]]]:
        rows, columns = len(canonical), len(variant)
        places: dict[str, list[int]] = {"": list(range(columns + 1))}
        for length in range(1, LONGEST + 1):
            for start in range(columns - length + 1):
                places.setdefault(variant[start : start + length], []).append(start)
        found, choices = set(places), self.choices
        inserted = [self.insertions.get(letter, self.gap) for letter in variant]
        dropped = frozenset({""}), {"": self.gap}
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
            for height in range(1, min(LONGEST, rows - i) + 1):
                choice = choices.get(canonical[i : i + height])
                if choice is None:
                    if height > 1:
                        continue
                    choice = dropped
                texts, options = choice
                below = table[i + height]
                for text in texts & found:
                    extra, width = options[text], len(text)
                    for j in places[text]:
                        cost = row[j] + extra
                        below[j + width] = min(below[j + width], cost)
        return table[rows][columns], self._path(table, canonical, variant)

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
        options = self.segments.get(left) if left else self.insertions
        extra = options.get(right) if options is not None else None
        return self.gap if extra is None and len(left) + len(right) == 1 else extra


def from_tables(
    *,
    segments: Mapping[str, Mapping[str, int]],
    insertions: Mapping[str, int],
    marginals: Mapping[str, int],
    gap: int,
    canonical: Mapping[str, object] | Trigrams,
    variant: Mapping[str, object] | Trigrams,
) -> Multigram:
    """A model from what `reviewer.names.train` writes."""
    left, right = (
        side if isinstance(side, Trigrams) else Trigrams(**side)  # type: ignore[arg-type]
        for side in (canonical, variant)
    )
    choices = {}
    for text, options in segments.items():
        known = {"": gap, **options} if len(text) == 1 else options
        choices[text] = frozenset(known), known
    return Multigram(segments, insertions, marginals, gap, left, right, choices)
