"""What a reporter is given besides the findings, and what all reporters share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.model import SEVERITIES, Finding, Place

NO_PLACE = Place(1, 1, 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Report:
    """The run a reporter speaks of: how many articles, how many findings the log silenced.

    ``color`` asks for ANSI colours; only the text reporter heeds it.
    """

    articles: int = 0
    suppressed: int = 0
    color: bool = False


def place(finding: Finding) -> Place:
    """Where the finding lies; the file's beginning when nobody placed it."""
    return finding.place or NO_PLACE


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity, all severities named."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in SEVERITIES}


def plural(count: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def total(findings: Sequence[Finding], report: Report) -> str:
    """The closing line of a run: ``1 article, 7 findings: 3 errors, 4 warnings``."""
    parts = [plural(number, name) for name, number in counts(findings).items() if number]
    parts = [part.replace("infos", "info") for part in parts]
    line = f"{plural(report.articles, 'article')}, {plural(len(findings), 'finding')}"
    line += f": {', '.join(parts)}" if parts else ""
    return line + (f" ({report.suppressed} rejected before)" if report.suppressed else "")
