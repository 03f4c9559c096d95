"""What is said about numbers that do not agree, and what is suggested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.align import SURE
from reviewer.checks._context import finding
from reviewer.checks._numerals.comparing import is_year, pairs, unmatched
from reviewer.checks._numerals.quantity import Quantity
from reviewer.checks._numerals.reading import read
from reviewer.checks._numerals.units import unit
from reviewer.checks._numerals.words import known
from reviewer.model import Document, Finding, Segment
from reviewer.text import sentence, visible

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


def compare(document: Document, segment: Segment, rounding: float) -> Iterator[Finding]:
    """Findings on one pair of source and translation."""
    text, source = document.text[segment.start : segment.end], segment.source or ""
    lang = _primary(segment.source_lang)
    mine_all, other_all = read(text, "en"), read(source, lang)
    yield from _units(document, segment, mine_all, other_all)
    ours, theirs = unmatched(mine_all, other_all, lang, rounding)
    for mine, other, confidence in pairs(ours, theirs, source, text):
        ours.remove(mine)
        theirs.remove(other)
        sure = segment.confidence >= SURE and confidence >= 0.6
        written = source[other.start : other.end]
        start, end = _span(text, mine)
        yield finding(
            document,
            segment.start + start,
            segment.start + end,
            check="numbers",
            code="number-mismatch",
            severity="warning" if sure else "info",
            confidence=confidence * segment.confidence,
            message=f"the source has {visible(written)}, not {visible(text[start:end])}",
            suggestions=_suggestions(other, written, mine, text[start:end]),
            explanation=(f"source: {visible(_around(source, other))}",),
        )
    for other in theirs:
        yield _missing(document, segment, source, other)
    for mine in ours:
        if mine.kind in ("number", "date", "time"):
            yield _added(document, segment, mine, sure=known(lang))


def _units(
    document: Document, segment: Segment, ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[Finding]:
    """The same number with another currency or measure beside it: 50 km, 50 miles."""
    text, source = document.text[segment.start : segment.end], segment.source or ""
    lang = _primary(segment.source_lang)
    for mine in ours:
        kind, name = unit(text, mine.start, mine.end, "en") if mine.firm else ("", "")
        same = [q for q in theirs if kind and q.values & mine.values]
        units = [unit(source, q.start, q.end, lang or "und") for q in same]
        if not units or any(u != kind or other == name for u, other in units):
            continue
        yield finding(
            document,
            segment.start + mine.start,
            segment.start + mine.end,
            check="numbers",
            code="unit-mismatch",
            severity="warning" if segment.confidence >= SURE else "info",
            confidence=0.8 * segment.confidence,
            message=f"the source counts in {units[0][1]}, not in {name}",
            explanation=(f"source: {visible(_around(source, same[0]))}",),
        )


def _primary(lang: str | None) -> str:
    return (lang or "").replace("_", "-").partition("-")[0].lower()


def _span(text: str, quantity: Quantity) -> tuple[int, int]:
    """The number with its ordinal ending: 22nd."""
    ending = _ORDINAL.match(text, quantity.end)
    return quantity.start, ending.end() if ending else quantity.end


def _suggestions(other: Quantity, written: str, mine: Quantity, replaced: str) -> tuple[str, ...]:
    """The source's number as English writes it, in the manner of what it replaces."""
    if other.kind == "month":
        return (_MONTHS[int(_number(other)) - 1],)
    if other.kind == "time":
        return (written.replace(".", ":").replace("h", ":"),)
    if other.kind == "date":
        return (written,)
    value = _number(other)
    ending = _ORDINAL.search(replaced)
    if ending and value == int(value):
        return (f"{int(value)}{_ordinal(int(value))}",)
    comma = "," in replaced or value >= 10_000
    if mine.factor > 1 and value >= mine.factor / 10:
        _, space, unit = replaced.partition(" ")
        return (_english(value / mine.factor, False) + space + unit,)
    return (_english(value, comma),)


def _number(quantity: Quantity) -> float:
    """The likeliest reading: what has a multiplier or separators of thousands is large."""
    numbers = [value for value in quantity.values if isinstance(value, float | int)]
    if quantity.plain is not None and quantity.factor == 1:
        return quantity.plain
    return max(numbers, default=0.0)


def _english(value: float, comma: bool) -> str:
    if value == int(value):
        return f"{int(value):,}" if comma else str(int(value))
    return f"{value:,.10g}" if comma else f"{value:.10g}"


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _around(source: str, quantity: Quantity) -> str:
    low, high = max(0, quantity.start - 30), min(len(source), quantity.end + 30)
    before = source[low : quantity.start].split(" ", 1)[-1] if low else source[: quantity.start]
    after = source[quantity.end : high]
    after = after if high == len(source) else after.rsplit(" ", 1)[0]
    return f"{before}{source[quantity.start : quantity.end]}{after}"


def _missing(document: Document, segment: Segment, source: str, other: Quantity) -> Finding:
    """The sentence that should hold the number: as far into the text as it is into the source."""
    share = other.start / max(1, len(source))
    at = segment.start + int(share * (segment.end - segment.start - 1))
    start, end = sentence(document.text, at)
    written = source[other.start : other.end]
    sure = segment.confidence >= SURE and _is_amount(written, other)
    return finding(
        document,
        start,
        end,
        check="numbers",
        code="number-missing",
        severity="warning" if sure else "info",
        confidence=(0.7 if sure else 0.5) * segment.confidence,
        message=f"the source has {visible(written)}; nothing here stands for it",
        explanation=(f"source: {visible(_around(source, other))}",),
    )


def _is_amount(written: str, quantity: Quantity) -> bool:
    """Is the number too telling to be left out or added freely, as years and small ones are?"""
    if quantity.kind != "number":
        return False
    digits = [c for c in written if c.isdigit()]
    large = len(digits) > 2 and not is_year(quantity, "".join(digits))
    return large or quantity.percent or quantity.factor > 1


def _added(document: Document, segment: Segment, mine: Quantity, *, sure: bool) -> Finding:
    start, end = segment.start + mine.start, segment.start + mine.end
    written = document.text[start:end]
    sure = sure and segment.confidence >= SURE and _is_amount(written, mine)
    return finding(
        document,
        start,
        end,
        check="numbers",
        code="number-added",
        severity="warning" if sure else "info",
        confidence=(0.65 if sure else 0.4) * segment.confidence,
        message=f"the source sentence has no {visible(written)}",
    )
