"""Keys under which spellings of one name meet, whatever language spelled it.

The *skeleton* keeps a name's consonants as classes that survive re-spelling (ts~c~z~tz~s,
sh~š~sz~sch, w~v, doubled letters) and drops its vowels; one deletion more or less on either side
then bridges a lost or added consonant. Short names keep a trace of their vowels, or too many would
meet. Letters that languages read in several ways (c, j, ch, h) are read in each.
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
_DROPPED = str.maketrans("ǝ", "a", "'\u00ad\u200b\u200c\u200d\u200e\u200f")
# Marked letters that tell how they sound; the rest is folded.
_MARKED = str.maketrans(
    dict.fromkeys("čćçšśşșžźżţțĉĝĵŝ", "S") | dict.fromkeys("ķģ", "K") | {"ñ": "n", "ř": "r"}
)
# Longest first. S: any sibilant or affricate, K: any velar, F: labial fricatives.
_CLUSTERS = {
    "tzsch": "S", "dzsch": "S", "tsch": "S", "dsch": "S", "shch": "S", "chtch": "S", "szcz": "S",
    "sch": "S", "tch": "S", "tsh": "S", "dzh": "S", "djh": "S", "csh": "S", "sh": "S", "zh": "S",
    "ch": "S", "cz": "S", "sz": "S", "ts": "S", "tz": "S", "dz": "S", "dj": "S", "cs": "S",
    "zs": "S", "x": "KS", "kh": "K", "gh": "K", "ck": "K", "qu": "K", "ph": "F",
    "th": "T", "dh": "T", "bh": "P", "wh": "F", "dS": "S", "tS": "S",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_CONSONANTS = str.maketrans(
    dict.fromkeys("sz", "S")
    | dict.fromkeys("ckqg", "K")
    | dict.fromkeys("td", "T")
    | dict.fromkeys("bp", "P")
    | dict.fromkeys("fvw", "F")
    | {"m": "M", "n": "N", "l": "L", "r": "R"}
    | dict.fromkeys("h'-", "")
)
_VOWELS = str.maketrans({"o": "u", "y": "i", "j": "i", "e": "i"})
_SOFT = re.compile("c(?=[eiy])")
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiouyj]+")
_ENDING = re.compile("(?<=..)(?:[aiu]S?|S)$")  # of the flesh: cases and genders of many languages
# What an article's language may mean by letters that English reads in one way: a literal without
# which nothing changes, what is read otherwise, and how.
_READINGS = (
    ("ch", re.compile("ch"), "k"),  # Polish, Czech, German
    ("c", re.compile("c(?![ehiykzs])"), "s"),  # Turkish, Azerbaijani, Slavic with the mark lost
    ("j", re.compile("j"), "s"),  # French, Turkish, Latvian dž
    ("dj", re.compile("dj"), "d"),  # German, Baltic; elsewhere as in Djibouti
    ("h", re.compile("(?<![cdgkpstwz])h"), "k"),  # kh, and the Ukrainian h of a Russian g
)
_ADJECTIVE = re.compile("(?<=....)sk(?:yi|iy|ij|yy|y|i|a|aya|oye|oe|e|o)$")  # Slavic
SHORT = 3  # a skeleton up to this length says too little on its own
_LONGEST = 24


def plain(text: str) -> str:
    """A token as the index knows it: folded, no apostrophes, look-alikes of Latin letters replaced.

    A token without any Latin letter keeps its script.
    """
    folded = fold(text).translate(_DROPPED)
    if folded.isascii() or not any("a" <= char <= "z" for char in folded):
        return folded
    return folded.translate(_LOOKALIKES)


def _letters(text: str) -> str:
    """Lower-case letters with the sound of marked ones in capitals."""
    if text.isascii():
        return text[:_LONGEST].lower().replace("'", "")
    marked = text[:_LONGEST].lower().translate(_MARKED)
    if any("a" <= char <= "z" for char in marked):
        marked = marked.translate(_LOOKALIKES)
    return "".join(char if char in "SK" else plain(char) for char in marked)


@lru_cache(maxsize=1 << 10)  # of a token its keys are wanted, then its sound
def _classes(letters: str) -> str:
    """Consonants as classes, vowels as they are: ``tchaikovsky`` → ``SaiKoFSKy``."""
    clustered = _CLUSTER.sub(_cluster, _SOFT.sub("s", letters))
    return _single(clustered.translate(_CONSONANTS))


def _cluster(match: re.Match[str]) -> str:
    return _CLUSTERS[match.group()]


def _single(text: str) -> str:
    """Doubled letters made one."""
    return _DOUBLE.sub(r"\1", text) if _DOUBLE.search(text) else text


def _skeleton(classes: str) -> str:
    lead = "A" if classes[:1].islower() else ""
    return lead + _VOWEL.sub("", classes)


def skeleton(text: str) -> str:
    """The consonant classes of a token: ``Artsrun``, ``Arcruns`` → ``ARSRN``, ``ARSRNS``."""
    return _skeleton(_classes(_letters(text)))


@lru_cache(maxsize=1 << 14)
def keys(text: str) -> tuple[str, ...]:
    """The keys of a token, marks and all; the same for what is indexed and what is looked up.

    Their number grows with the token's length, which is cut at 24 letters.
    """
    letters = _letters(text)
    found = dict.fromkeys(_keys(letters))
    for literal, pattern, sound in _READINGS:
        if literal in letters and (other := pattern.sub(sound, letters)) != letters:
            found.update(dict.fromkeys(_keys(other)))
    stem = _ADJECTIVE.sub("", letters)
    if stem != letters:
        found[_skeleton(_classes(stem))] = None
    return tuple(found)


def sound(text: str) -> str:
    """A token as it may sound: consonant classes, vowels close to each other as one.

    ``Israel`` and ``Izraēla`` become ``iSRaiL`` and ``iSRaiLa``.
    """
    return _flesh(_classes(_letters(text)))


def _flesh(classes: str) -> str:
    return _single(classes.translate(_VOWELS))


def _keys(letters: str) -> list[str]:
    classes = _classes(letters)
    bones = _skeleton(classes)
    if len(bones) > SHORT:
        return [bones, *_deletions(bones)]
    flesh = "~" + _flesh(classes)
    found = [flesh, *_deletions(flesh), "^" + _ENDING.sub("", flesh)]
    return [bones, *found] if len(bones) == SHORT else found


def _deletions(text: str) -> list[str]:
    return [text[:i] + text[i + 1 :] for i in range(len(text))]
