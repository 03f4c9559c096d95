"""What every match of a pattern must contain, read from the pattern itself.

A regular expression is costly to compile and to run; most paragraphs that hold a rule's trigger
lack one of its other words, and looking for a literal costs next to nothing. Where the pattern says
something that is not understood here, nothing is required: the filter passes too much, never too
little.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

Required = tuple[tuple[str, ...], ...]  # of each, one must be there; in lower case

_SHORTEST = 2  # letters; what is shorter is everywhere
_ZERO_WIDTH = frozenset("bBAZmMG")  # \b and the like
_ONE_CHARACTER = frozenset("dDsSwWntrfvRX0123456789")  # \d and the like, and \1
_ARGUMENT = {"x": 2, "u": 4, "U": 8}  # hexadecimal digits that follow
_BRACED = frozenset("pPNLg")  # \p{…}, \N{…}, \L<…>, \g<…>


class _UnknownError(Exception):
    """Syntax that this reader does not understand."""


@lru_cache(maxsize=4096)
def required(pattern: str) -> Required:
    """The literals of each match, as a conjunction of choices; empty where nothing is certain.

    The longest come first: they fail soonest.
    """
    reader = _Reader(pattern)
    try:
        found = reader.choice()
    except (_UnknownError, IndexError):
        return ()
    return tuple(sorted(found, key=_weight, reverse=True)) if reader.at == len(pattern) else ()


@dataclass
class _Reader:
    """Reads a pattern once from left to right; ``at`` is how far it got."""

    pattern: str
    at: int = 0

    def choice(self) -> Required:
        """Branches up to the closing bracket or the end: what all have, or one of each."""
        branches = [self._branch()]
        while self._take("|"):
            branches.append(self._branch())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return ()
        best = [max(branch, key=_weight) for branch in branches]
        return (tuple(dict.fromkeys(word for choice in best for word in choice)),)

    def _branch(self) -> Required:
        found: list[tuple[str, ...]] = []
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            atom = self._atom()
            least, most = self._repeats()
            if isinstance(atom, str) and (least, most) == (1, 1):
                run += atom
                if atom:
                    continue
                found += _kept([run])
                run = ""
            else:
                found += _kept([run])
                run = ""
                if least:
                    found += _kept([atom]) if isinstance(atom, str) else atom
        return (*found, *_kept([run]))

    def _atom(self) -> str | Required:
        """A literal letter; an empty string for what is none; or what a group requires."""
        char = self.pattern[self.at]
        self.at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape()
        if char in "^$":
            return ()
        return "" if char == "." else _lower(char)

    def _group(self) -> Required:
        if not self._take("?"):
            return self._closed(self.choice())
        if self._take(":") or self._take(">"):
            return self._closed(self.choice())
        if self._take("P<") or (
            self.pattern[self.at] == "<" and self.pattern[self.at + 1] not in "=!"
        ):
            self.at = self.pattern.index(">", self.at) + 1
            return self._closed(self.choice())
        if any(self._take(mark) for mark in ("=", "!", "<=", "<!")):
            self._closed(self.choice())
            return ()
        flags = self.pattern[self.at : self.pattern.find(")", self.at)]
        if flags in ("i", "s", "m", "a", "u", "im", "is", "ms"):
            self.at += len(flags) + 1
            return ()
        raise _UnknownError

    def _closed(self, found: Required) -> Required:
        if not self._take(")"):
            raise _UnknownError
        return found

    def _class(self) -> str:
        """The letter of a class like ``[Tt]``, else an empty string."""
        start = self.at
        self._take("^")
        self._take("]")  # first, it stands for itself
        while self.pattern[self.at] != "]":
            if self.pattern[self.at] in "[&|~":  # sets within sets
                raise _UnknownError
            self.at += 2 if self.pattern[self.at] == "\\" else 1
        inside = self.pattern[start : self.at]
        self.at += 1
        letters = {char.lower() for char in inside}
        return letters.pop() if len(letters) == 1 and inside.isalpha() else ""

    def _escape(self) -> str | Required:
        char = self.pattern[self.at]
        self.at += 1
        if char in _ZERO_WIDTH:
            return ()
        if char in _ARGUMENT:
            self.at += _ARGUMENT[char]
        elif char in _BRACED:
            closing = {"{": "}", "<": ">"}.get(self.pattern[self.at])
            if closing is None:
                raise _UnknownError
            self.at = self.pattern.index(closing, self.at) + 1
        elif char not in _ONE_CHARACTER:
            if char.isalnum():
                raise _UnknownError
            return _lower(char)
        return ""

    def _repeats(self) -> tuple[int, int]:
        """How often the atom just read must and may come, 2 standing for more."""
        least, most = 1, 1
        if self._take("?"):
            least, most = 0, 1
        elif self._take("*"):
            least, most = 0, 2
        elif self._take("+"):
            most = 2
        elif self._take("{"):
            numbers = self.pattern[self.at : self.pattern.index("}", self.at)]
            self.at += len(numbers) + 1
            first, comma, _ = numbers.partition(",")
            if not first.isdigit():  # {,3}, or regex's fuzzy matching
                raise _UnknownError
            least, most = min(int(first), 1), 2 if comma or int(first) != 1 else 1
        else:
            return 1, 1
        if not self._take("?"):  # lazy
            self._take("+")  # possessive
        return least, most

    def _take(self, mark: str) -> bool:
        if self.pattern.startswith(mark, self.at):
            self.at += len(mark)
            return True
        return False


def _kept(words: Iterable[str]) -> list[tuple[str, ...]]:
    return [(word,) for word in words if len(word) >= _SHORTEST]


def _weight(choice: tuple[str, ...]) -> tuple[int, int]:
    """The longer its shortest literal and the fewer they are, the more a choice tells."""
    return min(map(len, choice)), -len(choice)


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else ""
