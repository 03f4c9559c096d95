"""The entries of a glossary most like a whole name: for merging, harvesting and `names compare`."""

from __future__ import annotations

from math import log

from rapidfuzz import fuzz, process

from reviewer.names.index import JOINED, NameIndex
from reviewer.names.mentions import bearing
from reviewer.names.phonetic import sound

_TRIED = 60  # similar tokens of each token
_ENTRIES = 300  # of each of them
_SIMILAR = 35.0  # per cent
_WHOLE = 3.0


def retrieve(index: NameIndex, name: str, limit: int = 50) -> list[int]:
    """The numbers of at most ``limit`` entries, likeliest first.

    An entry counts by its most similar token for each token of the name, rare tokens more.
    """
    scores: dict[int, float] = {}
    tokens = bearing(name)
    whole = "".join(token.plain for token in tokens)
    written = {token.plain: token.text for token in tokens}
    for token, text in {whole: whole, **written}.items():
        best: dict[int, float] = {}
        for number, similarity in _similar(index, token, text):
            entries = index.entries(number, _ENTRIES)
            weight = (similarity / 100) ** 3 / (1 + log(1 + len(entries)))
            for entry in entries:
                best[entry] = max(weight, best.get(entry, 0.0))
        for entry, weight in best.items():
            scores[entry] = scores.get(entry, 0.0) + weight
    for entry in index.whole((whole,), JOINED):
        scores[entry] = scores.get(entry, 0.0) + _WHOLE
    return sorted(scores, key=lambda entry: (-scores[entry], entry))[:limit]


def _similar(index: NameIndex, token: str, text: str) -> list[tuple[int, float]]:
    own = index.find(token)
    numbers = index.near(text)
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
