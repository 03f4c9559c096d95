"""The pre-commit hook, the GitHub action and the CI jobs do what their files say."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest
import yaml

from reviewer.cli.init import GITHUB, GITLAB
from tests.conftest import ROOT, SEED

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"


@pytest.fixture
def command(project):
    """A folder for PATH whose ``reviewer`` is this checkout's."""
    folder = project / ".bin"
    folder.mkdir()
    script = folder / "reviewer"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m reviewer "$@"\n')
    script.chmod(0o755)
    return folder


@pytest.fixture
def news(project):
    for name in ("bad.txt", "excluded.txt", "table.csv"):
        shutil.copy(SEED, project / name)
    (project / "good.txt").write_text("Nothing is wrong here.\n")
    (project / "reviewer.toml").write_text('exclude = ["excluded.txt"]\npacks = ["mt-phrases"]\n')
    return project


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one for sh")
@pytest.mark.parametrize(
    ("staged", "status", "articles"),
    [
        (["bad.txt", "excluded.txt", "good.txt", "table.csv"], 1, "2 articles"),
        (["excluded.txt", "good.txt", "table.csv"], 0, "1 article"),
    ],
)
def test_the_hook_as_pre_commit_runs_it(news, command, staged, status, articles):
    """``language: system``: the entry, then the staged files that the hook's pattern names."""
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    files = [name for name in staged if re.search(hook["files"], name)]
    done = subprocess.run(
        [*shlex.split(hook["entry"]), *hook.get("args", []), *files],
        cwd=news,
        env={**os.environ, "PATH": f"{command}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert articles in done.stdout
    assert "excluded.txt" not in done.stdout
    assert hook["id"] == "reviewer"
    assert hook["language"] == "python"


def test_the_action_declares_what_it_uses():
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    assert {"name", "description", "inputs", "runs"} <= set(action)
    assert all({"description", "default"} <= set(value) for value in action["inputs"].values())
    used = set(re.findall(r"inputs\.([\w-]+)", ACTION.read_text("utf-8")))
    assert used == set(action["inputs"])
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "shell" in step or "uses" in step
        # An input in script text could end a quotation and begin a command.
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@v\d+", step.get("uses", "a/b@v1"))


@pytest.mark.skipif(shutil.which("bash") is None, reason="GitHub runs it with bash")
@pytest.mark.parametrize(
    ("paths", "level", "status", "written"),
    [
        ("bad.txt good.txt", "error", 1, True),
        ("good.txt", "error", 0, True),
        ("good.txt", "fatal", 2, False),
        ("'; touch broken #.txt", "error", 2, False),
    ],
)
def test_the_action_checks_and_leaves_report_summary_and_status(
    news, command, paths, level, status, written
):
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    script = next(step["run"] for step in steps if step.get("id") == "check")
    (news / "runner" / "reviewer").mkdir(parents=True)
    command.rename(news / "runner" / "reviewer" / "bin")
    environment = {
        "PATHS": paths,
        "ARGS": "--no-cache",
        "FAIL_LEVEL": level,
        "RUNNER_TEMP": str(news / "runner"),
        "GITHUB_STEP_SUMMARY": str(news / "summary"),
        "GITHUB_OUTPUT": str(news / "output"),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=news,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert not (news / "broken").exists()
    assert (news / "output").exists() == written
    assert (news / "runner" / "reviewer.sarif").exists() == written
    if written:
        lines = (news / "summary").read_text("utf-8").splitlines()
        assert lines[0] == "## mt-reviewer"
        assert all(line.startswith("    ") for line in lines[2:])
    assert ("::error file=bad.txt,line=8," in done.stdout) == (status == 1)


@pytest.mark.parametrize("job", [GITHUB, GITLAB])
def test_the_jobs_of_init_are_yaml(job):
    assert "reviewer" in str(yaml.safe_load(job))
