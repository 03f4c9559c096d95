"""Reviewdog Diagnostic Format (rdjson): comments with suggestions on any code host.

Format: reviewdog's proto/rdf. Columns are 1-based UTF-8 bytes, ranges end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewer.model import Finding
from reviewer.reporters._json import dumps
from reviewer.reporters._report import Report, details, place
from reviewer.reporters._suggestions import replacements
from reviewer.text import visible


def render(findings: Sequence[Finding], _report: Report) -> str:
    """One DiagnosticResult, a diagnostic a line."""
    rows = [_diagnostic(finding) for finding in findings]
    return dumps({"source": {"name": "reviewer"}, "diagnostics": rows}, levels=2)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    at = place(finding)
    span = {
        "start": {"line": at.line, "column": at.byte_column},
        "end": {"line": at.end_line, "column": at.end_byte_column},
    }
    record = f"[{finding.record}] " if finding.record is not None else ""
    diagnostic: dict[str, Any] = {
        "message": "\n".join(map(visible, [record + finding.message, *details(finding)])),
        "location": {"path": finding.path, "range": span},
        "severity": finding.severity.upper(),
        "code": {"value": f"{finding.check}/{finding.code}"},
    }
    if suggested := replacements(finding):
        diagnostic["suggestions"] = [{"range": span, "text": text} for text in suggested]
    return diagnostic
