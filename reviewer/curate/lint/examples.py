"""The examples of rules, run through the check that articles run through."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks import phrases
from reviewer.checks._context import Code, Shared
from reviewer.checks._context import Context as CheckContext
from reviewer.curate.lint._problem import Context, Problem
from reviewer.glossary.model import Glossary, Rule
from reviewer.model import Document, Finding

CODES = {
    "bad-example": Code(
        "error", "a bad example that is not flagged", "The rule does not find what it is for."
    ),
    "good-example": Code(
        "error", "a good example that is flagged", "The rule flags what it says is right."
    ),
    "replacement-flagged": Code(
        "error",
        "a replacement that the rule flags again",
        "Whoever takes the suggestion is told to change it once more.",
    ),
    "no-examples": Code(
        "info",
        "a rule without examples",
        "One sentence it must flag and one it must not show the rule's reach, and keep it right.",
    ),
    "slow-pattern": Code(
        "error", "a pattern that runs out of time", "It backtracks; make its repetitions exclusive."
    ),
}


def rule(rule: Rule, _context: Context) -> Iterator[Problem]:
    """Run one rule over its own examples and replacements."""
    slow: list[str] = []
    context = CheckContext(Shared(Glossary((), (rule,)), problem=slow.append))
    for text in rule.bad:
        found = _findings(text, context)
        if not found and not slow:
            yield Problem("bad-example", f"{rule.id!r} does not flag {text!r}", "bad", text)
        for finding in found:
            yield from _again(rule, text, finding, context)
    for text in rule.good:
        for finding in _findings(text, context):
            message = f"{rule.id!r} flags {finding.text!r} in {text!r}"
            yield Problem("good-example", message, "good", text)
            break
    if not rule.bad:
        for replacement in rule.replace:
            if _findings(replacement, context):
                message = f"{rule.id!r} flags its own replacement {replacement!r}"
                yield Problem("replacement-flagged", message, "replace", replacement)
    if not (rule.bad and rule.good):
        missing = "good" if rule.bad else "bad"
        yield Problem("no-examples", f"{rule.id!r} has no {missing} example", "id", rule.id)
    if slow:
        yield Problem("slow-pattern", f"{rule.id!r} ran out of time on its examples", "pattern")


def _findings(text: str, context: CheckContext) -> list[Finding]:
    return list(phrases.run(Document.plain(text), context))


def _again(rule: Rule, text: str, finding: Finding, context: CheckContext) -> Iterator[Problem]:
    """A finding where a suggestion has just been put."""
    for suggestion in finding.suggestions:
        changed = text[: finding.start] + suggestion + text[finding.end :]
        end = finding.start + len(suggestion)
        for second in _findings(changed, context):
            if second.start < end and finding.start < second.end:
                message = f"{rule.id!r} flags its own replacement {suggestion!r} in {changed!r}"
                yield Problem("replacement-flagged", message, "replace", suggestion)
                return
