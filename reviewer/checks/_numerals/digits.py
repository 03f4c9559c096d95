"""Numbers in digits, in fractions and in Roman numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reviewer.checks._numerals.clock import minutes
from reviewer.checks._numerals.quantity import Quantity, Value

_DIGITS = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’٫٬]\d+)*"
)
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_FRACTION = re.compile(
    r"(?<![\d/.,])(?:(\d+)[ \u00a0])?(\d{1,2})/(\d{1,2})(?![\d/])|(\d*) ?([½¼¾⅓⅔])"
)
_PHONE = re.compile(r"\+\d[\d \u00a0()-]{7,}\d|\(\d{3,5}\)[ -]?\d[\d -]{4,}\d")
_PERCENT = re.compile(
    r"[ \u00a0]?(?:%|percent|per cent|процент|відсот|proc\b|procent|protsent|prozent|pour cent"
    r"|пункт)",
    re.IGNORECASE,
)
_DECADE = re.compile(r"['’]?s\b|-?[^\W\d_]{1,4}\b")
_ROMAN = re.compile(r"(?<!\w)[IVXLCХІС]{1,7}(?=-?[а-яіa-z]{0,3}(?!\w))")
_VALID_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CENTURY = re.compile(
    r"(?:-?[а-яіa-z]{1,3})?[ \u00a0]?(?:вв?\b|век|ст\b|ст\.|столі|gs\b|gadsimt|a\.|amž|w\.|wiek"
    r"|siècle|saj|jh|jahrh|stol|század|ων)",
    re.IGNORECASE,
)
_LATIN = str.maketrans("ХІС", "XIC")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_HAN_DIGITS = {char: n for n, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = re.compile("[〇零一二三四五六七八九十百千两兩][〇零一二三四五六七八九十百千万萬亿億两兩]*")
_RANGE = re.compile(r"[ \u00a0]?[-–—/][ \u00a0]?")
_CAPITAL = re.compile(r"[A-ZА-Я]")


def phones(text: str) -> Iterator[Quantity]:
    """Telephone numbers, which answer for themselves without country or area code."""
    for match in _PHONE.finditer(text):
        digits = "".join(c for c in match[0] if c.isdigit())[:20]
        ends = frozenset[Value](float(digits[cut:]) for cut in range(len(digits) - 4))
        yield Quantity(*match.span(), ends, "phone", firm=False)


def fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        whole = float(match[1] or match[4] or 0)
        if match[5]:
            values = frozenset[Value]({round(whole + unicodedata.numeric(match[5]), 2)})
            yield Quantity(*match.span(), values)
        elif 0 < int(match[2]) < int(match[3]):
            share = round(whole + int(match[2]) / int(match[3]), 2)
            parts = tuple(frozenset[Value]({float(group)}) for group in match.groups()[:3] if group)
            yield Quantity(*match.span(), frozenset({share}), parts=parts)


def digits(text: str, lang: str) -> Iterator[Quantity]:
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
                values.add(minutes(int(clock[1]), int(clock[2])))
        yield Quantity(
            *match.span(),
            frozenset(values),
            parts=parts if len(parts) > 1 else (),
            firm=not _glued(text, match),
            plain=float(written) if written.isdigit() else _plain(values),
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


def han(text: str) -> Iterator[Quantity]:
    """Numbers in Chinese characters: 三十五, 二〇二二; they answer for others only."""
    for match in _HAN.finditer(text):
        total = current = digit = 0
        for char in match[0]:
            if char in _HAN_UNITS:
                current, digit = current + (digit or 1) * _HAN_UNITS[char], 0
            elif char in _HAN_MYRIADS:
                total, current, digit = total + (current + digit or 1) * _HAN_MYRIADS[char], 0, 0
            else:
                digit = digit * 10 + _HAN_DIGITS[char]
        values = frozenset[Value]({float(total + current + digit)})
        yield Quantity(*match.span(), values, "word", firm=False)


def romans(text: str) -> Iterator[Quantity]:
    for match in _ROMAN.finditer(text):
        numeral = match[0].translate(_LATIN)
        if _VALID_ROMAN.fullmatch(numeral) and (len(numeral) > 1 or numeral in "VX"):
            digits = [_ROMAN_VALUES[letter] for letter in numeral]
            following = [*digits[1:], 0]
            total = sum(-a if a < b else a for a, b in zip(digits, following, strict=True))
            firm = _CENTURY.match(text, match.end()) is not None
            values = frozenset[Value]({float(total)})
            yield Quantity(*match.span(), values, "roman", firm=firm)
