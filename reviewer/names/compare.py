"""Two whole names weighed against each other: is one the other, badly carried over?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.names.assign import assign
from reviewer.names.channel import Segment, align
from reviewer.names.classifier import classifier
from reviewer.names.features import features
from reviewer.names.tokens import tokens
from reviewer.text import fold

SAME = 0.5  # probability from which two names count as one


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """A token of the canonical name and the variant's token that stands for it.

    Either is None where the other name has no counterpart; `log_odds` as in `channel.log_odds`.
    """

    canonical: str | None
    variant: str | None
    log_odds: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score`: probability 0..1 that the variant names what the canonical form names.

    `verdict`: ``same-form``, ``romanisation`` (another standard one, or diacritics apart),
    ``garbled`` or ``different``.
    """

    score: float
    verdict: str
    tokens: tuple[TokenMatch, ...]


def compare(canonical: str, variant: str) -> Comparison:
    """Two names in any order of their parts, with or without particles and initials."""
    left, right = tokens(canonical), tokens(variant)
    matches = assign(left, right)
    probability = score(canonical, variant)
    return Comparison(
        probability,
        _verdict(left, right, probability),
        tuple(
            TokenMatch(
                m.canonical or None,
                m.variant or None,
                m.log_odds,
                align(m.canonical, m.variant) if m.canonical and m.variant else (),
            )
            for m in matches
        ),
    )


def score(canonical: str, variant: str) -> float:
    """The probability alone; single tokens (a surname) are welcome too."""
    left, right = tokens(canonical), tokens(variant)
    if not left or not right:
        return 0.0
    if left == right or sorted(map(fold, left)) == sorted(map(fold, right)):
        return 1.0
    return classifier().probability(features(left, right, assign(left, right)))


def score_pairs(pairs: Iterable[tuple[str, str]]) -> list[float]:
    """The probabilities of many pairs, canonical first."""
    return [score(canonical, variant) for canonical, variant in pairs]


def _verdict(left: tuple[str, ...], right: tuple[str, ...], probability: float) -> str:
    if left and sorted(left) == sorted(right):
        return "same-form"
    if left and sorted(map(fold, left)) == sorted(map(fold, right)):
        return "romanisation"
    return "garbled" if probability >= SAME else "different"
