"""Names of the glossary in an article: the right ones, and the garbled ones with what they should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reviewer.glossary.model import Glossary, Term
from reviewer.names.evidence import Judged, judge
from reviewer.names.exact import Known, Run, parts, wholes
from reviewer.names.index import JOINED, NameIndex, open_index
from reviewer.names.lexicon import Lexicon
from reviewer.names.mentions import content, runs
from reviewer.names.variants import bare_letters, has_lookalikes, is_romanisation, latinised
from reviewer.names.windows import Pair, Window, form_tokens, lay

SURE = 0.9
LIKELY = 0.5
_ENTRIES = 200  # of one token that are looked at
_MARGIN = 3.0  # nats by which the best entry must lead to stand alone
_JOINED_NATS = 4.0
_SHORTEST_JOINED = 6
_ANCHORS = 500  # entries of one article whose tokens are compared with every doubtful one
_SHORTEST_ANCHORED = 3
_ALIKE = 60.0


Anchors = dict[int, list[tuple[int, int]]]  # entry → the spans where it stands


@dataclass(frozen=True, slots=True)
class Match:
    """A span of the text (code points, end exclusive) that stands for glossary entry ``entry``.

    ``kind``: ``exact``, ``deprecated``, ``romanisation``, ``diacritics``, ``lookalikes`` or
    ``garbled``. ``canonical`` is the form, or the part of it, that the span stands for; ``rivals``
    are entries nearly as likely.
    """

    start: int
    end: int
    entry: int
    kind: str
    confidence: float
    canonical: str
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Option:
    """A window that may be a garbled mention, in its run."""

    window: Window
    run: Run


class Matcher:
    """Finds the names of one glossary; keeps what it learned about each distinct token."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._terms: dict[int, Term] = {}

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
        """Every match of an article in order; those that are not ``exact`` do not overlap."""
        found: list[Match] = []
        options: list[_Option] = []
        unclaimed: list[tuple[Run, int]] = []
        anchors: Anchors = {}
        for tokens in runs(text):
            run = Run.of(tokens, self._lexicon.word)
            found += self._lookalikes(run)
            known = list(wholes(run, self.index, self.term))
            known += parts(run, known, self.index, self.term)
            found += (self._known(run, k) for k in known)
            options += self._options(run, known)
            unclaimed += self._unclaimed(run, known)
        _anchor(anchors, (m for m in found if m.kind in ("exact", "diacritics", "romanisation")))
        chosen = self._chosen(options, anchors)
        _anchor(anchors, (m for m in chosen if m.confidence >= SURE and " " in m.canonical))
        if anchors:
            options += self._anchored(unclaimed, anchors)
            chosen = self._chosen(options, anchors)
        taken = [(m.start, m.end) for m in chosen]
        free = [m for m in found if not any(s < m.end and m.start < e for s, e in taken)]
        return sorted(free + chosen, key=lambda m: (m.start, m.end))

    def _known(self, run: Run, known: Known) -> Match:
        start, end = run.tokens[known.first].start, run.tokens[known.last].end
        kind = known.kind
        if kind == "exact":
            written = sorted(
                bare_letters(run.tokens[p].text)
                for p in run.places
                if known.first <= p <= known.last
            )
            listed = {
                tuple(sorted(bare_letters(part.text) for part in form_tokens(form)))
                for form in (
                    (known.form,) if not known.whole else self.term(known.entry).right_forms
                )
            }
            if tuple(written) not in listed:
                kind = "diacritics"
        return Match(start, end, known.entry, kind, 1.0, known.form)

    def _lookalikes(self, run: Run) -> Iterator[Match]:
        for token in run.tokens:
            if has_lookalikes(token.text):
                yield Match(token.start, token.end, -1, "lookalikes", 1.0, latinised(token.text))

    def _options(self, run: Run, known: Sequence[Known]) -> Iterator[_Option]:
        """Windows of every entry that a token of the run leads to."""
        claimed = {p for k in known if k.whole for p in range(k.first, k.last + 1)}
        tried: set[tuple[int, int]] = set()
        for at, place in enumerate(run.places):
            for entry in self._entries(run, at):
                if (entry, place) in tried:
                    continue
                for window in self._windows(run, at, entry):
                    fuzzy = [pair.place for pair in window.pairs if not pair.exact]
                    if fuzzy and claimed.isdisjoint(fuzzy):
                        tried.update((entry, pair.place) for pair in window.pairs)
                        yield _Option(window, run)
        yield from self._rejoined(run)

    def _windows(self, run: Run, at: int, entry: int) -> Iterator[Window]:
        for form in self.term(entry).right_forms:
            yield from lay(entry, form, run.tokens, run.words, run.places, at)

    def _entries(self, run: Run, at: int) -> Iterator[int]:
        """Entries that the token may be a spelling of; of a listed one, those it may belong to."""
        word = run.words[run.places[at]]
        if not word.listed:
            for near in word.near:
                yield from self.index.entries(near.number, _ENTRIES)
            return
        beside = run.places[max(0, at - 1) : at] + run.places[at + 1 : at + 2]
        if any(not run.words[place].listed for place in beside):
            yield from self.index.entries(word.number, _ENTRIES)

    def _unclaimed(self, run: Run, known: Sequence[Known]) -> Iterator[tuple[Run, int]]:
        claimed = {p for k in known for p in range(k.first, k.last + 1)}
        for at, place in enumerate(run.places):
            if place not in claimed and run.words[place].status in ("new", "name"):
                yield run, at

    def _anchored(
        self, unclaimed: Sequence[tuple[Run, int]], anchors: Anchors
    ) -> Iterator[_Option]:
        """Windows of entries that the article names, for tokens too garbled for the index."""
        from rapidfuzz import fuzz, process

        owners: dict[str, list[int]] = {}
        for entry in sorted(anchors)[:_ANCHORS]:
            for token in set(content(self.term(entry).term)):
                if len(token) > _SHORTEST_ANCHORED:
                    owners.setdefault(token, []).append(entry)
        tokens = list(owners)
        for run, at in unclaimed:
            word = run.words[run.places[at]]
            for token, _, _ in process.extract(
                word.plain, tokens, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3
            ):
                for entry in owners[token]:
                    yield from (
                        _Option(w, run) for w in self._windows(run, at, entry) if not w.all_exact
                    )

    def _rejoined(self, run: Run) -> Iterator[_Option]:
        """A name's token written as two (*New Market*), two written as one (*Hamidreza*)."""
        for left, right in zip(run.places, run.places[1:], strict=False):
            if right == left + 1 and not run.tokens[left].possessive:
                joined = run.words[left].plain + run.words[right].plain
                number = self.index.find(joined) if len(joined) >= _SHORTEST_JOINED else -1
                if number >= 0 and not (run.words[left].listed and run.words[right].listed):
                    for entry in self.index.entries(number, _ENTRIES):
                        yield from self._split_form(run, entry, joined, left, right)
        for place in run.places:
            word = run.words[place]
            if not word.listed and word.status == "new" and len(word.plain) >= _SHORTEST_JOINED:
                for entry in self.index.whole((word.plain,), JOINED):
                    for form in self.term(entry).right_forms:
                        if "".join(content(form)) == word.plain:
                            yield _Option(
                                _certain(entry, form, range(len(form_tokens(form))), (place,)), run
                            )

    def _split_form(
        self, run: Run, entry: int, joined: str, left: int, right: int
    ) -> Iterator[_Option]:
        for form in self.term(entry).right_forms:
            for i, part in enumerate(form_tokens(form)):
                if part.plain == joined:
                    yield _Option(_certain(entry, form, (i,), (left, right)), run)

    def _chosen(self, options: Sequence[_Option], anchors: Anchors) -> list[Match]:
        """The best windows that do not overlap; rivals are other entries nearly as likely."""
        size = len(self.index)
        ranked: list[tuple[Judged, Run]] = []
        for option in options:
            term = self.term(option.window.entry)
            run = option.run
            anchored = _stands_elsewhere(option.window, run, anchors)
            judged = judge(option.window, term, run.tokens, run.words, anchored, size)
            if judged.confidence >= LIKELY:
                ranked.append((judged, option.run))
        ranked.sort(key=lambda pair: (-pair[0].nats, pair[0].window.entry))
        kept: list[tuple[Match, float]] = []
        for judged, run in ranked:
            match = self._match(judged, run)
            clash = next(
                (i for i, (m, _) in enumerate(kept) if m.start < match.end and match.start < m.end),
                None,
            )
            if clash is None:
                kept.append((match, judged.nats))
                continue
            best, nats = kept[clash]
            near = nats - judged.nats < _MARGIN and (match.start, match.end) == (
                best.start,
                best.end,
            )
            if near and match.entry != best.entry and match.canonical != best.canonical:
                kept[clash] = (replace(best, rivals=(*best.rivals, match.entry)), nats)
        return [match for match, _ in kept]

    def _match(self, judged: Judged, run: Run) -> Match:
        window = judged.window
        pairs = _without_initials(window.pairs, run)
        listed = form_tokens(window.form)
        start, end = run.tokens[pairs[0].place].start, run.tokens[pairs[-1].place].end
        used = sorted(pair.form for pair in pairs)
        canonical = window.form[listed[used[0]].start : listed[used[-1]].end]
        if len(used) == len(listed):
            canonical = window.form
        fuzzy = [pair for pair in pairs if not pair.exact]
        alike = all(
            is_romanisation(listed[pair.form].plain, run.words[pair.place].plain) for pair in fuzzy
        )
        kind = "romanisation" if alike and not window.rejoined else "garbled"
        return Match(start, end, window.entry, kind, judged.confidence, canonical)


def _anchor(anchors: Anchors, matches: Iterable[Match]) -> None:
    for match in matches:
        anchors.setdefault(match.entry, []).append((match.start, match.end))


def _stands_elsewhere(window: Window, run: Run, anchors: Anchors) -> bool:
    spans = anchors.get(window.entry, ())
    start, end = run.tokens[window.first].start, run.tokens[window.last].end
    return any(e <= start or end <= s for s, e in spans)


def _certain(entry: int, form: str, parts_: Sequence[int], places: Sequence[int]) -> Window:
    """A window of tokens that are equal but for the space between them."""
    pairs = [
        Pair(parts_[min(i, len(parts_) - 1)], places[min(i, len(places) - 1)], _JOINED_NATS, False)
        for i in range(max(len(parts_), len(places)))
    ]
    return Window(entry, form, tuple(pairs), (), (), rejoined=True)


def _without_initials(pairs: Sequence[Pair], run: Run) -> Sequence[Pair]:
    """The pairs without initials at the ends: what is short for a name is no garble of it."""
    kept = list(pairs)
    while len(kept) > 1 and len(run.words[kept[0].place].plain) == 1:
        kept.pop(0)
    while len(kept) > 1 and len(run.words[kept[-1].place].plain) == 1:
        kept.pop()
    return kept
