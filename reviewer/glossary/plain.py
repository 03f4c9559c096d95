"""Which patterns the standard library's `re` may read in the place of `regex`.

`regex` reads more, and can be stopped where a pattern takes too long; but loading it, and compiling
a dozen patterns with it, takes longer than checking a short article. A pattern is plain where both
read it alike and it cannot take long on a text without long words and blanks: what it repeats
without end is a blank or a part of a word, inside nothing that comes more than a few times.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

_ESCAPE = r"\\[sSdDwWnt]|\\[^\w\s]"
_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:i?:|[=!]|<[=!]|P<\w+>)|(?!\?)))"
    r"|(?P<close>\))"
    # What can be repeated without end and yet ends where a word or a blank does, and what cannot.
    r"|(?P<run>\\[sdw]|\[(?!\^)(?:\\[dw]|\\[^\w\s]|[^]\\\s[&|~-]|-(?!-))+\])"
    rf"|(?P<one>{_ESCAPE}|\\[bB]|\[\^?(?:{_ESCAPE}|[^]\\[&|~-]|-(?!-))+\]|[^][\\(){{}}*+?|])"
    r"|(?P<or>\|)"
    r"|(?P<endless>(?:[*+]|\{\d+,\})\??(?![*+?{]))"
    r"|(?:\{(?:\d+,)?(?P<most>\d+)\}|\?)\??(?![*+?{])"
)
_MOST = 100  # times a letter may come
_MOST_GROUPS = 9  # times a group may come
_MOST_ENDLESS = 3  # times one that holds an endless repeat may
_MOST_WORDS = 3  # endless repeats of what words are made of: one word may be dealt out to them all


class _Group:
    """What stands in a group so far: an endless repeat, a group that comes several times."""

    def __init__(self) -> None:
        self.endless = self.nested = False

    def may_come(self, most: int) -> bool:
        """Few enough times for all the ways in which a long word can be dealt out to them?"""
        limit = _MOST_ENDLESS if self.endless else _MOST_GROUPS
        return most == 1 or (most <= limit and not self.nested)


@lru_cache(maxsize=4096)
def is_plain(pattern: str) -> bool:
    """Does `re` read the pattern as `regex` does, and in time?"""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, Warning, OverflowError, RecursionError):
        return False
    return _is_simple(pattern.removeprefix("(?i)"))


def _is_simple(pattern: str) -> bool:
    groups = [_Group()]
    last: _Group | str | None = None  # what a repeat would speak of
    at = words = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None:
            return False
        at = token.end()
        kind = token.lastgroup
        if kind == "open":
            groups.append(_Group())
        elif kind == "close":
            last = groups.pop()
            groups[-1].endless |= last.endless
            groups[-1].nested |= last.nested
        elif kind == "endless":
            words += last != r"\s"
            if not isinstance(last, str) or words > _MOST_WORDS:
                return False
            groups[-1].endless = True
        elif kind == "most":
            most = int(token["most"])
            if not (last.may_come(most) if isinstance(last, _Group) else most <= _MOST):
                return False
            groups[-1].nested |= isinstance(last, _Group) and most > 1
        else:
            last = token["run"]
    return True
