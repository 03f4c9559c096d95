"""What every check is given, and how it makes a Finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reviewer.checks._style import HouseStyle
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Finding, Severity, fingerprint
from reviewer.text import context, fold

if TYPE_CHECKING:
    from reviewer.names.matcher import Matcher

T = TypeVar("T")


class Code(NamedTuple):
    """One kind of finding: its usual severity and what it means, in a line and in a paragraph."""

    severity: Severity
    short: str
    long: str


class Shared:
    """What the checks of one run have in common; costly parts are made when first asked for.

    ``problem`` takes a message about something that went wrong without ending the check.
    """

    def __init__(
        self,
        glossary: Glossary,
        language: str = "en",
        style: HouseStyle | None = None,
        problem: Callable[[str], None] = lambda _message: None,
    ) -> None:
        self.glossary = glossary
        self.language = language
        self.style = style or HouseStyle({})
        self.problem = problem
        self._made: dict[Any, Any] = {}

    def once(self, make: Callable[[Glossary], T]) -> T:
        """What ``make`` gives for the glossary; it is called once a run."""
        if make not in self._made:
            self._made[make] = make(self.glossary)
        made: T = self._made[make]
        return made

    @cached_property
    def matcher(self) -> Matcher:
        from reviewer.names.matcher import Matcher

        return Matcher(self.glossary)


class Context(NamedTuple):
    """What one check sees: the shared parts and its own options."""

    shared: Shared
    options: Mapping[str, Any] = {}

    @property
    def glossary(self) -> Glossary:
        return self.shared.glossary

    @property
    def matcher(self) -> Matcher:
        return self.shared.matcher


def finding(
    document: Document,
    start: int,
    end: int,
    *,
    check: str,
    code: str,
    severity: Severity,
    confidence: float,
    message: str,
    suggestions: Sequence[str] = (),
    explanation: Sequence[str] = (),
    term: str | None = None,
) -> Finding:
    """A Finding on ``document.text[start:end]``: text, fingerprint and context are filled in."""
    text = document.text[start:end]
    return Finding(
        path=document.path,
        record=document.record,
        start=start,
        end=end,
        text=text,
        check=check,
        code=code,
        severity=severity,
        confidence=round(confidence, 4),
        message=message,
        suggestions=tuple(suggestions),
        explanation=tuple(explanation),
        term=term,
        fingerprint=_fingerprint(check, text),
        context=context(document.text, start, end),
    )


@lru_cache(maxsize=1 << 12)
def _fingerprint(check: str, text: str) -> str:
    return fingerprint(check, " ".join(fold(text).split()))
