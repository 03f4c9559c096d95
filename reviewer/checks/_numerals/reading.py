"""The quantities of a text: every number with all the values that it may stand for.

A number is read generously (``1,234`` is 1234 and 1.234, ``7 p.m.`` is 7 and 19): two texts
disagree only where no reading of the one is among those of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.checks._numerals import multipliers
from reviewer.checks._numerals.words import known, word_numbers, words_of

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


_DIGITS = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’٫٬]\d+)*"
)
_DATE = re.compile(
    r"(?<![\d.])(?:(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})-(\d\d)-(\d\d))(?![\d])"
)
_CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4])(?:[:h]|-(?=00))([0-5]\d)(?![\d:.,]\d|\d)")
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_FRACTION = re.compile(
    r"(?<![\d/.,])(?:(\d+)[ \u00a0])?(\d{1,2})/(\d{1,2})(?![\d/])|(\d*) ?([½¼¾⅓⅔])"
)
_AMPM = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:[:.]?([0-5]\d))?[ \u00a0]?([ap])\.?[ ]?m\b\.?", re.IGNORECASE
)
# Addresses, telephone numbers, hashtags: what is written there is no quantity.
_MASKED = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|[@#]\w+|\+\d[\d \u00a0()-]{7,}\d"
    r"|\(\d{3,5}\)[ -]?\d[\d -]{4,}\d"
)
_PERCENT = re.compile(
    r"[ \u00a0]?(?:%|percent|per cent|процент|відсот|procent|protsent|prozent|pour cent|пункт)",
    re.IGNORECASE,
)
_DECADE = re.compile(r"['’]?s\b|-?[^\W\d_]{1,4}\b")
_SPACE = re.compile(r"[ \u00a0\u202f\u2009-]?")
_ROMAN = re.compile(r"(?<!\w)[IVXLCХІС]{1,7}(?=-?[а-яіa-z]{0,3}(?!\w))")
_VALID_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CENTURY = re.compile(
    r"(?:-?[а-яіa-z]{1,3})?[ \u00a0]?(?:вв?\b|век|ст\b|ст\.|столі|gs\b|gadsimt|a\.|amž|w\.|wiek"
    r"|siècle|saj|jh|jahrh|stol|század|ων)",
    re.IGNORECASE,
)
_LATIN = str.maketrans("ХІС", "XIC")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_RANGE = re.compile(r"[ \u00a0]?[-–—/][ \u00a0]?")
_SERIES = re.compile(r"[ \u00a0]?(?:[-–—/,;…]|\.\.\.?|\w{1,4})[ \u00a0]?(?:\w{1,4}[ \u00a0])?")
_SIGNS = tuple("$€£₽¥")
_CAPITAL = re.compile(r"[A-ZА-Я]")


def read(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; ``lang`` is an ISO 639-1 code, "" where unknown."""
    taken = [match.span() for match in _MASKED.finditer(text)]
    found: list[Quantity] = []

    def add(quantities: Iterator[Quantity]) -> None:
        for quantity in quantities:
            if all(quantity.end <= low or high <= quantity.start for low, high in taken):
                found.append(quantity)
                taken.append((quantity.start, quantity.end))

    if lang == "en":
        add(_twelve_hours(text))
    add(_dates(text))
    add(_clock(text))
    add(_fractions(text))
    add(_digits(text, lang))
    add(_romans(text))
    if known(lang):
        add(_months(text, lang))
        add(_in_words(text, lang))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(_bare_multipliers(text, lang, _multiplied(text, lang, found)))


def _minutes(hour: int, minute: int) -> str:
    return f"{hour % 12}:{minute:02}"


def _twelve_hours(text: str) -> Iterator[Quantity]:
    for match in _AMPM.finditer(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour <= 24:
            later = hour % 12 + (12 if match[3] in "pP" else 0)
            hours = frozenset[Value]({float(hour), float(later)})
            values = frozenset[Value]({_minutes(hour, minute)})
            parts = (hours, frozenset[Value]({float(minute)})) if minute else (hours,)
            yield Quantity(*match.span(), values if minute else values | hours, "time", parts)


def _clock(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        values: set[Value] = {_minutes(hour, minute)}
        hours = frozenset[Value]({float(hour), float(hour % 12)})
        if not minute:
            values |= hours
        yield Quantity(
            *match.span(), frozenset(values), "time", (hours, frozenset({float(minute)}))
        )


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        whole = float(match[1] or match[4] or 0)
        if match[5]:
            values = frozenset[Value]({round(whole + unicodedata.numeric(match[5]), 2)})
            yield Quantity(*match.span(), values)
        elif 0 < int(match[2]) < int(match[3]):
            share = round(whole + int(match[2]) / int(match[3]), 2)
            parts = tuple(frozenset[Value]({float(group)}) for group in match.groups()[:3] if group)
            yield Quantity(*match.span(), frozenset({share}), parts=parts)


def _dates(text: str) -> Iterator[Quantity]:
    for match in _DATE.finditer(text):
        numbers = [int(group) for group in match.groups() if group and group.isdigit()]
        if sum(number <= 12 for number in numbers) and sum(number <= 31 for number in numbers) > 1:
            parts = tuple(_year(n) if 31 < n < 100 else frozenset({float(n)}) for n in numbers)
            if len(match[4] or "") == 2:
                parts = (*parts[:2], _year(numbers[2]))
            yield Quantity(*match.span(), frozenset({match[0]}), "date", parts)


def _year(short: int) -> frozenset[Value]:
    return frozenset({float(short), 1900.0 + short, 2000.0 + short})


def _digits(text: str, lang: str) -> Iterator[Quantity]:
    before: tuple[int, float] | None = None
    for match in _DIGITS.finditer(text):
        written = match[0]
        values = set(_values(written))
        parts = tuple(frozenset[Value]({float(n)}) for n in re.findall(r"\d+", written))
        if written.isdigit():
            value = float(written)
            values |= _as_year(text, match, value, lang)
            if before and value < 100 <= before[1] < 2200 and _ranges(text, before[0], match):
                values.add(before[1] // 100 * 100 + value)
            before = (match.end(), value)
        else:
            before = None
            if clock := _DOTTED_CLOCK.fullmatch(written):
                values.add(_minutes(int(clock[1]), int(clock[2])))
        yield Quantity(
            *match.span(),
            frozenset(values),
            parts=parts if len(parts) > 1 else (),
            firm=not _glued(text, match),
            plain=_plain(values),
            percent=_PERCENT.match(text, match.end()) is not None,
        )


def _ranges(text: str, end: int, match: re.Match[str]) -> bool:
    return _RANGE.fullmatch(text, end, match.start()) is not None


def _plain(values: set[Value]) -> float | None:
    numbers = [value for value in values if isinstance(value, float)]
    return numbers[0] if len(numbers) == 1 else None


def _glued(text: str, match: re.Match[str]) -> bool:
    """Is the number part of a name: COVID-19, Ил-76, G7, 5G?"""
    before = text[max(0, match.start() - 2) : match.start()]
    joined = before[-1:].isalpha() or (before[-1:] in "-‑–" and before[:1].isalpha())
    return joined or _CAPITAL.match(text, match.end()) is not None


def _values(written: str) -> Iterator[Value]:
    """What digits with separators may stand for, whichever country wrote them."""
    bare = re.sub(r"[ \u00a0\u202f\u2009'’٬]", "", written).replace("٫", ",")
    marks = re.findall(r"[.,]", bare)
    if not marks:
        yield float(bare)
        return
    groups = re.split(r"[.,]", bare)
    thousands = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if thousands and len(set(marks)) == 1:
        yield float("".join(groups))
    if len(marks) == 1 or (len(set(marks[:-1])) == 1 and marks[-1] != marks[0]):
        yield float("".join(groups[:-1]) + "." + groups[-1])


def _as_year(text: str, match: re.Match[str], value: float, lang: str) -> set[Value]:
    """A year or decade in short and in full: the 90s, ’45, 90-е, 1990er."""
    short = text[match.start() - 1 : match.start()] in ("'", "’")
    if not short and not _DECADE.match(text, match.end()):
        return set()
    if lang == "en" and not short and text[match.end() : match.end() + 2].strip("'’")[:1] != "s":
        return set()
    if value < 100:
        return {1900.0 + value, 2000.0 + value, 1800.0 + value}
    return {value % 100} if 1800 <= value < 2100 else set()


def _romans(text: str) -> Iterator[Quantity]:
    for match in _ROMAN.finditer(text):
        numeral = match[0].translate(_LATIN)
        if _VALID_ROMAN.fullmatch(numeral) and (len(numeral) > 1 or numeral in "VX"):
            digits = [_ROMAN_VALUES[letter] for letter in numeral]
            following = [*digits[1:], 0]
            total = sum(-a if a < b else a for a, b in zip(digits, following, strict=True))
            firm = _CENTURY.match(text, match.end()) is not None
            values = frozenset[Value]({float(total)})
            yield Quantity(*match.span(), values, "roman", firm=firm)


_BY_DIGIT = re.compile(r"\d(?:st|nd|rd|th|\.|-?[^\W\d_]{1,3})?[ \u00a0](?:of |de )?\Z")
_DIGIT_NEXT = re.compile(r"[ \u00a0,]{1,2}\d")


def _months(text: str, lang: str) -> Iterator[Quantity]:
    for match in words_of(lang).month.finditer(text):
        if lang == "en" and not match[0][0].isupper():
            continue
        number = float((match.lastgroup or "n0")[1:])
        near = _BY_DIGIT.search(text, max(0, match.start() - 12), match.start())
        firm = bool(near or _DIGIT_NEXT.match(text, match.end()))
        yield Quantity(*match.span(), frozenset({number}), "month", firm=firm)


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


def _bare_multipliers(text: str, lang: str, found: list[Quantity]) -> Iterator[Quantity]:
    """The quantities, and each *million* that no number stands before."""
    yield from found
    spans = [(quantity.start, quantity.end) for quantity in found]
    for match in re.finditer(
        rf"(?<!\w)(?:{multipliers.pattern(lang).pattern})", text, re.IGNORECASE
    ):
        start, end = match.span()
        if all(end <= low or high <= start for low, high in spans):
            value = float(multipliers.value(match))
            values = frozenset[Value]({value, value / 2})
            yield Quantity(start, end, values, "word", firm=False)
