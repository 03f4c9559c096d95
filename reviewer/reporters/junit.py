"""JUnit XML, which nearly every CI system shows: an article is a test, its findings the failure.

A test passes and fails as the command does: an article fails when a finding is at or above the fail
level; what lies below is its output. One test an article, not one a finding, because CI systems
follow a test from run to run by its name, and lines move.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from reviewer.model import SEVERITIES, Finding
from reviewer.reporters._report import Report, details, place, plural, tally, worst_first
from reviewer.text import visible

# Characters that XML 1.0 forbids and ``visible`` lets pass.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def render(findings: Sequence[Finding], report: Report) -> str:
    """One suite; articles without findings share a test, so that no suite is without one."""
    articles: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        articles.setdefault((finding.path, finding.record), []).append(finding)
    suite = ET.Element("testsuite", name="reviewer")
    failed = sum([_article(suite, found, report) for found in articles.values()])
    clean = report.articles - len(articles)
    if clean > 0 or not articles:
        test = ET.SubElement(
            suite, "testcase", classname="reviewer", name="articles without findings"
        )
        ET.SubElement(test, "system-out").text = plural(max(clean, 0), "article")
    numbers = {"tests": str(len(suite)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite.attrib |= numbers
    suites = ET.Element("testsuites", {"name": "reviewer", **numbers})
    suites.append(suite)
    ET.indent(suites, " ")
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + ET.tostring(suites, encoding="unicode") + "\n"


def _article(suite: ET.Element, findings: list[Finding], report: Report) -> bool:
    """Add the test of one article; True when it fails."""
    first = findings[0]
    record = f" [{first.record}]" if first.record is not None else ""
    test = ET.SubElement(
        suite,
        "testcase",
        classname="reviewer",
        name=_safe(first.path + record),
        file=_safe(first.path),
    )
    body = "\n".join(line for finding in findings for line in _lines(finding))
    worst = worst_first(findings)[0].severity
    if SEVERITIES.index(worst) > SEVERITIES.index(report.fail_level):
        ET.SubElement(test, "system-out").text = body
        return False
    failure = ET.SubElement(test, "failure", message=tally(findings), type=worst)
    failure.text = body
    return True


def _lines(finding: Finding) -> list[str]:
    at = place(finding)
    code = f"{finding.severity} {finding.check}/{finding.code}"
    head = f"{_safe(finding.path)}:{at.line}:{at.column}: {code}: {_safe(finding.message)}"
    return [head, *(f"    {_safe(line)}" for line in details(finding))]


def _safe(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", visible(text))
