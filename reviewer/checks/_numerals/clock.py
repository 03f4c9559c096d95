"""Times of day, dates and months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks._numerals.quantity import Quantity, Value
from reviewer.checks._numerals.words import words_of

_DATE = re.compile(
    r"(?<![\d.])(?:(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})-(\d\d)-(\d\d))(?![\d])"
)
_CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4])(?:[:h]|-(?=00))([0-5]\d)(?![\d:.,]\d|\d)")
_AMPM = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:[:.]?([0-5]\d))?[ \u00a0]?([ap])\.?[ ]?m\b\.?", re.IGNORECASE
)
_BY_DIGIT = re.compile(r"\d(?:st|nd|rd|th|\.|-?[^\W\d_]{1,3})?[ \u00a0](?:of |de )?\Z")
_DIGIT_NEXT = re.compile(r"[ \u00a0,]{1,2}\d")


def minutes(hour: int, minute: int) -> str:
    return f"{hour % 12}:{minute:02}"


def twelve_hours(text: str) -> Iterator[Quantity]:
    for match in _AMPM.finditer(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour <= 24:
            later = hour % 12 + (12 if match[3] in "pP" else 0)
            hours = frozenset[Value]({float(hour), float(later)})
            values = frozenset[Value]({minutes(hour, minute)})
            parts = (hours, frozenset[Value]({float(minute)})) if minute else (hours,)
            yield Quantity(*match.span(), values if minute else values | hours, "time", parts)


def clock(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        values: set[Value] = {minutes(hour, minute)}
        hours = frozenset[Value]({float(hour), float(hour % 12)})
        if not minute:
            values |= hours
        yield Quantity(
            *match.span(), frozenset(values), "time", (hours, frozenset({float(minute)}))
        )


def dates(text: str) -> Iterator[Quantity]:
    for match in _DATE.finditer(text):
        numbers = [int(group) for group in match.groups() if group and group.isdigit()]
        if sum(number <= 12 for number in numbers) and sum(number <= 31 for number in numbers) > 1:
            parts = tuple(_year(n) if 31 < n < 100 else frozenset({float(n)}) for n in numbers)
            if len(match[4] or "") == 2:
                parts = (*parts[:2], _year(numbers[2]))
            yield Quantity(*match.span(), frozenset({match[0]}), "date", parts)


def _year(short: int) -> frozenset[Value]:
    return frozenset({float(short), 1900.0 + short, 2000.0 + short})


def months(text: str, lang: str) -> Iterator[Quantity]:
    for match in words_of(lang).month.finditer(text):
        if lang == "en" and not match[0][0].isupper():
            continue
        number = float((match.lastgroup or "n0")[1:])
        near = _BY_DIGIT.search(text, max(0, match.start() - 12), match.start())
        firm = bool(near or _DIGIT_NEXT.match(text, match.end()))
        yield Quantity(*match.span(), frozenset({number}), "month", firm=firm)
