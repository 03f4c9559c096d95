"""Processes that die, checks that break: the rest is reported, and what was lost is named."""

import os
import signal
import sys

import pytest

from reviewer.config import Settings
from reviewer.engine import files, parallel
from reviewer.engine.project import Project
from reviewer.engine.run import check_files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs forked processes")
TEXT = "They held held it.\n"


@pytest.fixture
def articles(project, monkeypatch):
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    paths = [project / f"{name}.txt" for name in "abcdef"]
    for path in paths:
        path.write_text(TEXT)
    return paths


def run(project, articles, jobs=3):
    settings = Settings(project, packs=(), select=("hygiene",), decisions=False)
    told = []
    held = Project(settings)
    done = check_files(
        articles,
        lambda _: held,
        jobs=jobs,
        cached=False,
        progress=lambda n, of: told.append((n, of)),
    )
    assert told == [(n, len(articles)) for n in range(1, len(articles) + 1)]
    return done


def test_a_killed_process_costs_its_file_a_second_try(project, articles, monkeypatch):
    def check_file(owner, path, *rest):
        if path.name == "c.txt" and not (project / "killed").exists():
            (project / "killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return files.check_file(owner, path, *rest)

    monkeypatch.setattr(parallel, "check_file", check_file)
    done = run(project, articles)
    assert (project / "killed").exists()
    assert done.problems == ()
    assert [f.path for f in done.findings] == [path.name for path in articles]


def test_a_file_that_kills_twice_is_named_and_the_others_are_reported(
    project, articles, monkeypatch
):
    def check_file(owner, path, *rest):
        if path.name in ("c.txt", "e.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return files.check_file(owner, path, *rest)

    monkeypatch.setattr(parallel, "check_file", check_file)
    done = run(project, articles)
    assert [f.path for f in done.findings] == ["a.txt", "b.txt", "d.txt", "f.txt"]
    assert [problem.split(":")[0] for problem in done.problems] == ["c.txt", "e.txt"]
    assert "ended twice (signal 9)" in done.problems[0]
    assert done.checked == {"a.txt", "b.txt", "d.txt", "f.txt"}


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_error_of_a_check_is_a_problem_of_its_file(project, articles, monkeypatch, jobs):
    check = Project.check

    def broken(self, document):
        if document.path == "b.txt":
            raise ZeroDivisionError("by \x1b[31mzero")
        return check(self, document)

    monkeypatch.setattr(Project, "check", broken)
    done = run(project, articles, jobs)
    assert len(done.findings) == 5
    (problem,) = done.problems
    assert problem.startswith("b.txt: internal error (ZeroDivisionError at test_parallel.py:")


@pytest.mark.usefixtures("interruptible")
def test_interrupting_ends_the_processes(project, articles, monkeypatch):
    def check_file(owner, path, *rest):
        if path.name == "d.txt":  # by then every process runs: a fork would swallow the signal
            os.kill(os.getppid(), signal.SIGINT)
            signal.pause()
        return files.check_file(owner, path, *rest)

    started = []
    begin = parallel._started

    def remember(*arguments):
        started.append(begin(*arguments))
        return started[-1]

    monkeypatch.setattr(parallel, "check_file", check_file)
    monkeypatch.setattr(parallel, "_started", remember)
    with pytest.raises(KeyboardInterrupt):
        run(project, articles)
    for one in started:
        one.process.join(10)
        assert not one.process.is_alive()
