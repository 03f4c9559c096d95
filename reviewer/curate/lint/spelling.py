"""How forms are written: composed letters, plain spaces, letters of one script, nothing unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reviewer.checks._context import Code
from reviewer.curate.lint._problem import Context, Problem
from reviewer.curate.pick import forms
from reviewer.glossary.model import Term
from reviewer.names.scripts import script_of
from reviewer.names.variants import has_lookalikes

CODES = {
    "not-nfc": Code(
        "warning",
        "a form in decomposed letters",
        "Letters and their marks are separate code points (Unicode NFD); articles compose them.",
    ),
    "stray-space": Code(
        "warning",
        "white space that does not belong",
        "At the ends of a form, doubled, or other than a plain space: no article holds it so.",
    ),
    "invisible-character": Code(
        "error",
        "a character that cannot be seen",
        "A zero-width, bidirectional or other hidden character makes the form match nothing.",
    ),
    "homoglyph": Code(
        "error",
        "look-alike letters of another script",
        "A word mixes letters of two scripts, such as a Cyrillic а among Latin letters.",
    ),
}
# Words of one script divided by single plain spaces: nothing can be wrong once they are in NFC.
_WORD = r"(?:[!-~\u00c0-\u024f’]+|[\u0400-\u0481\u048a-\u052f.'’-]+)"
_CLEAN = re.compile(rf"{_WORD}(?: {_WORD})*")
# Joiners that Persian, Indic and other scripts write inside words.
_WRITTEN = frozenset("\u200c\u200d")


def term(term: Term, _context: Context) -> Iterator[Problem]:
    """Look at every form of an entry; what is written plainly is settled at once."""
    for form in forms(term):
        if not (_CLEAN.fullmatch(form) and unicodedata.is_normalized("NFC", form)):
            yield from _form(form, _field(term, form))


def _form(form: str, field: str) -> Iterator[Problem]:
    composed = unicodedata.normalize("NFC", form)
    if composed != form:
        yield Problem("not-nfc", f"{form!r} is not in NFC", field, form, (composed,))
    plain = " ".join(form.split())
    if plain != form:
        yield Problem("stray-space", f"{form!r} holds stray white space", field, form, (plain,))
    for char in dict.fromkeys(form):
        if unicodedata.category(char) == "Cf" and not (char in _WRITTEN and _joined(form)):
            visible = form.replace(char, "")
            message = f"{visible!r} holds U+{ord(char):04X} ({unicodedata.name(char, 'unnamed')})"
            yield Problem("invisible-character", message, field, form, (visible,))
    for token in form.replace("-", " ").split():
        if has_lookalikes(token):
            message = f"{token!r} mixes Latin letters with others that look the same"
            yield Problem("homoglyph", message, field, form)
        elif script_of(token) == "mixed" and token.isalpha():
            yield Problem("homoglyph", f"{token!r} mixes letters of two scripts", field, form)


def _joined(form: str) -> bool:
    return script_of(form) not in ("Latn", "Cyrl", "Grek", "Armn", "Geor", "Zyyy")


def _field(term: Term, form: str) -> str:
    if form == term.term:
        return "term"
    if form in term.admitted:
        return "admitted"
    return "deprecated" if form in term.deprecated else "native"
