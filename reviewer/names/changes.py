"""What changed between two tokens, cut so that each change has its usual origin where it has one.

The channel knows that *ts* turns into *c* but not who writes it so. Here a token is cut again, by
the rules of `origins`, the cheapest way; what no rule tells is left as a bare change of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.names.origins import by_way_of, endings, spellings
from reviewer.names.tokens import letters
from reviewer.text import fold

_LONGEST = 4  # letters of a rule, on either side
_CAP = 30  # letters of a token that are explained
_MARK, _DOUBLED, _RULE, _ROUTE, _FOREIGN, _BARE = 2, 9, 10, 11, 20, 30
_FAR = 10**6
_BASE_FORMS = ("nominative", "feminine ending", "definite form", "married woman's ending")


@dataclass(frozen=True, slots=True)
class Change:
    """Letters of the canonical token and what stands for them.

    `kind`: ``spelling`` and ``route`` (a rule of `languages`), ``ending``, ``dropped ending``,
    ``doubled``, ``mark`` (diacritics alone) or ``bare``.
    """

    canonical: str
    variant: str
    kind: str
    languages: frozenset[str] = frozenset()
    what: str = ""


def changes(canonical: str, variant: str, language: str | None = None) -> tuple[Change, ...]:
    """The changes from one token to another, from left to right; rules of `language` come first.

    Tokens are cut at 30 letters.
    """
    left, right = letters(canonical)[:_CAP], letters(variant)[:_CAP]
    cost = [[_FAR] * (len(right) + 1) for _ in range(len(left) + 1)]
    back: list[list[tuple[int, int, Change | None]]]
    back = [[(0, 0, None)] * (len(right) + 1) for _ in range(len(left) + 1)]
    cost[0][0] = 0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if cost[i][j] == _FAR:
                continue
            for height, width, price, change in _steps(left, right, i, j, language):
                total = cost[i][j] + price
                if total < cost[i + height][j + width]:
                    cost[i + height][j + width] = total
                    back[i + height][j + width] = (i, j, change)
    found: list[Change] = []
    i, j = len(left), len(right)
    while i or j:
        i, j, change = back[i][j]
        if change is not None:
            found.append(change)
    return tuple(_merged(found[::-1]))


def _steps(
    left: str, right: str, i: int, j: int, language: str | None
) -> Iterator[tuple[int, int, int, Change | None]]:
    """The ways on from a place: letters read on either side, price, change."""
    a, b = left[i : i + 1], right[j : j + 1]
    if a and a == b:
        yield 1, 1, 0, None
    elif a and b:
        same = fold(a) == fold(b)
        change = Change(a, b, "mark" if same else "bare")
        yield 1, 1, _MARK if same else _BARE + 5, change
    if a:
        again = i > 0 and left[i - 1] == a
        yield 1, 0, _DOUBLED if again else _BARE, Change(a, "", "doubled" if again else "bare")
    if b:
        again = j > 0 and right[j - 1] == b
        yield 0, 1, _DOUBLED if again else _BARE, Change("", b, "doubled" if again else "bare")
    for height in range(_LONGEST + 1):
        for width in range(_LONGEST + 1):
            if i + height > len(left) or j + width > len(right) or not height:
                continue
            rule = left[i : i + height], right[j : j + width]
            if languages := spellings().get(rule):
                price = _RULE if language is None or language in languages else _FOREIGN
                yield height, width, price, Change(*rule, "spelling", languages)
            if languages := by_way_of().get(rule):
                yield height, width, _ROUTE, Change(*rule, "route", languages)
    if i >= 2:
        yield from _last(left[i:], right[j:], language)


def _last(left: str, right: str, language: str | None) -> Iterator[tuple[int, int, int, Change]]:
    for rule, kind in (((left, right), "ending"), ((right, left), "dropped ending")):
        whats = endings().get(rule, {})
        if kind == "dropped ending":  # a base form is lost, not one that the sentence asked for
            whats = {code: what for code, what in whats.items() if what in _BASE_FORMS}
        if whats:
            price = _RULE if language is None or language in whats else _FOREIGN
            what = whats.get(language or "") or next(iter(whats.values()))
            change = Change(left, right, kind, frozenset(whats), what)
            yield len(left), len(right), price, change


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
