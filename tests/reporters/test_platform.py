"""What standard output looks like on each platform, and reports written to files."""

import json

import pytest

import reviewer

GITHUB = {"GITHUB_ACTIONS": "true"}
GITLAB = {"GITLAB_CI": "true"}


@pytest.fixture
def article(project):
    (project / "news").mkdir()
    (project / "news" / "a.txt").write_text("The the end.\n", "utf-8")
    return project / "news" / "a.txt"


@pytest.mark.parametrize(
    ("environment", "options", "starts", "says"),
    [
        ({}, [], "news/a.txt:1:1: ", ""),
        (GITHUB, [], "::warning file=news/a.txt,", "GitHub Actions"),
        (GITHUB, ["-o", "-"], "::warning file=news/a.txt,", "GitHub Actions"),
        (GITHUB, ["--output-format", "text"], "news/a.txt:1:1: ", ""),
        (GITHUB, ["-o", "text:-"], "news/a.txt:1:1: ", ""),
        (GITLAB, [], "news/a.txt:1:1: ", "-o gitlab:gl-code-quality-report.json"),
        (GITLAB, ["--output-format", "gitlab"], "[\n {", ""),
        ({"GITHUB_ACTIONS": "false"}, [], "news/a.txt:1:1: ", ""),
    ],
)
def test_standard_output(cli, article, environment, options, starts, says):
    done = cli("check", "--isolated", *options, "news", env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(starts)
    assert says in done.stderr
    assert bool(done.stderr) == bool(says)


def test_a_file_without_a_format_is_text_in_github_too(cli, article, project):
    done = cli("check", "--isolated", "-o", "out.txt", "news", env=GITHUB)
    assert (project / "out.txt").read_text("utf-8").startswith("news/a.txt:1:1: ")
    assert (done.stdout, done.stderr) == ("", "")


def test_several_reports(cli, article, project):
    outputs = ["-o", "sarif:out.sarif", "-o", "gitlab:quality.json", "-o", "junit:-"]
    done = cli("check", "--isolated", *outputs, "news")
    assert done.stdout.startswith("<?xml")
    (run,) = json.loads((project / "out.sarif").read_text("utf-8"))["runs"]
    assert run["tool"]["driver"]["version"] == reviewer.__version__
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "a word twice in a row"
    assert len(json.loads((project / "quality.json").read_text("utf-8"))) == 1


@pytest.mark.parametrize(
    ("environment", "root"), [(GITHUB, "GITHUB_WORKSPACE"), (GITLAB, "CI_PROJECT_DIR")]
)
def test_paths_from_the_checkout_s_root(cli, article, project, environment, root):
    env = {**environment, root: str(project.parent)}
    done = cli("check", "--isolated", "--output-format", "gitlab", "news", env=env)
    (issue,) = json.loads(done.stdout)
    assert issue["location"]["path"] == f"{project.name}/news/a.txt"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("sarif:none/out.sarif", "cannot write the report"),
        ("none/out.txt", "cannot write the report"),
        ("json:", "-o json: no file is named"),
    ],
)
def test_a_report_that_cannot_be_written(cli, article, target, message):
    done = cli("check", "--isolated", "-o", target, "news")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_name_gives_the_runner_no_command_on_standard_error(cli, article):
    done = cli("check", "none\n::error::x\n##[add-mask]y\x1b[2J\u202e")
    assert done.returncode == 2
    assert not [line for line in done.stderr.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in done.stderr
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr
