"""How sure it is that a window is a garbled mention of its entry.

Evidence is counted in nats and summed, as the log-odds of two hypotheses: *this entry, badly carried
over* against *something else that stands in its own right*.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.glossary.model import Term
from reviewer.names.demonyms import is_demonym
from reviewer.names.lexicon import HOPELESS, Word
from reviewer.names.mentions import TITLES, Token
from reviewer.names.windows import Window, form_tokens
from reviewer.names.words import is_word

PRIOR = -6.0  # before anything is looked at, a name is no garble of an entry
_PARTNER = 9.0  # the rest of the name stands right beside it, and few names have it
_ANCHOR = 4.0  # the entry stands right elsewhere in the article
_KNOWN = -6.0  # the token is somebody's name as it is
_WORD = -10.0
_STRANGER = -9.0  # another name stands where a part of this one is missing
_EXTRA = -6.0
_MISSING_OTHER = -4.0
_GIVEN_ALONE = -4.0
_CAP = 12.0
_SCALE = 2.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A window with its evidence in nats; ``confidence`` is 0..1."""

    window: Window
    nats: float

    @property
    def confidence(self) -> float:
        return 1 / (1 + math.exp(-self.nats / _SCALE))


def is_person(term: Term) -> bool:
    """A person by its kind or, where that is not told, two to four tokens none of them a word."""
    if term.kind != "other":
        return term.kind == "person"
    parts = form_tokens(term.term)
    return 2 <= len(parts) <= 4 and not any(
        is_word(p.plain) and p.plain not in _GIVEN for p in parts
    )


_GIVEN = frozenset(("john", "mark", "bill", "frank", "jack", "pat", "rob", "will", "grant", "dick"))


def judge(
    window: Window,
    term: Term,
    run: Sequence[Token],
    words: Sequence[Word],
    anchored: Callable[[int], bool],
    size: int,
) -> Judged:
    """Weigh a window; ``size`` is the number of the glossary's tokens."""
    parts = form_tokens(window.form)
    person = is_person(term)
    fuzzy = [pair for pair in window.pairs if not pair.exact]
    exact = [pair for pair in window.pairs if pair.exact]
    anchor = anchored(window.entry)
    nats = PRIOR - 0.5 * math.log1p(size / 1000)
    partner = sum(_PARTNER * words[pair.place].rarity ** 2 for pair in exact)
    nats += min(partner, _CAP)
    if anchor:
        nats += _ANCHOR
    for pair in fuzzy:
        word, part = words[pair.place], parts[pair.form]
        if not person and is_demonym(word.plain, part.plain):
            return Judged(window, -math.inf)
        if word.listed and pair.odds < EXACT_LISTED:
            nats += _KNOWN
        nats += max(HOPELESS, min(_CAP, pair.odds))
        status = word.status
        if status == "word":
            nats += _WORD
        elif status == "name":
            nats += _KNOWN
        elif status in ("acronym", "short"):
            return Judged(window, -math.inf)
        if len(word.plain) <= 4:
            nats -= 2.0 * (5 - len(word.plain))
    nats += _EXTRA * len(window.extra)
    if window.missing:
        if person:
            last = len(parts) - 1
            if last in window.missing and not exact:
                nats += 0 if anchor else _GIVEN_ALONE
            nats += _stranger(window, run, words)
        else:
            nats += _MISSING_OTHER * len(window.missing)
    return Judged(window, nats)


EXACT_LISTED = 8.0


def _stranger(window: Window, run: Sequence[Token], words: Sequence[Word]) -> float:
    """Another name beside the window where the entry's own part is missing speaks against it."""
    penalty = 0.0
    before = window.first - 1
    if (
        before >= 0
        and words[before].status in ("name", "new")
        and words[before].plain not in TITLES
    ):
        if not run[before].possessive:
            penalty += _STRANGER
    after = window.last + 1
    if (
        after < len(run)
        and words[after].status in ("name", "new")
        and not run[window.last].possessive
    ):
        penalty += _STRANGER
    return penalty
