"""Why two names were held for one, or apart: lines an editor reads in two seconds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from reviewer.names.changes import Change, changes
from reviewer.names.compare import Comparison, TokenMatch, compare_same
from reviewer.names.equivalents import equivalent
from reviewer.names.generic import is_generic
from reviewer.names.origins import LANGUAGES, endings, is_written_so
from reviewer.names.vocabulary import PARTICLES, SMALL_PARTICLES
from reviewer.text import fold

_LANGUAGES_NAMED = 2
_CHANGES_NAMED = 4
_UNTOLD, _FOREIGN, _BY_THE_WAY = 6, 6, 2  # what a change outside a language's rules weighs
_NEARLY, _FAR = 6, 1000
_ROMAN = re.compile("[ivx]+")
_STRANGER = -2.0  # log-odds below which one token does not stand for the other …
_ALIKE = 65.0  # … unless so many per cent of its letters are the same


@lru_cache(maxsize=1 << 12)
def explained(canonical: str, variant: str, language: str | None = None) -> tuple[str, ...]:
    """`explain` of two names found to be one; they are garbled alike again and again."""
    return explain(compare_same(canonical, variant), language)


def languages(canonical: str, variant: str) -> tuple[str, ...]:
    """The languages whose spelling accounts best for how the one name became the other."""
    pairs = _pairs([t for t in compare_same(canonical, variant).tokens if _related(t)])
    return _languages(pairs, None)


def explain(comparison: Comparison, language: str | None = None) -> tuple[str, ...]:
    """At most three lines; ``language`` is that of the article's original, where it is known."""
    if comparison.verdict == "different":
        return (_strangers(comparison.tokens, "is not") or _FORMS["different"],)
    related = [t for t in comparison.tokens if _related(t)]
    lines = []
    if found := origins(_pairs(related), language):
        lines.append(found)
    if strangers := _strangers((t for t in comparison.tokens if t not in related), "for"):
        lines.append(strangers)
    if comparison.verdict == "romanisation":
        lines.insert(0, _FORMS["romanisation"])
    if not lines:
        lines.append(_FORMS[comparison.verdict])
    return tuple(lines[:3])


_FORMS = {
    "same-form": "the same letters; order, case or hyphens apart",
    "romanisation": "another romanisation of the same name",
    "garbled": "the same name in other letters",
    "different": "no letters in common",
}


def origins(pairs: Sequence[tuple[str, str]], language: str | None = None) -> str:
    """The changes in pairs of tokens, canonical first, with their usual origin; empty if none."""
    if not pairs:
        return ""
    likely = _languages(pairs, language)
    chosen = likely[0] if likely else None
    found = [change for pair in pairs for change in changes(*pair, chosen)]
    parts = [*_spelling(found, likely), *_route(found), *_endings(found, chosen)]
    if doubled := [c for c in found if c.kind == "doubled"]:
        parts.append(_some([_doubling(c) for c in doubled]))
    if bare := [_arrow(c) for c in found if c.kind == "bare"]:
        parts.append(f"{_some(bare)} by no known rule")
    if any(c.kind == "mark" for c in found):
        parts.append("diacritics differ")
    return " · ".join(parts)


def _pairs(matches: Iterable[TokenMatch]) -> list[tuple[str, str]]:
    return [(match.canonical or "", match.variant or "") for match in matches]


def _related(match: TokenMatch) -> bool:
    """Is it worth telling how one token became the other?"""
    if not match.canonical or not match.variant:
        return False
    a, b = fold(match.canonical), fold(match.variant)
    if a == b:
        return True
    if _known(match):
        return False
    return match.log_odds > _STRANGER or fuzz.ratio(a, b) >= _ALIKE


def _languages(pairs: Sequence[tuple[str, str]], wanted: str | None) -> tuple[str, ...]:
    """The languages that leave least of the changes to others or unexplained.

    One that takes a dropped diacritic for granted, or rules that many languages share, come second.
    ``wanted`` is taken where it accounts for something and does nearly as well.
    """
    loose = [change for pair in pairs for change in changes(*pair) if change.kind != "route"]
    left = {code: _left(pairs, code) for code in {c for one in loose for c in one.languages}}
    if not left:
        return ()
    least = min(left.values())
    if wanted and left.get(wanted, _FAR) <= least + _NEARLY:
        return (wanted,)
    return tuple(code for code in _PREFERRED if left.get(code) == least)


def _left(pairs: Sequence[tuple[str, str]], code: str) -> int:
    """What a language leaves to be told of the changes: by kind, heavily where it knows no rule."""
    total = 0
    for change in (change for pair in pairs for change in changes(*pair, code)):
        written = change.canonical, change.variant
        if change.kind == "dropped ending":
            written = written[::-1]
        if change.kind == "bare":
            total += _UNTOLD + max(map(len, written))
        elif change.kind == "route":
            total += _BY_THE_WAY
        elif code not in change.languages:
            total += _FOREIGN if change.languages else 1
        else:
            total += 0 if is_written_so(*written, code) else 1
    return total


# Where several languages account for the changes equally well: those most articles come from first.
_PREFERRED = (
    *("lv", "lt", "et", "pl", "cs", "de", "fr", "tr", "az", "hu", "ro", "sk", "sh", "is", "fi"),
    *("uk", "ru", "sv", "nb", "da", "nl", "it", "es", "pt", "sq"),
)


def _spelling(found: Sequence[Change], likely: Sequence[str]) -> Iterable[str]:
    """The changes that the likely languages make in one part, the others each in its own."""
    rules = [c for c in found if c.kind == "spelling"]
    own = list(dict.fromkeys(_arrow(c) for c in rules if likely[0] in c.languages))
    if own:
        ending = any(c.kind.endswith("ending") for c in found)
        told = likely[:1] if ending and len(likely) > _LANGUAGES_NAMED else likely
        yield f"{_some(own)} {_named(told)} spelling"
    for change in dict.fromkeys(c for c in rules if likely[0] not in c.languages):
        yield f"{_arrow(change)} {_named(change.languages)} spelling"


def _route(found: Sequence[Change]) -> Iterable[str]:
    """What the letters of another alphabet on the way have done."""
    for code in ("ru", "uk"):
        rules = [c for c in found if c.kind == "route" and next(iter(sorted(c.languages))) == code]
        if rules:
            arrows = list(dict.fromkeys(_arrow(c) for c in rules))
            yield f"{_some(arrows)}, as in {LANGUAGES[code]}"


def _endings(found: Sequence[Change], chosen: str | None) -> Iterable[str]:
    for change in dict.fromkeys(c for c in found if c.kind.endswith("ending")):
        language = chosen if chosen in change.languages else sorted(change.languages)[0]
        written = (change.canonical, change.variant)
        dropped = change.kind == "dropped ending"
        what = endings()[written[::-1] if dropped else written].get(language or "", change.what)
        ending = f"{LANGUAGES[language or 'lv']} {what}"
        if dropped:
            yield f"-{change.canonical} dropped: {ending}"
        elif change.canonical:
            yield f"-{change.canonical}→-{change.variant} {ending}"
        else:
            yield f"-{change.variant} {ending}"


def _strangers(tokens: Iterable[TokenMatch], relation: str) -> str:
    """The tokens without counterpart and those that letters do not explain."""
    parts = []
    for match in tokens:
        if match.canonical == match.variant:
            continue
        if match.canonical in PARTICLES and (match.variant or match.canonical) in SMALL_PARTICLES:
            continue
        a, b = _shown(match.canonical), _shown(match.variant)
        if not b:
            parts.append(f"{a} is missing")
        elif not a:
            parts.append(f"{b} is added")
        elif _known(match):
            parts.append(f"{b} often stands for {a}")
        else:
            parts.append(f"{b} {relation} {a}")
    return " · ".join(parts[:_CHANGES_NAMED])


def _known(match: TokenMatch) -> bool:
    """Does one token stand for the other by custom, or as its initial?"""
    a, b = fold(match.canonical or ""), fold(match.variant or "")
    initial = min(len(a), len(b)) == 1 and a[:1] == b[:1] and not _ROMAN.fullmatch(a + b)
    return initial or is_generic(a, b) or equivalent(a, b) is not None


def _shown(token: str | None) -> str:
    """The token as a reader writes it; the scorer has lost its capitals."""
    if token is None:
        return ""
    return token.upper() if _ROMAN.fullmatch(token) else token[:1].upper() + token[1:]


def _arrow(change: Change) -> str:
    if not change.variant:
        return f"{change.canonical} dropped"
    if not change.canonical:
        return f"{change.variant} added"
    return f"{change.canonical}→{change.variant}"


def _doubling(change: Change) -> str:
    if change.canonical:
        return f"double {change.canonical} made single"
    return f"single {change.variant} made double"


def _some(arrows: Sequence[str]) -> str:
    named = list(dict.fromkeys(arrows))
    return ", ".join(named[:_CHANGES_NAMED]) + (" …" if len(named) > _CHANGES_NAMED else "")


def _named(languages: Iterable[str]) -> str:
    ordered = [LANGUAGES[code] for code in sorted(languages, key=_PREFERRED.index)]
    if len(ordered) > _LANGUAGES_NAMED:
        return ", ".join(ordered[:_LANGUAGES_NAMED]) + " or similar"
    return " or ".join(filter(None, (", ".join(ordered[:-1]), ordered[-1])))
