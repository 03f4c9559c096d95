"""Text for people: one line a finding, ``path:line:column`` first, grouped by article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reviewer.model import Finding
from reviewer.reporters._report import Report, details, place, total
from reviewer.text import visible

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# Blue and orange tones stay apart for colour-blind readers; the word says it too.
_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[33m", "info": "\x1b[34m"}


def render(findings: Sequence[Finding], report: Report) -> str:
    """The findings of each article under one another, a blank line between articles, a total."""
    groups = []
    for _, group in groupby(findings, key=lambda finding: (finding.path, finding.record)):
        groups.append("".join(_finding(finding, color=report.color) for finding in group))
    return "\n".join([*groups, total(findings, report) + "\n"])


def _finding(finding: Finding, *, color: bool) -> str:
    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if color else text

    at = place(finding)
    where = f"{visible(finding.path)}:{at.line}:{at.column}:"
    record = f" [{visible(finding.record)}]" if finding.record is not None else ""
    severity = paint(_COLORS[finding.severity], finding.severity)
    head = f"{paint(_BOLD, where)}{record} {severity} {finding.code}: {visible(finding.message)}"
    lines = [head, *(f"    {paint(_DIM, visible(line))}" for line in details(finding))]
    return "".join(f"{line}\n" for line in lines)
