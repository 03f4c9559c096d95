"""The quantities of a text: every number with all the values that it may stand for.

A number is read generously (``1,234`` is 1234 and 1.234, ``7 p.m.`` is 7 and 19): two texts
disagree only where no reading of the one is among those of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.checks._numerals import clock, digits, multipliers
from reviewer.checks._numerals.quantity import Quantity, Value
from reviewer.checks._numerals.words import known, word_numbers

# Addresses and hashtags: what is written there is no quantity.
_MASKED = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+|[@#]\w+")
_SPACE = re.compile(r"[ \u00a0\u202f\u2009-]?")
_SERIES = re.compile(r"[ \u00a0]?(?:[-–—/,;…]|\.\.\.?|\w{1,4})[ \u00a0]?(?:\w{1,4}[ \u00a0])?")
_SIGNS = tuple("$€£₽¥")


def read(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; ``lang`` is an ISO 639-1 code, "" where unknown."""
    taken = bytearray(len(text))  # 1 where a quantity or an address stands
    for match in _MASKED.finditer(text):
        _take(taken, *match.span())
    found: list[Quantity] = []

    def add(quantities: Iterator[Quantity]) -> None:
        for quantity in quantities:
            if taken.find(1, quantity.start, quantity.end) < 0:
                found.append(quantity)
                _take(taken, quantity.start, quantity.end)

    if lang == "en":
        add(clock.twelve_hours(text))
    add(digits.phones(text))
    add(clock.dates(text))
    add(clock.clock(text))
    add(digits.fractions(text))
    add(digits.digits(text, lang))
    add(digits.romans(text))
    add(digits.han(text))
    if known(lang):
        add(clock.months(text, lang))
        add(_in_words(text, lang))
    found.sort(key=lambda quantity: quantity.start)
    found = _multiplied(text, lang, found)
    for quantity in found:
        _take(taken, quantity.start, quantity.end)
    add(_bare_multipliers(text, lang))
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _in_words(text: str, lang: str) -> Iterator[Quantity]:
    for word in word_numbers(text, lang):
        values: set[Value] = {float(word.value)}
        if word.value in (0.5, 0.25):
            values |= {word.value * 60, word.value * 100, 1 - word.value}
        if 20 <= word.value <= 90 and word.value % 10 == 0:
            values |= {1900.0 + word.value}
        if word.value == 12:
            values |= {"0:00", 0.0, 24.0}
        firm = not word.prefix and (word.parts > 1 or word.value > 12) and word.value != 100
        yield Quantity(word.start, word.end, frozenset(values), "word", firm=firm, plain=word.value)


def _multiplied(text: str, lang: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers with the thousand, million … after them; of a series each takes the last one's."""
    pattern = multipliers.pattern(lang)
    result: list[Quantity] = []
    for quantity in found:
        if quantity.kind in ("number", "word"):
            end, factor = _factor(text, quantity, pattern)
            if factor > 1:
                values: set[Value] = {
                    round(v * factor, 6) for v in quantity.values if isinstance(v, float)
                }
                if text[end - 1] in "kmb" and text[end - 2].isdigit():  # 400m may be metres
                    values |= quantity.values
                vague = quantity.kind == "word" and quantity.values & {10.0, 100.0}  # tens of
                quantity = replace(
                    quantity,
                    end=end,
                    values=frozenset(values),
                    parts=(),
                    factor=factor,
                    firm=not vague,
                )
        result.append(quantity)
    for index in range(len(result) - 1, 0, -1):
        here, last = result[index - 1], result[index]
        gap = text[here.end : last.start]
        if here.factor == 1 and last.factor > 1 and _SERIES.fullmatch(gap):
            more = {round(v * last.factor, 6) for v in here.values if isinstance(v, float)}
            result[index - 1] = replace(here, values=here.values | more)
        elif here.factor > last.factor and gap.isspace():
            sums = {
                round(a + b, 6)
                for a in here.values
                for b in last.values
                if isinstance(a, float) and isinstance(b, float) and b < here.factor
            }
            result[index - 1] = replace(here, values=here.values | sums)
            result[index] = replace(last, values=last.values | sums)
    return result


def _factor(text: str, quantity: Quantity, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Where the multipliers after a number end, and their product."""
    end, factor = quantity.end, 1
    while True:
        space = _SPACE.match(text, end)
        match = pattern.match(text, space.end() if space else end)
        if not match:
            return end, factor
        if match[0] in ("K", "M", "B") and text[quantity.start - 1 : quantity.start] not in _SIGNS:
            return end, factor  # 3M, 6000K: names and kelvins
        end, factor = match.end(), factor * multipliers.value(match)


def _bare_multipliers(text: str, lang: str) -> Iterator[Quantity]:
    """Each *million*; those that a number stands before are taken already."""
    for match in multipliers.alone(lang).finditer(text):
        value = float(multipliers.value(match))
        yield Quantity(*match.span(), frozenset({value, value / 2}), "word", firm=False)
