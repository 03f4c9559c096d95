"""A rule's pattern at work: by `re` where that does as well, else by `regex`, which can be stopped.

`regex` and the patterns of a short article take longer to load than the article to check; `re`
takes a fifth of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reviewer.glossary.model import Rule
from reviewer.text import unusual

# Words and blanks so long that a pattern may take its time over them.
_LONG = re.compile(r"\S{61}|\s{9}")
_PUNCTUATION = frozenset("“”‘’‚„«»‹›–—‑‐−…•·°§€£\u00a0")  # no word's for either library
_DOTS = frozenset("ıİ")  # whether they are an i in capital or small, the libraries do not agree


def matches(rule: Rule, text: str, low: int, high: int, timeout: float) -> Iterator[Any]:
    """The matches of a rule's pattern in ``text[low:high]``, a paragraph, from left to right.

    Raises TimeoutError when they take longer than so many seconds.
    """
    if rule.plain and _is_ordinary(text[low:high]):
        return _plain(rule.pattern).finditer(text, low, high)
    found: Iterator[Any] = _full(rule.pattern).finditer(text, low, high, timeout=timeout)
    return found


@lru_cache(maxsize=8)
def _is_ordinary(paragraph: str) -> bool:
    """Are its letters the same to both libraries, and its words and blanks short?"""
    rare = set(unusual(paragraph)) - _PUNCTUATION
    alike = all(char.isalpha() and char not in _DOTS for char in rare)
    return alike and not _LONG.search(paragraph)


@lru_cache(maxsize=4096)
def _plain(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def _full(pattern: str) -> Any:
    import regex

    return regex.compile(pattern)
