"""The entries of a glossary most like a whole name: how much the index finds is measured by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import log

from rapidfuzz import fuzz, process

from reviewer.names.index import JOINED, RIGHT, NameIndex
from reviewer.names.mentions import bearing
from reviewer.names.phonetic import sound

_TRIED = 60  # similar tokens of each token
_ENTRIES = 300  # of each of them
_SIMILAR = 35.0  # per cent
_WHOLE = 1.0  # what it counts that an entry has no other tokens
_TOKENS = 8
_COMBINED, _COMBINATIONS = (
    3,
    6,
)  # tokens of a name whose likenesses are tried together, and how many


def retrieve(index: NameIndex, name: str, limit: int = 50) -> list[int]:
    """The numbers of at most ``limit`` entries, likeliest first.

    An entry counts by its most similar token for each token of the name, rare tokens more.
    """
    scores: dict[int, float] = {}
    written = bearing(name)[:_TOKENS]
    if not written:
        return []
    similar = [_similar(index, token.plain, token.text) for token in written]
    whole = "".join(token.plain for token in written)
    joined = [_similar(index, whole, whole)] if len(written) > 1 else []
    for found in (*similar, *joined):
        best: dict[int, float] = {}
        for number, similarity in found:
            entries = index.entries(number, _ENTRIES)
            weight = (similarity / 100) ** 3 / (1 + log(1 + len(entries)))
            for entry in entries:
                best[entry] = max(weight, best.get(entry, 0.0))
        for entry, weight in best.items():
            scores[entry] = scores.get(entry, 0.0) + weight
    for entry, similarity in _just_these(index, similar, whole):
        scores[entry] = scores.get(entry, 0.0) + _WHOLE * (similarity / 100) ** 3
    return sorted(scores, key=lambda entry: (-scores[entry], entry))[:limit]


def _just_these(
    index: NameIndex, similar: list[list[tuple[int, float]]], whole: str
) -> Iterator[tuple[int, float]]:
    """Entries that have no other tokens than those similar to the name's."""
    yield from ((entry, 100.0) for entry in index.whole((whole,), JOINED))
    if len(similar) <= _COMBINED:
        most = _TRIED if len(similar) == 1 else _COMBINATIONS
        for chosen in product(*(found[:most] for found in similar)):
            letters = [index.tokens[number].removeprefix(JOINED) for number, _ in chosen]
            least = min(similarity for _, similarity in chosen)
            mark = RIGHT if len(similar) > 1 or letters == [index.tokens[chosen[0][0]]] else JOINED
            yield from ((entry, least) for entry in index.whole(letters, mark))


def _similar(index: NameIndex, token: str, text: str) -> list[tuple[int, float]]:
    own = index.find(token)
    numbers = index.near(text) + index.near(text, JOINED)
    if own >= 0:
        numbers.append(own)
    by_sound = process.extract(
        sound(text),
        [index.sounds[number] for number in numbers],
        scorer=fuzz.ratio,
        limit=2 * _TRIED,
        score_cutoff=_SIMILAR,
    )
    found = [
        (numbers[place], (similarity + fuzz.ratio(token, index.tokens[numbers[place]])) / 2)
        for _, similarity, place in by_sound
    ]
    return sorted(found, key=lambda pair: -pair[1])[:_TRIED]
