"""Forms that are right, but not the house's: Kiev where it writes Kyiv, or the other way round.

Silent without ``[house-style]`` in the configuration: no glossary takes a side.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reviewer.checks._context import Code, Context, finding
from reviewer.model import Document, Finding

CODES = {
    "house-form": Code(
        "warning",
        "another form than the house's",
        "The form is in use, but the configuration's [house-style] chooses another.",
    ),
}
OPTIONS: dict[str, Any] = {}


def run(document: Document, context: Context) -> Iterable[Finding]:
    """A finding on every form that the house has decided against."""
    for start, end, wanted in context.shared.style.find(document.text):
        yield finding(
            document,
            start,
            end,
            check="house_style",
            code="house-form",
            severity="warning",
            confidence=1.0,
            message=f"house style: {document.text[start:end]} → {wanted}",
            suggestions=(wanted,),
        )
