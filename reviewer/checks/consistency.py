"""Names that are spelled two ways, within an article and across the batch, without any glossary.

False alarms are avoided by asking for one person: given names that agree, or none; a surname that
is a spelling of the other and no well-known name of its own, no plural, demonym or other gender. A
``warning`` takes full names with the same given name in one article; anything else is ``info``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reviewer.checks._context import Code, Context, finding
from reviewer.model import Document, Finding, Severity
from reviewer.names.mentions import tokens
from reviewer.names.spellings import Mention, Variant, counted, mentions, variants

CODES = {
    "spelled-two-ways": Code(
        "warning",
        "a name spelled two ways",
        "The same name stands in another spelling in this article or in another one of the batch.",
    ),
}
OPTIONS: dict[str, Any] = {}

_SURE, _LIKELY = 0.75, 0.4
_FULL = 2  # tokens of a name that is compared across articles


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Mentions in the article that are spelled otherwise than most."""
    found = _variants(document.text, _number(context))
    if not found:
        return
    by_spelling = {variant.wrong: variant for variant in found}
    spellings = {*by_spelling, *(variant.right for variant in found)}
    standing = list(mentions(document.text, spellings))
    written = {mention.spelling: mention for mention in reversed(standing)}
    for mention in standing:
        if variant := by_spelling.get(mention.spelling):
            yield _finding(document, mention, variant, written[variant.right])


def _finding(document: Document, mention: Mention, variant: Variant, right: Mention) -> Finding:
    text = document.text[mention.start : mention.end]
    start, right_start = mention.start, right.start
    if len(mention.spelling) != len(right.spelling):  # a surname alone: only it is exchanged
        start, right_start = mention.last, right.last
    suggestion = document.text[right_start : right.end]
    severity: Severity = "warning" if variant.sure else "info"
    return finding(
        document,
        start,
        mention.end,
        check="consistency",
        code="spelled-two-ways",
        severity=severity,
        confidence=_SURE if variant.sure else _LIKELY,
        message=f"{document.text[start : mention.end]!r} is {suggestion!r} elsewhere in it",
        suggestions=[suggestion.upper() if text.isupper() else suggestion],
    )


def facts(document: Document, context: Context) -> Iterator[Finding]:
    """The full names of the article, each once, without those that ``run`` flags."""
    flagged = {variant.wrong for variant in _variants(document.text, _number(context))}
    unseen = {spelling for spelling in counted(document.text) if len(spelling) >= _FULL} - flagged
    for mention in mentions(document.text, frozenset(unseen)):
        if mention.spelling in unseen:
            unseen.remove(mention.spelling)
            yield finding(
                document,
                mention.start,
                mention.end,
                check="consistency",
                code="spelled-two-ways",
                severity="info",
                confidence=_LIKELY,
                message="",
            )


def judge(facts: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Full names that other articles of the batch spell otherwise."""
    spelled: dict[tuple[str, ...], list[Finding]] = {}
    for fact in facts:
        spelling = tuple(token.plain for token in tokens(fact.text))
        spelled.setdefault(spelling, []).append(fact)
    counts = {spelling: len(found) for spelling, found in spelled.items()}
    for variant in variants(counts, _number(context)):
        right = spelled[variant.right][0]
        for fact in spelled[variant.wrong] if variant.sure else ():
            yield fact._replace(
                message=f"{fact.text!r} is {right.text!r} in {right.record or right.path}",
                suggestions=(right.text,),
            )


@lru_cache(maxsize=2)
def _variants(text: str, number: Callable[[str], int]) -> tuple[Variant, ...]:
    return tuple(variants(counted(text), number))


def _number(context: Context) -> Callable[[str], int]:
    """The glossary's number of a plain token, -1 if it has none."""
    return context.matcher.index.find if len(context.glossary) else _none


def _none(_token: str) -> int:
    return -1
