"""Which numbers of two texts answer for each other, and which stand in another's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.checks._numerals import multipliers
from reviewer.checks._numerals.quantity import Quantity, Value

_TIME = re.compile(r"[ \u00a0-]?(?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s?\b")
_TIME_FACTORS = (60.0, 24.0, 7.0, 12.0, 3600.0, 30.0, 365.0)
_IMPERIAL = re.compile(
    r"[ \u00a0-]?(?:miles?|mph|f(?:ee|oo)?t|inch(?:es)?|yards?|pounds?|lbs?|ounces?|oz|acres?"
    r"|gallons?|sq|square)\b"
)
_IMPERIAL_FACTORS = (1.609, 3.281, 2.54, 1.094, 2.2046, 28.35, 2.471, 3.785, 10.764, 2.59)
_METRIC = re.compile(
    r"[ \u00a0-]?(?:[kcmd]?m|k?g|mg|ha|l|ml|t|(?:kilo|centi|milli)?(?:met(?:er|re)|gram)s?"
    r"|tons?|tonnes?|hectares?|lit(?:er|re)s?|square|sq|cubic)\b"
)

_MOST = 10_000  # comparisons of single numbers in one segment: more is a table that went astray


def unmatched(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], lang: str, rounding: float
) -> tuple[list[Quantity], list[Quantity]]:
    """The firm numbers of the translation and of the source that nothing answers for.

    First whole numbers meet whole numbers; what is left may also meet the parts of what is left on
    the other side (a date its day, month and year).
    """
    mine, other = _without(ours, _values(theirs)), _without(theirs, _values(ours))
    parts_mine, parts_other = _values(ours) | _parts(mine), _values(theirs) | _parts(other)
    mine, other = _without(mine, parts_other, parts=True), _without(other, parts_mine, parts=True)
    lenient = lang not in multipliers.KNOWN
    met = [
        (a, b)
        for a in mine
        for b in (other if len(mine) * len(other) <= _MOST else ())
        if _rounded(a, b, rounding) or _rounded(b, a, rounding) or (lenient and _scaled(a, b))
    ]
    mine = [a for a in mine if a.firm and all(a is not x for x, _ in met)]
    other = [b for b in other if b.firm and all(b is not y for _, y in met)]
    return mine, other


def _values(quantities: Iterable[Quantity]) -> frozenset[Value]:
    return frozenset().union(*(quantity.values for quantity in quantities))


def _parts(quantities: Iterable[Quantity]) -> frozenset[Value]:
    return frozenset().union(*(part for quantity in quantities for part in quantity.parts))


def _without(
    quantities: Iterable[Quantity], pool: frozenset[Value], *, parts: bool = False
) -> list[Quantity]:
    return [
        q
        for q in quantities
        if not q.values & pool and not (parts and q.parts and all(p & pool for p in q.parts))
    ]


def _rounded(rough: Quantity, exact: Quantity, share: float) -> bool:
    """Is one number the other with its last digits rounded away: 10,700 for 10 690?"""
    for a in rough.values:
        for b in exact.values:
            if not isinstance(a, float) or not isinstance(b, float) or abs(a - b) > share * abs(b):
                continue
            if any(abs(a - step * round(b / step)) < 1e-6 for step in _steps(b)):
                return True
    return False


def _steps(value: float) -> Iterator[float]:
    """Units to which a value may be rounded and keep two digits."""
    step = 10.0 ** (len(str(int(abs(value)))) - 2)
    while step >= 0.1:
        yield step
        step /= 10


def _scaled(a: Quantity, b: Quantity) -> bool:
    """The same digits, and a multiplier that only one language's words tell."""
    return a.plain is not None and a.plain == b.plain and (a.factor == 1) != (b.factor == 1)


def pairs(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], source: str, text: str
) -> list[tuple[Quantity, Quantity, float]]:
    """Which number of the translation stands in the place of which of the source, how surely."""
    if len(ours) * len(theirs) > _MOST:
        return []
    even = len(ours) == len(theirs)
    scored = []
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            confidence = _likeness(mine, other, source, text)
            if even and i == j:
                confidence += 0.2
            elif abs(len(ours) - len(theirs)) > 1:
                confidence -= 0.1
            scored.append((min(confidence, 0.95), -abs(i - j), i, j))
    found = []
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    for confidence, _, i, j in sorted(scored, reverse=True):
        if confidence >= 0.35 and i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            found.append((ours[i], theirs[j], confidence))
    return sorted(found, key=lambda pair: pair[0].start)


def _likeness(mine: Quantity, other: Quantity, source: str, text: str) -> float:
    """How surely the one was meant to be the other: by kind, digits and what they count."""
    if (mine.kind == "month") != (other.kind == "month"):
        return 0.0
    if mine.percent != other.percent or _converted(mine, other, text):
        return 0.3
    from rapidfuzz.distance import Levenshtein

    a, b = _digits(text, mine), _digits(source, other)
    alike = Levenshtein.normalized_similarity(a, b) if a and b else 0.5
    year = is_year(mine, a) == is_year(other, b)
    return 0.35 + 0.35 * alike + (0.1 if year else -0.1)


def _digits(text: str, quantity: Quantity) -> str:
    return "".join(c for c in text[quantity.start : quantity.end] if c.isdigit())


def is_year(quantity: Quantity, digits: str) -> bool:
    return (
        quantity.kind == "number"
        and len(digits) == 4
        and quantity.factor == 1
        and 1000 <= int(digits) < 2100
    )


def _converted(mine: Quantity, other: Quantity, text: str) -> bool:
    """May one be the other in another unit of time or measure?"""
    factors: tuple[float, ...] = ()
    for pattern, ratios in (
        (_TIME, _TIME_FACTORS),
        (_IMPERIAL, _IMPERIAL_FACTORS),
        (_METRIC, (10.0, 100.0, 1000.0, 10_000.0)),
    ):
        if pattern.match(text, mine.end):
            factors += ratios
    return any(
        abs(max(a / b, b / a) / factor - 1) < 0.03
        for a in mine.values
        for b in other.values
        if isinstance(a, float) and isinstance(b, float) and a > 0 and b > 0
        for factor in factors
    )
