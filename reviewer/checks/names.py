"""Names of the glossary that the text garbles.

False alarms are avoided by asking whether these words are that name badly carried over, not whether
they look alike: every right form, its parts, possessives and demonyms are known first; a word or
a name that stands in its own right, another given name beside the surname, initials, generations
and endings of another gender speak against a reading; a lone token needs the more evidence the
larger the glossary is; what two entries could mean is a ``warning``, another standard romanisation
or a difference in diacritics is ``info``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

from reviewer.checks._context import Code, Context, finding
from reviewer.model import Document, Finding, Severity
from reviewer.names.choice import SURE, Match
from reviewer.names.matcher import Matcher

CODES = {
    "garbled-name": Code(
        "error",
        "a garbled name",
        "The span is a glossary name badly carried over, by its letters and by what is around it.",
    ),
    "deprecated-name": Code(
        "error", "a form the glossary rejects", "The glossary lists this form as one never to use."
    ),
    "romanisation": Code(
        "info",
        "another romanisation",
        "A standard way to write the name in Latin letters, but not the glossary's.",
    ),
    "diacritics": Code(
        "info",
        "diacritics differ",
        "The name differs from the glossary's form in diacritics alone.",
    ),
}
OPTIONS: dict[str, Any] = {}

_EXPLAINED = ("garbled", "romanisation", "diacritics")
_ASKED = 30  # garbled names that tell an article's language
_WHAT = {
    "garbled-name": "garbled name",
    "deprecated-name": "a form not to use",
    "romanisation": "another romanisation",
    "diacritics": "diacritics differ",
}


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Findings on every name that is not written as the glossary has it."""
    if not len(context.glossary):
        return
    matches = context.matcher.find(document.text)
    article = _Article(document, context.matcher, matches)
    for match in matches:
        if match.kind == "garbled":
            sure = match.confidence >= SURE and not match.rivals
            severity: Severity = "error" if sure else "warning"
            yield article.finding(match, "garbled-name", severity)
        elif match.kind == "deprecated":
            yield article.finding(match, "deprecated-name", "error")
        elif match.kind == "romanisation":
            yield article.finding(match, "romanisation", "info")
        elif match.kind == "diacritics" and context.glossary.diacritics != "off":
            severity = cast(Severity, context.glossary.diacritics)
            yield article.finding(match, "diacritics", severity)


class _Article:
    """An article with what its names say together."""

    def __init__(self, document: Document, matcher: Matcher, matches: Sequence[Match]) -> None:
        self.document = document
        self.matcher = matcher
        self.matches = matches

    def finding(self, match: Match, code: str, severity: Severity) -> Finding:
        text = self._written(match)
        suggestions = [match.canonical, *(form for _, form in match.rivals)]
        if text.isupper() and len(text) > 1:
            suggestions = [suggestion.upper() for suggestion in suggestions]
        return finding(
            self.document,
            match.start,
            match.end,
            check="names",
            code=code,
            severity=severity,
            confidence=match.confidence,
            message=f"{_WHAT[code]}: {text} → {suggestions[0]}",
            suggestions=suggestions,
            explanation=self._explanation(match) if match.kind in _EXPLAINED else (),
            term=self.matcher.term(match.entry).id,
        )

    def _explanation(self, match: Match) -> tuple[str, ...]:
        """How the letters changed, what else speaks for it, who else could be meant."""
        from reviewer.names.explain import explained

        lines = list(explained(match.canonical, self._written(match), self._language)[:2])
        if match.anchored and match.entry in self._right:
            lines.append(f"{self._right[match.entry]} stands elsewhere in the article")
        if match.rivals:
            lines.append("or is it " + ", ".join(form for _, form in match.rivals[:2]) + "?")
        return tuple(lines[:2] + lines[-1:] if len(lines) > 3 else lines)

    def _written(self, match: Match) -> str:
        return self.document.text[match.start : match.end]

    @cached_property
    def _right(self) -> Mapping[int, str]:
        """The longest right mention of each entry."""
        right = [match for match in self.matches if match.kind == "exact"]
        ordered = sorted(right, key=lambda match: match.end - match.start)
        return {match.entry: self._written(match) for match in ordered}

    @cached_property
    def _language(self) -> str | None:
        """The source's language; else the one whose spelling most of the garbled names show."""
        told = [s.source_lang for s in self.document.segments if s.source_lang]
        if told:
            return told[0]
        from reviewer.names.explain import languages

        garbled = [match for match in self.matches if match.kind == "garbled"][:_ASKED]
        votes = Counter(code for m in garbled for code in languages(m.canonical, self._written(m)))
        most = [code for code in votes if votes[code] == max(votes.values())]
        return most[0] if len(most) == 1 else None
