"""Which tokens are ordinary English words, and which are names somebody bears.

Four sorted lists ship with the package (``words``, ``persons``, ``known``, ``common`` in ``data``;
where they come from: ``data/SOURCES.md``; how they are made: ``reviewer.names.wordlist``). A list
loads in about ten milliseconds, on first use.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
WORDS_FILE = "words.txt.zz"
KNOWN_FILE = "known.txt.zz"
PERSONS_FILE = "persons.txt.zz"
COMMON_FILE = "common.txt.zz"


def _read(name: str) -> frozenset[str]:
    return frozenset(zlib.decompress((DATA / name).read_bytes()).decode("ascii").split("\n"))


@cache
def words() -> frozenset[str]:
    """Ordinary English words, inflected forms included, folded: ``price``, ``colours``."""
    return _read(WORDS_FILE)


@cache
def person_names() -> frozenset[str]:
    """Folded tokens of persons' names, words that many bear among them: ``aliyev``, ``mark``."""
    return _read(PERSONS_FILE)


@cache
def known_names() -> frozenset[str]:
    """Other folded tokens that are no words and right in some name: ``moscow``, ``estonian``."""
    return _read(KNOWN_FILE)


@cache
def common_names() -> frozenset[str]:
    """Folded tokens that many names share: ``john``, ``lee``, ``petrov``."""
    return _read(COMMON_FILE)


def is_word(folded: str) -> bool:
    """Is the folded token an ordinary word, one that English writes in lower case?"""
    return folded in words()


def is_person_name(folded: str) -> bool:
    """Is the folded token a given or family name in its usual English spelling?"""
    return folded in person_names()


def is_known_name(folded: str) -> bool:
    """Is the folded token somebody's or some place's name in its usual English spelling?"""
    return folded in person_names() or folded in known_names()


def is_common_name(folded: str) -> bool:
    """Do so many names hold this token that it tells little about which one is meant?"""
    return folded in common_names()
