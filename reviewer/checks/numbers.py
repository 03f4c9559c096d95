"""Numbers of the source that the translation does not keep.

False alarms are avoided by reading every number generously (both conventions of separators, words,
12-hour times, decades, centuries, rounding, conversions of units) and by accusing a number of the
translation only where the source holds another one that nothing in the translation stands for.
Numbers in names (*COVID-19*), telephone numbers and addresses accuse nothing. Where the pairing of
the texts is unsure nothing goes above ``info``; neither does what one side alone has, unless it is
an amount (a large number, a percentage, millions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from reviewer.align import aligned
from reviewer.checks._context import Code, Context
from reviewer.model import Document, Finding

CODES = {
    "number-mismatch": Code(
        "warning",
        "another number than in the source",
        "The source holds a number that is missing here, and this one stands in its place.",
    ),
    "unit-mismatch": Code(
        "warning",
        "another unit than in the source",
        "The number is the source's, and the currency or measure beside it is another.",
    ),
    "number-missing": Code(
        "info",
        "a number of the source is missing",
        "Nothing in the translation stands for a number of the source sentence.",
    ),
    "number-added": Code(
        "info",
        "a number that the source does not hold",
        "Nothing in the source sentence stands for this number.",
    ),
}
OPTIONS: dict[str, Any] = {"rounding": 0.05}  # how far a rounded number may lie off, as a share

_DIGIT = re.compile(r"\d")


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Compare every pair of source and translation that holds digits."""
    rounding = float(context.options.get("rounding", OPTIONS["rounding"]))
    for segment in aligned(document):
        text, source = document.text[segment.start : segment.end], segment.source or ""
        if _DIGIT.search(text) or _DIGIT.search(source):
            from reviewer.checks._numerals.findings import compare

            yield from compare(document, segment, rounding)
