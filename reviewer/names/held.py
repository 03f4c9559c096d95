"""Which entries of the glossary a source sentence holds.

An entry is held by the sum of evidence over its tokens, in nats. A surname beside another given
name is another person's; a part that is no ordinary word must be there, because an organisation's
name is more than the place in it. Native forms of the glossary are met letter for letter but for
endings, and in scripts that are not read, as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from reviewer.glossary.model import Glossary, Term
from reviewer.names.evidence import is_person
from reviewer.names.index import NameIndex
from reviewer.names.mentions import Token
from reviewer.names.natives import Natives
from reviewer.names.phonetic import plain
from reviewer.names.romanize import script_of
from reviewer.names.source import (
    CASELESS,
    EXACT,
    HOPELESS,
    LONGEST,
    Reader,
    Reading,
    SourceToken,
)
from reviewer.names.vocabulary import PARTICLES, TITLES
from reviewer.names.windows import form_tokens
from reviewer.names.words import is_common_name, is_word

_ENTRIES = 100  # of one token that are looked at
_BESIDE, _FREELY = 2.0, -7.0  # log-odds from which a token beside a part is another part
_SHORTEST = 3  # letters of a given name that may be spelled freely
_WORTH = {True: 4.0, False: 8.0}  # log-odds of a surname, or of other parts, to look beside it
_LEAST = 3.5  # log-odds below which a single token is not enough
_STRANGER = -9.0
_NO_SURNAME = -12.0
_NO_GIVEN = -1.0
_GIVEN_ALONE = -4.0  # the very letters of the glossary: whoever bears it spells it so
_NO_PART = -12.0
_NO_WORD = -0.7
_OPENING = -3.0  # a capital that the sentence's beginning explains
_SHORT = 2.0  # for each letter below five of a lone token
_USUAL = 4.0  # nats that the letters of a lone token may be unusual
_CASELESS = -3.0  # no capital tells that it is a name
_LONGER = -5.0  # it is part of some longer name
_WEIGHT = {"word": 0.3, "common": 0.6, "rare": 1.0}
_NATIVE = 24.0  # a whole native form

Pair = tuple[int, SourceToken, Reading]  # part of a form, where it stands in the source, and how


@dataclass(frozen=True, slots=True)
class Held:
    """An entry in the source: which token of its form stands as which source token.

    ``nats``: how much speaks for it.
    """

    entry: int
    form: str
    pairs: tuple[Pair, ...]
    nats: float

    @property
    def lone(self) -> bool:
        """Does one part carry all the evidence?"""
        return sum(reading.odds >= _BESIDE for _, _, reading in self.pairs) < 2

    @property
    def places(self) -> frozenset[int]:
        """The places in the source that it covers."""
        return frozenset(token.place for _, token, _ in self.pairs)


_Places = dict[int, dict[int, list[Reading]]]  # entry → place in the source → readings


class Holder:
    """Finds the entries of one glossary in source sentences."""

    def __init__(
        self, glossary: Glossary, index: NameIndex, term: Callable[[int], Term], reader: Reader
    ) -> None:
        self._glossary, self._index, self._term, self._reader = glossary, index, term, reader
        self._natives: dict[str, Natives] = {}

    def held(
        self,
        tokens: Sequence[SourceToken],
        source: str,
        lang: str | None,
        hints: Mapping[int, Sequence[Reading]] | None = None,
    ) -> list[Held]:
        """The entries that the source may hold, likeliest first.

        ``hints`` are further readings by place, from what the translation makes of them.
        """
        by_entry: _Places = {}
        for token in tokens:
            if token.capital and len(token.text) <= LONGEST:
                doubtful = token.opening and not _joined(token, tokens, 1)
                readings = [*self._reader.readings(token.text, lang, doubtful)]
                readings += (hints or {}).get(token.place, ())
                for reading in readings:
                    for entry in self._index.entries(reading.number, _ENTRIES):
                        by_entry.setdefault(entry, {}).setdefault(token.place, []).append(reading)
        found = list(self._by_native(tokens, source, lang))
        for entry, places in by_entry.items():
            if len(places) == 1 and max(r.odds for rs in places.values() for r in rs) < _LEAST:
                continue
            term = self._term(entry)
            for form in term.right_forms:
                found += self._laid(entry, form, places, tokens, lang)
        return sorted(found, key=lambda held: (-held.nats, held.entry))

    def _native(self, lang: str | None) -> Natives:
        primary = (lang or "").replace("_", "-").partition("-")[0].lower()
        if primary not in self._natives:
            self._natives[primary] = Natives(self._glossary, primary)
        return self._natives[primary]

    def _by_native(
        self, tokens: Sequence[SourceToken], source: str, lang: str | None
    ) -> Iterator[Held]:
        """By whole native forms, and by native surnames standing alone."""
        natives = self._native(lang)
        for entry, found in natives.wholes(tokens, source, lang):
            form = self._term(entry).term
            parts = form_tokens(form)
            each = found
            if len(found) != len(parts):
                odds = partial(self._spelled_by, lang)
                each = [max(found, key=partial(odds, part.plain)) for part in parts]
            readings = (Reading(-1, part.plain, EXACT) for part in parts)
            yield Held(
                entry, form, tuple(zip(range(len(parts)), each, readings, strict=True)), _NATIVE
            )
        for entry, token in natives.surnames(tokens, lang):
            term = self._term(entry)
            last = len(form_tokens(term.term)) - 1
            if is_person(term) and last >= 0:
                reading = Reading(-1, form_tokens(term.term)[last].plain, EXACT)
                nats = EXACT + _NO_GIVEN + _stranger({last: (token.place, reading)}, tokens)
                yield Held(entry, term.term, ((last, token, reading),), nats)

    def _spelled_by(self, lang: str | None, part: str, token: SourceToken) -> float:
        return self._reader.spelled(part, token.text, lang)

    def _laid(
        self,
        entry: int,
        form: str,
        places: Mapping[int, Sequence[Reading]],
        tokens: Sequence[SourceToken],
        lang: str | None,
    ) -> Iterator[Held]:
        """The form over each stretch of the source that holds some of its tokens."""
        parts = form_tokens(form)
        for cluster in _clusters(sorted(places), len(parts)):
            pairs = _paired(parts, cluster, places)
            if pairs:
                term = self._term(entry)
                if _is_promising(term, parts, pairs):
                    self._complete(term, parts, pairs, (tokens, lang))
                nats = _nats(term, parts, pairs, tokens)
                laid = tuple((i, tokens[p], reading) for i, (p, reading) in sorted(pairs.items()))
                yield Held(entry, form, laid, nats)

    def _complete(
        self,
        term: Term,
        parts: Sequence[Token],
        pairs: dict[int, tuple[int, Reading]],
        sentence: tuple[Sequence[SourceToken], str | None],
    ) -> None:
        """Pair parts left over with tokens beside the paired ones, small ones too.

        Beside a surname a given name may be spelled more freely: few names are like no other.
        """
        tokens, lang = sentence
        used = {place for place, _ in pairs.values()}
        free = is_person(term) and len(parts) - 1 in pairs
        for i, part in enumerate(parts):
            if i in pairs:
                continue
            worth = [
                (self._odds(part.plain, tokens[p], lang, free), -p)
                for p in {p + step for p in used for step in (-1, 1)} - used
                if 0 <= p < len(tokens)
            ]
            odds, place = max(worth, default=(HOPELESS, 0))
            if odds >= (_FREELY if free else _BESIDE):
                pairs[i] = -place, Reading(-1, part.plain, odds)
                used.add(-place)

    def _odds(self, part: str, token: SourceToken, lang: str | None, free: bool) -> float:
        if free and token.capital and min(len(token.text), len(part)) >= _SHORTEST:
            return self._reader.spelled_freely(part, token.text, lang)
        odds = self._reader.spelled(part, token.text, lang)
        return odds if odds >= _BESIDE else HOPELESS


def _is_promising(
    term: Term, parts: Sequence[Token], pairs: Mapping[int, tuple[int, Reading]]
) -> bool:
    """May other parts beside make it a name that is held?"""
    surname = is_person(term) and len(parts) - 1 in pairs
    if is_person(term) and not surname:
        return False
    return sum(r.odds for _, r in pairs.values()) >= _WORTH[surname]


def _paired(
    parts: Sequence[Token], cluster: Sequence[int], places: Mapping[int, Sequence[Reading]]
) -> dict[int, tuple[int, Reading]]:
    """Part → the place that reads as it, best first, one to one."""
    ranked = sorted(
        (
            (reading.odds, i, place, reading)
            for place in cluster
            for i, part in enumerate(parts)
            for reading in places[place]
            if part.plain == reading.token
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs: dict[int, tuple[int, Reading]] = {}
    used: set[int] = set()
    for _, i, place, reading in ranked:
        if i not in pairs and place not in used:
            pairs[i] = place, reading
            used.add(place)
    return pairs


def _clusters(places: Sequence[int], size: int) -> Iterator[list[int]]:
    """Places that stand close enough to be parts of one name."""
    cluster: list[int] = []
    for place in places:
        if cluster and (place - cluster[-1] > 2 or place - cluster[0] > size + 1):
            yield cluster
            cluster = []
        cluster.append(place)
    if cluster:
        yield cluster


def _nats(
    term: Term,
    parts: Sequence[Token],
    pairs: Mapping[int, tuple[int, Reading]],
    tokens: Sequence[SourceToken],
) -> float:
    nats = sum(max(0.0, r.odds) * _weight(r.token) for _, r in pairs.values())
    missing = [i for i in range(len(parts)) if i not in pairs]
    if is_person(term):
        if len(parts) - 1 in missing:
            nats += _GIVEN_ALONE if _is_as_written(pairs, parts, tokens) else _NO_SURNAME
        elif missing:
            nats += _NO_GIVEN + _stranger(pairs, tokens)
    else:
        for i in missing:
            nats += _NO_WORD if is_word(parts[i].plain) else _NO_PART
    if len(pairs) == 1:
        nats += _lone(*next(iter(pairs.values())), tokens)
    return nats


def _is_as_written(
    pairs: Mapping[int, tuple[int, Reading]],
    parts: Sequence[Token],
    tokens: Sequence[SourceToken],
) -> bool:
    """Does the source write a single rare part as the glossary does, marks and all?"""
    (i, (place, _)), *others = pairs.items()
    rare = not is_word(parts[i].plain) and not is_common_name(parts[i].plain)
    return not others and rare and tokens[place].text == parts[i].text


def _lone(place: int, reading: Reading, tokens: Sequence[SourceToken]) -> float:
    """What speaks against a single token with nothing of the name beside it."""
    token = tokens[place]
    nats = -_SHORT * max(0, 5 - len(reading.token))
    caseless = script_of(token.text) in CASELESS
    if token.opening and not caseless:
        nats += _OPENING
    if reading.odds < EXACT:
        nats *= 2
        nats += min(0.0, reading.usual + _USUAL)
        if _joined(token, tokens, -1) or _joined(token, tokens, 1):
            nats += _LONGER
    return nats + (_CASELESS if caseless else 0.0)


def _joined(token: SourceToken, tokens: Sequence[SourceToken], step: int) -> bool:
    """Does another name stand right beside it?"""
    if not 0 <= token.place + step < len(tokens):
        return False
    other = tokens[token.place + step]
    if script_of(other.text) in CASELESS:
        return False
    first, last = (other, token) if step < 0 else (token, other)
    if not other.capital or other.opening or last.start - first.end > 2:
        return False
    return plain(other.text) not in PARTICLES | TITLES


def _weight(token: str) -> float:
    """How much a plain token tells of which name is meant, 0..1."""
    if is_word(token):
        return _WEIGHT["word"]
    return _WEIGHT["common" if is_common_name(token) else "rare"]


def _stranger(pairs: Mapping[int, tuple[int, Reading]], tokens: Sequence[SourceToken]) -> float:
    """Does another name stand where a given name of this one would?"""
    first = tokens[min(place for place, _ in pairs.values())]
    return _STRANGER if _joined(first, tokens, -1) else 0.0
