"""The tokens of one name, as the scorer reads them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MOST = 12  # tokens of a name that are looked at
_LONGEST_NAME = 300
# Letters of other scripts that pass for Latin ones, and look-alikes inside Latin.
_LOOKALIKES = str.maketrans("авекмнорстухіјѕԁӏҽһԛԝѵǝαοιϲ", "abekmhopctyxijsdlehqwvəaoic")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
_JOINERS = dict.fromkeys(map(ord, "\"'’‘ʼʻʹ`´ʾʿ′ʽˈ·”“„″\u0307\u00ad\u200b\u200c\u200d\u200e\u200f"))
_BETWEEN = re.compile(r"[\W_]+|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


@lru_cache(maxsize=65536)
def letters(text: str) -> str:
    """Lower case, composed, look-alikes and apostrophes gone: the text as the channel reads it."""
    text = text[:_LONGEST_NAME].casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _LATIN.search(text):  # a Cyrillic а in a Latin name is meant as an a
            text = text.translate(_LOOKALIKES)
    return text.translate(_JOINERS)


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name; hyphens and digits part them."""
    return tuple(t for t in _BETWEEN.split(letters(name)) if t)[:MOST]
