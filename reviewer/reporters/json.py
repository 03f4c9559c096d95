"""JSON, schema 1: a summary and every finding with all its fields, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewer.model import Finding
from reviewer.reporters._json import dumps
from reviewer.reporters._report import Report, counts, place

_FIELDS = Finding._fields[:-1]


def render(findings: Sequence[Finding], report: Report) -> str:
    """One JSON object, a finding a line; columns are 1-based code points, ends exclusive."""
    numbers = counts(findings)
    summary = {
        "articles": report.articles,
        "findings": len(findings),
        "errors": numbers["error"],
        "warnings": numbers["warning"],
        "infos": numbers["info"],
        "suppressed": report.suppressed,
    }
    rows = [_row(finding) for finding in findings]
    return dumps({"schema": 1, "summary": summary, "findings": rows}, levels=2)


def _row(finding: Finding) -> dict[str, Any]:
    at = place(finding)
    row = {name: getattr(finding, name) for name in _FIELDS}
    row |= {"line": at.line, "column": at.column}
    row |= {"end_line": at.end_line, "end_column": at.end_column}
    return row
