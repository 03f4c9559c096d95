"""``reviewer check`` as a user meets it: a subprocess, its output and its exit status."""

import json
import shutil
import sys

import pytest

from tests.conftest import SEED


@pytest.fixture
def article(project):
    shutil.copy(SEED, project / "article.txt")
    return project / "article.txt"


def test_the_seed_is_printed_by_place_and_fails(cli, article):
    done = cli("check", "article.txt")
    assert done.returncode == 1
    first = done.stdout.splitlines()[0]
    assert first.startswith("article.txt:1:103: error garbled-name: ")
    assert "Arcruns Ovannisyan" in first
    assert "Artsrun Hovhannisyan" in first
    assert "ts→c Latvian spelling" in done.stdout.splitlines()[1]
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 article, ")


def test_json_has_every_field(cli, article):
    done = cli("check", "--output-format", "json", "article.txt")
    report = json.loads(done.stdout)
    assert report["schema"] == 1
    assert report["summary"]["articles"] == 1
    assert report["summary"]["findings"] == len(report["findings"])
    found = report["findings"][0]
    assert (found["start"], found["end"], found["line"], found["column"]) == (102, 120, 1, 103)
    assert (found["end_line"], found["end_column"]) == (1, 121)
    assert found["path"] == "article.txt"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--select", "hygiene"], 0),
        (["--select", "hygiene", "--fail-level", "warning"], 1),
        (["--select", "stray-text", "--fail-level", "warning"], 1),
        (["--ignore", "names,phrases"], 0),
        (["--isolated"], 0),
        (["--select", "nams"], 2),
        (["--config", "none.toml"], 2),
        (["--glossary", "none.toml"], 2),
        (["--glossary", "no-such-pack"], 2),
    ],
)
def test_exit_status(cli, article, options, status):
    done = cli("check", *options, "article.txt")
    assert done.returncode == status, done.stderr
    assert (status == 2) == bool(done.stderr)


def test_standard_input(cli, seed):
    done = cli("check", "-", "--stdin-filename", "news/today.txt", stdin=seed)
    assert done.returncode == 1
    assert done.stdout.startswith("news/today.txt:1:103: error")


def test_several_reports_at_once(cli, article, project):
    done = cli("check", "-o", "json:out.json", "-o", "text:-", "article.txt")
    assert done.stdout.startswith("article.txt:1:103")
    assert json.loads((project / "out.json").read_text("utf-8"))["schema"] == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("bad.txt", b"Latin \xe4 one", "byte 6 (0xe4) is not UTF-8"),
        ("zeros.txt", b"a\0\0b", "looks binary"),
        ("broken.jsonl", b'{"id": "a", "text": "x"}\n{"id": \n', "broken.jsonl:2"),
    ],
)
def test_an_unreadable_article_is_named_and_the_others_are_reported(
    cli, article, project, name, content, says
):
    (project / name).write_bytes(content)
    done = cli("check", ".")
    assert done.returncode == 2
    assert says in done.stderr
    assert "article.txt:1:103" in done.stdout


@pytest.mark.parametrize("paths", [["missing.txt"], ["article.txt", "missing"]])
def test_a_missing_path_is_an_error(cli, article, paths):
    done = cli("check", *paths)
    assert done.returncode == 2
    assert "no such file or folder" in done.stderr


def test_nothing_to_check_is_no_error(cli, project):
    (project / "empty").mkdir()
    done = cli("check", "empty")
    assert (done.returncode, done.stdout) == (0, "0 articles, 0 findings\n")
    assert "nothing to check" in done.stderr


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n\n", "ŠČ ".encode() * 9])
def test_articles_without_anything_to_find(cli, project, content):
    (project / "article.txt").write_bytes(content)
    done = cli("check", "article.txt")
    assert (done.returncode, done.stderr) == (0, "")


def test_hostile_text_reaches_no_terminal_raw(cli, project):
    text = "The \x1b[31mtri\u202elogues trilogues [red]x[/red] \u2028 were held held.\n"
    (project / "a.txt").write_text(text, encoding="utf-8")
    done = cli("check", "a.txt", "--fail-level", "warning")
    assert done.returncode == 1
    assert not {"\x1b", "\u202e", "\u2028"} & set(done.stdout)


def test_utf16_and_crlf_give_the_same_lines(cli, project, seed):
    (project / "a.txt").write_bytes(seed.replace("\n", "\r\n").encode("utf-16"))
    done = cli("check", "a.txt")
    assert done.stdout.startswith("a.txt:1:103: error garbled-name")


def test_unknown_settings_are_refused_with_the_nearest(cli, article, project):
    (project / "reviewer.toml").write_text("[phrase]\ntimeout = 1\n")
    done = cli("check", "article.txt")
    assert done.returncode == 2
    assert "unknown key 'phrase'; did you mean 'phrases'?" in done.stderr
    (project / "reviewer.toml").write_text("[phrases]\ntimout = 1\n")
    done = cli("check", "article.txt")
    assert "unknown option 'timout'; did you mean 'timeout'?" in done.stderr


def test_severities_are_remapped(cli, article, project):
    (project / "reviewer.toml").write_text('[severity]\nnames = "off"\nwrong-word = "info"\n')
    done = cli("check", "article.txt", "--output-format", "json")
    found = json.loads(done.stdout)["findings"]
    assert not [f for f in found if f["check"] == "names"]
    assert {f["severity"] for f in found if f["code"] == "wrong-word"} == {"info"}


def test_list_checks_names_every_code(cli):
    done = cli("check", "--list-checks")
    assert done.returncode == 0
    for code in ("names/garbled-name", "phrases/calque", "hygiene/stray-text"):
        assert code in done.stdout


@pytest.mark.parametrize("path", ["article.txt", "."])
def test_a_check_imports_no_heavy_library(project, article, path):
    import subprocess

    (project / ".gitignore").write_text("*.py[cod]\nbuild/\n")
    (project / "LICENSE").touch()  # of no format: all are asked
    heavy = {"textual", "rich", "sacrebleu", "numpy", "lxml", "pathspec"}
    # A dataclass takes most of a millisecond to make, the others take several to load.
    heavy |= {"dataclasses", "inspect", "regex", "shutil", "tempfile", "html.entities"}
    # What only a text with a source, a decision or another format asks for.
    heavy |= {f"reviewer.{name}" for name in ("align.pairs", "decisions", "fixes")}
    heavy |= {f"reviewer.names.{name}" for name in ("classifier", "features", "schemes", "source")}
    code = (
        f"import sys; from reviewer.cli import run; run(['check', {path!r}]);"
        f"heavy = {heavy} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False
    )
    assert "article.txt:" in done.stdout
    assert done.returncode == 0, done.stderr
