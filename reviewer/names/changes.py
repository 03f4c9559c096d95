"""What changed between two tokens, cut so that each change has its usual origin where it has one.

The channel knows that *ts* turns into *c* but not who writes it so. Here a token is cut again, by
the rules of `origins`, the cheapest way; what no rule tells is left as a bare change of letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reviewer.names.origins import by_way_of, endings, spellings
from reviewer.names.tokens import letters
from reviewer.text import fold

_LONGEST = 4  # letters of a rule, on either side
_CAP = 30  # letters of a token that are explained
_MARK, _DOUBLED, _RULE, _ROUTE, _FOREIGN, _BARE = 2, 9, 10, 11, 20, 30
_FAR = 10**6
_BASE_FORMS = ("nominative", "feminine ending", "definite form", "married woman's ending")


class Change(NamedTuple):
    """Letters of the canonical token and what stands for them.

    `kind`: ``spelling`` and ``route`` (a rule of `languages`), ``ending``, ``dropped ending``,
    ``doubled``, ``mark`` (diacritics alone) or ``bare``.
    """

    canonical: str
    variant: str
    kind: str
    languages: frozenset[str] = frozenset()
    what: str = ""


@lru_cache(maxsize=1 << 13)
def changes(canonical: str, variant: str, language: str | None = None) -> tuple[Change, ...]:
    """The changes from one token to another, from left to right; rules of `language` come first.

    Tokens are cut at 30 letters.
    """
    cost: dict[tuple[int, int], int] = {(0, 0): 0}
    back: dict[tuple[int, int], _Step] = {}
    for step in _steps(canonical, variant):
        start, end, price, change = step
        if price == _RULE and language and change and language not in change.languages:
            price = _FOREIGN
        total = cost[start] + price
        if total < cost.get(end, _FAR):
            cost[end], back[end] = total, step
    found: list[Change] = []
    at = len(letters(canonical)[:_CAP]), len(letters(variant)[:_CAP])
    while at != (0, 0):
        step = back[at]
        at = step.start
        if step.change is not None:
            found.append(step.change)
    return tuple(_merged(found[::-1]))


class _Step(NamedTuple):
    """A way on from place ``start`` in both tokens to ``end``, and what it costs.

    A rule of other languages than the one that comes first costs more.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    price: int
    change: Change | None


@lru_cache(maxsize=1 << 10)
def _steps(canonical: str, variant: str) -> tuple[_Step, ...]:
    """Every way on from every place, those of earlier places first."""
    left, right = letters(canonical)[:_CAP], letters(variant)[:_CAP]
    found: list[_Step] = []
    for i in range(len(left) + 1):
        widths = range(1, min(_LONGEST, len(left) - i) + 1)
        rules = [rule for width in widths for rule in _rules().get(left[i : i + width], ())]
        for j in range(len(right) + 1):
            ways = [*_letters(left, right, i, j)]
            ways += [(p, c) for p, c in rules if right.startswith(c.variant, j)]
            ways += _last(left[i:], right[j:]) if i >= 2 else ()
            for price, change in ways:
                height = len(change.canonical) if change else 1
                width = len(change.variant) if change else 1
                found.append(_Step((i, j), (i + height, j + width), price, change))
    return tuple(found)


def _letters(left: str, right: str, i: int, j: int) -> Iterator[tuple[int, Change | None]]:
    """Single letters kept, changed, lost or added."""
    a, b = left[i : i + 1], right[j : j + 1]
    if a and a == b:
        yield 0, None
    elif a and b:
        same = fold(a) == fold(b)
        yield _MARK if same else _BARE + 5, Change(a, b, "mark" if same else "bare")
    if a:
        again = i > 0 and left[i - 1] == a
        yield _DOUBLED if again else _BARE, Change(a, "", "doubled" if again else "bare")
    if b:
        again = j > 0 and right[j - 1] == b
        yield _DOUBLED if again else _BARE, Change("", b, "doubled" if again else "bare")


@cache
def _rules() -> dict[str, list[tuple[int, Change]]]:
    """The rules by the letters they begin with, each with its price."""
    found: dict[str, list[tuple[int, Change]]] = defaultdict(list)
    for table, kind, price in ((spellings(), "spelling", _RULE), (by_way_of(), "route", _ROUTE)):
        for (left, right), languages in table.items():
            found[left].append((price, Change(left, right, kind, languages)))
    return dict(found)


def _last(left: str, right: str) -> Iterator[tuple[int, Change]]:
    for rule, kind in (((left, right), "ending"), ((right, left), "dropped ending")):
        whats = endings().get(rule, {})
        if kind == "dropped ending":  # a base form is lost, not one that the sentence asked for
            whats = {code: what for code, what in whats.items() if what in _BASE_FORMS}
        if whats:
            what = next(iter(whats.values()))
            yield _RULE, Change(left, right, kind, frozenset(whats), what)


def _merged(found: list[Change]) -> Iterator[Change]:
    """Neighbouring bare changes are one change."""
    left = right = ""
    for change in found:
        if change.kind == "bare":
            left, right = left + change.canonical, right + change.variant
            continue
        if left or right:
            yield Change(left, right, "bare")
            left = right = ""
        yield change
    if left or right:
        yield Change(left, right, "bare")
