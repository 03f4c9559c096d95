"""Learning which tokens are common and which stand for each other, whatever their letters."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reviewer.names.assign import assign
from reviewer.names.commonness import RARE
from reviewer.names.learning.corpus import Same
from reviewer.names.tokens import tokens
from reviewer.text import fold

_COMMON = 6  # names that must hold a token for it to be common
_ENTITIES = 3  # names that must show two tokens side by side
_UNEXPLAINED = 6.0  # log-odds below which the channel leaves a pair of tokens unexplained
_MOST_LEFT = 3
_LEAST_SHARE = (0.03, 0.2)  # of the canonical or of the variant token's unexplained places
_RANGE = (1.0, 14.0)


def common(corpus: Iterable[Same]) -> dict[str, int]:
    """Information of the common tokens, in tenths of a nat."""
    holders: dict[str, set[int]] = defaultdict(set)
    entities = set()
    for row in corpus:
        if row.kind != "p" and (row.source != "gn" or row.entity % 3 == 0):
            entities.add(row.entity)
            for token in {*tokens(row.canonical), *tokens(row.variant)}:
                holders[fold(token)].add(row.entity)
    return {
        token: min(round(10 * math.log(len(entities) / len(names))), round(10 * RARE))
        for token, names in holders.items()
        if len(names) >= _COMMON
    }


def equivalents(corpus: Sequence[Same]) -> dict[str, dict[str, int]]:
    """Log-odds, in tenths of a nat, of token pairs that the channel cannot explain."""
    together: dict[tuple[str, str], set[int]] = defaultdict(set)
    lefts: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    rows = [r for r in corpus if r.source != "gn"]
    for row in rows:
        if row.language == "cyrl" and row.kind != "n":
            continue
        left, right = _unexplained(row)
        if max(len(left), len(right)) > _MOST_LEFT:
            continue
        lefts.update(left)
        rights.update(right)
        for a in left:
            for b in right:
                if a != b and min(len(a), len(b)) > 1:
                    together[a, b].add(row.entity)
    table: dict[str, dict[str, int]] = {}
    for (a, b), entities in sorted(together.items()):
        count = len(entities)
        rare = count < _LEAST_SHARE[0] * lefts[a] and count < _LEAST_SHARE[1] * rights[b]
        if count >= _ENTITIES and not rare:
            odds = math.log((count - 1) * len(rows) / (lefts[a] * rights[b]))
            if odds > _RANGE[0]:
                table.setdefault(a, {})[b] = round(10 * min(odds, _RANGE[1]))
    return table


def _unexplained(row: Same) -> tuple[set[str], set[str]]:
    matches = assign(tokens(row.canonical), tokens(row.variant))
    open_ = [m for m in matches if m.log_odds < _UNEXPLAINED]
    return {fold(m.canonical) for m in open_} - {""}, {fold(m.variant) for m in open_} - {""}
