"""SARIF 2.1.0, for GitHub code scanning and editors.

Format: OASIS, "Static Analysis Results Interchange Format Version 2.1.0"; limits: docs.github.com,
"SARIF support for code scanning".
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from reviewer.model import Finding, fingerprint
from reviewer.reporters._json import dumps
from reviewer.reporters._report import (
    Report,
    details,
    numbered,
    place,
    repository_path,
    worst_first,
)
from reviewer.reporters._suggestions import replacements
from reviewer.text import visible

MAX_RESULTS = 25_000  # in one run
MAX_BYTES = 10_000_000  # of the file, gzipped
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(findings: Sequence[Finding], report: Report) -> str:
    """One log of one run, a result a line.

    What would exceed GitHub's limits is left out, the least severe first; a notification says so.
    """
    kept = _most_severe(findings, MAX_RESULTS)
    text = _log(kept, len(findings), report)
    while kept and (size := _gzipped(text)) > MAX_BYTES:
        kept = _most_severe(kept, int(len(kept) * 0.9 * MAX_BYTES / size))
        text = _log(kept, len(findings), report)
    return text


def _most_severe(findings: Sequence[Finding], count: int) -> Sequence[Finding]:
    """The ``count`` most severe, in the order they came."""
    if len(findings) <= count:
        return findings
    chosen = {id(finding) for finding in worst_first(findings)[:count]}
    return [finding for finding in findings if id(finding) in chosen]


def _gzipped(text: str) -> int:
    """The size in bytes, packed where that decides anything."""
    data = text.encode()
    return len(data) if len(data) <= MAX_BYTES else len(zlib.compress(data))


def _log(findings: Sequence[Finding], found: int, report: Report) -> str:
    rules = _rules(findings, report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    numbers = numbered((finding.path, _hash(finding)) for finding in findings)
    driver = {
        "name": "reviewer",
        "version": report.version,
        "informationUri": "https://pypi.org/project/mt-reviewer/",
        "rules": rules,
    }
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    if len(findings) < found:
        run["invocations"] = [_left_out(found - len(findings), found)]
    run["results"] = [
        _result(finding, number, index, report)
        for finding, number in zip(findings, numbers, strict=True)
    ]
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, levels=4)


def _left_out(count: int, found: int) -> dict[str, Any]:
    text = (
        f"{count} of {found} findings are left out, the least severe first: code scanning takes"
        f" {MAX_RESULTS} results and {MAX_BYTES // 1_000_000} MB gzipped a run. Check fewer"
        " articles at once, or write json for the whole."
    )
    notification = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _rules(findings: Iterable[Finding], report: Report) -> list[dict[str, Any]]:
    """The rules that the findings name, by id."""
    rules = []
    severities = {(f.check, f.code): f.severity for f in findings}
    for (check, code), severity in sorted(severities.items()):
        meaning = report.meaning(check, code)
        short = meaning.short if meaning else code.replace("-", " ")
        long = meaning.long if meaning else short
        level = _LEVELS[meaning.severity if meaning else severity]
        rules.append(
            {
                "id": f"{check}/{code}",
                "shortDescription": {"text": short},
                "fullDescription": {"text": long},
                "help": {"text": long},
                "defaultConfiguration": {"level": level},
                "properties": {"tags": [check]},
            }
        )
    return rules


def _result(finding: Finding, number: int, index: dict[str, int], report: Report) -> dict[str, Any]:
    rule = f"{finding.check}/{finding.code}"
    artifact = _artifact(repository_path(finding, report))
    region = _region(finding)
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact, "region": region}
    }
    if finding.record is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.record)}]
    result: dict[str, Any] = {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_plain, (finding.message, *details(finding))))},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": f"{_hash(finding)}:{number}"},
        "properties": {"confidence": finding.confidence},
    }
    fixes = [_fix(text, artifact, region) for text in replacements(finding)]
    return result | ({"fixes": fixes} if fixes else {})


def _plain(text: str) -> str:
    """A line of a message; what SARIF would show as a link, ``[here](https://…)``, is broken up."""
    return visible(text).replace("](", "] (")


def _hash(finding: Finding) -> str:
    return finding.fingerprint or fingerprint(finding.check, finding.text)


def _artifact(path: str) -> dict[str, str]:
    """A relative path is a URI reference below the checkout's root, an absolute one a file URI."""
    uri = quote(path, safe="/", errors="surrogatepass")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if path[1:3] == ":/":  # a drive of Windows
        return {"uri": f"file:///{path[:2]}{uri[4:]}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(finding: Finding) -> dict[str, int]:
    at = place(finding)
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _fix(text: str, artifact: dict[str, str], region: dict[str, int]) -> dict[str, Any]:
    replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    action = f"Replace with “{text}”" if text else "Delete"
    return {"description": {"text": action}, "artifactChanges": [change]}
