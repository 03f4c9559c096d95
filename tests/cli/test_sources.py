"""An article beside its source: the sidecar, ``--source``, and what goes wrong with them."""

import json

import pytest

TEXT = "The storm took the roofs of 120 houses in the valley on Tuesday evening.\n"
SOURCE = "Vētra otrdienas vakarā ielejā norāva jumtus 210 mājām.\n"


@pytest.fixture
def pair(project):
    (project / "storm.txt").write_text(TEXT, encoding="utf-8")
    (project / "storm.src.lv.txt").write_text(SOURCE, encoding="utf-8")
    return project


def found(done):
    return [(f["code"], f["text"]) for f in json.loads(done.stdout)["findings"]]


def test_the_sidecar_is_read_and_is_no_article(cli, pair):
    done = cli("check", ".", "--output-format", "json", "--select", "numbers")
    assert json.loads(done.stdout)["summary"]["articles"] == 1
    assert [text for _, text in found(done)] == ["120"]


def test_a_changed_source_is_not_hidden_by_the_cache(cli, pair):
    arguments = ("check", ".", "--output-format", "json", "--select", "numbers")
    assert found(cli(*arguments))
    (pair / "storm.src.lv.txt").write_text(SOURCE.replace("210", "120"), encoding="utf-8")
    assert found(cli(*arguments)) == []


def test_the_source_may_be_named(cli, pair):
    (pair / "storm.src.lv.txt").rename(pair / "original")
    done = cli("check", "storm.txt", "--output-format", "json", "--select", "numbers")
    assert found(done) == []
    arguments = ("--source", "original", "--source-lang", "lv", "--select", "numbers")
    done = cli("check", "storm.txt", "--output-format", "json", *arguments)
    assert [text for _, text in found(done)] == ["120"]


@pytest.mark.parametrize(
    ("paths", "source", "message"),
    [
        (["storm.txt"], "missing.txt", "no such file; --source names"),
        (["storm.txt", "other.txt"], "storm.src.lv.txt", "2 articles are named"),
    ],
)
def test_a_source_that_cannot_be_meant_is_refused(cli, pair, paths, source, message):
    (pair / "other.txt").write_text(TEXT, encoding="utf-8")
    done = cli("check", *paths, "--source", source)
    assert done.returncode == 2
    assert message in done.stderr


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        (b"", 0, ""),
        (b"\xff\x80 broken", 2, "(the source of storm.txt)"),
        (b"One paragraph.\n\nAnother.\n\nA third one.\n", 0, ""),
        ("Zupełnie inny tekst, o czymś innym.\n".encode(), 0, ""),
    ],
)
def test_sources_of_another_shape(cli, pair, content, status, message):
    (pair / "storm.src.lv.txt").write_bytes(content)
    done = cli("check", "storm.txt")
    assert done.returncode == status, done.stdout
    assert message in done.stderr
