"""Phrases that machine translation gets wrong, by the rules of the glossary.

False alarms are avoided by the rules themselves: what must stand near (``when``) and what must not
(``unless``), within sentence, paragraph or article; quoted speech is passed over where a rule says
so; sentences that are right stand beside each rule and are run as tests.

Patterns are run, and sentences split, only in paragraphs that hold the literals of a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reviewer.checks._context import Code, Context, finding
from reviewer.checks._patterns import matches
from reviewer.checks._scanner import Candidate, Scanner
from reviewer.glossary.model import Rule
from reviewer.glossary.said import holds, said
from reviewer.model import Document, Finding
from reviewer.text import block, flat, lower, paragraph, paragraphs, places, sentence

CODES = {
    "wrong-word": Code(
        "error",
        "a word in the wrong sense",
        "The word exists but does not mean here what the source says.",
    ),
    "mistranslation": Code(
        "error",
        "the sense is wrong",
        "The phrase says something else than the source does, sometimes the opposite.",
    ),
    "calque": Code(
        "warning",
        "translated word by word",
        "The phrase follows the source language's wording; English says it otherwise.",
    ),
    "untranslated": Code(
        "warning",
        "left in the source language",
        "A word or phrase of the source language stands in the English text.",
    ),
    "jargon": Code(
        "info",
        "jargon of the source",
        "An insider's or official's term that readers of English do not know.",
    ),
}
OPTIONS: dict[str, Any] = {"timeout": 0.5}  # seconds a pattern may take on one paragraph

_CONFIDENCE = {"error": 0.95, "warning": 0.8, "info": 0.5}
_TELLING = 5  # letters of a word that is not everywhere
_OPENING, _CLOSING = "“„«‟", "”»"


class _Hit(NamedTuple):
    rule: Rule
    start: int
    end: int
    suggestions: tuple[str, ...]


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Findings of the glossary's rules; where rules overlap the longest match stands."""
    text = document.text
    hits: list[_Hit] = []
    for candidate in context.shared.once(Scanner).scan(text):
        if candidate.word:
            hits += _literally(candidate, text)
        else:
            for low, high in _paragraphs(candidate, text):
                hits += _search(document, candidate.rule, low, high, context)
    for hit in _longest([hit for hit in hits if _condition_holds(hit, text)]):
        yield _finding(document, hit)


_lower = lru_cache(maxsize=1)(lower)  # of whole texts
_small = lru_cache(maxsize=1)(lambda text: flat(text).lower())


def _literally(candidate: Candidate, text: str) -> Iterator[_Hit]:
    """Where a rule's word stands as it should."""
    rule, word, _ = candidate
    for start in places(_lower(text), lower(word)):
        end = start + len(word)
        if _bounded(text, start, end) and _case_fits(word, text[start:end]):
            yield _Hit(rule, start, end, _cased(rule.replace, text[start:end]))


def _paragraphs(candidate: Candidate, text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that hold all that a match of the rule's pattern needs."""
    rule, trigger = candidate.rule, lower(candidate.rule.trigger)
    seen: set[int] = set()
    for literal in candidate.literals:
        end = 0
        for start in _starts(literal or trigger, text):
            if start < end:
                continue
            low, end = block(text, start)
            if low in seen or not holds(rule.required, _said(text, low, end)):
                continue
            seen.add(low)
            for begin, stop in paragraphs(text, low):
                within = trigger in lower(text[begin:stop])
                if within and holds(rule.required, _said(text, begin, stop)):
                    yield begin, stop


@lru_cache(maxsize=1024)
def _said(text: str, low: int, high: int) -> str:
    return said(text[low:high])


def _starts(literal: str, text: str) -> Iterator[int]:
    """Where in a text the literal may stand, or something like it."""
    if not literal.isascii():
        return places(_lower(text), literal)
    longest = max(filter(str.isalpha, literal.split()), key=len, default="")
    if len(longest) >= _TELLING:
        return places(_small(text), longest.encode())
    return (match.start() for match in _spoken(literal).finditer(_small(text)))


@lru_cache(maxsize=4096)
def _spoken(literal: str) -> re.Pattern[bytes]:
    words = (re.escape(word).replace("0", r"\d") for word in literal.split())
    return re.compile(r"[^\da-z]+".join(words).encode())


def _search(
    document: Document, rule: Rule, low: int, high: int, context: Context
) -> Iterator[_Hit]:
    text = document.text
    timeout = float(context.options.get("timeout", OPTIONS["timeout"]))
    try:
        for match in matches(rule, text, low, high, timeout):
            group = "span" if "span" in match.re.groupindex else 0
            start, end = match.span(group)
            if end > start:
                replaced = tuple(match.expand(item) for item in rule.replace)
                yield _Hit(rule, start, end, _cased(replaced, text[start:end]))
    except TimeoutError:
        context.shared.problem(
            f"{document.path}: rule {rule.id!r} ({rule.place[0]}:{rule.place[1]}) ran out of time"
            f" ({timeout:g} s) on the paragraph at offset {low}; simplify its pattern"
        )


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _case_fits(word: str, found: str) -> bool:
    """A form written with capitals matches only so (or in ALL CAPS); another in any case."""
    return word == lower(word) or word == found or found.isupper()


def _cased(replacements: Iterable[str], found: str) -> tuple[str, ...]:
    """The replacements in the case of what they replace."""
    if found.isupper() and len(found) > 3:
        return tuple(item.upper() for item in replacements)
    if found[:1].isupper():
        return tuple(item[:1].upper() + item[1:] for item in replacements)
    return tuple(replacements)


def _condition_holds(hit: _Hit, text: str) -> bool:
    rule = hit.rule
    if not rule.quoted and _quoted(text, hit.start):
        return False
    if not rule.unless and not rule.when:
        return True
    lowered = _lower(text)
    low, high = (0, len(text)) if rule.within == "article" else paragraph(text, hit.start)
    if rule.within == "sentence":
        # What the paragraph does not hold, its sentence does not hold either: most paragraphs
        # need not be split.
        if not _any(lowered, low, high, (*rule.unless, *rule.when)):
            return not rule.when
        low, high = sentence(text, hit.start)
    if _any(lowered, low, high, rule.unless):
        return False
    return not rule.when or _any(lowered, low, high, rule.when)


def _any(lowered: str, low: int, high: int, phrases: Iterable[str]) -> bool:
    """Does ``lowered[low:high]`` hold one of the phrases as whole words?"""
    return any(_contains(lowered, low, high, phrase) for phrase in phrases)


def _contains(lowered: str, low: int, high: int, phrase: str) -> bool:
    """Does ``lowered[low:high]`` hold the phrase as whole words?"""
    phrase = lower(phrase)
    at = lowered.find(phrase, low, high)
    while at >= 0:
        if _bounded(lowered, at, at + len(phrase)):
            return True
        at = lowered.find(phrase, at + 1, high)
    return False


def _quoted(text: str, offset: int) -> bool:
    """Is ``offset`` inside quotation marks of its paragraph?"""
    before = text[paragraph(text, offset)[0] : offset]
    opened = max(before.rfind(c) for c in _OPENING)
    closed = max(before.rfind(c) for c in _CLOSING)
    return opened > closed or before.count('"') % 2 == 1


def _longest(hits: list[_Hit]) -> list[_Hit]:
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start, h.rule.id)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _finding(document: Document, hit: _Hit) -> Finding:
    rule = hit.rule
    says = f" → {hit.suggestions[0]}" if hit.suggestions else ""
    why = (rule.note, f"from {rule.origin}" if rule.origin else "")
    return finding(
        document,
        hit.start,
        hit.end,
        check="phrases",
        code=rule.code,
        severity=rule.severity,
        confidence=_CONFIDENCE[rule.severity],
        message=f"{CODES[rule.code].short}: {document.text[hit.start : hit.end]}{says}",
        suggestions=hit.suggestions,
        explanation=tuple(line for line in why if line),
        term=rule.id,
    )
