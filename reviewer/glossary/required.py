"""What every match of a pattern must contain, read from the pattern itself.

A regular expression is costly to compile and to run; most texts that hold a rule's trigger lack the
words beside it, and looking for a literal costs next to nothing. A literal here is what `said`
makes of a text: small letters of ASCII, zeros for digits, one blank for whatever else is between.
Where the pattern says something that is not understood here, nothing is required: the filter passes
too much, never too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.glossary.said import Required, said

_SHORTEST = 2  # letters; what is shorter is everywhere
_MOST = 24  # ways to write one literal that are told apart
_MANY = 9  # times that are not counted
_ZERO_WIDTH = frozenset("ABGZmM")  # \A and the like
_BLANK = frozenset("bsWntrfvR")  # \b, which what is no word stands on one side of, \s and the like
_ONE_CHARACTER = frozenset("DSwX0123456789")  # \D and the like, and \1
_ARGUMENT = {"x": 2, "u": 4, "U": 8}  # hexadecimal digits that follow
_BRACED = frozenset("pPNLg")  # \p{…}, \N{…}, \L<…>, \g<…>


@lru_cache(maxsize=4096)
def required(pattern: str) -> Required:
    """The literals of each match, as a conjunction of choices; empty where nothing is certain.

    The longest come first: they fail soonest.
    """
    reader = _Reader(pattern)
    try:
        found = _certain(reader.choice())
    except (_UnknownError, IndexError):
        return ()
    return tuple(sorted(found, key=_weight, reverse=True)) if reader.at == len(pattern) else ()


class _UnknownError(Exception):
    """Syntax that this reader does not understand."""


class _Part(NamedTuple):
    """Part of a pattern: the ways to write it, all of them; or, where these are none, what it must
    contain.
    """

    ways: tuple[str, ...] = ()
    required: Required = ()


_UNKNOWN, _EMPTY, _BLANKS = _Part(), _Part(("",)), _Part((" ",))


class _Reader:
    """Reads a pattern once from left to right; ``at`` is how far it got."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def choice(self) -> _Part:
        """Branches up to the closing bracket or the end: the ways of all, or what all require."""
        branches = [self._branch()]
        while self._take("|"):
            branches.append(self._branch())
        if len(branches) == 1:
            return branches[0]
        ways = dict.fromkeys(way for branch in branches for way in branch.ways)
        if all(branch.ways for branch in branches) and len(ways) <= _MOST:
            return _Part(tuple(ways))
        certain = [_certain(branch) for branch in branches]
        if not all(certain):
            return _UNKNOWN
        best = [max(choices, key=_weight) for choices in certain]
        return _Part((), (tuple(dict.fromkeys(way for choice in best for way in choice)),))

    def _branch(self) -> _Part:
        found: list[tuple[str, ...]] = []
        run: tuple[str, ...] = ("",)
        whole = True
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            part = self._atom()
            least, most = self._repeats()
            ways = _repeated(part.ways, least, most)
            joined = _joined(run, ways)
            if joined:
                run = joined
                continue
            whole = False
            found += _kept(_joined(run, part.ways if least else ()) or run)
            found += part.required if least else ()
            run = part.ways if least and part.ways else ("",)
        return _Part(run) if whole else _Part((), (*found, *_kept(run)))

    def _atom(self) -> _Part:
        char = self.pattern[self.at]
        self.at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape()
        if char in "^$":
            return _EMPTY
        return _UNKNOWN if char == "." else _Part((_letter(char),))

    def _group(self) -> _Part:
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
            return _EMPTY
        flags = self._flags()
        if flags not in ("i", "s", "m", "a", "u", "im", "is", "ms"):
            raise _UnknownError
        return self._closed(self.choice()) if self._take(":") else self._closed(_EMPTY)

    def _flags(self) -> str:
        start = self.at
        while self.pattern[self.at].isalpha():
            self.at += 1
        return self.pattern[start : self.at]

    def _closed(self, part: _Part) -> _Part:
        if not self._take(")"):
            raise _UnknownError
        return part

    def _class(self) -> _Part:
        """One of the characters of a class like ``[Tt]``, where they are told one by one."""
        told = not self._take("^")
        letters: dict[str, None] = {}
        first = True
        while first or self.pattern[self.at] != "]":  # first, it stands for itself
            char = self.pattern[self.at]
            self.at += 1
            if char in "[&|~":  # sets within sets
                raise _UnknownError
            if char == "\\":
                part = self._escape()
                told = told and bool(part.ways) and self.pattern[self.at - 1] != "b"
                letters.update(dict.fromkeys(part.ways))
            else:
                letters[_letter(char)] = None
            if self.pattern[self.at] == "-" and self.pattern[self.at + 1] != "]":  # a range
                told = told and char.isdecimal() and self.pattern[self.at + 1].isdecimal()
                self.at += 1
            first = False
        self.at += 1
        return _Part(tuple(letters)) if told and len(letters) <= _MOST else _UNKNOWN

    def _escape(self) -> _Part:
        char = self.pattern[self.at]
        self.at += 1
        if char in _ZERO_WIDTH:
            return _EMPTY
        if char in _BLANK:
            return _BLANKS
        if char == "d":
            return _Part(("0",))
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
            return _Part((_letter(char),))
        return _UNKNOWN

    def _repeats(self) -> tuple[int, int]:
        """How often the atom just read must and may come."""
        if self._take("?"):
            least, most = 0, 1
        elif self._take("*"):
            least, most = 0, _MANY
        elif self._take("+"):
            least, most = 1, _MANY
        elif self._take("{"):
            numbers = self.pattern[self.at : self.pattern.index("}", self.at)]
            self.at += len(numbers) + 1
            first, comma, last = numbers.partition(",")
            if not first.isdigit() or not (last or "0").isdigit():  # {,3}, or fuzzy matching
                raise _UnknownError
            least, most = int(first), int(last or _MANY) if comma else int(first)
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


def _letter(char: str) -> str:
    return said(char).strip() or " "


def _repeated(ways: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
    """The ways to write something so often; none where they are unknown or too many."""
    if ways == (" ",):
        least, most = min(least, 1), min(most, 1)
    if not ways or most >= _MANY:
        return ()
    found: dict[str, None] = {}
    times: tuple[str, ...] = ("",)
    for count in range(most + 1):
        found.update(dict.fromkeys(times if count >= least else ()))
        times = _joined(times, ways)
    return tuple(found) if 0 < len(found) <= _MOST and (times or most == 1) else ()


def _joined(run: Sequence[str], ways: Sequence[str]) -> tuple[str, ...]:
    """Each with each, two blanks being one; none where they are too many."""
    if len(run) * len(ways) > _MOST:
        return ()
    return tuple(
        dict.fromkeys(
            one + (other[1:] if one[-1:] == other[:1] == " " else other)
            for one in run
            for other in ways
        )
    )


def _certain(part: _Part) -> Required:
    return (*part.required, *_kept(part.ways))


def _kept(ways: tuple[str, ...]) -> list[tuple[str, ...]]:
    least = min((len(way.strip()) for way in ways), default=0)
    return [ways] if least >= _SHORTEST else []


def _weight(choice: Iterable[str]) -> tuple[int, int]:
    """The longer its shortest literal and the fewer they are, the more a choice tells."""
    ways = list(choice)
    return min(map(len, ways)), -len(ways)
