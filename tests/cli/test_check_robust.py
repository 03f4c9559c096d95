"""Signals, hostile names, other processes: a run ends cleanly and says the same every time."""

import json
import os
import shutil
import signal
import subprocess
import sys
from itertools import product

import pytest

from reviewer import plugins
from reviewer.engine import parallel
from tests.conftest import SEED

FORMATS = plugins.offered("reviewer.reporters")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes are others there")


@pytest.fixture
def news(named):
    """Twelve articles, some with findings, some multi-article, some unreadable."""
    project = named
    for number in range(8):
        folder = project / f"{number % 3}"
        folder.mkdir(exist_ok=True)
        shutil.copy(SEED, folder / f"{number}.txt")
    (project / "b.jsonl").write_text('{"id": "x", "text": "They held trilogues trilogues."}\n' * 2)
    (project / "empty.txt").touch()
    (project / "latin.txt").write_bytes(b"\xe4 held held")
    (project / "broken.jsonl").write_text('{"id": "a", "text": "held held"}\n{"id": \n')
    return project


def test_output_is_the_same_whatever_the_jobs_the_order_and_the_cache(invoke, news, monkeypatch):
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setenv("REVIEWER_CACHE_DIR", str(news / ".cache"))
    names = sorted(path.name for path in news.iterdir() if not path.name.startswith("."))
    reports = [word for name in FORMATS for word in ("-o", f"{name}:.{name}")]
    outputs = set()
    for jobs, order, cache in product("13", (1, -1), ([], ["--no-cache"])):
        done = invoke("check", "--jobs", jobs, *cache, *reports, *names[::order])
        assert done.status == 2
        outputs.add((done.err, *((news / f".{name}").read_bytes() for name in FORMATS)))
    assert len(outputs) == 1
    assert "latin.txt" in done.err
    assert "broken.jsonl:2" in done.err
    report = json.loads((news / ".json").read_text("utf-8"))
    unread = [f for f in report["findings"] if f["code"] == "unreadable"]
    assert [(f["path"], f["severity"]) for f in unread] == [
        ("broken.jsonl", "error"),
        ("latin.txt", "error"),
    ]


def start(project, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "reviewer", *arguments],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_two_runs_that_share_a_cache_do_not_disturb_each_other(cli, news):
    shutil.rmtree(news / "1")
    shared = {**os.environ, "REVIEWER_CACHE_DIR": str(news / ".shared")}
    runs = [start(news, "check", "--jobs", "2", env=shared) for _ in range(2)]
    outputs = [run.communicate() for run in runs]
    assert outputs[0] == outputs[1]
    assert outputs[0][0].decode() == cli("check", "--no-cache").stdout


@posix
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_the_run_and_its_processes(project, jobs):
    pipe = project / "pipe.txt"
    os.mkfifo(pipe)
    (project / "large.txt").write_text("\n" * 2 * parallel.WORTH_A_PROCESS)
    options = ["--isolated", "--select=hygiene", "--jobs", str(jobs), "pipe.txt", "large.txt"]
    run = start(project, "check", *options, start_new_session=True)
    with pipe.open("wb", buffering=0) as writer:  # opens once somebody reads
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=30)
        assert (run.returncode, out, err) == (130, b"", b"reviewer: interrupted\n")
        with pytest.raises(BrokenPipeError):  # nobody reads any more
            writer.write(b"x")


@posix
def test_a_reader_that_leaves_ends_the_run_in_silence(project):
    (project / "a.txt").write_text("\n\n".join(f"They held held {n}." for n in range(2500)))
    run = start(project, "check", "--isolated", "--select=hygiene", "--fail-level=warning", "a.txt")
    assert run.stdout.readline().startswith(b"a.txt:1:6:")
    run.stdout.close()
    assert (run.wait(), run.stderr.read()) == (141, b"")
    run.stderr.close()


@posix
@pytest.mark.parametrize(
    "name", [b"a\xff.txt", b"a\x1b[31mb.txt", b"a\n::error::b.txt", "\u202ea\u2028.txt".encode()]
)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_file_names_reach_no_terminal_raw(invoke, project, name, format):
    path = project / os.fsdecode(name)
    path.write_text("They held held it.\n")
    done = invoke("check", "--isolated", "--output-format", format, "--fail-level", "warning")
    assert done.status == 1
    assert not {"\x1b", "\u202e", "\u2028", "\udcff"} & set(done.out + done.err)
    assert "\n::error::b" not in done.out + done.err
    path.write_bytes(b"\xff")
    done = invoke("check", "--isolated")
    assert done.status == 2
    assert not {"\x1b", "\u202e", "\u2028", "\udcff"} & set(done.out + done.err)
    assert "\n::error::b" not in done.out + done.err


def test_a_list_of_checks_may_be_cut_short(project):
    run = start(project, "check", "--list-checks")
    run.stdout.close()
    assert (run.wait(), run.stderr.read()) == (141, b"")
    run.stderr.close()
