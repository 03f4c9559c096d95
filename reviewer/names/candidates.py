"""Which entries a run of tokens may name, badly carried over: windows to be weighed.

The cost per token does not grow with the glossary: a token's own letters lead to few entries, and
what stands beside it to those that both lead to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from reviewer.glossary.model import Term
from reviewer.names.evidence import is_telling, least
from reviewer.names.exact import Known, Run, may_hold_whole
from reviewer.names.index import JOINED, NameIndex
from reviewer.names.lexicon import Word, is_large, odds
from reviewer.names.mentions import content
from reviewer.names.vocabulary import GENERIC
from reviewer.names.windows import Pair, Window, form_tokens, lay
from reviewer.names.words import is_common_name

_ENTRIES = 100  # of one pair of tokens that are looked at
_FEW = 20  # entries that are looked at for one token's sake
_BESIDE = 2  # tokens on either side that may back a reading
_SLACK = 3.0  # log-odds that the canonical spelling can give over its plain letters
_REJOINED_NATS = 4.0
_SHORTEST_JOINED = 6
_ANCHORS = 500  # entries of one article whose tokens are compared with every doubtful one
_SHORTEST_ANCHORED = 4
_ALIKE, _RESEMBLING = 60.0, 50.0  # per cent; the latter beside another part of the name

GetTerm = Callable[[int], Term]


def windows(run: Run, known: Sequence[Known], index: NameIndex, term: GetTerm) -> Iterator[Window]:
    """Windows that hold a token which the glossary does not, outside the names that stand right."""
    claimed = {p for k in known if k.whole for p in range(k.first, k.last + 1)}
    tried: set[tuple[int, int]] = set()
    for at, place in enumerate(run.places):
        if place in claimed or not run.words[place].may_be_name:
            continue
        for entry, around in _entries(run, at, index, term):
            if (entry, place) in tried:
                continue
            for window in around_place(run, around, entry, term):
                fuzzy = [pair.place for pair in window.pairs if not pair.exact]
                if fuzzy and claimed.isdisjoint(fuzzy):
                    tried.update((entry, pair.place) for pair in window.pairs)
                    yield window
    for window in (*_split(run, index, term), *_joined(run, index, term)):
        if claimed.isdisjoint(pair.place for pair in window.pairs):
            yield window


def is_idle(words: Sequence[Word], places: Sequence[int], index: NameIndex) -> bool:
    """Is it plain at a glance that a run of these words has no `windows` and nothing known?

    Most runs of a text are. ``places`` are those that bear meaning.
    """
    bearing = [words[place] for place in places]
    written = 0
    for word in bearing:
        if word.written:
            if word.is_known:
                return False
            written += 1
        elif word.status == "new" and word.is_telling(least(len(index)) - _SLACK):
            return False
    for at, word in enumerate(bearing):
        for other in bearing[at + 1 : at + 1 + _BESIDE]:
            if _may_belong(word, other):
                return False
    if written > 1 and may_hold_whole(bearing, index):
        return False
    return all(index.find(one.plain + other.plain) < 0 for one, other in pairwise(bearing))


def _may_belong(first: Word, second: Word) -> bool:
    """May two words that stand together be parts of one entry, one of them garbled?"""
    if first.listed or second.listed:
        if _may_back(first, second) or _may_back(second, first):
            return True
        if first.listed and second.listed:
            return False
    if not first.reach or not _are_names(first, second):
        return False
    return not first.reach.isdisjoint(second.reach)


def _may_back(word: Word, other: Word) -> bool:
    """May `_of_neighbour` find an entry of the glossary token ``other``?"""
    if not other.listed or other.status == "short" or not word.may_be_name:
        return False
    if len(other.own) <= _FEW:
        return True
    return other.status != "word" and not other.own.isdisjoint(word.reach)


def _are_names(first: Word, second: Word) -> bool:
    """May both be names? A capital after a name that is garbled itself makes one of a word.

    *Donalds Tusks*, but not *Ronald Tusks*: who bears a common name is somebody else.
    """
    if first.status == "word" or second.status != "word":
        return "word" not in (first.status, second.status)
    return second.plain not in GENERIC and not is_common_name(first.plain)


def around_place(run: Run, at: int, entry: int, term: GetTerm) -> Iterator[Window]:
    """The windows of every right form of an entry around ``run.places[at]``.

    What stands right in one form is not held for a garbled token of another.
    """
    right_forms = term(entry).right_forms
    right = {token for form in right_forms for token in content(form)}
    for form in right_forms:
        for window in lay(entry, form, run.words, run.places, at):
            fuzzy = (run.words[pair.place].plain for pair in window.pairs if not pair.exact)
            if right.isdisjoint(fuzzy):
                yield window


def _entries(run: Run, at: int, index: NameIndex, term: GetTerm) -> Iterator[tuple[int, int]]:
    """Entries that a token may garble and the place in ``run.places`` to look around."""
    word = run.words[run.places[at]]
    found: set[int] = set()
    for near in range(max(0, at - _BESIDE), min(len(run.places), at + _BESIDE + 1)):
        other = run.words[run.places[near]]
        if near == at or other.status == "short":
            continue
        if other.listed:
            entries = _of_neighbour(word, other, len(run.tokens), index, term) - found
            yield from ((entry, near) for entry in sorted(entries)[:_ENTRIES])
            found |= entries
        if not word.listed and _are_names(*((other, word) if near < at else (word, other))):
            entries = (word.reach & other.reach) - found
            yield from ((entry, at) for entry in sorted(entries)[:_ENTRIES])
            found |= entries
    if word.status == "new" and not word.listed:
        for number in word.likely(least(len(index)) - _SLACK):
            yield from ((e, at) for e in index.entries(number, _FEW) if e not in found)


def _of_neighbour(
    word: Word, other: Word, length: int, index: NameIndex, term: GetTerm
) -> frozenset[int]:
    """Entries of the glossary token ``other`` that ``word`` beside it may belong to.

    Those that are few are all looked at, if the neighbour is telling and the glossary not large; an
    ordinary word is taken for half a name only where nothing else stands in the run, beside a
    common name only where one entry alone has that.
    """
    own = other.own
    if len(own) > _FEW:
        return own & word.reach if word.status != "word" else frozenset()
    telling = is_telling(other.plain) and not is_large(index)
    if telling and (word.status != "word" or length == 2):
        return own
    if len(own) == 1 and word.status == "word" and length == 2:
        return own
    return frozenset(e for e in own if _resembles(word.plain, other.plain, term(e)))


def _resembles(plain: str, beside: str, term: Term) -> bool:
    tokens = {token for form in term.right_forms for token in content(form)}
    return any(fuzz.ratio(plain, token) >= _RESEMBLING for token in tokens if token != beside)


def doubtful(
    words: Sequence[Word], places: Sequence[int], known: Sequence[Known] = ()
) -> list[tuple[int, str]]:
    """Which of ``places`` hold tokens that may garble a name the article tells elsewhere.

    Each with its plain token.
    """
    claimed = {p for k in known for p in range(k.first, k.last + 1)}
    return [
        (at, words[place].plain)
        for at, place in enumerate(places)
        if place not in claimed and words[place].status in ("new", "name")
    ]


class Anchored:
    """Finds tokens too garbled for the index by comparing them with what an article names."""

    def __init__(self, entries: Iterable[int], term: GetTerm) -> None:
        self._term = term
        self._owners: dict[str, list[int]] = {}
        for entry in sorted(entries)[:_ANCHORS]:
            for token in dict.fromkeys(content(term(entry).term)):
                if len(token) >= _SHORTEST_ANCHORED:
                    self._owners.setdefault(token, []).append(entry)
        self._tokens = list(self._owners)
        self._found: dict[str, dict[str, None]] = {}  # by a doubtful token: those most like it

    def are_near(self, suspects: Iterable[tuple[int, str]]) -> bool:
        """Is one of the doubtful tokens like one of those compared?"""
        return any(self._alike(plain) for _, plain in suspects)

    def windows(self, run: Run, suspects: Iterable[tuple[int, str]]) -> Iterator[Window]:
        """Windows around the `doubtful` places of a run."""
        for at, plain in suspects:
            alike = self._alike(plain)
            for entry in dict.fromkeys(e for token in alike for e in self._owners[token]):
                found = list(around_place(run, at, entry, self._term))
                yield from (window for window in found if not window.all_exact)
                if not found:
                    yield from self._forced(run, at, entry, alike)

    def _alike(self, plain: str) -> Collection[str]:
        found = self._found.get(plain)
        if found is None:
            alike = process.extract(
                plain, self._tokens, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3
            )
            found = self._found[plain] = {token: None for token, _, _ in alike}
        return found

    def _forced(self, run: Run, at: int, entry: int, alike: Collection[str]) -> Iterator[Window]:
        """The token for one like it, although the channel speaks against it."""
        for form in self._term(entry).right_forms:
            parts = form_tokens(form)
            for i, part in enumerate(parts):
                if part.plain in alike:
                    place = run.places[at]
                    told = odds(part.text, part.plain, run.words[place])
                    rest = tuple(j for j in range(len(parts)) if j != i)
                    yield Window(entry, form, (Pair(i, place, told, False),), (), rest)


def _split(run: Run, index: NameIndex, term: GetTerm) -> Iterator[Window]:
    """A token of a name written as two: *New Market*."""
    for left, right in zip(run.places, run.places[1:], strict=False):
        first, second = run.words[left], run.words[right]
        if right != left + 1 or run.tokens[left].possessive or (first.listed and second.listed):
            continue
        joined = first.plain + second.plain
        number = index.find(joined) if len(joined) >= _SHORTEST_JOINED else -1
        for entry in index.entries(number, _FEW) if number >= 0 else ():
            for form in term(entry).right_forms:
                for i, part in enumerate(form_tokens(form)):
                    if part.plain == joined:
                        yield _rejoined(entry, form, (i, i), (left, right))


def _joined(run: Run, index: NameIndex, term: GetTerm) -> Iterator[Window]:
    """Two tokens or three written as one: *Hamidreza*."""
    for place in run.places:
        word = run.words[place]
        if word.listed or word.status != "new" or len(word.plain) < _SHORTEST_JOINED:
            continue
        for entry in index.whole((word.plain,), JOINED):
            for form in term(entry).right_forms:
                if "".join(content(form)) == word.plain:
                    count = len(form_tokens(form))
                    yield _rejoined(entry, form, range(count), (place,) * count)


def _rejoined(entry: int, form: str, parts: Sequence[int], places: Sequence[int]) -> Window:
    pairs = [
        Pair(part, place, _REJOINED_NATS, False) for part, place in zip(parts, places, strict=True)
    ]
    return Window(entry, form, tuple(pairs), (), (), rejoined=True)
