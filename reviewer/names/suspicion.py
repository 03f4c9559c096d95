"""What an article that garbles some names lets one expect of others.

A place that stands alone with an ending of the source's language (*Bahmuta*) is too little to go by
in a large glossary, unless the article surely garbles other names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from reviewer.names.lexicon import Word
from reviewer.names.origins import endings
from reviewer.names.windows import Window, form_tokens
from reviewer.text import fold

_EACH, _MOST = 1.0, 2.0  # nats for each other name that the article surely garbles
_SHORTEST = 4  # letters of a name without its ending


def suspicion(garbled: int) -> float:
    """The nats that so many distinct garbled names add to a `declined` one."""
    return min(_MOST, _EACH * garbled)


def declined(window: Window, words: Sequence[Word]) -> bool:
    """Does one token stand for a whole form, nearer to it without a case ending?"""
    if window.missing or len(window.pairs) != 1:
        return False
    pair = window.pairs[0]
    return _is_declined(form_tokens(window.form)[pair.form].plain, words[pair.place].plain)


@lru_cache(maxsize=1 << 12)
def _is_declined(canonical: str, variant: str) -> bool:
    whole = fuzz.ratio(canonical, variant)
    stems = (variant.removesuffix(ending) for ending in _added())
    return any(
        len(stem) >= _SHORTEST and stem != variant and fuzz.ratio(canonical, stem) > whole
        for stem in stems
    )


@cache
def _added() -> frozenset[str]:
    """The endings that a name takes on."""
    return frozenset(fold(ending) for left, ending in endings() if not left)
