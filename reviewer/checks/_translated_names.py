"""Names that the source holds must stand in the translation, as the glossary has them.

False alarms are avoided by asking twice. First, is the name held at all: letter for letter, or by a
spelling that fits, with nothing beside it that tells of somebody else. Second, does anything stand
for it in a right form, here or, for what is not spelled alike, in the sentences beside this one;
if nothing does, only a span is flagged that no other name of the source accounts for. What is left
out is ``info``, and so is everything where the alignment is in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from reviewer.align import SURE as ALIGNED
from reviewer.align import aligned
from reviewer.checks._context import finding
from reviewer.model import Document, Finding, Segment, Severity
from reviewer.names.choice import LIKELY, SURE
from reviewer.names.explain import origins
from reviewer.names.held import Held, Holder
from reviewer.names.matcher import Matcher
from reviewer.names.particles import with_particles
from reviewer.names.rendering import Translation
from reviewer.names.source import EXACT, Reader, Reading, SourceToken
from reviewer.names.spans import Span, spans
from reviewer.names.wanted import Standing, wanted
from reviewer.names.words import is_word

_HELD = 1.0  # nats from which an entry counts as held
_MISSED = 11.0  # … from which its absence is worth a word
_TIE = 4.0  # nats within which entries are read as well as each other
_SIMILAR = 0.0  # log-odds from which letters alone make a span a spelling of the name
_HINTED = 4.0  # log-odds of the translation's token …
_FITS = 0.0  # … and of the source's, from which both together hint at an entry


@lru_cache(maxsize=2)
def _tools(matcher: Matcher) -> tuple[Reader, Holder]:
    reader = Reader(matcher.index)
    return reader, Holder(matcher.glossary, matcher.index, matcher.term, reader)


def names_of_the_source(document: Document, matcher: Matcher) -> Iterator[Finding]:
    """Findings on names of the source that the translation garbles, swaps or leaves out."""
    segments = aligned(document)
    standing = cache(partial(matcher.standing, document.text))  # few articles ask for it
    for at, segment in enumerate(segments):
        around = [*segments[max(0, at - 1) : at], *segments[at + 1 : at + 2]]
        yield from _Segment(document, segment, around, matcher, standing).findings()


class _Segment:
    """One pair of source and translation under examination."""

    def __init__(
        self,
        document: Document,
        segment: Segment,
        around: Sequence[Segment],
        matcher: Matcher,
        standing: Callable[[], Standing],
    ) -> None:
        self._document, self._segment, self._around = document, segment, around
        self._matcher, self._standing = matcher, standing
        self._reader, self._holder = _tools(matcher)
        self._source = self._reader.tokens(segment.source or "")
        self._translation = self._translated(segment)

    def _translated(self, segment: Segment) -> Translation:
        text = self._document.text[segment.start : segment.end]
        lang = self._segment.source_lang
        return Translation(text, segment.start, self._source, lang, self._reader)

    def findings(self) -> Iterator[Finding]:
        """A finding for each held name that does not stand here."""
        segment, lang = self._segment, self._segment.source_lang
        found = self._holder.held(self._source, segment.source or "", lang, self._hints())
        held = [one for one in found if one.nats >= _HELD]
        done: set[int] = set()
        for at, one in enumerate(held):
            if one.places.isdisjoint(done):
                done |= one.places
                rivals = (
                    o for o in held[at:] if o.nats > one.nats - _TIE and o.places & one.places
                )
                if not any(map(self._right, rivals)):
                    yield from self._wrong(one)

    def _right(self, held: Held) -> bool:
        """Does the name stand here in one of its forms, or in that of an entry read as well?"""
        forms = self._matcher.term(held.entry).right_forms
        return any(map(self._translation.has_whole, forms))

    def _wrong(self, held: Held) -> Iterator[Finding]:
        found = [span for span in spans(held, self._translation) if span.confidence >= LIKELY]
        elsewhere = any(self._has_any(self._translated(other), held) for other in self._around)
        for span in found:
            if span.alike >= _SIMILAR or not elsewhere:
                yield self._wrong_name(held, span)
        sure = held.nats >= _MISSED and all(reading.exact for _, _, reading in held.pairs)
        if sure and not found and not elsewhere and not self._has_any(self._translation, held):
            yield self._missing_name(held)

    def _has_any(self, translation: Translation, held: Held) -> bool:
        """Does a telling part of the name stand there?"""
        parts = [reading.token for _, _, reading in held.pairs]
        telling = [part for part in parts if not is_word(part)] or parts
        return any(map(translation.has, telling))

    def _hints(self) -> Mapping[int, Sequence[Reading]]:
        """Readings of source tokens that the translation's own spelling of them suggests."""
        hints: dict[int, list[Reading]] = {}
        names = [token for token in self._source if token.capital]
        for token in self._translation.tokens:
            if not token.text[:1].isupper() or is_word(token.plain):
                continue
            for near in self._reader.readings(token.text, "en"):
                if not _HINTED <= near.odds < EXACT or self._translation.has(near.token):
                    continue
                for name in names:
                    hint = self._hint(near, token.plain, name)
                    if hint:
                        hints.setdefault(name.place, []).append(hint)
        return hints

    def _hint(self, near: Reading, letters: str, name: SourceToken) -> Reading | None:
        lang = self._segment.source_lang
        fits = self._reader.spelled(near.token, name.text, lang)
        if fits < _FITS or self._reader.spelled(letters, name.text, lang) < fits:
            return None
        return Reading(near.number, near.token, min(near.odds, fits + near.odds / 2))

    def _severity(self, severity: Severity) -> Severity:
        return severity if self._segment.confidence >= ALIGNED else "info"

    def _wrong_name(self, held: Held, span: Span) -> Finding:
        theirs = " ".join(token.text for _, token, _ in held.pairs)
        term = self._matcher.term(held.entry)
        right = wanted(term, span.right, self._standing().get(held.entry, ()))
        start, end = with_particles(self._document.text, span.start, span.end, right)
        text = self._document.text[start:end]
        right = right.upper() if text.isupper() and len(text) > 1 else right
        changes = origins(span.pairs, self._segment.source_lang) if span.alike >= _SIMILAR else ""
        return finding(
            self._document,
            start,
            end,
            check="source_names",
            code="wrong-name",
            severity=self._severity("error" if span.confidence >= SURE else "warning"),
            confidence=span.confidence,
            message=f"the source has {theirs!r}: {text!r} for {right!r}",
            suggestions=[right],
            explanation=[changes] if changes else [],
            term=term.id,
        )

    def _missing_name(self, held: Held) -> Finding:
        theirs = " ".join(token.text for _, token, _ in held.pairs)
        return finding(
            self._document,
            self._segment.start,
            self._segment.end,
            check="source_names",
            code="missing-name",
            severity="info",
            confidence=0.5 * self._segment.confidence,
            message=f"the source has {theirs!r}: {held.form!r} is missing",
            term=self._matcher.term(held.entry).id,
        )
