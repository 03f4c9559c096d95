"""GitLab Code Quality: the findings in the merge request's widget and beside its lines.

Format: docs.gitlab.com, "Code Quality report format", a part of the Code Climate specification.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from reviewer.model import Finding
from reviewer.reporters._json import dumps
from reviewer.reporters._report import Report, details, numbered, place, repository_path
from reviewer.text import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(findings: Sequence[Finding], report: Report) -> str:
    """A JSON array, a finding a line, without byte order mark.

    GitLab takes issues of one fingerprint for one issue, so each gets a number among its equals.
    """
    keys = [_key(finding, report) for finding in findings]
    numbers = numbered(keys)
    rows = zip(findings, keys, numbers, strict=True)
    return dumps([_issue(finding, key, number, report) for finding, key, number in rows], levels=1)


def _issue(finding: Finding, key: str, number: int, report: Report) -> dict[str, Any]:
    record = f"[{finding.record}] " if finding.record is not None else ""
    lines = [record + finding.message, *details(finding)]
    name = f"{key}\0{number}".encode("utf-8", "surrogatepass")
    return {
        "description": " · ".join(map(visible, lines)),
        "check_name": f"{finding.check}/{finding.code}",
        "fingerprint": hashlib.sha256(name).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": repository_path(finding, report),
            "lines": {"begin": place(finding).line, "end": place(finding).end_line},
        },
    }


def _key(finding: Finding, report: Report) -> str:
    record = finding.record or ""
    named = (repository_path(finding, report), record, finding.check, finding.code)
    return "\0".join([*named, finding.fingerprint])
