"""Why two names were held for one, or apart: lines an editor reads in two seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reviewer.names.changes import Change, changes
from reviewer.names.compare import Comparison, TokenMatch
from reviewer.names.equivalents import equivalent
from reviewer.names.origins import LANGUAGES, endings
from reviewer.text import fold

_LANGUAGES_NAMED = 3
_CHANGES_NAMED = 4
_STRANGER = -2.0  # log-odds below which one token does not stand for the other


def explain(comparison: Comparison, language: str | None = None) -> tuple[str, ...]:
    """At most three lines; ``language`` is that of the article's original, where it is known."""
    pairs = [(t.canonical, t.variant) for t in comparison.tokens if _related(t)]
    lines = []
    if found := origins([(a or "", b or "") for a, b in pairs], language):
        lines.append(found)
    if strangers := _strangers(comparison.tokens):
        lines.append(strangers)
    if not lines:
        lines.append(_FORMS.get(comparison.verdict, "no letters in common"))
    return tuple(lines[:3])


_FORMS = {
    "same-form": "the same letters; order, case or hyphens apart",
    "romanisation": "another romanisation of the same name",
    "garbled": "the same name in other letters",
}


def origins(pairs: Sequence[tuple[str, str]], language: str | None = None) -> str:
    """The changes in pairs of tokens, canonical first, with their usual origin; empty if none."""
    if not pairs:
        return ""
    loose = [change for pair in pairs for change in changes(*pair)]
    chosen = _language(loose, language)
    found = [change for pair in pairs for change in changes(*pair, chosen)]
    parts = [*_spelling(found, chosen), *_route(found), *_endings(found, chosen)]
    if doubled := [c for c in found if c.kind == "doubled"]:
        parts.append(("double " if doubled[0].canonical else "single ") + _double(doubled[0]))
    if bare := [_arrow(c) for c in found if c.kind == "bare"]:
        parts.append(f"{_some(bare)} by no known rule")
    if any(c.kind == "mark" for c in found):
        parts.append("diacritics differ")
    return " · ".join(parts)


def _related(match: TokenMatch) -> bool:
    if not match.canonical or not match.variant:
        return False
    known = equivalent(fold(match.canonical), fold(match.variant)) is not None
    return match.log_odds > _STRANGER and not (known and match.log_odds < 8)


def _language(found: Sequence[Change], wanted: str | None) -> str | None:
    """The language that accounts for most changes; rules that few languages share weigh more."""
    votes: Counter[str] = Counter()
    for change in found:
        for language in change.languages if change.kind != "route" else ():
            votes[language] += 100 + 100 // len(change.languages)
    if not votes:
        return None
    best = max(votes.values())
    if wanted and 2 * votes[wanted] >= best:
        return wanted
    return next(code for code in _PREFERRED if votes[code] == best)


# Where several languages account for the changes equally well: those most articles come from first.
_PREFERRED = (
    *("lv", "lt", "et", "pl", "cs", "de", "fr", "tr", "az", "hu", "ro", "sk", "sh", "is", "fi"),
    *("uk", "ru", "sv", "nb", "da", "nl", "it", "es", "pt", "sq"),
)


def _spelling(found: Sequence[Change], chosen: str | None) -> Iterable[str]:
    """The changes that the chosen language makes in one part, the others each in its own."""
    rules = [c for c in found if c.kind == "spelling"]
    own = list(dict.fromkeys(_arrow(c) for c in rules if chosen in c.languages))
    if own:
        shared = frozenset.intersection(*(c.languages for c in rules if chosen in c.languages))
        yield f"{_some(own)} {_named(shared, chosen)} spelling"
    for change in dict.fromkeys(c for c in rules if chosen not in c.languages):
        yield f"{_arrow(change)} {_named(change.languages, None)} spelling"


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


def _strangers(tokens: Iterable[TokenMatch]) -> str:
    parts = []
    for match in tokens:
        a, b = (match.canonical or "").title(), (match.variant or "").title()
        if not b:
            parts.append(f"{a} is missing")
        elif not a:
            parts.append(f"{b} is added")
        elif not _related(match):
            known = equivalent(fold(a), fold(b)) is not None
            parts.append(f"{b} often stands for {a}" if known else f"{b} is not {a}")
    return " · ".join(parts[:_CHANGES_NAMED])


def _arrow(change: Change) -> str:
    if not change.variant:
        return f"{change.canonical} dropped"
    if not change.canonical:
        return f"{change.variant} added"
    return f"{change.canonical}→{change.variant}"


def _double(change: Change) -> str:
    return f"{change.canonical or change.variant} made {'single' if change.canonical else 'double'}"


def _some(arrows: Sequence[str]) -> str:
    named = list(dict.fromkeys(arrows))
    return ", ".join(named[:_CHANGES_NAMED]) + (" …" if len(named) > _CHANGES_NAMED else "")


def _named(languages: Iterable[str], chosen: str | None) -> str:
    if chosen:
        return LANGUAGES[chosen]
    ordered = sorted(languages, key=_PREFERRED.index)
    names = [LANGUAGES[code] for code in ordered[:_LANGUAGES_NAMED]]
    return " or ".join(names)
