"""Differences that do not make another name: diacritics, another English romanisation, look-alikes.

English romanisations of Cyrillic, Armenian and Georgian differ in how they write glides and endings
(BGN/PCGN, passports, the Library of Congress, house styles): *Sergei* and *Sergey*, *Vasilyev* and
*Vasiliev*, *-yan* and *-ian*, *Alexander* and *Aleksander*. What other languages make of a name is
no such difference.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reviewer.names.phonetic import plain
from reviewer.names.scripts import scripts_of

_GLIDES = (
    (re.compile("x"), "ks"),
    (re.compile("(?<=[aeiou])y(?=[aeou])"), "i"),  # Dikayev, Sofiya
    (re.compile("(?<=[bcdfghklmnprstvz])y(?=[aeou])"), "i"),  # Vasilyev, Pashinyan
    (re.compile("^y(?=[eo])"), ""),  # Yeltsin, Elcin
    (re.compile("(?<=[aeiou])y$|(?<=[aeiou])y(?=[bcdfghklmnprstvz])"), "i"),  # Sergey, Aleksey
    (re.compile("[yi]+$"), "i~"),
    (re.compile("ii+"), "i"),
    (re.compile("(?<=[aeo])i?(?=e)|i(?=e)"), ""),  # Dikaev, Vasilev
    (re.compile("ss(?=ian$)"), "s"),  # Sarkissian
    (re.compile("(?<=nd)e(?=r$)"), ""),  # Alexander, Aleksandr
)
_SKY = re.compile(
    "sk(?:iy|yy|yi|ii|y)$"
)  # but not -ski: Polish or Macedonian, which tells people apart


@lru_cache(maxsize=1 << 14)
def sounded(token: str) -> str:
    """A plain token with what English romanisations write differently made the same."""
    token = _SKY.sub("sk+", token)
    if token.endswith("ski"):
        return token
    for pattern, into in _GLIDES:
        token = pattern.sub(into, token)
    return token


def is_romanisation(canonical: str, variant: str) -> bool:
    """Do two plain tokens differ only as English romanisations of one native form do?"""
    return canonical == variant or sounded(canonical) == sounded(variant)


@lru_cache(maxsize=1 << 14)
def bare_letters(text: str) -> str:
    """Letters and digits, composed, case folded: what diacritics alone tell apart stays apart."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(char for char in composed if char.isalnum() or unicodedata.combining(char))


def has_lookalikes(text: str) -> bool:
    """Do letters of another script stand in for Latin ones?"""
    if text.isascii():
        return False
    found = scripts_of(text)
    return "Latn" in found and len(found) > 1 and plain(text).isascii()
