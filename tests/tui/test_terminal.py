"""The program itself in a pseudo-terminal: a whole review, a second editor, kills at any instant."""

import os
import random
import signal
import sys
import time

import pytest

from reviewer.decisions import Log, active
from reviewer.engine.project import projects
from reviewer.tui.session import Session
from reviewer.tui.source import Source
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ARTICLE = "".join(
    f"On day {n} Moscow hosted trilogues with Armenia and Azerbaijan in hall {n * n}.\n"
    for n in range(1, 9)
)


@pytest.fixture
def terminal(project):
    opened = []

    def start(*arguments, **options):
        opened.append(Terminal(*arguments, cwd=project, **options))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def test_a_whole_review(terminal, project):
    article = project / "a.txt"
    article.write_text(ARTICLE)
    screen = terminal("a.txt", columns=80, rows=24)
    screen.wait_for(b"Suggested")
    screen.key(b"axs")
    screen.key(b"\x13")
    screen.wait_for(b"written")
    screen.key(b"q")
    assert screen.process.wait(20) == 0
    expected = ARTICLE.replace("trilogues", "trilateral talks", 1)
    assert article.read_text() == expected
    assert [d.action for d in Log(project / ".reviewer").read()] == ["approve", "reject"]
    assert not list((project / ".reviewer" / "locks").iterdir())


def test_the_second_editor_reads_only(terminal, project):
    (project / "a.txt").write_text(ARTICLE)
    terminal("a.txt").wait_for(b"Suggested")
    second = terminal("a.txt")
    second.wait_for(b"Suggested")
    second.wait_for(b"read-only here")
    second.key(b"a")
    second.settle()
    assert Log(project / ".reviewer").read() == []


def test_the_program_leaves_when_its_terminal_has_gone(terminal, project):
    (project / "a.txt").write_text(ARTICLE)
    screen = terminal("a.txt")
    screen.wait_for(b"Suggested")
    screen.key(b"a")
    screen.vanish()
    assert screen.process.wait(20) == -signal.SIGHUP
    assert [decision.action for decision in Log(project / ".reviewer").read()] == ["approve"]


def reopened(project):
    """The session that the next start would begin with."""
    source = Source(projects(lambda settings: settings, None, print))
    session = Session(source.project(project / "a.txt").log, source.write)
    for one in source.load(project / "a.txt"):
        session.add(one.document, one.findings, one.sha256, one.key)
    return session


# More of them: REVIEWER_KILLS=200 pytest tests/tui/test_terminal.py -k kill
@pytest.mark.parametrize("seed", range(int(os.environ.get("REVIEWER_KILLS", "20"))))
def test_what_was_decided_before_a_kill_is_there_after_it(terminal, project, seed):
    chance = random.Random(seed)
    (project / "a.txt").write_text(ARTICLE)
    screen = terminal("a.txt")
    screen.wait_for(b"Suggested")
    keys = "".join(chance.choices("axasu\x12\x13n", k=chance.randrange(4, 12)))
    os.write(screen.master, keys.encode())
    until = time.monotonic() + chance.random() * 0.3
    while (left := until - time.monotonic()) > 0:
        screen.read(left)
    screen.kill(chance.choice([signal.SIGKILL, signal.SIGHUP, signal.SIGTERM]))
    text = (project / "a.txt").read_text()
    pieces = {"trilogues", "trilateral talks"}
    for line, original in zip(text.splitlines(), ARTICLE.splitlines(), strict=True):
        assert line in {original.replace("trilogues", piece) for piece in pieces}
    log = Log(project / ".reviewer")
    decisions = log.read()
    assert log.skipped == 0
    session = reopened(project)
    held = active(decisions)
    approved = [d for d in held if d.action == "approve"]
    if all(d.action != "edit" for d in held):  # else a correction was taken out of its file again
        places = {decision.context for decision in held}  # some are decided twice
        assert session.article.open == ARTICLE.count("\n") - len(places)
    assert session.article.text.count("trilateral talks") == len(approved)
