"""What counts as a right form of a name in a translation, and what its source accounts for.

Much is right: a part that tells which name is meant, another romanisation, the demonym or adjective
of a place and the other way round, a short form, an abbreviation, a plural, two tokens in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from reviewer.names.demonyms import is_demonym
from reviewer.names.equivalents import equivalent
from reviewer.names.mentions import Token, tokens
from reviewer.names.romanize import script_of
from reviewer.names.source import CASELESS, HOPELESS, Reader, SourceToken, opens_sentence
from reviewer.names.variants import is_romanisation
from reviewer.names.vocabulary import FUNCTION_WORDS, PARTICLES
from reviewer.names.windows import form_tokens

ACCOUNTED = 7.0  # log-odds from which a source token accounts for one of the translation
_TIE = 2.0
_REACH = 4  # tokens to either side in which a neighbouring name is looked for

# What English makes of the generic part of a place's name, this way or that.
_SAME = tuple(
    frozenset(group.split())
    for group in (
        "oblast region province area",
        "raion rayon district county",
        "krai kray territory region",
        "okrug district area",
        "voivodeship voivodship province region",
        "street st ulitsa ul",
        "saint st sankt san santa sint sveti",
        "mount mt mountain",
        "fort ft",
        "republic rep",
    )
)


@lru_cache(maxsize=1 << 17)
def is_form(part: str, letters: str) -> bool:
    """Is a plain token of the translation a right form of a plain token of a name?"""
    if letters == part or letters.removesuffix("s") == part.removesuffix("s"):
        return True
    if is_romanisation(part, letters) or is_demonym(letters, part):
        return True
    if any(part in group and letters in group for group in _SAME):
        return True
    return equivalent(part, letters) is not None


class Translation:
    """The tokens of one segment's translation beside its source."""

    def __init__(
        self, text: str, start: int, source: Sequence[SourceToken], lang: str | None, reader: Reader
    ) -> None:
        self.tokens: list[Token] = tokens(text, start)
        self._text, self._start = text, start
        self.shouts = text.isupper()
        self.source, self.lang, self.reader = source, lang, reader

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(token.plain for token in self.tokens)

    @cached_property
    def _joined(self) -> frozenset[str]:
        letters = [token.plain for token in self.tokens]
        return frozenset(map("".join, pairwise(letters)))

    def has(self, part: str) -> bool:
        """Does a plain token of a name stand here in a right form?"""
        if part in self._plain or part in self._joined:
            return True
        return any(is_form(part, letters) for letters in self._plain)

    def has_whole(self, form: str) -> bool:
        """Do all telling parts of a form stand here, or its abbreviation, or all in one token?"""
        parts = [part.plain for part in form_tokens(form)]
        if len(parts) > 1 and {"".join(p[:1] for p in parts), "".join(parts)} & self._plain:
            return True
        return all(map(self.has, parts))

    def spelled(self, part: str, token: SourceToken) -> float:
        """Log-odds in nats that the source token is a spelling of a plain token of English."""
        return self.reader.spelled(part, token.text, self.lang)

    @cached_property
    def accounts(self) -> dict[int, frozenset[int]]:
        """Place in the translation → places of the source tokens that account for it."""
        found: dict[int, frozenset[int]] = {}
        names = [other for other in self.source if other.capital]
        for place, token in enumerate(self.tokens):
            if token.text[:1].isupper() and token.plain not in PARTICLES:
                worth = {other.place: self.spelled(token.plain, other) for other in names}
                best = max(worth.values(), default=HOPELESS)
                if best >= ACCOUNTED:
                    found[place] = frozenset(p for p, w in worth.items() if w > best - _TIE)
        return found

    def opens(self, place: int) -> bool:
        """Does a sentence begin with the token?"""
        before = self.tokens[place].start - self._start
        return opens_sentence(self._text, before)

    def only_left(self, token: SourceToken) -> int | None:
        """The one place left where this is the one name of the source that is left.

        In the middle of a sentence for a name from the middle, at its beginning for one from there.
        Where a script has no capitals nobody can tell how many names are left.
        """
        theirs = self._left_theirs - {token.place}
        ours = self._left_ours - self._openings
        script = script_of(token.text)
        if token.opening and script != "Latn" and script not in CASELESS:
            return None
        if token.opening and not ours:
            ours = self._left_ours & self._openings
        return next(iter(ours)) if not theirs and len(ours) == 1 else None

    @cached_property
    def _openings(self) -> frozenset[int]:
        return frozenset(place for place in range(len(self.tokens)) if self.opens(place))

    @cached_property
    def _left_theirs(self) -> frozenset[int]:
        accounted = frozenset[int]().union(*self.accounts.values())
        names = (
            token.place
            for token in self.source
            if token.capital and not token.opening and script_of(token.text) not in CASELESS
        )
        return frozenset(names) - accounted

    @cached_property
    def _left_ours(self) -> frozenset[int]:
        return frozenset(
            place
            for place, token in enumerate(self.tokens)
            if token.text[:1].isupper()
            and place not in self.accounts
            and token.plain not in FUNCTION_WORDS
        )

    def neighbours(self, token: SourceToken, place: int) -> int:
        """How many of the names next to a source token stand next to a place on the same side."""
        count = 0
        for step in (-1, 1):
            theirs = next(
                (
                    other
                    for other in range(token.place + step, token.place + _REACH * step, step)
                    if 0 <= other < len(self.source) and self.source[other].capital
                ),
                None,
            )
            near = range(place + step, place + _REACH * step, step)
            ours = next((self.accounts[p] for p in near if p in self.accounts), frozenset[int]())
            count += theirs in ours
        return count

    def beside(self, place: int, step: int) -> int | None:
        """The next place on one side that holds no small particle."""
        for other in range(place + step, place + _REACH * step, step):
            if not 0 <= other < len(self.tokens):
                return None
            token = self.tokens[other]
            if token.text[0].isupper() or token.plain not in PARTICLES:
                return other
        return None
