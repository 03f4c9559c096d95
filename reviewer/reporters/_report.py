"""What a reporter is given besides the findings, and what all reporters share."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, Protocol

from reviewer.model import SEVERITIES, Finding, Place, Severity

NO_PLACE = Place(1, 1, 1, 1, 1, 1)


class Meaning(Protocol):
    """What a code stands for: its usual severity and what it means, in a line and a paragraph."""

    @property
    def severity(self) -> Severity: ...
    @property
    def short(self) -> str: ...
    @property
    def long(self) -> str: ...


def no_meaning(_check: str, _code: str) -> Meaning | None:
    """For runs that name no meanings: the code has to speak for itself."""
    return None


class Report(NamedTuple):
    """The run a reporter speaks of: how many articles, how many findings the log silenced.

    ``color`` asks for ANSI colours; only the text reporter heeds it. ``meaning`` gives what a
    check's code stands for, or None; only formats that carry rules ask it. ``folder`` and
    ``checkout`` are the working folder and the root of the repository's checkout around it,
    absolute with ``/``, or empty where no CI platform names one. ``version`` is the program's.
    """

    articles: int = 0
    suppressed: int = 0
    version: str = "0"
    color: bool = False
    fail_level: Severity = "error"
    meaning: Callable[[str, str], Meaning | None] = no_meaning
    folder: str = ""
    checkout: str = ""


def place(finding: Finding) -> Place:
    """Where the finding lies; the file's beginning when nobody placed it."""
    return finding.place or NO_PLACE


def repository_path(finding: Finding, report: Report) -> str:
    """The finding's path from the root of the checkout, as code hosts name files.

    Unchanged where no checkout is known or the file lies outside it.
    """
    if not report.checkout:
        return finding.path
    full = posixpath.join(report.folder, finding.path)
    root = report.checkout.rstrip("/") + "/"
    return full.removeprefix(root) if full.startswith(root) else finding.path


def details(finding: Finding) -> list[str]:
    """What stands under the message: why, and up to three corrections that it does not name."""
    first = finding.suggestions[:1]
    named = bool(first and first[0] and first[0] in finding.message)
    others = finding.suggestions[1:4] if named else finding.suggestions[:3]
    listed = ", ".join(f"“{other}”" if other else "deleting it" for other in others)
    return [*finding.explanation, *([f"{'or' if named else 'try'} {listed}"] if listed else [])]


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity, all severities named."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in SEVERITIES}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then infos; the order within each is kept."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def numbered(keys: Iterable[Hashable]) -> list[int]:
    """For each key how often it has come up so far, itself included: ``a b a`` gives 1 1 2."""
    seen: Counter[Hashable] = Counter()
    ordinals = []
    for key in keys:
        seen[key] += 1
        ordinals.append(seen[key])
    return ordinals


def plural(count: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tally(findings: Iterable[Finding]) -> str:
    """``3 errors, 1 warning, 2 info``, severities without a finding left out."""
    numbers = counts(findings)
    parts = [plural(number, name) for name, number in numbers.items() if number and name != "info"]
    return ", ".join([*parts, *([f"{numbers['info']} info"] if numbers["info"] else [])])


def total(findings: Sequence[Finding], report: Report) -> str:
    """The closing line of a run: ``1 article, 7 findings: 3 errors, 4 warnings``."""
    line = f"{plural(report.articles, 'article')}, {plural(len(findings), 'finding')}"
    line += f": {tally(findings)}" if findings else ""
    return line + (f" ({report.suppressed} known before)" if report.suppressed else "")
