"""Which articles ``reviewer check`` takes, by which configuration, and what it counts."""

import json

import pytest

HELD = "They held held it.\n"


@pytest.fixture
def tree(named):
    for name in ("a.txt", "news/b.txt", "news/old/c.txt"):
        (named / name).parent.mkdir(exist_ok=True)
        (named / name).write_text(HELD)
    return named


def paths(done):
    return sorted({f["path"] for f in json.loads(done.out)["findings"]})


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["a.txt", "news/b.txt", "news/old/c.txt"]),
        (["news"], ["news/b.txt", "news/old/c.txt"]),
        (["news/*.txt"], ["news/b.txt"]),
        (["--exclude", "old"], ["a.txt", "news/b.txt"]),
        (["--exclude", "old", "news/old/c.txt"], ["news/old/c.txt"]),
        (["--exclude", "old", "--force-exclude", "news/old/c.txt", "a.txt"], ["a.txt"]),
        (["--exclude", "old", "--force-exclude", "news/old"], []),
        (["--files-from", "list"], ["a.txt", "news/b.txt"]),
        (["--files-from", "list", "news/old/c.txt"], ["a.txt", "news/b.txt", "news/old/c.txt"]),
        (["--files-from", "empty"], []),
    ],
)
def test_what_is_checked(invoke, tree, arguments, expected):
    (tree / "list").write_bytes(b"news/b.txt\0a.txt\0")
    (tree / "empty").write_bytes(b"")
    done = invoke("check", "--output-format", "json", *arguments)
    assert done.status == 0
    assert paths(done) == expected
    assert ("nothing to check" in done.err) == (not expected)


def test_a_list_on_standard_input(cli, tree):
    done = cli("check", "--output-format", "json", "--files-from", "-", stdin="a.txt\n")
    assert {f["path"] for f in json.loads(done.stdout)["findings"]} == {"a.txt"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--files-from", "none"], "cannot read the list of files"),
        (["--files-from", "list"], "gone.txt: no such file"),
        (["-", "a.txt"], "standard input cannot be checked together with files"),
        (["-", "--files-from", "list"], "standard input cannot be checked together with files"),
        (["--write-baseline"], "--write-baseline needs --baseline FILE"),
        (["--prune-baseline"], "--prune-baseline needs --baseline FILE"),
        (["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"),
        (["--fix", "--diff"], "choose one"),
        (["-o", "json:"], "no file is named"),
        (["-o", "none/out.txt"], "cannot write the report"),
        (["*.md"], "no file matches this pattern"),
    ],
)
def test_wrong_usage_says_what_to_do(invoke, tree, arguments, says):
    (tree / "list").write_text("gone.txt\n")
    done = invoke("check", *arguments)
    assert done.status == 2
    assert says in done.err


def test_the_nearest_configuration_upwards_holds_for_each_article(invoke, tree):
    (tree / "news" / "reviewer.toml").write_text('fail-level = "warning"\nexclude = ["old"]\n')
    done = invoke("check", "--select", "hygiene", "a.txt")
    assert done.status == 0
    done = invoke("check", "--select", "hygiene", "--output-format", "json", ".")
    assert paths(done) == ["a.txt", "news/b.txt"]
    assert done.status == 1  # by the level of news/


def test_isolated_reads_no_configuration_at_all(invoke, tree):
    (tree / "reviewer.toml").write_text("nonsense = [")
    assert invoke("check").status == 2
    assert invoke("check", "--isolated").status == 0


def test_statistics_count_each_code_and_leave_the_report_alone(invoke, tree):
    (tree / "a.txt").write_text("They held held trilogues ,  now.\n")
    done = invoke("check", "--statistics", "--output-format", "json")
    assert json.loads(done.out)["summary"]["findings"] == 6
    lines = [line.split(maxsplit=2)[:2] for line in done.err.splitlines()]
    assert lines == [
        ["3", "hygiene/repeated-word"],
        ["1", "hygiene/doubled-space"],
        ["1", "hygiene/space-before-punctuation"],
        ["1", "phrases/wrong-word"],
    ]
