"""Two spellings laid over each other, segment by segment."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from reviewer.text import fold


class Pair(NamedTuple):
    """A stretch of each spelling; the two stand for each other."""

    found: str
    wanted: str

    @property
    def same(self) -> bool:
        """Is nothing different here?"""
        return self.found == self.wanted


def laid_over(found: str, wanted: str) -> list[Pair]:
    """The spellings as pairs of equal and of differing segments, in order.

    Letters are compared folded (case and diacritics apart), so that *Ž* lies over *Z*.
    """
    folded = [[fold(char) or char for char in text] for text in (found, wanted)]
    pairs: list[Pair] = []
    matcher = SequenceMatcher(a=folded[0], b=folded[1], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            pairs.append(Pair(found[a:b], wanted[c:d]))
            continue
        for one, other in zip(found[a:b], wanted[c:d], strict=True):
            if pairs and pairs[-1].same and one == other:
                pairs[-1] = Pair(pairs[-1].found + one, pairs[-1].wanted + other)
            else:
                pairs.append(Pair(one, other))
    return pairs
