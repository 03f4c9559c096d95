"""GitLab's Code Quality report: the fields of its specification and nothing it cannot read."""

import json
import re

from reviewer.reporters.gitlab import render
from tests.reporters.findings import FINDINGS, REPORT, many

ISSUES = json.loads(render(FINDINGS, REPORT))


def test_an_array_without_byte_order_mark():
    assert render(FINDINGS, REPORT).startswith("[")
    assert render([], REPORT) == "[]\n"


def test_required_fields():
    for issue, finding in zip(ISSUES, FINDINGS, strict=True):
        assert set(issue) == {
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
        }
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["check_name"] == f"{finding.check}/{finding.code}"
        assert issue["description"]
        assert re.fullmatch("[0-9a-f]{32}", issue["fingerprint"])
        lines = issue["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]


def test_severities():
    by = {
        finding.severity: issue["severity"] for finding, issue in zip(FINDINGS, ISSUES, strict=True)
    }
    assert by == {"error": "major", "warning": "minor", "info": "info"}


def test_fingerprints_are_unique():
    assert len({issue["fingerprint"] for issue in ISSUES}) == len(FINDINGS)
    assert len({i["fingerprint"] for i in json.loads(render(many(50), REPORT))}) == 50


def test_fingerprints_survive_edits_elsewhere():
    moved = [f._replace(place=f.place._replace(line=f.place.line + 9)) for f in FINDINGS[:-1]]
    again = json.loads(render([*moved, FINDINGS[-1]], REPORT))
    assert [i["fingerprint"] for i in again] == [i["fingerprint"] for i in ISSUES]


def test_paths_are_the_repository_s():
    report = REPORT._replace(folder="/builds/team/repo/news", checkout="/builds/team/repo")
    (issue,) = json.loads(render(FINDINGS[2:3], report))
    assert issue["location"]["path"] == "news/articles/plain.txt"
