"""Names in scripts that leave vowels out: Hebrew and Arabic letters against an English spelling.

A letter stands for one of a few English spellings, vowels may stand anywhere; some letters stand
for a vowel, a consonant or nothing. What a token spells is a pattern, and an English token fits it
or not; the more consonants it has, the less it does so by accident. The letters' values are those
of the romanisations of the Academy of the Hebrew Language and of ALA-LC, and of names in English
use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from reviewer.names.scripts import script_of

SCRIPTS = frozenset(("Hebr", "Arab"))
_NATS = 2.3  # that a consonant which fits is worth: one in ten would by chance …
_VOWEL_NATS = 0.7  # … and a letter that may be a vowel
_MOST = 10.5
_FORMS = 8  # romanisations of a token that lead to the glossary's tokens
_LONGEST, _SHORTEST = 20, 3  # letters of a token, and of what a prefix stands before
# Letters, what they may spell (the usual first), and how many a retrieval tries.
_LETTERS = {
    "Hebr": (
        "ב b,v,w 2;ג g,j,dj,gh;ד d;ז z,s,j;ח h,ch,kh,k;ט t;כ k,ch,c,kh,q;ך k,ch,c,kh;ל l;מ m;ם m"
        ";נ n;ן n;ס s,c,z;פ p,f,ph 2;ף f,p,ph,v;צ ts,tz,z,ch,c,s;ץ ts,tz,z,ch,c,s;ק k,c,q,ck,g"
        ";ר r;ש sh,s,sch,ch 2;ת t,th;ו ,v,w,o,u 2;י ,y,i,j,e,g;א ;ע ;ה ,h"
    ),
    "Arab": (
        "ب b,p,v;ت t;ث th,t,s;ج j,g,dj;ح h;خ kh,h,ch,k 1;د d;ذ dh,d,z,th;ر r;ز z,s;س s,c,z;ش sh,ch"
        ",s,sch;ص s;ض d,dh,z;ط t;ظ z,dh;غ gh,g;ف f,v,p,ph;ق q,k,g,c;ك k,c,g,ck,q,ch;ل l;م m;ن n"
        ";ه ,h;ة ,t,h;و ,w,v,o,u 2;ي ,y,i,e,j;ى ;ا ;أ ;إ ;آ ;ء ;ؤ ,w,o,u;ئ ,y,i;ع ;پ p;چ ch,c"
        ";ژ zh,j;گ g;ک k,c,g,ck,q,ch;ی ,y,i,e,j;ې ,e,i;ۆ ,o,u;ڤ v;ڭ ng,g"
    ),
}
_TWO = {
    "تش": "ch,c,tch,tsh,cz,cs",
    "تس": "ts,c,z,tz",
    "דז": "dz,z,j",
    "טש": "ch,tch,tsch,tsh,tzsh,ts,ths",
}
_SOFTENED = {"ג": "j,dj,g,zh", "צ": "ch,cz,tch,c", "ץ": "ch,cz,tch,c", "ז": "zh,j,g", "ת": "th"}
_VOWELS = "[aeiouyhw]*"
_PREFIXES = {  # and, in, to, the, from, that, as; and, then, in, to, as, the
    "Hebr": re.compile("(?:[ו]?(?:[כ]?ש)?[בלמכה]?|ש)"),
    "Arab": re.compile("[وف]?(?:[بك]?ال|لل|[بلك])?"),
}
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f]")
_MARK = "'’׳`´"
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1)
def _tables() -> dict[str, tuple[list[str], int]]:
    """Letter → the spellings and how many of them a retrieval tries."""
    table: dict[str, tuple[list[str], int]] = {}
    for line in ";".join(_LETTERS.values()).split(";"):
        letter, spellings, *tried = line.split(" ")
        table[letter] = spellings.split(","), int(tried[0]) if tried else 1
    return table


def forms(token: str) -> tuple[str, ...]:
    """The token, then without the words that its script writes in one with it."""
    script = script_of(token)
    bare = _POINTS.sub("", token)
    found = [bare]
    prefix = _PREFIXES[script].match(bare) if script in _PREFIXES else None
    longest = min(prefix.end() if prefix else 0, len(bare) - _SHORTEST)
    found.extend(bare[end:] for end in range(1, longest + 1))
    return tuple(dict.fromkeys(found))


def _letters(token: str) -> Iterator[tuple[list[str], int]]:
    table = _tables()
    skip = False
    for at, letter in enumerate(token):
        if skip or letter in _MARK or letter == '"':
            skip = False
            continue
        if token[at : at + 2] in _TWO:
            skip = True
            yield _TWO[token[at : at + 2]].split(","), 1
            continue
        known = table.get(letter)
        if known is None:
            raise KeyError(letter)
        if token[at + 1 : at + 2] in tuple(_MARK) and letter in _SOFTENED:
            known = _SOFTENED[letter].split(","), 1
        yield known


@lru_cache(maxsize=1 << 15)
def _pattern(form: str) -> tuple[re.Pattern[str] | None, float]:
    """What fits the form, and what it is worth in nats."""
    parts, worth = [], 0.0
    try:
        letters = list(_letters(form[:_LONGEST]))
    except KeyError:
        return None, 0.0
    for at, (spellings, _) in enumerate(letters):
        again = at > 0 and spellings == letters[at - 1][0]  # English may write one
        if again:
            worth += _VOWEL_NATS
        elif spellings[0]:
            worth += _NATS
        elif len(spellings) > 1:
            worth += _VOWEL_NATS
        options = "|".join(sorted(spellings, key=len, reverse=True))
        parts.append(f"(?:{options})" + "?" * again)
    return re.compile(_VOWELS + _VOWELS.join(parts) + _VOWELS), min(worth, _MOST)


def fits(part: str, form: str) -> float:
    """Nats that a plain token of English spells this form of a token; 0 where it cannot."""
    pattern, worth = _pattern(form)
    if pattern is None:
        return 0.0
    letters = _DOUBLE.sub(r"\1", part.replace("x", "ks"))
    return worth if pattern.fullmatch(letters) else 0.0


@lru_cache(maxsize=1 << 15)
def spellings(form: str) -> tuple[str, ...]:
    """A few romanisations, whose phonetic keys lead to what may fit."""
    try:
        letters = list(_letters(form[:_LONGEST]))
    except KeyError:
        return ()
    choices = [found[: max(1, tried)] for found, tried in letters]
    found = []
    for chosen in product(*choices):
        found.append("".join(letter or "a" for letter in chosen))
        if len(found) == _FORMS:
            break
    return tuple(dict.fromkeys(found))
