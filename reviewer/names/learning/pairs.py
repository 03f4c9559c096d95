"""Pairs of names that are one and pairs that are not, to fit the classifier to.

Taught by look-alikes alone it would call every dissimilar pair the same name: so many different
pairs are taken blindly, and many are single tokens against single tokens, as in articles. They
weigh less than the labelled ones, most of which were chosen to be hard.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from reviewer.names.learning.corpus import Same
from reviewer.text import fold

Pair = tuple[str, str, int]  # canonical, variant, 1 if they are one
Weighed = tuple[str, str, int, float]
_STRIPPED = 0.3
_POOL = 4000
_ALIKE = 45  # per cent two tokens of one name's spellings must share to be taken for each other
_KINDS = {"n": 2500, "l": 2500, "p": 3500}


def drawn(corpus: Sequence[Same], different: Sequence[tuple[str, str]]) -> list[Weighed]:
    """A fixed sample of same, look-alike, unrelated and half-right pairs, each with its weight."""
    dice = random.Random(1492)
    latin = [row for row in corpus if row.language != "cyrl"]
    pools = {kind: [row for row in latin if row.kind == kind] for kind in _KINDS}
    lookalikes = [p for kind, n in _KINDS.items() for p in _lookalikes(pools[kind], n, dice)]
    unrelated = [p for kind, n in _KINDS.items() for p in _unrelated(pools[kind], n, dice)]
    groups: list[tuple[Iterable[Pair], float]] = [
        (_same(corpus, dice), 0.15),
        (_surnames(pools["n"], dice), 0.3),
        (lookalikes, 0.05),
        (unrelated, 0.1),
        (_odd_tokens(pools, dice), 0.1),
        (_half_right(pools["n"], dice), 0.1),
        (((a, b, 0) for a, b in different), 0.05),
    ]
    return [(*pair, weight) for pairs, weight in groups for pair in pairs]


def _same(corpus: Sequence[Same], dice: random.Random) -> Iterator[Pair]:
    groups: dict[str, list[Same]] = {"full": [], "gn": [], "cyrl": [], "part": []}
    for row in corpus:
        if row.kind == "p":
            groups["part"].append(row)
        elif row.source != "gn":
            groups["cyrl" if row.language == "cyrl" else "full"].append(row)
        elif row.language != "cyrl":
            groups["gn"].append(row)
    for group, count in (("full", 5000), ("gn", 1500), ("cyrl", 2500), ("part", 4000)):
        for row in dice.sample(groups[group], count):
            stripped = dice.random() < _STRIPPED
            yield row.canonical, fold(row.variant) if stripped else row.variant, 1


def _surnames(people: Sequence[Same], dice: random.Random) -> Iterator[Pair]:
    for row in dice.sample(people, 2500):
        left, right = row.canonical.split(), row.variant.split()
        if len(left) == len(right) > 1 and fuzz.ratio(fold(left[-1]), fold(right[-1])) > _ALIKE:
            yield left[-1], right[-1], 1


def _lookalikes(pool: Sequence[Same], count: int, dice: random.Random) -> Iterator[Pair]:
    candidates = dice.sample(pool, _POOL)
    folded = [fold(row.canonical) for row in candidates]
    for row in dice.sample(pool, count):
        variant = fold(row.variant) if dice.random() < _STRIPPED else row.variant
        known = {fold(row.canonical), fold(variant)}
        hits = process.extract(fold(variant), folded, scorer=fuzz.ratio, limit=6)
        others = [i for name, _, i in hits if name not in known]
        others = [i for i in others if candidates[i].entity != row.entity]
        if others:
            yield candidates[dice.choice(others[:3])].canonical, variant, 0


def _unrelated(pool: Sequence[Same], count: int, dice: random.Random) -> Iterator[Pair]:
    for _ in range(count):
        a, b = dice.choice(pool), dice.choice(pool)
        if a.entity != b.entity and fold(a.canonical) != fold(b.canonical):
            yield a.canonical, b.variant, 0


def _odd_tokens(pools: dict[str, list[Same]], dice: random.Random) -> Iterator[Pair]:
    for _ in range(3000):
        a, b = dice.choice(pools["n"]), dice.choice(pools[dice.choice("nl")])
        x, y = dice.choice(a.canonical.split()), dice.choice(b.variant.split())
        if a.entity != b.entity and fold(x) != fold(y) and min(len(x), len(y)) > 1:
            yield x, y, 0


def _half_right(people: Sequence[Same], dice: random.Random) -> Iterator[Pair]:
    """The given name of one person with the surname of another."""
    for _ in range(2500):
        a, b = dice.choice(people), dice.choice(people)
        name, other, spelt = a.canonical.split(), b.canonical.split(), a.variant.split()
        if min(len(name), len(other)) < 2 or len(spelt) != len(name) or name[-1] == other[-1]:
            continue
        mixed = " ".join(spelt[:-1] + other[-1:] if dice.random() < 0.5 else other[:1] + spelt[1:])
        if fuzz.ratio(fold(mixed), fold(a.canonical)) < 88:
            yield a.canonical, mixed, 0
