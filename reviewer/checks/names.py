"""Names of the glossary that the text garbles.

False alarms are avoided by asking whether these words are that name badly carried over, not whether
they look alike: every right form, its parts, possessives and demonyms are known first; a word or
a name that stands in its own right, another given name beside the surname, initials, generations
and endings of another gender speak against a reading; a lone token needs the more evidence the
larger the glossary is; what two entries could mean is a ``warning``, another standard romanisation
or a difference in diacritics is ``info``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from reviewer.checks._context import Code, Context, finding
from reviewer.model import Document, Finding, Severity
from reviewer.names.matcher import SURE, Match, Matcher

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
    matcher = context.matcher
    for match in matcher.find(document.text):
        if match.kind == "garbled":
            sure = match.confidence >= SURE and not match.rivals
            severity: Severity = "error" if sure else "warning"
            yield _finding(document, matcher, match, "garbled-name", severity)
        elif match.kind == "deprecated":
            yield _finding(document, matcher, match, "deprecated-name", "error")
        elif match.kind == "romanisation":
            yield _finding(document, matcher, match, "romanisation", "info")
        elif match.kind == "diacritics" and context.glossary.diacritics != "off":
            severity = cast(Severity, context.glossary.diacritics)
            yield _finding(document, matcher, match, "diacritics", severity)


def _finding(
    document: Document, matcher: Matcher, match: Match, code: str, severity: Severity
) -> Finding:
    text = document.text[match.start : match.end]
    suggestions = [match.canonical, *(form for _, form in match.rivals)]
    if text.isupper() and len(text) > 1:
        suggestions = [suggestion.upper() for suggestion in suggestions]
    return finding(
        document,
        match.start,
        match.end,
        check="names",
        code=code,
        severity=severity,
        confidence=match.confidence,
        message=f"{_WHAT[code]}: {text} → {suggestions[0]}",
        suggestions=suggestions,
        explanation=_explanation(matcher, match, text),
        term=matcher.term(match.entry).id,
    )


def _explanation(matcher: Matcher, match: Match, text: str) -> tuple[str, ...]:
    """How the letters changed, what else in the article speaks for it, who else could be meant."""
    if match.kind not in ("garbled", "romanisation", "diacritics"):
        return ()
    from reviewer.names.compare import compare
    from reviewer.names.explain import explain

    lines = list(explain(compare(match.canonical, text))[:2])
    term = matcher.term(match.entry).term
    if match.anchored:
        lines.append(f"{term} stands elsewhere in the article")
    if match.rivals:
        lines.append("or is it " + ", ".join(form for _, form in match.rivals[:2]) + "?")
    return tuple(lines[:2] + lines[-1:] if len(lines) > 3 else lines)
