"""Words of the source that the translation only copied or spelled in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reviewer.checks._english import unknown
from reviewer.names.words import no_words
from reviewer.text import fold, later, unusual

# A lower-case word of four letters or more that is no part of an address, a tag or a longer token.
_END = r"(?![\w@’'-]|[./]\w)"
_CANDIDATE = later(rf"(?<![\w@#&./\\’'-])[a-z\u00df-\u00f6\u00f8-\u024f][^\W\d_]{{3,40}}{_END}")
# The first word of a sentence, which has a capital whatever it is.
_FIRST = later(
    rf"(?:\A|[.!?…:][\"”»)]?\s|\n)[\"“„«(\s]{{0,3}}([A-Z\u00c0-\u024f][^\W\d_]{{3,40}}){_END}"
)
# A word of any script, with the vowel signs and accents that Unicode does not count as letters.
_MARKS = (
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u0f71-\u0fbc"
    "\u102b-\u103e\u17b4-\u17d3]"
)
_MARK = later(_MARKS)
_MARKED = later(rf"(?:[^\W\d_]|{_MARKS}){{3,}}")
_WORD = re.compile(r"[^\W\d_]{3,}")  # the same where no mark stands, in a third of the time
# What systems of romanisation for readers of English differ in.
_SOUNDS = (("kh", "h"), ("x", "ks"), ("tz", "ts"), ("w", "v"), ("j", "i"), ("y", "i"), ("'", ""))
_DOUBLE = later(r"([aeiou])\1+")  # long vowels; doubled consonants are English: sommelier
_MIN_WORDS = 10  # that tell a language


def candidates(text: str) -> dict[str, list[tuple[int, int]]]:
    """The words that may be left over from the source, as written, with their places.

    A word with a capital is a name, but for the first of a sentence.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _CANDIDATE.finditer(text):
        places.setdefault(match[0], []).append(match.span())
    for match in _FIRST.finditer(text):
        places.setdefault(match[1], []).append(match.span(1))
    foreign = unknown({word.lower() for word in places if word[1:].islower()})
    return {word: where for word, where in places.items() if word.lower() in foreign}


def copied(words: Iterable[str], source: str) -> Iterator[str]:
    """Those of the words that the source writes in the same letters, diacritics aside."""
    theirs = _words(source)
    folded = {fold(word) for word in theirs}
    common = {fold(word) for word in theirs if word.islower()}
    return (word for word in words if fold(word) in (folded if word.islower() else common))


def romanised(words: Iterable[str], source: str, lang: str | None) -> Iterator[tuple[str, str]]:
    """Those of the words that spell a word of the source in Latin letters, with it.

    The ends may differ, as inflected forms do: *kabaki* for кабаков. A word with a capital must
    spell one without.
    """
    theirs = _words(source)
    for word in words:
        sound = _sound(fold(word))
        for other in theirs:
            if word[0].isupper() and not other.islower():
                continue
            if any(_same(sound, spelled) for spelled in _spellings(other, lang)):
                yield word, other
                break


def _words(source: str) -> list[str]:
    return list(dict.fromkeys(_found(source)))


def _found(text: str) -> list[str]:
    rare = unusual(text)
    return (_MARKED if rare and _MARK.search(rare) else _WORD).findall(text)


@lru_cache(maxsize=65536)
def _spellings(word: str, lang: str | None) -> frozenset[str]:
    from reviewer.names.romanize import romanizations, script_of

    if script_of(word) == "Latn":
        return frozenset()
    spelled = romanizations(word, lang)
    if not spelled:
        from anyascii import anyascii

        spelled = (anyascii(word),)
    return frozenset(_sound(fold(latin)) for latin in spelled)


def _sound(folded: str) -> str:
    """A spelling rid of what systems of romanisation differ in."""
    for letters, sound in _SOUNDS:
        folded = folded.replace(letters, sound)
    return _DOUBLE.sub(r"\1", folded)


def _same(one: str, other: str) -> bool:
    """Do two spellings agree but for an ending?

    An English plural or silent e after the source's stem tells a word that English knows:
    *pangolins*, *elastane*.
    """
    if one == other:
        return len(one) > 2
    if one[-1] in "se" and other.startswith(one[:-1]):
        return False
    shared = next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1),
        min(len(one), len(other)),
    )
    return shared >= 4 and len(one) - shared <= 2 and len(other) - shared <= 3


def is_english_text(text: str, share: float) -> bool:
    """Is at least this share of the distinct lower-case words English? So are too few to tell."""
    found = {word for word in _found(text) if word.islower()}
    others = (1 - share) * len(found)
    # Listed words are told sooner than derived ones, and mostly suffice.
    return len(found) < _MIN_WORDS or any(len(f(found)) <= others for f in (no_words, unknown))
