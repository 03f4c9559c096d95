"""Two whole names weighed against each other: is one the other, badly carried over?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from reviewer.names.assign import Match, assign
from reviewer.names.channel import Segment, align
from reviewer.names.contradictions import contradict
from reviewer.names.tokens import tokens
from reviewer.names.variants import is_romanisation
from reviewer.names.words import is_known_name
from reviewer.text import fold

_Name = tuple[str, ...]  # its tokens
Verdict = Literal["same-form", "romanisation", "garbled", "different"]
_LONGEST_FOREIGN = 60
_MANY = 1000  # pairs from which numpy is worth loading
_WORTH_SHARING = 2000  # pairs: a process more costs as much as some hundred of them
_CONTRADICTED = 0.05
_UNLIKE = -2.0  # log-odds of a token below which letters alone speak against it
SURE = 0.9  # probability a name that stands in its own right must reach to count as another's form
SAME = 0.5  # probability from which two names count as one


class TokenMatch(NamedTuple):
    """A token of the canonical name and the variant's token that stands for it.

    Either is None where the other name has no counterpart; `log_odds` as in `channel.log_odds`.
    """

    canonical: str | None
    variant: str | None
    log_odds: float
    segments: tuple[Segment, ...]


class Comparison(NamedTuple):
    """`score`: probability 0..1 that the variant names what the canonical form names.

    `verdict`: ``same-form``, ``romanisation`` (another standard one, or diacritics apart),
    ``garbled`` or ``different``.
    """

    score: float
    verdict: Verdict
    tokens: tuple[TokenMatch, ...]


def compare(canonical: str, variant: str) -> Comparison:
    """Two names in any order of their parts, with or without particles and initials.

    A name in another script is compared by the nearest of its English romanisations.
    """
    canonical, variant = _in_one_script(canonical, variant)
    left, right = tokens(canonical), tokens(variant)
    matches = assign(left, right)
    return _compared(left, right, matches, _probability(left, right, matches))


def compare_same(canonical: str, variant: str) -> Comparison:
    """`compare` of two names that were found to be one: the classifier is not asked again."""
    canonical, variant = _in_one_script(canonical, variant)
    left, right = tokens(canonical), tokens(variant)
    return _compared(left, right, assign(left, right), 1.0)


def _compared(
    left: tuple[str, ...], right: tuple[str, ...], matches: Sequence[Match], probability: float
) -> Comparison:
    return Comparison(
        probability,
        _verdict(left, right, matches, probability),
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
    left, right = _tokens(canonical, variant)
    return _probability(left, right, assign(left, right))


def score_pairs(pairs: Iterable[tuple[str, str]], jobs: int = 1) -> list[float]:
    """The probabilities of many pairs, canonical first; by several processes if there are many."""
    pairs = list(pairs)
    if jobs < 2 or len(pairs) < _WORTH_SHARING:
        return _scores(pairs)
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(pairs) // jobs)
    parts = [pairs[start : start + size] for start in range(0, len(pairs), size)]
    with ProcessPoolExecutor(len(parts)) as pool:
        return [one for part in pool.map(_scores, parts) for one in part]


def _scores(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Of many pairs the trees are asked all at once, which takes a third less time."""
    if len(pairs) < _MANY:
        return [score(canonical, variant) for canonical, variant in pairs]
    from reviewer.names.classifier import classifier
    from reviewer.names.features import features

    names = [_tokens(canonical, variant) for canonical, variant in pairs]
    settled = [_settled(left, right) for left, right in names]
    open_ = [both for both, known in zip(names, settled, strict=True) if known is None]
    rows = [features(left, right, assign(left, right)) for left, right in open_]
    weighed = iter(classifier().probabilities(rows))
    return [
        _held_down(next(weighed), left, right) if known is None else known
        for (left, right), known in zip(names, settled, strict=True)
    ]


def _probability(left: _Name, right: _Name, matches: Sequence[Match]) -> float:
    from reviewer.names.classifier import classifier
    from reviewer.names.features import features

    known = _settled(left, right)
    if known is not None:
        return known
    return _held_down(classifier().probability(features(left, right, matches)), left, right)


def _settled(left: _Name, right: _Name) -> float | None:
    """The probability where it needs no weighing."""
    if not left or not right:
        return 0.0
    return 1.0 if _folded(left) == _folded(right) else None


def _held_down(probability: float, left: _Name, right: _Name) -> float:
    return min(probability, _CONTRADICTED) if contradict(left, right) else probability


def _verdict(left: _Name, right: _Name, matches: Sequence[Match], probability: float) -> Verdict:
    if left and (sorted(left) == sorted(right) or "".join(left) == "".join(right)):
        return "same-form"
    if (
        left
        and not contradict(left, right)
        and all(is_romanisation(fold(m.canonical), fold(m.variant)) for m in matches)
    ):
        return "romanisation"
    if probability < SAME or (probability < SURE and _stands_alone(matches)):
        return "different"
    return "garbled"


def _stands_alone(matches: Sequence[Match]) -> bool:
    """Is the variant a name in its own right, or without any likeness, and no part of it exact?"""
    if any(m.similarity == 100 and len(m.canonical) > 2 for m in matches):
        return False
    unlike = all(m.log_odds < _UNLIKE for m in matches)
    return unlike or all(is_known_name(m.variant) for m in matches if m.variant)


def _tokens(canonical: str, variant: str) -> tuple[_Name, _Name]:
    canonical, variant = _in_one_script(canonical, variant)
    return tokens(canonical), tokens(variant)


def _folded(name: _Name) -> list[str]:
    return sorted(map(fold, name))


def _in_one_script(canonical: str, variant: str) -> tuple[str, str]:
    """Both names in Latin letters if one of them is: the romanisation nearest to the other."""
    if canonical.isascii() and variant.isascii():
        return canonical, variant
    foreign = [_is_foreign(name) for name in (canonical, variant)]
    if foreign == [True, False]:
        return _nearest(canonical, variant), variant
    if foreign == [False, True]:
        return canonical, _nearest(variant, canonical)
    return canonical, variant


def _is_foreign(name: str) -> bool:
    return not any(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())


def _nearest(foreign: str, latin: str) -> str:
    from reviewer.names.romanize import romanizations

    spellings = romanizations(foreign[:_LONGEST_FOREIGN])
    plain = fold(latin)
    return max(spellings, key=lambda name: fuzz.ratio(fold(name), plain), default=foreign)
