"""``reviewer init``: what it writes works, and nothing is overwritten."""

import re
import subprocess

import pytest

from reviewer.cli.init import CONFIGURATION, GITHUB, GITLAB, GLOSSARY
from reviewer.config import load
from reviewer.engine.checker import validate
from reviewer.glossary import store

KEY = re.compile(r"^# (?=(\[|[a-z-]+ = ))", re.MULTILINE)


def test_a_new_project_is_checked_at_once(invoke, project):
    done = invoke("init")
    assert (done.status, done.err) == (0, "")
    assert "reviewer.toml: written" in done.out
    (project / "a.txt").write_text("Nothing is wrong here.\n")
    assert invoke("check").status == 0
    assert ".reviewer/*.jsonl text eol=lf merge=union" in ((project / ".gitattributes").read_text())


@pytest.mark.parametrize("name", ["reviewer.toml", "names.toml", ".gitlab-ci.yml"])
def test_nothing_is_overwritten(invoke, project, name):
    (project / name).write_text("# mine\n")
    done = invoke("init", "--ci", "gitlab")
    assert done.status == 0
    assert (project / name).read_text() == "# mine\n"
    assert re.search(rf"{re.escape(name)}: .*left alone", done.out)
    assert ("codequality: reviewer.json" in done.out) == (name == ".gitlab-ci.yml")


def test_a_configuration_in_pyproject_is_enough(invoke, project):
    (project / "pyproject.toml").write_text("[tool.reviewer]\n")
    assert "pyproject.toml: is configured; left alone" in invoke("init").out
    assert not (project / "reviewer.toml").exists()


@pytest.mark.parametrize(("old", "new"), [("", ""), ("*.md text", "*.md text\n"), ("#\n", "#\n")])
def test_attributes_are_added_once(invoke, project, old, new):
    (project / ".gitattributes").write_text(old)
    for _ in range(2):
        invoke("init")
    line = ".reviewer/*.jsonl text eol=lf merge=union\n"
    assert (project / ".gitattributes").read_text() == new + line


def test_two_logs_merge_without_conflict(invoke, project):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments],
            cwd=project,
            check=True,
            capture_output=True,
        )

    (project / ".git").rmdir()
    git("init", "-b", "main")
    invoke("init")
    log = project / ".reviewer" / "decisions.jsonl"
    log.parent.mkdir()

    def commit(text):
        log.write_text(text)
        git("add", "-A")
        git("commit", "-m", text)

    commit("1\n")
    git("checkout", "-b", "other")
    commit("1\n2\n")
    git("checkout", "main")
    commit("1\n3\n")
    git("merge", "other")
    assert sorted(log.read_text().split()) == ["1", "2", "3"]


def test_a_folder_that_is_none_is_an_error(invoke, project):
    done = invoke("init", "none")
    assert (done.status, "none: no such folder" in done.err) == (2, True)


def test_every_line_that_is_commented_out_is_valid(project):
    (project / "names.toml").write_text(KEY.sub("", GLOSSARY), encoding="utf-8")
    (project / "reviewer.toml").write_text(KEY.sub("", CONFIGURATION))
    settings = load(project)
    validate(settings)
    for name in settings.packs:
        store.pack(name)
    glossary = store.load(settings.glossaries)
    assert [term.term for term in glossary] == ["Artsrun Hovhannisyan"]
    assert [rule.id for rule in glossary.rules] == ["trilogue"]
    assert settings.per_path == {"news/sport/*": {"ignore": ["phrases"]}}
    assert settings.severity == {"repeated-word": "error", "romanisation": "off"}


@pytest.mark.parametrize("job", [GITHUB, GITLAB])
def test_ci_jobs_call_the_command_as_it_is(invoke, project, job):
    (line,) = re.findall(r"reviewer (check .*)", job)
    (project / "a.txt").write_text("They held held it.\n")
    assert invoke(*line.split()).status == 0
    for name in re.findall(r"(?:sarif_file|codequality|junit): (\S+)", job):
        assert (project / name).stat().st_size
