"""Names of the glossary in an article: the right ones, and the garbled ones with what they should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reviewer.glossary.model import Glossary, Term
from reviewer.names.evidence import Judged, judge
from reviewer.names.index import DEPRECATED, RIGHT, ROMANISED, NameIndex, forms, open_index
from reviewer.names.lexicon import Lexicon, Word
from reviewer.names.mentions import Token, content, runs
from reviewer.names.windows import Window, bearing, form_tokens, lay

SURE = 0.9
LIKELY = 0.55
_ENTRIES = 200  # of one token that are looked at
_WIDEST = 10  # tokens of a whole form that are looked up at once


@dataclass(frozen=True, slots=True)
class Match:
    """A span of the text (code points, end exclusive) that stands for glossary entry ``entry``.

    ``kind``: ``exact``, ``deprecated``, ``romanisation``, ``diacritics`` or ``garbled``.
    ``canonical`` is the form, or the part of it, that the span stands for.
    """

    start: int
    end: int
    text: str
    entry: int
    kind: str
    confidence: float
    canonical: str
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    tokens: list[Token]
    words: list[Word]
    places: list[int]  # of the tokens that bear meaning


class Matcher:
    """Finds the names of one glossary; keeps what it learned about each distinct token."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._terms: dict[int, Term] = {}

    @cached_property
    def index(self) -> NameIndex:
        return open_index(self.glossary)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.index)

    def term(self, entry: int) -> Term:
        """The entry of this number."""
        term = self._terms.get(entry)
        if term is None:
            term = self._terms[entry] = self.glossary.terms[entry]
        return term

    def find(self, text: str) -> list[Match]:
        """Every match of an article, exact ones included, in order; garbled ones do not overlap."""
        found_runs = [self._run(run) for run in runs(text)]
        exact = [list(self._exact(run)) for run in found_runs]
        anchors = {match.entry for matches in exact for match in matches}
        judged = []
        for run, matches in zip(found_runs, exact, strict=True):
            claimed = [(m.start, m.end) for m in matches if m.kind == "exact"]
            for found in self._garbled(run, claimed, anchors):
                judged.append((found, run))
        garbled = self._chosen(judged, text)
        return sorted(
            [m for matches in exact for m in matches] + garbled, key=lambda m: (m.start, m.end)
        )

    def _run(self, run: list[Token]) -> _Run:
        words = [self._lexicon.word(token.text, token.plain) for token in run]
        return _Run(run, words, bearing(run))

    def _exact(self, run: _Run) -> Iterator[Match]:
        """Whole forms, longest first, whatever their order, hyphens and case."""
        places, taken = run.places, set[int]()
        for width in range(min(len(places), _WIDEST), 0, -1):
            for first in range(len(places) - width + 1):
                window = places[first : first + width]
                if not all(run.words[p].listed for p in window) or taken & set(window):
                    continue
                match = self._whole(run, window)
                if match:
                    taken |= set(window)
                    yield match

    def _whole(self, run: _Run, window: Sequence[int]) -> Match | None:
        letters = sorted(run.words[p].plain for p in window)
        for mark, kind in (
            (RIGHT, "exact"),
            (DEPRECATED, "deprecated"),
            (ROMANISED, "romanisation"),
        ):
            for entry in self.index.whole(letters, mark):
                for form_mark, form in forms(self.term(entry)):
                    if form_mark == mark and sorted(content(form)) == letters:
                        start, end = run.tokens[window[0]].start, run.tokens[window[-1]].end
                        canonical = form if kind == "exact" else self.term(entry).term
                        return Match(start, end, "", entry, kind, 1.0, canonical)
        return None

    def _garbled(
        self, run: _Run, claimed: Sequence[tuple[int, int]], anchors: set[int]
    ) -> Iterator[Judged]:
        tried: set[tuple[int, int]] = set()
        for at, place in enumerate(run.places):
            for entry in self._candidates(run, at):
                if (entry, place) in tried:
                    continue
                for form in self.term(entry).right_forms:
                    window = lay(entry, form, run.tokens, run.words, run.places, at)
                    if window is None or all(pair.exact for pair in window.pairs):
                        continue
                    tried.update((entry, pair.place) for pair in window.pairs)
                    if self._is_claimed(run, window, claimed):
                        continue
                    yield judge(
                        window,
                        self.term(entry),
                        run.tokens,
                        run.words,
                        anchors.__contains__,
                        len(self.index),
                    )

    def _candidates(self, run: _Run, at: int) -> Iterator[int]:
        word = run.words[run.places[at]]
        if word.listed:
            beside = [
                run.words[p] for p in run.places[max(0, at - 1) : at + 2] if p != run.places[at]
            ]
            if any(not other.listed for other in beside):
                yield from self.index.entries(word.number, _ENTRIES)
            return
        for near in word.near:
            yield from self.index.entries(near.number, _ENTRIES)

    def _is_claimed(self, run: _Run, window: Window, claimed: Sequence[tuple[int, int]]) -> bool:
        """Does the window garble a token that belongs to a name standing right?"""
        for pair in window.pairs:
            token = run.tokens[pair.place]
            if not pair.exact and any(s <= token.start and token.end <= e for s, e in claimed):
                return True
        return False

    def _chosen(self, judged: Iterable[tuple[Judged, _Run]], text: str) -> list[Match]:
        """The best windows that do not overlap; rivals are other entries nearly as likely."""
        kept: list[tuple[Match, float]] = []
        ranked = sorted(judged, key=lambda pair: (-pair[0].nats, pair[0].window.entry))
        for found, run in ranked:
            if found.confidence < LIKELY:
                break
            match = self._match(found, run, text)
            clash = next(
                (i for i, (m, _) in enumerate(kept) if m.start < match.end and match.start < m.end),
                None,
            )
            if clash is None:
                kept.append((match, found.nats))
            elif kept[clash][1] - found.nats < 3 and match.canonical != kept[clash][0].canonical:
                other, nats = kept[clash]
                if match.entry != other.entry and (match.start, match.end) == (
                    other.start,
                    other.end,
                ):
                    kept[clash] = (replace(other, rivals=(*other.rivals, match.entry)), nats)
        return [match for match, _ in kept]

    def _match(self, found: Judged, run: _Run, text: str) -> Match:
        window = found.window
        parts = form_tokens(window.form)
        start, end = run.tokens[window.first].start, run.tokens[window.last].end
        used = sorted(pair.form for pair in window.pairs)
        if len(used) == len(parts):
            canonical = window.form
        else:
            canonical = window.form[parts[used[0]].start : parts[used[-1]].end]
        return Match(
            start, end, text[start:end], window.entry, "garbled", found.confidence, canonical
        )
