"""Names of the glossary in an article: the right ones, and the garbled ones with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reviewer.glossary.model import Glossary, Term
from reviewer.names.candidates import Anchored, doubtful, is_idle, windows
from reviewer.names.evidence import Judged, judge
from reviewer.names.exact import Known, Run, parts, wholes
from reviewer.names.index import NameIndex, open_index
from reviewer.names.lexicon import Lexicon
from reviewer.names.mentions import runs, tokens
from reviewer.names.particles import with_particles
from reviewer.names.suspicion import declined, suspicion
from reviewer.names.variants import is_romanisation
from reviewer.names.verbatim import inside_right_form
from reviewer.names.wanted import Standing, wanted
from reviewer.names.windows import Pair, Window, form_tokens

SURE = 0.9
LIKELY = 0.5
_MARGIN = 3.0  # nats by which the best entry must lead to stand alone
_REMEMBERED = 100_000  # distinct runs
_ANCHOR_SPANS = 3  # of an entry that are kept: enough to find one outside any window


class Match(NamedTuple):
    """A span of the text (code points, end exclusive) that stands for glossary entry ``entry``.

    ``kind``: ``exact``, ``deprecated``, ``romanisation``, ``diacritics`` or ``garbled``.
    ``canonical`` is the form, or the part of it, that the span stands for; ``rivals`` are entries
    nearly as likely, with their forms; ``anchored`` tells that the entry stands elsewhere in the
    article.
    """

    start: int
    end: int
    entry: int
    kind: str
    confidence: float
    canonical: str
    rivals: tuple[tuple[int, str], ...] = ()
    anchored: bool = False

    def moved(self, offset: int) -> Match:
        """The same match further on in the text."""
        return self._replace(start=self.start + offset, end=self.end + offset)


class Option:
    """A window that may be chosen, weighed when first asked for."""

    __slots__ = ("_judged", "_weigh", "window")

    def __init__(self, window: Window, weigh: Callable[[Window, bool], Judged]) -> None:
        self.window = window
        self._weigh = weigh
        self._judged: dict[bool, Judged] = {}

    def judged(self, anchored: bool) -> Judged:
        """The window with its evidence, where its entry stands elsewhere in the article, or not."""
        found = self._judged.get(anchored)
        if found is None:
            found = self._judged[anchored] = self._weigh(self.window, anchored)
        return found


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


class Anchors:
    """The entries that an article names rightly (or surely), and where."""

    def __init__(self) -> None:
        self.spans: dict[int, list[tuple[int, int]]] = {}

    def add(self, matches: Iterable[Match]) -> None:
        """Note the spans of the matches' entries."""
        for match in matches:
            spans = self.spans.setdefault(match.entry, [])
            if len(spans) < _ANCHOR_SPANS and (match.start, match.end) not in spans:
                spans.append((match.start, match.end))

    def outside(self, entry: int, start: int, end: int) -> bool:
        """Does the entry stand somewhere that the span does not touch?"""
        return any(e <= start or end <= s for s, e in self.spans.get(entry, ()))


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
        chosen = [m for m in chosen if not self._is_verbatim(text, m)]
        standing = _standing(text, known)
        wanted = (self._wanted(match, standing) for match in (*_outside(known, chosen), *chosen))
        found = [match if match.kind == "exact" else _whole(text, match) for match in wanted]
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

        rivals = tuple((entry, form(entry, nearest)) for entry, nearest in match.rivals)
        return match._replace(canonical=form(match.entry, match.canonical), rivals=rivals)

    def _is_verbatim(self, text: str, match: Match) -> bool:
        return inside_right_form(text, match.start, match.end, self.index, self.term)

    def _read(self, text: str) -> Iterator[tuple[Reading, int]]:
        """What each run says that says anything, with its place."""
        found = list(runs(text))
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
            [_known(run, k) for k in known],
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
            for match in _best(reading.run, options, start, anchors, suspected)
        ]


def _whole(text: str, match: Match) -> Match:
    """The match with the particles that are put in its place with it."""
    start, end = with_particles(text, match.start, match.end, match.canonical)
    return match._replace(start=start, end=end)


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


def _best(
    run: Run, options: Sequence[Option], start: int, anchors: Anchors, suspected: float
) -> list[Match]:
    """The best windows of a run; rivals are other entries nearly as likely.

    ``suspected``: nats for a declined name, because the article garbles other names.
    """
    ranked: list[tuple[Judged, bool]] = []
    for option in options:
        window = option.window
        low, high = start + run.tokens[window.first].start, start + run.tokens[window.last].end
        anchored = anchors.outside(window.entry, low, high)
        judged = option.judged(anchored)
        if suspected and declined(window, run.words):
            judged = judged._replace(nats=judged.nats + suspected)
        if judged.confidence >= LIKELY:
            ranked.append((judged, anchored))
    ranked.sort(key=lambda pair: (-pair[0].nats, pair[0].window.entry))
    kept: list[tuple[Match, float]] = []
    for judged, anchored in ranked:
        match = _match(judged, run)._replace(anchored=anchored).moved(start)
        clash = _first_overlap(match, kept)
        if clash is None:
            kept.append((match, judged.nats))
        elif _is_rival(match, kept[clash][0]) and kept[clash][1] - judged.nats < _MARGIN:
            best, nats = kept[clash]
            kept[clash] = (
                best._replace(rivals=(*best.rivals, (match.entry, match.canonical))),
                nats,
            )
    return [match for match, _ in kept]


def _first_overlap(match: Match, kept: Sequence[tuple[Match, float]]) -> int | None:
    overlapping = (
        i for i, (m, _) in enumerate(kept) if m.start < match.end and match.start < m.end
    )
    return next(overlapping, None)


def _is_rival(match: Match, best: Match) -> bool:
    forms = {best.canonical, *(form for _, form in best.rivals)}
    other = match.entry != best.entry and match.canonical not in forms
    return other and (match.start, match.end) == (best.start, best.end)


def _outside(known: Sequence[Match], chosen: Sequence[Match]) -> Iterator[Match]:
    """The known matches that overlap no chosen one; both are in order."""
    place = 0
    for match in known:
        while place < len(chosen) and chosen[place].end <= match.start:
            place += 1
        if place == len(chosen) or match.end <= chosen[place].start:
            yield match


def _known(run: Run, known: Known) -> Match:
    start, end = run.tokens[known.first].start, run.tokens[known.last].end
    return Match(start, end, known.entry, known.kind, 1.0, known.form)


def _match(judged: Judged, run: Run) -> Match:
    window = judged.window
    pairs = _without_initials(window.pairs, run)
    listed = form_tokens(window.form)
    used = sorted(pair.form for pair in pairs)
    canonical = window.form[listed[used[0]].start : listed[used[-1]].end]
    if len(used) == len(listed):
        canonical = window.form
    fuzzy = [(listed[p.form].plain, run.words[p.place].plain) for p in pairs if not p.exact]
    alike = not window.rejoined and all(is_romanisation(*pair) for pair in fuzzy)
    return Match(
        run.tokens[pairs[0].place].start,
        run.tokens[pairs[-1].place].end,
        window.entry,
        "romanisation" if alike else "garbled",
        judged.confidence,
        canonical,
    )


def _without_initials(pairs: Sequence[Pair], run: Run) -> Sequence[Pair]:
    """The pairs without initials at the ends: what is short for a name is no garble of it."""
    kept = list(pairs)
    while len(kept) > 1 and len(run.words[kept[0].place].plain) == 1:
        kept.pop(0)
    while len(kept) > 1 and len(run.words[kept[-1].place].plain) == 1:
        kept.pop()
    return kept
