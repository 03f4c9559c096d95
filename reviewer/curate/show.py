"""What a term's entry does: the spellings it makes, those it would catch, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reviewer.glossary.model import Glossary, Term
from reviewer.names.compare import score
from reviewer.names.index import open_index
from reviewer.names.matcher import Matcher
from reviewer.names.phonetic import plain
from reviewer.names.romanize import romanizations, transcriptions

_TRIED = 400  # entries compared as neighbours
_SHOWN = 8
_NEAR = 0.05  # probability of being taken for one another that is worth a line


@dataclass(frozen=True, slots=True)
class Caught:
    """A spelling found in texts of ``language`` (``en`` for another romanisation), judged.

    ``kind`` is the matcher's (``exact``, ``romanisation``, ``garbled`` …), or ``missed``, or
    ``other`` where another entry is the better match.
    """

    spelling: str
    language: str
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entry, and the probability that a look at the names alone takes it for this one."""

    term: Term
    score: float


@dataclass(frozen=True, slots=True)
class Shown:
    """All that ``show`` tells of a term beside its fields."""

    romanizations: dict[str, tuple[str, ...]]  # native form → spellings
    caught: tuple[Caught, ...]
    neighbours: tuple[Neighbour, ...]


def describe(term: Term, glossary: Glossary) -> Shown:
    """Look at one term of a glossary; ``glossary`` is what a check would load, and more."""
    spelled = {
        form: romanizations(form, language)
        for language, forms in term.native.items()
        for form in forms
    }
    return Shown(spelled, tuple(_caught(term, glossary)), tuple(neighbours(term, glossary)))


def _caught(term: Term, glossary: Glossary) -> Iterator[Caught]:
    if term.status != "approved":  # what it would do if it were
        term = term._replace(status="approved")
        glossary = glossary.changed(terms=(*glossary.terms, term), digest="")
    matcher = Matcher(glossary)
    seen = set(term.right_forms)
    for spelling, language in _spellings(term):
        if spelling in seen:
            continue
        seen.add(spelling)
        matches = [m for m in matcher.find(spelling) if m.entry >= 0]
        ours = [m for m in matches if matcher.term(m.entry).id == term.id]
        if ours:
            yield Caught(spelling, language, ours[0].kind, round(ours[0].confidence, 3))
        else:
            yield Caught(spelling, language, "other" if matches else "missed", 0.0)


def _spellings(term: Term) -> Iterator[tuple[str, str]]:
    for form in term.deprecated:
        yield form, "en"
    for language, forms in term.native.items():
        for form in forms:
            for spelling in romanizations(form, language):
                yield spelling, "en"
    for language, forms in term.native.items():
        for form in forms:
            for reader, spelling in transcriptions(form, language):
                yield spelling, reader


def neighbours(term: Term, glossary: Glossary, most: int = _SHOWN) -> Sequence[Neighbour]:
    """The entries of its kind that could be confused with a term, likeliest first."""
    index = open_index(glossary)  # of approved terms
    proposed = (n for n, other in enumerate(glossary) if other.status != "approved")
    candidates = dict.fromkeys(islice(proposed, _TRIED))
    for token in dict.fromkeys(plain(part) for part in term.term.replace("-", " ").split()):
        for number in sorted(index.near(token)):
            candidates.update(dict.fromkeys(index.entries(number, _TRIED)))
            if len(candidates) >= 2 * _TRIED:
                break
    found = []
    for entry in candidates:
        other = glossary.terms[entry]
        if other.kind == term.kind and (other.id, other.origin) != (term.id, term.origin):
            found.append(Neighbour(other, round(score(term.term, other.term), 3)))
    found.sort(key=lambda near: (-near.score, near.term.term))
    return [near for near in found if near.score >= _NEAR][:most]
