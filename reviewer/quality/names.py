"""Name accuracy: of the glossary's names that an article should hold, how many it holds rightly.

What it should hold comes from its source where there is one, else from the text that an editor
approved, else from what the checks recognise in it (``basis``); a name counts once a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

from reviewer.align import SURE as ALIGNED
from reviewer.align import aligned
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Decision, Document, Segment
from reviewer.names.choice import LIKELY, Match
from reviewer.names.evidence import is_person
from reviewer.names.held import Held, Holder
from reviewer.names.matcher import Matcher
from reviewer.names.rendering import Translation
from reviewer.names.source import Reader, SourceToken, source_tokens
from reviewer.names.spans import spans
from reviewer.names.words import is_word
from reviewer.quality.articles import Article
from reviewer.quality.pairs import edited
from reviewer.text import sentence

Basis = Literal["source", "approved", "text"]
Outcome = Literal["right", "wrong", "missing"]

# Nats from which a source surely holds a name, whatever the translation makes of it: what is
# expected must not depend on what is found. The check asks as much before it calls a name missing.
_SURE = 11.0
_TIE = 4.0  # nats within which entries are read as well as each other

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Expected:
    """A name that a sentence should hold, and what became of it.

    ``written`` is what stands there instead, where anything does. ``stated`` is what M-ETA asks:
    does any right form occur in the sentence, letter for letter but for case?
    """

    article: str
    basis: Basis
    entry: str
    term: str
    pack: str
    outcome: Outcome
    written: str = ""
    stated: bool = True


def expected(article: Article, document: Document) -> list[Expected]:
    """The names that the article should hold, and what a state of it makes of them."""
    glossary = article.project.glossary
    if not len(glossary):
        return []
    matcher = _matcher(glossary)
    if any(segment.source for segment in document.segments):
        return list(_by_source(article, document, matcher))
    if article.corrected and document is article.machine:
        return list(_by_approved(article, matcher))
    return list(_by_text(article, document, matcher, "approved" if article.reviewed else "text"))


_matchers: dict[str, Matcher] = {}  # by the glossary's digest; each remembers what it read


def _matcher(glossary: Glossary) -> Matcher:
    known = _matchers.get(glossary.digest)
    if known is None or not glossary.digest:
        known = _matchers[glossary.digest] = Matcher(glossary)
    return known


@lru_cache(maxsize=4)
def _tools(matcher: Matcher) -> tuple[Reader, Holder]:
    reader = Reader(matcher.index)
    return reader, Holder(matcher.glossary, matcher.index, matcher.term, reader)


def _named(
    article: Article, basis: Basis, term: Term, written_in: str, outcome: Outcome, *, written: str
) -> Expected:
    pack = term.origin[0].replace("\\", "/").rpartition("/")[2].partition(".")[0]
    folded = written_in.casefold()
    stated = any(form.casefold() in folded for form in term.right_forms)
    return Expected(
        article.name, basis, term.id, term.term, pack, outcome, " ".join(written.split()), stated
    )


def _is_right(match: Match, glossary: Glossary, accepted: Spans) -> bool:
    """Is it a form that the glossary has, or one that the editor would not have changed?"""
    if match.kind == "exact":
        return True
    if match.kind == "diacritics" and glossary.diacritics in ("off", "info"):
        return True
    return any(start < match.end and match.start < end for start, end in accepted)


def _accepted(article: Article, document: Document) -> Spans:
    """Where the editor found right what a check had flagged; in another state, the same words."""
    found = [f for f, decision in article.findings if decision and _stands_so(decision)]
    if document is article.machine:
        return [(finding.start, finding.end) for finding in found]
    texts = {finding.text for finding in found}
    return [m.span() for text in texts for m in re.finditer(re.escape(text), document.text)]


def _stands_so(decision: Decision) -> bool:
    return decision.action == "reject"


# -- by the source --------------------------------------------------------------------------------


def _by_source(article: Article, document: Document, matcher: Matcher) -> Iterator[Expected]:
    reader, holder = _tools(matcher)
    accepted = _accepted(article, document)
    matches = matcher.find(document.text)
    segments = [one for one in aligned(document) if one.confidence >= ALIGNED]
    sources = [source_tokens(segment.source or "") for segment in segments]
    held = [
        holder.held(source, segment.source or "", segment.source_lang)
        for source, segment in zip(sources, segments, strict=True)
    ]
    named_in_full = {one.entry for found in held for one in found if not one.lone}
    for place, segment in enumerate(segments):
        rendered = partial(_rendered, document, sources[place], segment.source_lang, reader)
        here = rendered(segment)
        around = [*segments[max(0, place - 1) : place], *segments[place + 1 : place + 2]]
        inside = [m for m in matches if segment.start <= m.start < segment.end]
        for one, rivals in _distinct(held[place]):
            term = matcher.term(one.entry)
            if one.lone and is_person(term) and one.entry not in named_in_full:
                continue  # a surname alone may be anybody's
            found = [m for m in inside if m.entry in {rival.entry for rival in rivals}]
            right = any(_is_right(m, matcher.glossary, accepted) for m in found)
            wrong = next((m for m in found if not right), None)
            written = document.text[wrong.start : wrong.end] if wrong else ""
            outcome: Outcome = "wrong" if wrong else "right"
            if not found and not any(_stands(here, rival, matcher) for rival in rivals):
                elsewhere = any(_in_part(rendered(other), one) for other in around)
                outcome, written = _instead(document, here, one, accepted, elsewhere)
            written_in = document.text[segment.start : segment.end]
            yield _named(article, "source", term, written_in, outcome, written=written)


def _rendered(
    document: Document,
    source: Sequence[SourceToken],
    lang: str | None,
    reader: Reader,
    segment: Segment,
) -> Translation:
    text = document.text[segment.start : segment.end]
    return Translation(text, segment.start, source, lang, reader)


def _distinct(held: Sequence[Held]) -> Iterator[tuple[Held, list[Held]]]:
    """Each name that is surely held, once an entry, with what its place may be read as as well."""
    taken: set[int] = set()
    entries: set[int] = set()
    for at, one in enumerate(held):
        if one.nats < _SURE:
            return
        if not one.places.isdisjoint(taken):
            continue
        taken |= one.places
        rivals = [o for o in held[at:] if o.nats > one.nats - _TIE and o.places & one.places]
        if one.entry not in entries:
            entries.add(one.entry)
            yield one, rivals


def _stands(translation: Translation, held: Held, matcher: Matcher) -> bool:
    return any(map(translation.has_whole, matcher.term(held.entry).right_forms))


def _in_part(translation: Translation, held: Held) -> bool:
    """Does a telling part of the name stand there?"""
    parts = [reading.token for _, _, reading in held.pairs]
    telling = [part for part in parts if not is_word(part)] or parts
    return any(map(translation.has, telling))


def _instead(
    document: Document, translation: Translation, held: Held, accepted: Spans, elsewhere: bool
) -> tuple[Outcome, str]:
    """What stands for a name that does not stand in any right form; beside this sentence it may."""
    found = [span for span in spans(held, translation) if span.confidence >= LIKELY]
    if elsewhere or any(s < span.end and span.start < e for span in found for s, e in accepted):
        return "right", ""
    if not found:
        return ("right" if _in_part(translation, held) else "missing"), ""
    best = max(found, key=lambda span: span.confidence)
    return "wrong", document.text[best.start : best.end]


# -- by the text ----------------------------------------------------------------------------------


def _by_approved(article: Article, matcher: Matcher) -> Iterator[Expected]:
    """By the names of the text as it stands, sentence by sentence beside what the system wrote.

    A name that still stands wrong there is expected too: nobody came to it yet.
    """
    rejected = {f.text for f, decision in article.findings if decision and _stands_so(decision)}
    for old, new in edited(article.machine.text, article.now.text):
        wanted = dict.fromkeys(m.entry for m in matcher.find(new))
        if not wanted:
            continue
        had = matcher.find(old)
        accepted = [m.span() for text in rejected for m in re.finditer(re.escape(text), old)]
        for entry in wanted:
            term = matcher.term(entry)
            ours = [m for m in had if m.entry == entry]
            right = any(_is_right(m, matcher.glossary, accepted) for m in ours)
            stood = (old[m.start : m.end] for m in ours)
            written = "" if right else next(stood, _found(article, term, old))
            outcome: Outcome = "right" if right else "wrong" if written else "missing"
            yield _named(article, "approved", term, old, outcome, written=written)


def _found(article: Article, term: Term, sentence: str) -> str:
    """What a check, which sees the whole article, took for the name in a sentence."""
    taken = (f.text for f, _ in article.findings if f.term == term.id and f.text in sentence)
    return next(taken, "")


def _by_text(
    article: Article, document: Document, matcher: Matcher, basis: Basis
) -> Iterator[Expected]:
    """By what is recognised: what the checks miss is not counted."""
    accepted = _accepted(article, document)
    matches = matcher.find(document.text)
    by_sentence: dict[tuple[int, int], dict[int, list[Match]]] = {}
    for match in matches:
        place = sentence(document.text, match.start)
        by_sentence.setdefault(place, {}).setdefault(match.entry, []).append(match)
    for (start, end), by_entry in by_sentence.items():
        for entry, found in by_entry.items():
            wrong = [m for m in found if not _is_right(m, matcher.glossary, accepted)]
            written = document.text[wrong[0].start : wrong[0].end] if wrong else ""
            outcome: Outcome = "wrong" if wrong else "right"
            written_in, term = document.text[start:end], matcher.term(entry)
            yield _named(article, basis, term, written_in, outcome, written=written)


# -- consistency ----------------------------------------------------------------------------------


Forms = Counter[tuple[str, str]]  # (entry, form as written) → how often


def forms(article: Article, document: Document) -> Forms:
    """How the names written out in a state of the article are written."""
    found: Forms = Counter()
    glossary = article.project.glossary
    if not len(glossary):
        return found
    matcher = _matcher(glossary)
    for match in matcher.find(document.text):
        term = matcher.term(match.entry)
        if match.canonical in term.right_forms:
            written = " ".join(document.text[match.start : match.end].split())
            found[term.id, match.canonical if match.kind == "exact" else written] += 1
    return found


def consistency(found: Iterable[Forms]) -> tuple[int, int]:
    """Of the names written out more than once, how many mentions are in their usual form, of all.

    The usual form is the one that the articles have most often.
    """
    by_entry: dict[str, Counter[str]] = {}
    for counted in found:
        for (entry, form), count in counted.items():
            by_entry.setdefault(entry, Counter())[form] += count
    repeated = [counter for counter in by_entry.values() if counter.total() > 1]
    return sum(max(c.values()) for c in repeated), sum(c.total() for c in repeated)
