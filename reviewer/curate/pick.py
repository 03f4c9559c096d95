"""Which entries of a glossary are meant: by kind, status and text, or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.errors import GlossaryError
from reviewer.glossary.model import Glossary, Term
from reviewer.text import fold

_NEAREST = 3


def forms(term: Term) -> Iterator[str]:
    """Every form of a term: preferred, admitted, deprecated, native."""
    yield term.term
    yield from term.admitted
    yield from term.deprecated
    for native in term.native.values():
        yield from native


def terms(
    glossary: Iterable[Term],
    *,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    text: str = "",
) -> Iterator[Term]:
    """The terms of these kinds and statuses that hold a text in any form, id, note or source.

    Nothing given means everything; case and diacritics do not count.
    """
    wanted, standing, held = frozenset(kinds), frozenset(statuses), fold(text)
    for term in glossary:
        if (wanted and term.kind not in wanted) or (standing and term.status not in standing):
            continue
        if held and not any(held in fold(part) for part in _searched(term)):
            continue
        yield term


def _searched(term: Term) -> Iterator[str]:
    yield from forms(term)
    yield from (term.id, term.note, term.source)


def named(glossary: Glossary, name: str) -> list[Term]:
    """The terms called so: by preferred form or id, else by another form, else by folded form.

    Raises GlossaryError naming the nearest terms when there is none.
    """
    by_form: list[Term] = []
    folded: list[Term] = []
    exact: list[Term] = []
    plain = fold(name)
    for term in glossary:
        if name in (term.term, term.id):
            exact.append(term)
        elif name in forms(term):
            by_form.append(term)
        elif any(fold(form) == plain for form in forms(term)):
            folded.append(term)
    found = exact or by_form or folded
    if not found:
        raise GlossaryError(f"no term {name!r}; {_nearest(glossary, plain)}")
    return found


def _nearest(glossary: Glossary, plain: str) -> str:
    from rapidfuzz import fuzz, process

    terms = [right[0] for right in glossary.right_forms()]
    near = process.extract(
        plain, terms, scorer=fuzz.ratio, processor=fold, limit=_NEAREST, score_cutoff=50
    )
    if not near:
        return "reviewer glossary list shows all"
    return "did you mean " + " or ".join(repr(term) for term, _, _ in near) + "?"
