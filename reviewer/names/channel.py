"""The noisy channel: how likely one spelling of a name token turns into another.

A pair of tokens is cut into aligned segments of up to three letters on either side (a joint
multigram model; Deligne and Bimbot 1995, Bisani and Ney 2008). The cheapest cut is weighed against
the chance that the two tokens are unrelated names, told by letter trigrams. Costs are kept as whole
hundredths of a nat, so that every machine computes the same figures.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from reviewer.names.tokens import letters
from reviewer.text import fold

LONGEST = 3  # letters of a segment, on either side
CAP = 40  # letters of a token that are looked at: longer ones are not names
EDGE = "^$"
_CONTEXT = LONGEST - 1
_FAR = 10**9


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters of the canonical token, the letters that stand for them, and the cost in nats."""

    canonical: str
    variant: str
    cost: float


@dataclass(frozen=True, slots=True)
class Trigrams:
    """A letter trigram model with backing-off; costs in hundredths of a nat."""

    costs: Mapping[str, int]
    backoffs: Mapping[str, int]
    unknown: int

    def cost(self, token: str) -> int:
        """What it takes to write this token (with its edge marks) by chance."""
        costs, backoffs, total = self.costs, self.backoffs, 0
        for end in range(2, len(token) + 1):
            gram = token[max(0, end - 3) : end]
            while gram not in costs and len(gram) > 1:
                total += backoffs.get(gram[:-1], 0)
                gram = gram[1:]
            total += costs.get(gram, self.unknown)
        return total

    def letters(self, token: str) -> int:
        """The same by single letters."""
        return sum(self.costs.get(letter, self.unknown) for letter in token[1:])


class Measure(NamedTuple):
    """What the channel says of two tokens, in nats: the higher, the likelier they are one."""

    odds: float  # against two unrelated names, told by letter trigrams
    plain_odds: float  # the same, told by single letters
    usual: float  # log-probability of the variant's letters given the canonical ones, summed
    oddest: float  # of the least usual segment that changes its letters; 0 if none does
    cost: float  # of the joint alignment


@dataclass(frozen=True, slots=True)
class Channel:
    """The learned tables; all costs in hundredths of a nat."""

    segments: Mapping[str, Mapping[str, int]]  # canonical letters → variant letters → cost
    insertions: Mapping[str, int]
    marginals: Mapping[str, int]  # canonical letters, whatever stands for them; "" for insertions
    gap: int  # for any letter dropped or put in
    canonical: Trigrams
    variant: Trigrams

    def cheapest(self, canonical: str, variant: str) -> tuple[int, list[tuple[int, int]]]:
        """Cost and segment lengths of the cheapest cut of two marked tokens."""
        return _cheapest(self, canonical, variant)


def from_tables(tables: Mapping[str, object]) -> Channel:
    """A channel from the JSON object that `reviewer.names.train` writes."""
    fields = dict(tables)
    for side in ("canonical", "variant"):
        fields[side] = Trigrams(**fields[side])  # type: ignore[arg-type]
    return Channel(**fields)  # type: ignore[arg-type]


@cache
def channel() -> Channel:
    """The shipped channel, read on first use."""
    text = resources.files(__package__).joinpath("data/channel.json").read_text("utf-8")
    return from_tables(json.loads(text))


@lru_cache(maxsize=65536)
def _known(token: str, canonical: bool) -> str:
    """Marked letters, rare ones replaced by their plain forms."""
    model = channel()
    costs = model.canonical.costs if canonical else model.variant.costs
    plain = (ch if ch in costs else fold(ch) or ch for ch in letters(token)[:CAP])
    return EDGE[0] + "".join(plain)[:CAP] + EDGE[1]


@lru_cache(maxsize=65536)
def _chance(token: str, canonical: bool) -> int:
    model = channel()
    return (model.canonical if canonical else model.variant).cost(_known(token, canonical))


def log_odds(canonical_token: str, variant_token: str) -> float:
    """How much likelier the variant is the canonical token carried over than another name.

    Natural logarithm: 0 is even, above about 10 hardly an accident. One token each; case does not
    count, diacritics do.
    """
    return measure(canonical_token, variant_token).odds


@lru_cache(maxsize=262144)
def measure(canonical_token: str, variant_token: str) -> Measure:
    """Everything the classifier asks about two tokens, from one alignment."""
    model = channel()
    canonical, variant = _known(canonical_token, True), _known(variant_token, False)
    cost, path = _cheapest(model, canonical, variant)
    usual = oddest = i = j = 0
    for di, dj in path:
        left, right = canonical[i : i + di], variant[j : j + dj]
        i, j = i + di, j + dj
        chance = model.marginals.get(left, 0) - _segment_cost(model, left, right)
        usual += chance
        if left != right and chance < oddest:
            oddest = chance
    by_trigrams = _chance(canonical_token, True) + _chance(variant_token, False) - cost
    by_letters = model.canonical.letters(canonical) + model.variant.letters(variant) - cost
    return Measure(by_trigrams / 100, by_letters / 100, usual / 100, oddest / 100, cost / 100)


def align(canonical_token: str, variant_token: str) -> tuple[Segment, ...]:
    """The cheapest cut of the two tokens into segments, edge marks left out."""
    canonical, variant = _known(canonical_token, True), _known(variant_token, False)
    model = channel()
    _, path = _cheapest(model, canonical, variant)
    i = j = 0
    segments = []
    for di, dj in path:
        left, right = canonical[i : i + di], variant[j : j + dj]
        i, j = i + di, j + dj
        cost = _segment_cost(model, left, right) / 100
        left, right = left.strip(EDGE), right.strip(EDGE)
        if left or right:
            segments.append(Segment(left, right, cost))
    return tuple(segments)


def _segment_cost(model: Channel, left: str, right: str) -> int:
    known = model.segments.get(left, {}).get(right) if left else model.insertions.get(right)
    if known is not None:
        return known
    return model.gap


def _cheapest(model: Channel, canonical: str, variant: str) -> tuple[int, list[tuple[int, int]]]:
    """Dynamic programme over both tokens; what they share at the ends costs only its letters.

    Two shared letters stay at either end, because a segment may reach that far into them.
    """
    limit = min(len(canonical), len(variant))
    head = 0
    while head < limit and canonical[head] == variant[head]:
        head += 1
    head = max(0, head - _CONTEXT)
    tail = 0
    while tail < limit - head and canonical[-1 - tail] == variant[-1 - tail]:
        tail += 1
    tail = max(0, tail - _CONTEXT)
    segments, total = model.segments, 0
    for letter in canonical[:head] + canonical[len(canonical) - tail :]:
        total += segments.get(letter, {}).get(letter, 2 * model.gap)
    cost, path = _middle(
        model, canonical[head : len(canonical) - tail], variant[head : len(variant) - tail]
    )
    return total + cost, [(1, 1)] * head + path + [(1, 1)] * tail


def _middle(model: Channel, canonical: str, variant: str) -> tuple[int, list[tuple[int, int]]]:
    rows, columns = len(canonical), len(variant)
    places: dict[str, list[int]] = {"": list(range(columns + 1))}
    for length in range(1, LONGEST + 1):
        for start in range(columns - length + 1):
            places.setdefault(variant[start : start + length], []).append(start)
    inserted = [model.insertions.get(letter, model.gap) for letter in variant]
    table = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
    steps = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    table[0][0] = 0
    found = places.keys()
    segments, gap = model.segments, model.gap
    for i in range(rows + 1):
        row, step = table[i], steps[i]
        for j, insertion in enumerate(inserted):
            cost = row[j] + insertion
            if cost < row[j + 1]:
                row[j + 1], step[j + 1] = cost, (0, 1)
        if i == rows:
            break
        for height in range(1, min(LONGEST, rows - i) + 1):
            options = segments.get(canonical[i : i + height])
            if options is None:
                if height > 1:
                    continue
                options = {"": gap}
            below, step = table[i + height], steps[i + height]
            for text in options.keys() & found:  # in any order: ties go to the shorter segment
                extra, width = options[text], len(text)
                for j in places[text]:
                    cost, end = row[j] + extra, j + width
                    if cost <= below[end] and (
                        cost < below[end] or (height, width) < step[end]
                    ):
                        below[end], step[end] = cost, (height, width)
    path = []
    i, j = rows, columns
    while i or j:
        di, dj = steps[i][j]
        path.append((di, dj))
        i, j = i - di, j - dj
    path.reverse()
    return table[rows][columns], path


def forget() -> None:
    """Drop what was read and computed: the tables have changed."""
    for cached in (channel, _known, _chance, measure):
        cached.cache_clear()
