"""Which tokens are ordinary English words, and which are names somebody bears.

Three sorted lists ship with the package (``words``, ``known`` and ``common`` in ``data``; where they come
from: ``data/SOURCES.md``; how they are made: ``reviewer.names.wordlist``). A list loads in about ten
milliseconds, on first use.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
WORDS_FILE = "words.txt.zz"
KNOWN_FILE = "known.txt.zz"
COMMON_FILE = "common.txt.zz"


def _read(name: str) -> frozenset[str]:
    return frozenset(zlib.decompress((DATA / name).read_bytes()).decode("ascii").split("\n"))


@cache
def words() -> frozenset[str]:
    """Ordinary English words, inflected forms included, folded: ``price``, ``colours``."""
    return _read(WORDS_FILE)


@cache
def known_names() -> frozenset[str]:
    """Folded tokens that are right in some name: ``moscow``, ``estonian``, ``hovhannisyan``."""
    return _read(KNOWN_FILE)


@cache
def common_names() -> frozenset[str]:
    """Folded tokens that many names share: ``john``, ``lee``, ``petrov``."""
    return _read(COMMON_FILE)


def is_word(folded: str) -> bool:
    """Is the folded token an ordinary word, one that English writes in lower case?"""
    return folded in words()


def is_known_name(folded: str) -> bool:
    """Is the folded token somebody's or some place's name in its usual English spelling?"""
    return folded in known_names()


def is_common_name(folded: str) -> bool:
    """Do so many names hold this token that it tells little about which one is meant?"""
    return folded in common_names()
