"""Entries that say the same twice, or contradict each other, in one glossary or across several."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks._context import Code
from reviewer.curate.lint._problem import Context, Problem, place, same_entry
from reviewer.glossary.model import Term

CODES = {
    "duplicate-term": Code(
        "error",
        "the same term twice",
        "Two entries of one kind prefer one form. Two people of one name are told apart by notes.",
    ),
    "admitted-elsewhere": Code(
        "warning",
        "an admitted form that another entry prefers",
        "The form stands for two entries at once: which one is meant cannot be told.",
    ),
    "deprecated-elsewhere": Code(
        "error",
        "a deprecated form that is right in another entry",
        "One entry always flags what the other calls right.",
    ),
    "conflicting-terms": Code(
        "warning",
        "one native form, two terms",
        "Two entries of one kind give the same native form but prefer different spellings.",
    ),
}


def term(term: Term, context: Context) -> Iterator[Problem]:
    """Compare an entry with all others."""
    for other in context.preferring_too(term):
        if _later(term, other) and term.kind == other.kind and not _told_apart(term, other):
            where = place(other)
            yield Problem("duplicate-term", f"{term.term!r} stands at {where} too", text=term.term)
            break
    for form in term.admitted:
        for other in context.preferring(form):
            if (
                not same_entry(term, other)
                and term.term != other.term
                and not _told_apart(term, other)
            ):
                message = f"{form!r} is the preferred form of another entry, {place(other)}"
                yield Problem("admitted-elsewhere", message, "admitted", form)
                break
    for form in term.deprecated:
        for other in (*context.preferring(form), *context.admitting(form)):
            if not same_entry(term, other):
                message = f"{form!r} is rejected here but right at {place(other)} ({other.term})"
                yield Problem("deprecated-elsewhere", message, "deprecated", form)
                break
    for language, forms in term.native.items():
        for form in forms:
            first = context.first_with(term.kind, language, form, term)
            if first != term.term and not term.note:
                message = f"{form!r} ({language}) is the native form of {first!r} too"
                yield Problem("conflicting-terms", message, "native", form)


def _later(term: Term, other: Term) -> bool:
    """Is the other entry another one, and the one that came first in its file?"""
    if same_entry(term, other):
        return False
    return term.origin[0] != other.origin[0] or other.origin[1] < term.origin[1]


def _told_apart(term: Term, other: Term) -> bool:
    return bool(term.note and other.note and term.note != other.note)
