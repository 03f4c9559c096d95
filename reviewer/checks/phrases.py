"""Phrases that machine translation gets wrong, by the rules of the glossary.

False alarms are avoided by the rules themselves: what must stand near (``when``) and what must not
(``unless``), within sentence, paragraph or article; quoted speech is passed over where a rule says
so; sentences that are right stand beside each rule and are run as tests.

One Aho-Corasick pass finds the literal forms and the patterns' triggers, so that cost does not grow
with the number of rules; sentences are split and patterns run only around those hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from reviewer.checks._context import Code, Context, finding
from reviewer.checks._patterns import matches
from reviewer.glossary.model import Glossary, Rule
from reviewer.model import Document, Finding
from reviewer.text import lower, paragraph, sentence

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
_TELLING = 5  # letters of a literal that does not stand in every other paragraph
_NEAR = 4000  # code points; paragraphs are shorter
_OPENING, _CLOSING = "“„«‟", "”»"


class _Hit(NamedTuple):
    rule: Rule
    start: int
    end: int
    suggestions: tuple[str, ...]


class _Scanner:
    """All literals of a set of rules in one automaton."""

    def __init__(self, glossary: Glossary) -> None:
        from ahocorasick_rs import AhoCorasick

        entries: dict[str, list[tuple[Rule, str]]] = {}
        for rule in glossary.rules:
            for word in rule.words:
                entries.setdefault(lower(word), []).append((rule, word))
            for trigger in _triggers(rule) if rule.pattern else ():
                entries.setdefault(trigger, []).append((rule, ""))
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(list(entries)) if entries else None

    def scan(self, lowered: str) -> Iterator[tuple[Rule, str, int, int]]:
        """Each rule whose literal stands here, with the literal (empty: a trigger) and its span."""
        if self._automaton is None:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            for rule, word in self._entries[index]:
                yield rule, word, start, end


def _triggers(rule: Rule) -> Sequence[str]:
    """Literals, in lower case, of which every match contains one: rarer ones for *of* or *the*."""
    trigger = lower(rule.trigger)
    choices = rule.required if len(trigger) < _TELLING else ()
    rarest = max(choices, key=lambda choice: min(map(len, choice)), default=(trigger,))
    return rarest if min(map(len, rarest)) > len(trigger) else (trigger,)


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Findings of the glossary's rules; where rules overlap the longest match stands."""
    text, lowered = document.text, lower(document.text)
    hits: list[_Hit] = []
    searched: set[tuple[int, int]] = set()
    near: tuple[int, int] | None = None
    refused: set[int] = set()  # rules that can match nothing near
    for rule, word, start, end in context.shared.once(_Scanner).scan(lowered):
        if word:
            if _bounded(text, start, end) and _case_fits(word, text[start:end]):
                hits.append(_Hit(rule, start, end, _cased(rule.replace, text[start:end])))
            continue
        if not near or not near[0] <= start < near[1]:
            near = _near(lowered, start)
            refused.clear()
        if id(rule) in refused:
            continue
        if near and not holds(rule.required, lowered, *near):
            refused.add(id(rule))
            continue
        low, high = paragraph(text, start)
        if (id(rule), low) not in searched:
            searched.add((id(rule), low))
            if holds(rule.required, lowered, low, high):
                hits.extend(_search(document, rule, low, high, context))
    hits = [hit for hit in hits if _conditionholds(hit, text, lowered)]
    for hit in _longest(hits):
        yield _finding(document, hit)


def holds(required: Sequence[Sequence[str]], lowered: str, low: int, high: int) -> bool:
    """Does ``lowered[low:high]`` hold one literal of each choice?"""
    for choice in required:  # all(any(…)) takes three times as long
        for word in choice:
            if lowered.find(word, low, high) >= 0:
                break
        else:
            return False
    return True


def _near(lowered: str, offset: int) -> tuple[int, int] | None:
    """What holds the paragraph of ``offset`` for sure, found without a look at its lines.

    None where no blank line, nor an end of the text, is close.
    """
    low, high = max(0, offset - _NEAR), min(len(lowered), offset + _NEAR)
    begin, end = lowered.rfind("\n\n", low, offset), lowered.find("\n\n", offset, high)
    if (begin < 0 and low) or (end < 0 and high < len(lowered)):
        return None
    return max(begin, 0), end if end >= 0 else high


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


def _conditionholds(hit: _Hit, text: str, lowered: str) -> bool:
    rule = hit.rule
    if not rule.quoted and _quoted(text, hit.start):
        return False
    if not rule.unless and not rule.when:
        return True
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
