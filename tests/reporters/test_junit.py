"""JUnit XML: counts that hold, tests that keep their names, failures as the command fails."""

from xml.etree import ElementTree as ET

import pytest

from reviewer.reporters._report import Report
from reviewer.reporters.junit import render
from tests.reporters.findings import FINDINGS, REPORT, many

SUITES = ET.fromstring(render(FINDINGS, REPORT).encode())
CASES = {case.get("name"): case for case in SUITES.iter("testcase")}


def test_structure():
    assert SUITES.tag == "testsuites"
    (suite,) = SUITES
    assert suite.tag == "testsuite"
    for element in (SUITES, suite):
        assert int(element.get("tests")) == len(CASES) == len(list(SUITES.iter("testcase")))
        assert int(element.get("failures")) == len(list(SUITES.iter("failure"))) == 4
        assert (element.get("errors"), element.get("skipped")) == ("0", "0")
    for case in CASES.values():
        assert case.get("classname") == "reviewer"
        assert [child.tag for child in case] in (["failure"], ["system-out"])


def test_an_article_is_a_test():
    failure = CASES["articles/plain.txt"].find("failure")
    assert failure.get("message") == "3 errors, 2 warnings"
    assert failure.get("type") == "error"
    lines = failure.text.splitlines()
    assert len([line for line in lines if not line.startswith(" ")]) == 5
    assert "    H dropped, as in Russian" in lines
    assert CASES["articles/wire.jsonl [a-1]"].get("file") == "articles/wire.jsonl"


@pytest.mark.parametrize(
    ("level", "severity", "fails"),
    [
        ("error", "error", True),
        ("error", "warning", False),
        ("warning", "warning", True),
        ("warning", "info", False),
        ("info", "info", True),
    ],
)
def test_a_test_fails_from_the_fail_level_on(level, severity, fails):
    root = ET.fromstring(render(many(2, severity), REPORT._replace(fail_level=level)))
    assert (root.get("failures") == "1") == fails
    (case,) = [case for case in root.iter("testcase") if case.get("file")]
    assert case[0].text.count("looks like") == 2


def test_names_do_not_move_with_lines():
    names = [case.get("name") for case in ET.fromstring(render(many(3), REPORT)).iter("testcase")]
    assert names == ["articles/plain.txt", "articles without findings"]


@pytest.mark.parametrize(("articles", "says"), [(0, "0 articles"), (1, "1 article")])
def test_no_suite_without_a_test(articles, says):
    (case,) = ET.fromstring(render([], Report(articles=articles))).iter("testcase")
    assert case.find("system-out").text == says


def test_forbidden_characters_are_named():
    text = render(FINDINGS, REPORT)
    for name in ("0000", "001B", "0085", "FFFE", "D800", "2028"):
        assert f"&lt;U+{name}&gt;" in text
