"""Every format's output for the one list of findings, byte for byte.

``REVIEWER_UPDATE_GOLDENS=1 pytest tests/reporters/test_goldens.py`` rewrites the goldens; read the
difference before committing it.
"""

import os
from pathlib import Path

import pytest

from reviewer import plugins
from tests.reporters.findings import FINDINGS, REPORT

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "text": "text.txt",
    "json": "report.json",
    "sarif": "report.sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "rdjson": "report.rdjson",
}


def check(name, output):
    golden = GOLDEN / name
    if os.environ.get("REVIEWER_UPDATE_GOLDENS"):
        golden.write_bytes(output.encode())
    assert output == golden.read_bytes().decode()


def test_every_format_has_a_golden():
    assert set(plugins.offered("reviewer.reporters")) == set(CASES)
    assert {file.name for file in GOLDEN.iterdir()} == {*CASES.values(), "text-color.txt"}


@pytest.mark.parametrize("name", CASES)
def test_golden(name):
    check(CASES[name], plugins.load("reviewer.reporters", name).render(FINDINGS, REPORT))


def test_text_in_colour():
    text = plugins.load("reviewer.reporters", "text")
    check("text-color.txt", text.render(FINDINGS, REPORT._replace(color=True)))
