"""GitHub Actions: a workflow command a finding, shown beside the line in the pull request.

Format: docs.github.com, "Workflow commands for GitHub Actions". GitHub shows ten annotations of
each kind per step, so the worst come first and a total closes the log.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.model import Finding
from reviewer.reporters._report import (
    Report,
    counts,
    details,
    place,
    repository_path,
    total,
    worst_first,
)
from reviewer.text import visible

SHOWN = 10  # annotations of each kind per step
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(findings: Sequence[Finding], report: Report) -> str:
    """The commands, worst first, then the total, and a note where GitHub will not show them all."""
    lines = [_command(finding, report) for finding in worst_first(findings)]
    lines.append(total(findings, report))
    if max(counts(findings).values()) > SHOWN:
        lines.append(f"GitHub shows {SHOWN} annotations of each kind; this log lists all findings.")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, report: Report) -> str:
    at = place(finding)
    path = repository_path(finding, report)
    properties: dict[str, object] = {
        "file": path if path.isprintable() else visible(path),
        "line": at.line,
        "endLine": at.end_line,
    }
    if at.line == at.end_line:  # GitHub refuses columns for more than one line
        properties |= {"col": at.column, "endColumn": at.end_column}
    properties["title"] = f"{finding.check}/{finding.code}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    """What the log shows of the command: it leaves the properties out, so the place is repeated."""
    at = place(finding)
    record = f" [{visible(finding.record)}]" if finding.record is not None else ""
    where = f"{visible(finding.path)}:{at.line}:{at.column}:{record}"
    head = f"{where} {finding.code}: {visible(finding.message)}"
    return "\n".join([head, *map(visible, details(finding))])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
