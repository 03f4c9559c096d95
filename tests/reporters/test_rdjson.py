"""Reviewdog's format: byte columns, and suggestions that can be applied as they stand."""

import json

import pytest

from reviewer.reporters.rdjson import render
from tests.reporters.findings import FILES, FINDINGS, REPORT

DIAGNOSTICS = json.loads(render(FINDINGS, REPORT))["diagnostics"]
PAIRS = list(zip(FINDINGS, DIAGNOSTICS, strict=True))


def byte_offset(data, position):
    """Where a position lies: its line by LF, as reviewdog splits, and its 1-based byte column."""
    lines = data.split(b"\n")
    return sum(len(line) + 1 for line in lines[: position["line"] - 1]) + position["column"] - 1


def apply(path, suggestion):
    data = FILES[path].encode("utf-8", "surrogatepass")
    start, end = (byte_offset(data, suggestion["range"][key]) for key in ("start", "end"))
    return (data[:start] + suggestion["text"].encode() + data[end:]).decode(
        "utf-8", "surrogatepass"
    )


def test_source_and_fields():
    assert json.loads(render([], REPORT)) == {"source": {"name": "reviewer"}, "diagnostics": []}
    for finding, diagnostic in PAIRS:
        assert diagnostic["code"] == {"value": f"{finding.check}/{finding.code}"}
        assert diagnostic["severity"] == finding.severity.upper()
        assert diagnostic["location"]["path"] == finding.path
        assert finding.record is None or diagnostic["message"].startswith("[")


def test_ranges_cut_out_the_finding():
    for finding, diagnostic in PAIRS:
        if finding.path in FILES and not finding.path.endswith("html"):
            data = FILES[finding.path].encode("utf-8", "surrogatepass")
            span = diagnostic["location"]["range"]
            start, end = byte_offset(data, span["start"]), byte_offset(data, span["end"])
            assert data[start:end].decode("utf-8", "surrogatepass") == finding.text


def test_columns_count_bytes():
    span = DIAGNOSTICS[7]["location"]["range"]
    assert (span["start"]["column"], span["end"]["column"]) == (17, 22)


@pytest.mark.parametrize(
    ("index", "line"),
    [
        (0, "The trilateral talks ended."),
        (2, "Artsrun Hovhannisyan spoke first."),
        (3, "The trilateral talks went on until Arcruns Ovannisyan left."),
        (5, ""),  # deleted
        (7, "Café 🙂: the summit ended.\r"),
        (8, "They met again.\r"),
        (10, '{"id": "b", "text": "He left Yerevan."}'),
    ],
)
def test_suggestions_applied_to_the_file(index, line):
    finding, diagnostic = PAIRS[index]
    applied = apply(finding.path, diagnostic["suggestions"][0])
    assert applied.split("\n")[finding.place.line - 1] == line


@pytest.mark.parametrize(
    ("index", "offered"),
    [
        (1, []),  # markup inside the span would be lost
        (3, ["trilateral talks"]),  # quotation marks need an escape in JSON
        (6, []),  # & needs an escape in HTML
        (11, ["something"]),  # hidden characters are put into no file
        (12, []),  # nobody placed it
    ],
)
def test_no_suggestion_that_would_break_a_file(index, offered):
    found = [suggestion["text"] for suggestion in DIAGNOSTICS[index].get("suggestions", [])]
    assert found == offered
