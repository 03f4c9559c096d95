"""Forms of one entry that repeat or contradict each other; entries without a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewer.checks._context import Code
from reviewer.curate.lint._problem import Context, Problem
from reviewer.glossary.model import Rule, Term

CODES = {
    "contradictory-form": Code(
        "error", "right and wrong at once", "One entry both allows and rejects a form."
    ),
    "repeated-form": Code(
        "info", "a form that is listed twice", "The second mention adds nothing; take it out."
    ),
    "missing-source": Code(
        "info",
        "an entry that names no source",
        "Say where the spelling was seen: editorial, wikidata:Q…, a style guide.",
    ),
    "missing-origin": Code(
        "info",
        "a rule that names no origin",
        "Say which language the phrase comes from: an editor understands the error sooner.",
    ),
}


def term(term: Term, _context: Context) -> Iterator[Problem]:
    """Compare the lists of an entry."""
    if term.admitted or term.deprecated:
        for form in dict.fromkeys(term.deprecated):
            if form in term.right_forms:
                message = f"{form!r} is both right and deprecated"
                yield Problem("contradictory-form", message, "deprecated", form)
        for field, forms in (("admitted", term.right_forms), ("deprecated", term.deprecated)):
            for form, count in Counter(forms).items():
                if count > 1:
                    yield Problem("repeated-form", f"{form!r} is listed twice", field, form)
    if not term.source:
        yield Problem("missing-source", f"{term.term!r} names no source")


def rule(rule: Rule, _context: Context) -> Iterator[Problem]:
    """Ask a rule for its origin."""
    if not rule.origin:
        yield Problem("missing-origin", f"{rule.id!r} names no origin", "id", rule.id)
