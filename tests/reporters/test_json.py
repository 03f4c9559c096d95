"""JSON, schema 1: exactly the promised keys, nothing lost."""

import json

from reviewer.model import Finding
from reviewer.reporters.json import render
from tests.reporters.findings import FINDINGS, NASTY, REPORT

PARSED = json.loads(render(FINDINGS, REPORT))


def test_the_top():
    assert list(PARSED) == ["schema", "summary", "findings"]
    assert PARSED["schema"] == 1
    numbers = {"articles": 9, "findings": 13, "errors": 6, "warnings": 5, "infos": 2}
    assert PARSED["summary"] == {**numbers, "suppressed": 2}


def test_every_field_of_every_finding():
    names = [*Finding._fields[:-1]]
    for row, finding in zip(PARSED["findings"], FINDINGS, strict=True):
        assert list(row) == [*names, "line", "column", "end_line", "end_column"]
        for name in names:
            value = getattr(finding, name)
            value = list(value) if isinstance(value, tuple) else value
            assert json.dumps(row[name]) == json.dumps(value).replace("\\ud800", "\\ufffd")


def test_places():
    places = [
        (row["line"], row["column"], row["end_line"], row["end_column"])
        for row in PARSED["findings"]
    ]
    assert places[2] == (1, 1, 1, 19)
    assert places[7] == (1, 13, 1, 18)  # the letters before it take more bytes and UTF-16 units
    assert places[8] == (2, 10, 3, 17)
    assert places[-1] == (1, 1, 1, 1)  # nobody placed it


def test_offsets_stay_true_where_a_surrogate_was_replaced():
    row = PARSED["findings"][-2]
    assert row["end"] - row["start"] == len(row["text"]) == len(NASTY)


def test_a_finding_a_line_and_names_readable():
    lines = render(FINDINGS, REPORT).splitlines()
    assert len([line for line in lines if line.startswith('  {"path": ')]) == len(FINDINGS)
    assert "“Arcruns Ovannisyan”" in lines[12]
