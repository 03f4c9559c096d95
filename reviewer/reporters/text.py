"""Text for people: one line a finding, ``path:line:column`` first, grouped by article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from reviewer.model import Finding
from reviewer.reporters._report import Report, details, place, total
from reviewer.text import visible

_PATH, _RECORD = map(Finding._fields.index, ("path", "record"))
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# Blue and orange tones stay apart for colour-blind readers; the word says it too.
_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[33m", "info": "\x1b[34m"}


def render(findings: Sequence[Finding], report: Report) -> str:
    """The findings of each article under one another, a blank line between articles, a total."""
    groups = []
    for _, group in groupby(findings, key=itemgetter(_PATH, _RECORD)):
        groups.append("".join([_finding(finding, report.color) for finding in group]))
    return "\n".join([*groups, total(findings, report) + "\n"])


def _finding(finding: Finding, color: bool) -> str:
    line, column, *_ = place(finding)
    where = f"{visible(finding.path)}:{line}:{column}:"
    record = f" [{visible(finding.record)}]" if finding.record is not None else ""
    severity, code, message = finding.severity, finding.code, visible(finding.message)
    if not color:
        more = "".join([f"    {visible(line)}\n" for line in details(finding)])
        return f"{where}{record} {severity} {code}: {message}\n{more}"
    more = "".join([f"    {_DIM}{visible(line)}{_RESET}\n" for line in details(finding)])
    painted = f"{_COLORS[severity]}{severity}{_RESET}"
    return f"{_BOLD}{where}{_RESET}{record} {painted} {code}: {message}\n{more}"
