"""Whatever an article, a file name or a record id holds: it acts on nothing that reads a report."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import plugins
from reviewer.model import Finding, Place
from reviewer.reporters._report import Report
from reviewer.text import hidden, visible
from tests.reporters.findings import FINDINGS, NASTY, REPORT

FORMATS = plugins.offered("reviewer.reporters")
PARSERS = {"json": json.loads, "sarif": json.loads, "gitlab": json.loads, "rdjson": json.loads}
PARSERS["junit"] = ET.fromstring


def render(name, findings, report=REPORT):
    return plugins.load("reviewer.reporters", name).render(findings, report)


def runner_commands(output):
    """The lines a runner acts upon: GitHub's and Azure's parsers, and TeamCity's."""
    command = re.compile(r"\s*::|.*##\w*\[")
    return [line for line in output.split("\n") if command.match(line)]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_hidden_gets_out(name):
    output = render(name, FINDINGS)
    assert {char for char in output if hidden(char)} == {"\n"}
    output.encode()  # no lone surrogate


@pytest.mark.parametrize("name", FORMATS)
def test_only_the_github_format_gives_commands_and_one_a_finding(name):
    expected = len(FINDINGS) if name == "github" else 0
    assert len(runner_commands(render(name, FINDINGS))) == expected


def test_the_raw_text_would_have_been_a_command():
    assert runner_commands(NASTY)


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings(name):
    output = render(name, [], Report(articles=3))
    assert output.endswith("\n")
    if name in PARSERS:
        PARSERS[name](output)


HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from('\ud800\udfff\x1b\r\n\u202e\ufffe:#[]%,<&"\\')),
    max_size=30,
)


@given(text=HOSTILE, path=HOSTILE.filter(bool), suggestion=HOSTILE)
def test_any_text_at_all(text, path, suggestion):
    one = Finding(
        path=path,
        start=0,
        end=len(text),
        text=text,
        check="names",
        code="garbled-name",
        severity="error",
        confidence=1.0,
        message=text,
        suggestions=(suggestion,),
        explanation=(text,),
        record=text,
        context=text,
        place=Place(1, 1, 1, len(text) + 1, 1, 1),
    )
    for name in FORMATS:
        output = render(name, [one, one._replace(severity="info")])
        assert {char for char in output if hidden(char)} <= {"\n"}, name
        assert len(runner_commands(output)) == (2 if name == "github" else 0), name
        output.encode()
        if name in PARSERS:
            PARSERS[name](output)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a::b", "a::b"),
        ("C# and F##", "C# and F##"),
        ("## Heading [1]", "## Heading [1]"),
        ("::error::x", "<U+003A>:error::x"),
        ("\t ::error::x", " <U+003A>:error::x"),
        ("so ##[error]x", "so <U+0023>#[error]x"),
        ("###[error]x", "#<U+0023>#[error]x"),
        ("##vso[task.setvariable]x", "<U+0023>#vso[task.setvariable]x"),
        ("##teamcity[x]", "<U+0023>#teamcity[x]"),
        ("a\x1b[0m\u202eb", "a<U+001B>[0m<U+202E>b"),
    ],
)
def test_visible_names_what_a_runner_would_run(text, shown):
    assert visible(text) == shown
