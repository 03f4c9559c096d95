"""Stretches of a translation that stand for a name, or for a part of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.names.counterpart import Standing, standings
from reviewer.names.held import Held
from reviewer.names.rendering import Translation, is_form
from reviewer.names.windows import form_tokens

_DRAWN = -2.0  # nats from which a doubtful part goes with a sure one beside it


@dataclass(frozen=True, slots=True)
class Span:
    """Code points ``start`` to ``end`` stand for ``right``, a stretch of an entry's form.

    ``pairs`` are the tokens that differ, right one first.
    """

    start: int
    end: int
    right: str
    pairs: tuple[tuple[str, str], ...]
    nats: float
    alike: float

    @property
    def confidence(self) -> float:
        """0..1; two nats change the odds of being right e-fold."""
        return 1 / (1 + math.exp(-max(self.nats, -50) / 2.0))


def spans(held: Held, translation: Translation) -> list[Span]:
    """What stands for the missing parts of a name, with the parts beside it, in form order."""
    standing = {s.part: s for s in standings(held, translation)}
    found: list[Span] = []
    used: set[int] = set()
    for part in sorted(standing):
        if part not in used and standing[part].nats > 0:
            chain = _chain(held, translation, standing, part)
            used |= {i for i, _ in chain}
            found.append(_span(held, translation, standing, chain))
    return found


def _chain(
    held: Held, translation: Translation, standing: Mapping[int, Standing], part: int
) -> list[tuple[int, int]]:
    """(part, place) of this part and of those that adjoin in the form's own order."""
    parts = form_tokens(held.form)
    chain = [(part, standing[part].place)]
    for step in (-1, 1):
        at, place = chain[0] if step < 0 else chain[-1]
        while 0 <= at + step < len(parts):
            beside = translation.beside(place, step)
            if beside is None:
                break
            at, place = at + step, beside
            other = standing.get(at)
            drawn = other is not None and other.place == place and other.nats > _DRAWN
            if not drawn and not is_form(parts[at].plain, translation.tokens[place].plain):
                break
            chain.insert(0 if step < 0 else len(chain), (at, place))
    return chain


def _span(
    held: Held,
    translation: Translation,
    standing: Mapping[int, Standing],
    chain: Sequence[tuple[int, int]],
) -> Span:
    parts = form_tokens(held.form)
    first, last = chain[0], chain[-1]
    differing = [standing[i] for i, place in chain if i in standing and standing[i].place == place]
    return Span(
        translation.tokens[first[1]].start,
        translation.tokens[last[1]].end,
        held.form[parts[first[0]].start : parts[last[0]].end],
        tuple((parts[s.part].text, translation.tokens[s.place].text) for s in differing),
        max(s.nats for s in differing),
        max(s.alike for s in differing),
    )
