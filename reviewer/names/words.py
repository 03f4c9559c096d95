"""Which tokens are ordinary English words, and which are names somebody bears.

Four sorted lists ship with the package (``words``, ``persons``, ``known``, ``common`` in ``data``;
where they come from: ``data/SOURCES.md``; how they are made: ``reviewer.names.wordlist``). A list
is read on first use.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

DATA = Path(__file__).parent / "data"
WORDS_FILE = "words.txt"
KNOWN_FILE = "known.txt"
PERSONS_FILE = "persons.txt"
COMMON_FILE = "common.txt"


_MANY = 3000  # tokens asked for from which a list is taken apart into a set
_FEW = 1000  # tokens of one text that are rather looked for one by one


class _List:
    """A sorted list of tokens, one a line.

    A few tokens are looked for where they lie, since taking a list apart takes longer than a small
    article.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._asked: dict[str, bool] = {}

    @cached_property
    def _text(self) -> str:
        return (DATA / self._file).read_bytes().decode("ascii")

    @cached_property
    def tokens(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._text.split())

    def __contains__(self, token: str) -> bool:
        if "tokens" in self.__dict__:
            return token in self.tokens
        found = self._asked.get(token)
        if found is None:
            if len(self._asked) >= _MANY:
                return token in self.tokens
            found = self._asked[token] = self._stands(token)
        return found

    def _stands(self, token: str) -> bool:
        """Binary search over the lines."""
        text = self._text
        low, high = 0, len(text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start, high)
            line = text[start : end if end >= 0 else high]
            if line == token:
                return True
            if line < token:
                low = start + len(line) + 1
            else:
                high = start
        return False


_WORDS, _PERSONS = _List(WORDS_FILE), _List(PERSONS_FILE)
_KNOWN, _COMMON = _List(KNOWN_FILE), _List(COMMON_FILE)


def is_word(folded: str) -> bool:
    """Is the folded token an ordinary word, one that English writes in lower case?"""
    return folded in _WORDS


def no_words(folded: set[str]) -> set[str]:
    """Those of the folded tokens that `is_word` denies, told of many at once."""
    return folded - _WORDS.tokens if len(folded) > _FEW else {t for t in folded if t not in _WORDS}


def is_person_name(folded: str) -> bool:
    """Is the folded token a given or family name in its usual English spelling?"""
    return folded in _PERSONS


def is_known_name(folded: str) -> bool:
    """Is the folded token somebody's or some place's name in its usual English spelling?"""
    return folded in _PERSONS or folded in _KNOWN


def is_common_name(folded: str) -> bool:
    """Do so many names hold this token that it tells little about which one is meant?"""
    return folded in _COMMON
