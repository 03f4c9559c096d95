"""The noisy channel: how likely one spelling of a name token turns into another.

The cheapest cut of two tokens into aligned segments (`multigram`) is weighed against the chance
that they are unrelated names.
"""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from reviewer.names.multigram import EDGE, Multigram
from reviewer.names.packing import unpacked
from reviewer.names.tokens import letters
from reviewer.text import fold

CAP = 40  # letters of a token that are looked at: longer ones are not names


class Segment(NamedTuple):
    """Letters of the canonical token, the letters that stand for them, and the cost in nats."""

    canonical: str
    variant: str
    cost: float


class Measure(NamedTuple):
    """What the channel says of two tokens, in nats: the higher, the likelier they are one."""

    odds: float  # against two unrelated names, told by letter trigrams
    plain_odds: float  # the same, told by single letters
    usual: float  # log-probability of the variant's letters given the canonical ones, summed
    oddest: float  # of the least usual segment that changes its letters; 0 if none does
    cost: float  # of the joint cut: the lower, the likelier


@cache
def channel() -> Multigram:
    """The shipped model, read on first use."""
    data = (Path(__file__).parent / "data" / "channel.json").read_bytes()
    return unpacked(json.loads(data.decode()))  # read_text takes three times as long


def log_odds(canonical_token: str, variant_token: str) -> float:
    """How much likelier the variant is the canonical token carried over than another name.

    Natural logarithm: 0 is even, above about 10 hardly an accident. One token each, of which the
    first 40 letters count; case does not count, diacritics do.
    """
    return measure(canonical_token, variant_token).odds


@lru_cache(maxsize=65536)
def reached(canonical_token: str, variant_token: str, least: float) -> float | None:
    """The `log_odds` if they are at least these, in less time than they take; else None."""
    canonical, by_trigrams, _ = _alone(canonical_token, True)
    variant, others, _ = _alone(variant_token, False)
    most = math.floor(by_trigrams + others - 100 * least)
    cost = channel().within(canonical, variant, most)
    return None if cost is None else (by_trigrams + others - cost) / 100


@lru_cache(maxsize=262144)
def measure(canonical_token: str, variant_token: str) -> Measure:
    """Everything the classifier asks about two tokens, from one cut."""
    model = channel()
    canonical, by_trigrams, by_letters = _alone(canonical_token, True)
    variant, others_trigrams, others_letters = _alone(variant_token, False)
    cost, path = model.cut(canonical, variant)
    usual = oddest = 0
    for left, right in path:
        chance = model.marginals.get(left, 0) - model.cost(left, right)
        usual += chance
        if left != right and chance < oddest:
            oddest = chance
    return Measure(
        (by_trigrams + others_trigrams - cost) / 100,
        (by_letters + others_letters - cost) / 100,
        usual / 100,
        oddest / 100,
        cost / 100,
    )


def align(canonical_token: str, variant_token: str) -> tuple[Segment, ...]:
    """The cheapest cut of the two tokens into segments, edge marks left out."""
    model = channel()
    _, path = model.cut(_alone(canonical_token, True)[0], _alone(variant_token, False)[0])
    segments = (
        Segment(left.strip(EDGE), right.strip(EDGE), model.cost(left, right) / 100)
        for left, right in path
    )
    return tuple(s for s in segments if s.canonical or s.variant)


@lru_cache(maxsize=65536)
def _alone(token: str, canonical: bool) -> tuple[str, int, int]:
    """The marked token, rare letters in their plain forms, and its cost by trigrams and letters."""
    model = channel().canonical if canonical else channel().variant
    plain = "".join(ch if ch in model.costs[""] else fold(ch) or ch for ch in letters(token)[:CAP])
    marked = EDGE[0] + plain[:CAP] + EDGE[1]
    return marked, model.cost(marked), model.letters(marked)


def forget() -> None:
    """Drop what was read and computed: the tables have changed."""
    for cached in (channel, _alone, measure, reached):
        cached.cache_clear()
