"""Which of a run's windows are matches: the likeliest that do not overlap, and their rivals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reviewer.names.evidence import Judged
from reviewer.names.exact import Known, Run
from reviewer.names.suspicion import declined
from reviewer.names.variants import is_romanisation
from reviewer.names.windows import Pair, Window, form_tokens

SURE = 0.9
LIKELY = 0.5
_MARGIN = 3.0  # nats by which the best entry must lead to stand alone …
_FAR = 6.0  # … or log-odds of its letters: the nats that letters may give are limited
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


def best(
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
    ranked.sort(key=_rank)
    kept: list[tuple[Match, Judged]] = []
    for judged, anchored in ranked:
        match = _match(judged, run)._replace(anchored=anchored).moved(start)
        clash = _first_overlap(match, kept)
        if clash is None:
            kept.append((match, judged))
        elif _is_rival(match, kept[clash][0]) and _is_close(judged, kept[clash][1]):
            chosen, its = kept[clash]
            rivals = (*chosen.rivals, (match.entry, match.canonical))
            kept[clash] = chosen._replace(rivals=rivals), its
    return [match for match, _ in kept]


def _rank(found: tuple[Judged, bool]) -> tuple[float, int, float, int]:
    """The likeliest first; of those alike the one with nothing left over, then by its letters."""
    judged, _ = found
    window = judged.window
    left_over = len(window.missing) + len(window.extra)
    return -judged.nats, left_over, -window.odds, window.entry


def _first_overlap(match: Match, kept: Sequence[tuple[Match, Judged]]) -> int | None:
    overlapping = (
        i for i, (m, _) in enumerate(kept) if m.start < match.end and match.start < m.end
    )
    return next(overlapping, None)


def _is_rival(match: Match, best: Match) -> bool:
    forms = {best.canonical, *(form for _, form in best.rivals)}
    other = match.entry != best.entry and match.canonical not in forms
    return other and (match.start, match.end) == (best.start, best.end)


def _is_close(judged: Judged, best: Judged) -> bool:
    return best.nats - judged.nats < _MARGIN and best.window.odds - judged.window.odds < _FAR


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


def known_match(run: Run, known: Known) -> Match:
    """What stands in a run as the glossary has it, or in another form it knows."""
    start, end = run.tokens[known.first].start, run.tokens[known.last].end
    return Match(start, end, known.entry, known.kind, 1.0, known.form)
