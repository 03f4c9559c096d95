"""Formats of two columns: a native form and the term it should become, one pair a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from reviewer.errors import UsageError
from reviewer.glossary.exchange._entry import Draft, Losses, Options, finished, form, held_by
from reviewer.glossary.model import Term


@dataclass(frozen=True, slots=True)
class Pair:
    """One row; ``where`` is its file and line for messages."""

    native: str
    term: str
    line: int
    note: str = ""
    language: str = ""
    status: str = "approved"


def one_language(options: Options, what: str) -> str:
    """The language of the native column. Raises UsageError where it is not said."""
    if len(options.native) != 1:
        raise UsageError(f"{what} holds native forms of one language: say --lang CODE, such as ru")
    return options.native[0]


def gathered(pairs: Iterable[Pair], name: str, losses: Losses, options: Options) -> Iterator[Term]:
    """The pairs as terms: native forms of one term come together, a row without both is lost."""
    drafts: dict[str, Draft] = {}
    for pair in pairs:
        native, term = (pair.term, pair.native) if options.swap else (pair.native, pair.term)
        if not (native.strip() and term.strip()):
            losses.add("rows without a form or a term", f"{name}:{pair.line}")
            continue
        where = f"{name}:{pair.line}"
        right = form(term, where)
        draft = drafts.setdefault(right, Draft(right, pair.line, status=pair.status))
        draft.add_native(pair.language, form(native, where))
        if pair.note.strip():
            draft.notes[pair.note.strip()] = None
    return finished(drafts.values(), name)


def paired(
    terms: Iterable[Term], language: str, held: Collection[str], losses: Losses, options: Options
) -> Iterator[tuple[Term, str]]:
    """Each term with each of its native forms of a language; terms without one are lost."""
    for term in held_by(terms, {*held, "native"}, losses, options):
        for other in term.native:
            if other != language:
                losses.add(f"native.{other}", term.term)
        if language not in term.native:
            losses.add(f"terms without a native form in {language!r}", term.term)
        for native in term.native.get(language, ()):
            yield term, native


def ordered(native: str, term: str, options: Options) -> tuple[str, str]:
    """The two columns in their order."""
    return (term, native) if options.swap else (native, term)
