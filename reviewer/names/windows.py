"""Which tokens of a run may stand for which tokens of a glossary form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewer.names.lexicon import Word, odds
from reviewer.names.mentions import Token, bearing

EXACT = 12.0  # what an equal token is worth in the alignment
_GAP_FORM = 1.5
_GAP_RUN = 5.0
_LONGEST = 12  # tokens of a form that are looked at
_FLANKED = 3  # tokens of a form from which one may stand between two


class Pair(NamedTuple):
    """Token ``form`` of a form stands as token ``place`` of the run, with these log-odds.

    An initial that fits is ``exact`` too.
    """

    form: int
    place: int
    odds: float
    exact: bool


class Window(NamedTuple):
    """A form laid over a run.

    ``extra`` are content tokens of the run inside the window that stand for nothing, ``missing``
    content tokens of the form that nothing stands for.
    """

    entry: int
    form: str
    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]
    missing: tuple[int, ...]
    rejoined: bool = False  # equal but for a space

    @property
    def all_exact(self) -> bool:
        """Does nothing differ but what is left out?"""
        return all(pair.exact for pair in self.pairs)

    @property
    def odds(self) -> float:
        """Log-odds of all pairs."""
        return sum(pair.odds for pair in self.pairs)

    @property
    def is_inverted(self) -> bool:
        """Do its tokens stand in another order than the form's?"""
        forms = [pair.form for pair in sorted(self.pairs, key=lambda pair: pair.place)]
        return forms != sorted(forms)

    @property
    def first(self) -> int:
        """The first place of the run that stands for something."""
        return min(pair.place for pair in self.pairs)

    @property
    def last(self) -> int:
        """The last one."""
        return max(pair.place for pair in self.pairs)


def form_tokens(form: str) -> tuple[Token, ...]:
    """The tokens of a form that bear meaning; of a very long one the first."""
    return bearing(form)[:_LONGEST]


def lay(
    entry: int,
    form: str,
    words: Sequence[Word],
    places: Sequence[int],
    at: int,
) -> Iterator[Window]:
    """The best window of a form around place ``at`` of a run (an index into ``places``).

    The form's tokens may stand in their own order or with the first or the last moved to the other
    end (*Ryunosuke Haga*, *Haga Ryunosuke*). Where all but one token found their places and another
    token stands where it should be, a second window takes that one in (*Tolga Rich*).
    """
    parts = form_tokens(form)
    low, high = max(0, at - len(parts)), min(len(places), at + len(parts) + 1)
    near = places[low:high]
    told = [odds(part.text, part.plain, words[places[at]]) for part in parts]
    if len(parts) < _FLANKED and max(told, default=0.0) <= 0:
        return  # it could only stand between tokens that fit
    worth = [
        [*(odds(p.text, p.plain, words[q]) if q != places[at] else own for q in near)]
        for p, own in zip(parts, told, strict=True)
    ]
    best, best_pairs, best_order = 0.0, list[Pair](), list[int]()
    for order in _orders(len(parts)):
        value, pairs = _align(parts, order, words, near, worth)
        if value > best + 0.01 and any(pair.place == places[at] for pair in pairs):
            best, best_pairs, best_order = value, pairs, order
    if not best_pairs:
        return
    yield _window(entry, form, len(parts), best_pairs, near)
    extended = _with_hopeless(parts, best_order, words, near, best_pairs)
    if len(extended) > len(best_pairs):
        yield _window(entry, form, len(parts), extended, near)


def _window(
    entry: int, form: str, count: int, pairs: Sequence[Pair], near: Sequence[int]
) -> Window:
    taken, used = {pair.place for pair in pairs}, {pair.form for pair in pairs}
    inside = range(min(taken), max(taken) + 1)
    return Window(
        entry,
        form,
        tuple(sorted(pairs, key=lambda pair: pair.place)),
        tuple(p for p in near if p in inside and p not in taken),
        tuple(i for i in range(count) if i not in used),
    )


def _orders(count: int) -> Iterator[list[int]]:
    natural = list(range(count))
    yield natural
    if count > 1:
        yield natural[-1:] + natural[:-1]
    if count > 2:
        yield natural[1:] + natural[:1]


def _align(
    parts: Sequence[Token],
    order: Sequence[int],
    words: Sequence[Word],
    near: Sequence[int],
    worth: Sequence[Sequence[float]],
) -> tuple[float, list[Pair]]:
    """Local alignment: a gap in the run costs more than one in the form, hopeless pairs cost.

    ``worth`` holds the log-odds of each of the form's tokens and each near place.
    """
    columns = len(near)
    table = [[0.0] * (columns + 1) for _ in range(len(order) + 1)]
    back = [[0] * (columns + 1) for _ in range(len(order) + 1)]
    best, where = 0.0, (0, 0)
    for i, part in enumerate(order, 1):
        for j in range(1, columns + 1):
            options = (
                0.0,
                table[i - 1][j - 1] + worth[part][j - 1],
                table[i - 1][j] - _GAP_FORM,
                table[i][j - 1] - _GAP_RUN,
            )
            value = max(options)
            table[i][j], back[i][j] = value, options.index(value)
            if value > best:
                best, where = value, (i, j)
    pairs = []
    i, j = where
    while back[i][j]:
        step = back[i][j]
        if step == 1:
            part, place = order[i - 1], near[j - 1]
            short, letters = words[place].plain, parts[part].plain
            exact = short == letters or (len(short) == 1 and letters.startswith(short))
            pairs.append(Pair(part, place, worth[part][j - 1], exact))
        i, j = i - (step != 3), j - (step != 2)
    pairs.reverse()
    return best, pairs


def _with_hopeless(
    parts: Sequence[Token],
    order: Sequence[int],
    words: Sequence[Word],
    near: Sequence[int],
    pairs: Sequence[Pair],
) -> list[Pair]:
    """Add the one token missing where a run token stands in its place."""
    if len(pairs) != len(parts) - 1:
        return list(pairs)
    missing = next(i for i, part in enumerate(order) if part not in {p.form for p in pairs})
    if missing == 0:
        place = near.index(pairs[0].place) - 1
    else:
        place = near.index(pairs[missing - 1].place) + 1
    taken = {pair.place for pair in pairs}
    if not 0 <= place < len(near) or near[place] in taken:
        return list(pairs)
    if words[near[place]].plain == parts[order[missing]].plain:
        return list(pairs)
    part = parts[order[missing]]
    told = odds(part.text, part.plain, words[near[place]])
    return [*pairs, Pair(order[missing], near[place], told, False)]
