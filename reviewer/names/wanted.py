"""Which of an entry's right forms an editor wants in place of a garbled mention.

The letters of the mention lead to the form nearest to it; that one may be a spelling which the
article does not use and the glossary only admits. Wanted is what the article writes elsewhere, else
what the entry prefers, in the shape of the mention: a surname alone stays alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz

from reviewer.glossary.model import Term
from reviewer.names.mentions import Token
from reviewer.names.windows import form_tokens

Standing = Mapping[int, Collection[str]]  # by entry: its right mentions and their tokens
_ALIKE = 50.0  # per cent of similarity from which two tokens are spellings of one


def wanted(term: Term, nearest: str, standing: Collection[str]) -> str:
    """The form, or the part of one, to be written for ``nearest``, a form or part of the entry's.

    ``standing`` are the entry's right mentions in the article and their tokens, as written.
    """
    tokens = form_tokens(nearest)
    best, most = nearest, -1
    for form in term.right_forms:
        parts = form_tokens(form)
        first = _place(tokens, parts)
        if first is None:
            continue
        found = parts[first : first + len(tokens)]
        whole = len(found) == len(parts)
        written = form if whole else form[found[0].start : found[-1].end]
        used = sum(part.text in standing for part in found) + (written in standing)
        if used > most:
            best, most = written, used
    return best


def _place(tokens: Sequence[Token], parts: Sequence[Token]) -> int | None:
    """Where in a form the tokens stand in other spellings, each as the part most like it."""
    found = []
    for token in tokens:
        ratios = [fuzz.ratio(token.plain, part.plain) for part in parts]
        found.append(ratios.index(max(ratios)))
        if max(ratios) < _ALIKE or found[-1] != found[0] + len(found) - 1:
            return None
    return found[0]
