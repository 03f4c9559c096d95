"""Names that the source holds must stand in the translation, as the glossary has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reviewer.checks._context import Code, Context
from reviewer.model import Document, Finding

CODES = {
    "wrong-name": Code(
        "error",
        "not the source's name",
        "The source holds a name of the glossary; in its place the translation has something else.",
    ),
    "missing-name": Code(
        "info",
        "a name of the source is missing",
        "The source holds a name of the glossary that the translation does not show.",
    ),
}
OPTIONS: dict[str, Any] = {}


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Findings on names of the source that the translation garbles, swaps or leaves out."""
    if not document.segments or not len(context.glossary):
        return ()
    # Loaded where there is a source: most runs have none.
    from reviewer.checks._translated_names import names_of_the_source

    return names_of_the_source(document, context.matcher)
