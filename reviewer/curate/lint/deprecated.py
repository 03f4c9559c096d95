"""Deprecated forms that would flag what is right: ordinary words, other people's names."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks._context import Code
from reviewer.curate.lint._problem import Context, Problem
from reviewer.glossary.model import Term
from reviewer.names.words import is_person_name, is_word
from reviewer.text import fold

CODES = {
    "deprecated-word": Code(
        "error",
        "a deprecated form that is an ordinary English word",
        "Every sentence that begins with the word would be flagged.",
    ),
    "deprecated-name": Code(
        "warning",
        "a deprecated form that somebody rightly bears",
        "The single name is usual in English: others of that name would be flagged.",
    ),
}


def term(term: Term, _context: Context) -> Iterator[Problem]:
    """Look at the single words among the deprecated forms."""
    for form in term.deprecated:
        folded = fold(form)
        if is_word(folded):
            message = f"{form!r} is an ordinary English word"
            yield Problem("deprecated-word", message, "deprecated", form)
        elif term.kind == "person" and is_person_name(folded):
            message = f"{form!r} is a name that others rightly bear"
            yield Problem("deprecated-name", message, "deprecated", form)
