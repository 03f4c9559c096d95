"""Chinese names in a Chinese source, by their Hanyu Pinyin without tones.

Chinese parts no words, and a syllable has many characters: a stretch is read as a name of the
glossary only where all its syllables spell one, and no character is read as anything else than in
a name. Names that Chinese only imitates (普京, Putin) are left to native forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

_LONGEST, _SHORTEST = 4, 2  # characters of a stretch
_LETTERS = 5  # of a stretch: shorter ones are everywhere
# Characters that sound otherwise where they begin a name: 曾, 单, 解, 仇, 查, 区, 尉迟, 长.
_SURNAMES = {"曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou"}


@lru_cache(maxsize=1 << 14)
def syllables(text: str) -> tuple[str, ...]:
    """The syllable of each character."""
    from anyascii import anyascii

    return tuple(_SURNAMES.get(char) or anyascii(char).strip().lower() for char in text)


def stretches(text: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    """The text cut into names' parts and single characters: start, end and Pinyin of each."""
    spelled = syllables(text)
    at = 0
    while at < len(text):
        end = at + 1
        for length in range(min(_LONGEST, len(text) - at), _SHORTEST - 1, -1):
            letters = "".join(spelled[at : at + length])
            if len(letters) >= _LETTERS and known(letters):
                end = at + length
                break
        yield at, end, "".join(spelled[at:end])
        at = end
