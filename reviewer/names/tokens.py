"""The tokens of one name, as the scorer reads them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MOST = 12  # tokens of a name that are looked at
_LONGEST_NAME = 300
_JOINERS = dict.fromkeys(map(ord, "'’‘ʼʻʹ`´ʾʿ′ʽˈ·\u0307\u00ad\u200b\u200c\u200d\u200e\u200f"))
_BETWEEN = re.compile(r"[\W_]+|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """Lower-case, composed tokens without apostrophes; hyphens and digits part them."""
    text = name[:_LONGEST_NAME].casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return tuple(t for t in _BETWEEN.split(text.translate(_JOINERS)) if t)[:MOST]
