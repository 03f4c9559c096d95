"""One number of a text and all that it may stand for."""

from __future__ import annotations

from dataclasses import dataclass

Value = float | str  # a time of day is a string: its minutes after midnight or noon


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text; offsets in code points.

    ``values`` are its readings, ``parts`` the readings of what it is made of, for when no whole
    fits (the day, month and year of a date). ``firm`` is false where the words or signs may as well
    be part of a name or an idiom: such a number answers for another but needs no answer.
    """

    start: int
    end: int
    values: frozenset[Value]
    kind: str = "number"  # number, time, date, month, word, roman
    parts: tuple[frozenset[Value], ...] = ()
    firm: bool = True
    factor: int = 1  # thousand, million …
    plain: float | None = None  # the value before the multiplier
    percent: bool = False
