"""Text for people: layout, corrections named once, colours only where asked for."""

import os
import re
import subprocess
import sys

import pytest

from reviewer.reporters.text import render
from tests.reporters.findings import FINDINGS, REPORT, finding

ANSI = re.compile(r"\x1b\[[\d;]*m")


def test_colour_changes_nothing_but_colour():
    colored = render(FINDINGS, REPORT._replace(color=True))
    assert ANSI.search(colored)
    assert ANSI.sub("", colored) == render(FINDINGS, REPORT)


def test_every_colour_ends_in_its_line():
    for line in render(FINDINGS, REPORT._replace(color=True)).splitlines():
        codes = ANSI.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)
        assert len(codes) % 2 == 0


@pytest.mark.parametrize(
    ("message", "suggestions", "line"),
    [
        ("write “Yerevan”", ("Yerevan",), None),
        ("write “Yerevan”", ("Yerevan", "Erivan"), "    or “Erivan”"),
        ("no such place", ("Yerevan", "Erivan"), "    try “Yerevan”, “Erivan”"),
        ("stands twice", ("",), "    try deleting it"),
        ("write “a”", ("a", "b", "c", "d", "e"), "    or “b”, “c”, “d”"),
        ("who knows", (), None),
    ],
)
def test_corrections_are_named_once(message, suggestions, line):
    found = finding("articles/plain.txt", "trilogues", "phrases", "x", "info", message, suggestions)
    lines = render([found], REPORT).splitlines()
    assert lines[1:-2] == ([line] if line else [])


def test_total():
    assert render([], REPORT._replace(suppressed=0, articles=1)) == "1 article, 0 findings\n"
    one = render(FINDINGS[:1], REPORT).splitlines()[-1]
    assert one == "9 articles, 1 finding: 1 warning (2 known before)"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_on_a_terminal(project, environment, colored):
    import pty

    (project / "a.txt").write_text("The the end.\n", "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reviewer", "check", "--isolated", "a.txt"]
    env = {**os.environ, "TERM": "xterm", **environment}
    subprocess.run(command, cwd=project, stdout=theirs, env=env, check=False)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "repeated-word" in shown
    assert ("\x1b" in shown) == colored


def test_no_colours_in_a_pipe(project, cli):
    (project / "a.txt").write_text("The the end.\n", "utf-8")
    assert "\x1b" not in cli("check", "--isolated", "a.txt").stdout
