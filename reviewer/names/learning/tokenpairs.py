"""Pairs of tokens to learn the channel from, taken out of pairs of whole names."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from reviewer.names.learning.corpus import Same
from reviewer.names.tokens import tokens
from reviewer.text import fold

_SHARE = {"gn": 0.35, "rig": 1.0, "net": 1.0}  # GeoNames would drown the other sources
_SHARE_CYRILLIC_PARTS = 0.35
_STRIPPED = 0.4  # of the variants with diacritics appear a second time without: MT drops them
_LIKE, _LIKE_ALONE = 50, 25  # least similarity in percent: in a longer name, as the only token


def token_pairs(corpus: Iterable[Same], most: int) -> list[tuple[str, str]]:
    """At most ``most`` distinct pairs of tokens, canonical first, and diacritic-free copies."""
    dice = random.Random(1896)
    pairs = sorted({pair for row in corpus if _wanted(row, dice) for pair in _aligned(row)})
    dice.shuffle(pairs)
    pairs = pairs[:most]
    plain = [(c, fold(v)) for c, v in pairs if fold(v) != v and dice.random() < _STRIPPED]
    return pairs + plain


def _wanted(row: Same, dice: random.Random) -> bool:
    share = _SHARE.get(row.source, 1.0)
    if row.language == "cyrl":
        share = 0 if row.source == "gn" else _SHARE_CYRILLIC_PARTS if row.kind == "p" else 1
    return dice.random() < share


def _aligned(row: Same) -> Iterator[tuple[str, str]]:
    left, right = tokens(row.canonical), tokens(row.variant)
    if max(len(left), len(right)) > 5:
        return
    least = _LIKE_ALONE if len(left) == len(right) == 1 else _LIKE
    ranked = sorted(
        (-fuzz.ratio(fold(a), fold(b)), abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    )
    used: set[tuple[str, int]] = set()
    for similarity, _, i, j in ranked:
        if -similarity < least or ("l", i) in used or ("r", j) in used:
            continue
        used |= {("l", i), ("r", j)}
        if min(len(left[i]), len(right[j])) >= 2 and max(len(left[i]), len(right[j])) <= 18:
            yield left[i], right[j]
