"""Names of the glossary in an article: the right ones, and the garbled ones with what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reviewer.glossary.model import Glossary, Term
from reviewer.names.candidates import Anchored, doubtful, is_idle, windows
from reviewer.names.choice import LIKELY, SURE, Anchors, Match, Option, best, known_match
from reviewer.names.evidence import Judged, judge
from reviewer.names.exact import Run, parts, wholes
from reviewer.names.index import NameIndex, open_index
from reviewer.names.lexicon import Lexicon
from reviewer.names.mentions import runs, tokens
from reviewer.names.particles import goes_on_otherwise, with_last_syllable, with_particles
from reviewer.names.suspicion import suspicion
from reviewer.names.verbatim import inside_right_form
from reviewer.names.wanted import Standing, wanted
from reviewer.names.windows import Window, form_tokens

_REMEMBERED = 100_000  # distinct runs


class Reading:
    """What one distinct run says wherever it stands; its offsets begin at the run's start.

    ``doubtful``: see `candidates.doubtful`.
    """

    def __init__(
        self,
        written: str,
        lexicon: Lexicon,
        doubtful: Sequence[tuple[int, str]],
        known: Sequence[Match] = (),
        options: Sequence[Option] = (),
    ) -> None:
        self.written = written
        self.lexicon = lexicon
        self.doubtful = doubtful
        self.known = known
        self.options = options

    @cached_property
    def run(self) -> Run:
        """The run's tokens; most runs are never asked for them."""
        return Run.of(tokens(self.written), self.lexicon.word)

    @property
    def is_empty(self) -> bool:
        """Does the run say nothing of any entry?"""
        return not (self.known or self.options or self.doubtful)


class Matcher:
    """Finds the names of one glossary; keeps what it learned about each distinct run of tokens."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._terms: dict[int, Term] = {}
        self._readings: dict[str, Reading | None] = {}  # by the run; None where it says nothing

    @cached_property
    def index(self) -> NameIndex:
        """The glossary's tokens; from the cache where it is large."""
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
        """Every match of an article in order.

        Those that are not ``exact`` do not overlap; an ``exact`` part inside a garbled name is left
        out.
        """
        readings = list(self._read(text))
        known = self._known(readings)
        anchors = Anchors()
        anchors.add(match for match in known if match.kind != "deprecated")
        chosen = self._choose(((r, r.options, start) for r, start in readings), anchors)
        anchors.add(m for m in chosen if m.confidence >= SURE and " " in m.canonical)
        suspected = suspicion(len(_sure(text, chosen)))
        if anchors.spans or suspected:
            chosen = self._choose(self._anchored(readings, anchors), anchors, suspected)
        chosen = [m for m in chosen if not self._is_other(text, m)]
        standing = _standing(text, known)
        wanted = (self._wanted(match, standing) for match in (*_outside(known, chosen), *chosen))
        found = [match if match.kind == "exact" else self._whole(text, match) for match in wanted]
        return sorted(found, key=lambda m: (m.start, m.end))

    @staticmethod
    def _known(readings: Iterable[tuple[Reading, int]]) -> list[Match]:
        return [match.moved(start) for reading, start in readings for match in reading.known]

    def standing(self, text: str) -> Standing:
        """By entry: its right mentions and their tokens, as the text writes them."""
        return _standing(text, self._known(self._read(text)))

    def _wanted(self, match: Match, standing: Standing) -> Match:
        """The match with the forms that an editor wants."""
        if match.kind not in ("garbled", "romanisation"):
            return match

        def form(entry: int, nearest: str) -> str:
            return wanted(self.term(entry), nearest, standing.get(entry, ()))

        canonical = form(match.entry, match.canonical)
        others = {form(entry, nearest): entry for entry, nearest in match.rivals}
        others.pop(canonical, None)
        rivals = tuple((entry, other) for other, entry in others.items())
        return match._replace(canonical=canonical, rivals=rivals)

    def _whole(self, text: str, match: Match) -> Match:
        """The match with what beside it is put in its place with it."""
        forms = self.term(match.entry).right_forms
        end, canonical = with_last_syllable(text, match.end, match.canonical, forms)
        start, end = with_particles(text, match.start, end, canonical)
        return match._replace(start=start, end=end, canonical=canonical)

    def _is_other(self, text: str, match: Match) -> bool:
        """Does what stands around it make it another name, right as it is?"""
        if goes_on_otherwise(text, match.end, match.canonical):
            return True
        return inside_right_form(text, match.start, match.end, self.index, self.term)

    def _read(self, text: str) -> Iterator[tuple[Reading, int]]:
        """What each run says that says anything, with its place."""
        found = runs(text)
        self._lexicon.look_up({run for run, _ in found} - self._readings.keys())
        for written, start in found:
            try:
                reading = self._readings[written]
            except KeyError:
                if len(self._readings) >= _REMEMBERED:
                    self._readings.clear()
                    self._lexicon.forget()
                new = self._reading(written)
                reading = self._readings[written] = None if new.is_empty else new
            if reading is not None:
                yield reading, start

    def _reading(self, written: str) -> Reading:
        words, places = self._lexicon.glance(written)
        if is_idle(words, places, self.index):
            return Reading(written, self._lexicon, doubtful(words, places))
        run = Run.of(tokens(written), self._lexicon.word)
        known = list(wholes(run, self.index, self.term))
        known += parts(run, known, self.term)
        options = self._options(run, windows(run, known, self.index, self.term))
        return Reading(
            written,
            self._lexicon,
            doubtful(run.words, run.places, known),
            [known_match(run, k) for k in known],
            # Would the best that an article can say be enough?
            [o for o in options if o.judged(anchored=True).confidence >= LIKELY],
        )

    def _options(self, run: Run, found: Iterable[Window]) -> Iterator[Option]:
        def weigh(window: Window, anchored: bool) -> Judged:
            term = self.term(window.entry)
            return judge(window, term, run.tokens, run.words, anchored, len(self.index))

        return (Option(window, weigh) for window in found)

    def _anchored(
        self, readings: Iterable[tuple[Reading, int]], anchors: Anchors
    ) -> Iterator[tuple[Reading, Sequence[Option], int]]:
        """The readings with what only shows once it is known what the article is about."""
        further = Anchored(anchors.spans, self.term)
        by_reading: dict[int, Sequence[Option]] = {}
        for reading, start in readings:
            options = by_reading.get(id(reading))
            if options is None:
                options = reading.options
                if further.are_near(reading.doubtful):
                    found = further.windows(reading.run, reading.doubtful)
                    options = (*options, *self._options(reading.run, found))
                by_reading[id(reading)] = options
            yield reading, options, start

    def _choose(
        self,
        offered: Iterable[tuple[Reading, Sequence[Option], int]],
        anchors: Anchors,
        suspected: float = 0.0,
    ) -> list[Match]:
        """The best windows that do not overlap."""
        return [
            match
            for reading, options, start in offered
            if options
            for match in best(reading.run, options, start, anchors, suspected)
        ]


def _standing(text: str, known: Iterable[Match]) -> Standing:
    """By entry: its right mentions and their tokens, as the text writes them."""
    found: dict[int, set[str]] = {}
    for match in known:
        if match.kind == "exact":
            written = text[match.start : match.end]
            listed = (token.text for token in form_tokens(written))
            found.setdefault(match.entry, set()).update((written, *listed))
    return found


def _sure(text: str, matches: Iterable[Match]) -> set[str]:
    """The distinct names that an article surely garbles."""
    sure = (m for m in matches if m.kind == "garbled" and m.confidence >= SURE)
    return {text[match.start : match.end] for match in sure}


def _outside(known: Sequence[Match], chosen: Sequence[Match]) -> Iterator[Match]:
    """The known matches that overlap no chosen one; both are in order."""
    place = 0
    for match in known:
        while place < len(chosen) and chosen[place].end <= match.start:
            place += 1
        if place == len(chosen) or match.end <= chosen[place].start:
            yield match
