"""What has no capital at the ends of a name: *Moon Jae-in*, *al-Maktoum*, *Tsai Ing-wen*.

A mention is found by the tokens that bear meaning, from capital to capital. What is put in its
place is the whole form, so that particles and syllables the text has beside it belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from reviewer.names.mentions import Token, is_small, tokens
from reviewer.names.phonetic import plain
from reviewer.names.vocabulary import JOINING

_FURTHEST = 20  # letters of a particle and what joins it, at most
_BEFORE = re.compile(r"([^\W\d_]+)([\s'’‐‑–-]{1,2})\Z")
_AFTER = re.compile(r"([\s'’‐‑–-]{1,2})([^\W\d_]+)")
_SYLLABLE = re.compile(r"[‐‑–-]([^\W\d_A-Z]+)\b")
_ALIKE = 50.0  # per cent from which one particle may stand for another: *fon*, *von*


def with_particles(text: str, start: int, end: int, form: str) -> tuple[int, int]:
    """The span of a mention and the particles beside it that ``form`` begins or ends with."""
    lead, tail = _ends(tokens(form))
    for particle in reversed(lead):
        found = _BEFORE.search(text, max(0, start - _FURTHEST), start)
        if not found or not _stands_for(found[1], found[2], particle, form[particle.end]):
            break
        start = found.start()
    for particle in tail:
        found = _AFTER.match(text, end)
        if not found or not _stands_for(found[2], found[1], particle, form[particle.start - 1]):
            break
        end = found.end()
    return start, end


def with_last_syllable(
    text: str, end: int, canonical: str, forms: Iterable[str]
) -> tuple[int, str]:
    """The end of a mention, and what is to be written, with a last syllable in small letters.

    ``forms`` are the right ones of the entry that ``canonical`` is a part of: where one goes on by
    a hyphen and small letters, and so does the text, the mention is not at its end.
    """
    found = _SYLLABLE.match(text, end)
    for form in forms if found else ():
        rest = _SYLLABLE.fullmatch(form, len(canonical)) if form.startswith(canonical) else None
        if found and rest and fuzz.ratio(plain(found[1]), plain(rest[1])) >= _ALIKE:
            return found.end(), form
    return end, canonical


def goes_on_otherwise(text: str, end: int, form: str) -> bool:
    """Does another syllable stand where the form has its last? *Moon Chae-won*, *Moon Jae-in*."""
    ours = _SYLLABLE.search(form)
    theirs = _SYLLABLE.match(text, end)
    if not ours or ours.end() < len(form) or not theirs:
        return False
    return fuzz.ratio(plain(ours[1]), plain(theirs[1])) < _ALIKE


def _ends(form: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The particles before the first token that bears meaning, and those after the last."""
    bearing = [place for place, token in enumerate(form) if not token.small]
    return (form[: bearing[0]], form[bearing[-1] + 1 :]) if bearing else ((), ())


def _stands_for(word: str, joint: str, particle: Token, wanted: str) -> bool:
    """May a word be the particle? An English one must be joined to the name as in the form."""
    letters = plain(word)
    hyphened = not (joint.isspace() or wanted.isspace())
    if particle.plain in JOINING and joint.isspace() != wanted.isspace():
        return False  # *Moon Jae in Seoul*
    if letters == particle.plain:
        return True
    return (hyphened or is_small(word, letters)) and fuzz.ratio(letters, particle.plain) >= _ALIKE
