"""Keys under which spellings of one name meet, whatever language spelled it.

The *skeleton* keeps a name's consonants as classes that survive re-spelling (ts~c~z~tz~s, sh~š~sz~sch,
kh~ch~h, w~v, doubled letters) and drops its vowels; one deletion more or less on either side then
bridges a lost or added consonant. Short names keep a trace of their vowels, or too many would meet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.text import fold

# Letters of other scripts that look like Latin ones and stand among them in copied names.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁɡԛԝкмтвнзαορνικτυχεη",
    "aeopcyxijshdgqwkmtbhzaopviktuxen",
)
_DROPPED = str.maketrans("", "", "'\u00ad\u200b\u200c\u200d\u200e\u200f")

# Longest first. S: any sibilant or affricate, K: any velar, F: labial fricatives, J: what may be
# a glide or a vowel and so says nothing.
_CLUSTERS = {
    "tzsch": "S", "dzsch": "S", "tsch": "S", "dsch": "S", "shch": "S", "chtch": "S", "szcz": "S",
    "sch": "S", "tch": "S", "tsh": "S", "dzh": "S", "djh": "S", "csh": "S", "sh": "S", "zh": "S",
    "ch": "S", "cz": "S", "sz": "S", "ts": "S", "tz": "S", "dz": "S", "dj": "S", "cs": "S",
    "tj": "S", "zs": "S", "x": "KS", "kh": "K", "gh": "K", "ck": "K", "qu": "K", "ph": "F",
    "th": "T", "dh": "T", "bh": "P", "wh": "F",
}  # fmt: skip
_LETTERS = str.maketrans(
    dict.fromkeys("sz", "S")
    | dict.fromkeys("kqg", "K")
    | dict.fromkeys("td", "T")
    | dict.fromkeys("bp", "P")
    | dict.fromkeys("fvw", "F")
    | {"m": "M", "n": "N", "l": "L", "r": "R"}
    | dict.fromkeys("aeiouyjh'-", "")
)
_SOFT = re.compile("c(?=[eiy])")
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_DOUBLE = re.compile(r"(.)\1+")
_OPEN = frozenset("aeiouyjh")
_VOWELS = str.maketrans({"o": "u", "y": "i", "j": "i", "e": "i"})
SHORT = 3  # a skeleton below this length says too little on its own


def plain(text: str) -> str:
    """A token as the index knows it: folded, no apostrophes, look-alikes of Latin letters replaced.

    A token without any Latin letter keeps its script.
    """
    folded = fold(text).translate(_DROPPED)
    if folded.isascii() or not any("a" <= char <= "z" for char in folded):
        return folded
    return folded.translate(_LOOKALIKES)


@lru_cache(maxsize=1 << 16)
def skeleton(folded: str) -> str:
    """The consonant classes of a folded token: ``artsrun`` and ``arcruns`` → ``ARSRN``, ``ARSRNS``."""
    classes = _CLUSTER.sub(lambda m: _CLUSTERS[m.group()], _SOFT.sub("s", folded))
    classes = classes.replace("c", "K").translate(_LETTERS)
    lead = "A" if folded[:1] in _OPEN else ""
    return _DOUBLE.sub(r"\1", lead + classes)


def keys(folded: str) -> list[str]:
    """The keys of a folded token, the same for what is indexed and what is looked up.

    Their number grows with the token's length, which is cut at 24 letters.
    """
    token = folded[:24]
    bones = skeleton(token)
    found = [bones]
    if len(bones) > SHORT:
        found += _deletions(bones)
    else:
        flesh = _DOUBLE.sub(r"\1", _CLUSTER.sub(lambda m: _CLUSTERS[m.group()], token))
        flesh = "~" + flesh.replace("c", "K").translate(_VOWELS)
        found = [flesh, *_deletions(flesh), *(found if len(bones) == SHORT else [])]
    return found


def _deletions(text: str) -> list[str]:
    return list(dict.fromkeys(text[:i] + text[i + 1 :] for i in range(len(text))))
