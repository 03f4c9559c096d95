"""GitHub Actions' workflow commands, read back as the runner reads them."""

from reviewer.reporters.github import render
from reviewer.text import visible
from tests.reporters.findings import FINDINGS, NASTY, REPORT, many


def decode(text, more=()):
    for escape, char in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def parse(line):
    """A command as the runner takes it apart: name, properties, message."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = (item.partition("=") for item in listed.split(","))
    more = (("%3A", ":"), ("%2C", ","))
    return name, {key: decode(value, more) for key, _, value in pairs}, decode(message)


COMMANDS = [parse(line) for line in render(FINDINGS, REPORT).splitlines()[:-1]]


def test_worst_first():
    assert [name for name, *_ in COMMANDS] == ["error"] * 6 + ["warning"] * 5 + ["notice"] * 2


def test_properties_of_one_line():
    name, properties, message = COMMANDS[1]
    assert (name, properties) == (
        "error",
        {
            "file": "articles/plain.txt",
            "line": "1",
            "endLine": "1",
            "col": "1",
            "endColumn": "19",
            "title": "names/garbled-name",
        },
    )
    assert message.splitlines() == [
        "articles/plain.txt:1:1: garbled-name: “Arcruns Ovannisyan” looks like “Artsrun Hovhannisyan”",
        "c→ts Latvian spelling",
        "H dropped, as in Russian",
        "or “Artsrun Ovannisyan”, “A. Hovhannisyan”",
    ]


def test_a_path_with_every_separator_comes_back():
    paths = [properties["file"] for _, properties, _ in COMMANDS]
    assert paths.count("articles/sub dir/über,50%:a.txt") == 2


def test_no_columns_over_several_lines():
    (several,) = [p for _, p, _ in COMMANDS if p["title"] == "phrases/calque"]
    assert (several["line"], several["endLine"]) == ("2", "3")
    assert not {"col", "endColumn"} & set(several)


def test_percent_and_its_escapes_in_a_message():
    messages = [message for *_, message in COMMANDS]
    assert any("“sumit”, 100%: a summit?" in message for message in messages)
    assert any(f": in {visible(NASTY)}\n" in message for message in messages)


def test_paths_are_the_repository_s():
    report = REPORT._replace(folder="/ci/repo/news", checkout="/ci/repo")
    inside, outside = FINDINGS[2], FINDINGS[0]
    above = inside._replace(path="/ci/repo/other/a.txt")
    lines = render([inside, outside, above], report).splitlines()[:3]
    files = [parse(line)[1]["file"] for line in lines]
    assert files == ["news/articles/plain.txt", "other/a.txt", "/srv/wire/outside.txt"]


def test_total_and_what_github_hides():
    assert render(many(10), REPORT).splitlines()[10:] == [
        "9 articles, 10 findings: 10 warnings (2 known before)"
    ]
    *lines, last = render(many(11), REPORT).splitlines()
    assert len(lines) == 12
    assert last == "GitHub shows 10 annotations of each kind; this log lists all findings."
