"""Learning the channel: which letters stand for which, by hard expectation maximisation.

First guess: the differing stretches of an edit-distance alignment, with and without the letters
around them. Then each round cuts every pair at its cheapest and counts the segments again.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from reviewer.names.multigram import (
    EDGE,
    LONGEST,
    Multigram,
    Tables,
    Trigrams,
    by_history,
    from_tables,
)
from reviewer.names.tokens import letters
from reviewer.text import fold

ROUNDS = 4
_RARE_LETTER = 25  # a letter seen in fewer tokens is read as its plain form
_RARE_SEGMENT = 2
_GAP = 950  # hundredths of a nat for a letter dropped or put in without example

Counts = Counter[tuple[str, str]]


def learn(pairs: Sequence[tuple[str, str]], rounds: int = ROUNDS) -> tuple[Multigram, Counts]:
    """A channel from pairs of tokens, canonical first; and how often each segment was cut."""
    lefts, rights = _alphabet(c for c, _ in pairs), _alphabet(v for _, v in pairs)
    marked = [(_marked(c, lefts), _marked(v, rights)) for c, v in pairs]
    backgrounds = (trigrams(c for c, _ in marked), trigrams(v for _, v in marked))
    counts = _first_guess(marked)
    for _ in range(rounds):
        model = _channel(counts, backgrounds)
        counts = Counter()
        for canonical, variant in marked:
            counts.update(model.cut(canonical, variant)[1])
    return _channel(counts, backgrounds), counts


def _alphabet(tokens: Iterable[str]) -> set[str]:
    counts = Counter(letter for token in tokens for letter in set(letters(token)))
    return {letter for letter, count in counts.items() if count >= _RARE_LETTER}


def _marked(token: str, alphabet: set[str]) -> str:
    plain = "".join(ch if ch in alphabet else fold(ch) or ch for ch in letters(token))
    return EDGE[0] + plain + EDGE[1]


def _first_guess(pairs: Iterable[tuple[str, str]]) -> Counts:
    counts: Counts = Counter()
    for canonical, variant in pairs:
        left, right = [fold(c) or c for c in canonical], [fold(c) or c for c in variant]
        for step in Levenshtein.opcodes(left, right):
            i, j, k, m = step.src_start, step.src_end, step.dest_start, step.dest_end
            if step.tag == "equal":
                counts.update(zip(canonical[i:j], variant[k:m], strict=True))
                continue
            if j - i == m - k:
                for pair in zip(canonical[i:j], variant[k:m], strict=True):
                    counts[pair] += 1
            for before in (0, 1):
                for after in (0, 1):
                    a, b = (
                        canonical[max(0, i - before) : j + after],
                        variant[k - before : m + after],
                    )
                    if i >= before and k >= before and max(len(a), len(b)) <= LONGEST:
                        counts[a, b] += 1
    return counts


def _channel(counts: Counts, backgrounds: tuple[Trigrams, Trigrams]) -> Multigram:
    total = sum(counts.values())
    segments: dict[str, dict[str, int]] = {"": {}}
    marginals: Counter[str] = Counter()
    for (left, right), count in sorted(counts.items()):
        same = left == right
        if same and len(left) > 1:
            continue  # letter by letter: so that equal ends of two tokens need no alignment
        marginals[left] += count
        if count >= _RARE_SEGMENT or same:
            segments.setdefault(left, {})[right] = _cost((count - 0.5) / total)
    insertions = segments.pop("")
    usual = {left: _cost(count / total) for left, count in marginals.items()}
    return from_tables(
        segments=Tables(segments),
        insertions=insertions,
        marginals=usual,
        gap=_GAP,
        canonical=backgrounds[0],
        variant=backgrounds[1],
    )


def _cost(chance: float) -> int:
    return round(-100 * math.log(chance))


def trigrams(tokens: Iterable[str], rarest: int = 3) -> Trigrams:
    """A trigram model of marked tokens with Witten-Bell smoothing (1991), rare trigrams pruned."""
    counts: Counter[str] = Counter()
    followers: Counter[str] = Counter()
    for token in tokens:
        for end in range(1, len(token) + 1):
            counts.update(token[start:end] for start in range(max(0, end - 3), end))
    total = sum(count for gram, count in counts.items() if len(gram) == 1)
    history: Counter[str] = Counter()
    for gram, count in counts.items():
        if len(gram) > 1:
            followers[gram[:-1]] += 1
            history[gram[:-1]] += count
    chance: dict[str, float] = {}
    for gram in sorted(counts, key=lambda gram: (len(gram), gram)):
        if len(gram) == 1:
            chance[gram] = counts[gram] / total
            continue
        seen, kinds = history[gram[:-1]], followers[gram[:-1]]
        chance[gram] = (counts[gram] + kinds * chance[gram[1:]]) / (seen + kinds)
    kept = [gram for gram in chance if len(gram) < 3 or counts[gram] >= rarest]
    return Trigrams(
        costs=by_history({gram: _cost(chance[gram]) for gram in kept}),
        backoffs={
            gram: _cost(kinds / (history[gram] + kinds))
            for gram, kinds in sorted(followers.items())
        },
        unknown=_cost(1 / total),
    )
