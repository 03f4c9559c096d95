"""What tells two names apart however alike they are: *Elizabeth II* and *Elizabeth I*."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GENERATIONS = {"jr": "2", "junior": "2", "sr": "1", "senior": "1"}
_ROMAN = re.compile(r"m{0,3}(?:x[lc]|l?x{0,4})(?:i[vx]|v?i{0,4})")


def generation(name: Sequence[str]) -> str | None:
    """The generation or number a name of two tokens or more ends in: ``2`` of *Smith Jr.*"""
    if len(name) < 2:
        return None
    last = name[-1]
    if last.isdigit() or _ROMAN.fullmatch(last):
        return last
    return _GENERATIONS.get(last)


def contradict(left: Sequence[str], right: Sequence[str]) -> bool:
    """Do generations or middle initials of two names say that they are different people's?"""
    numbers = generation(left), generation(right)
    if None not in numbers and numbers[0] != numbers[1]:
        return True
    if min(len(left), len(right)) < 3 or min(len(left[0]), len(right[0])) < 2:
        return False  # J. Smith may be J. R. Smith, but George W. Bush is not George H. W. Bush
    initials = [{t for t in name[1:-1] if len(t) == 1} for name in (left, right)]
    return bool(initials[0] and initials[1]) and initials[0] != initials[1]
