import pytest

from reviewer.config import Settings
from reviewer.engine.paths import articles, matches, shown
from reviewer.errors import InputError

FILES = ["a.txt", "b.jsonl", "c.png", ".hidden.txt", "sub/d.txt", "sub/d.src.lv.txt", "old/e.txt"]


@pytest.fixture
def tree(project):
    for name in FILES:
        path = project / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return project


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["a.txt", "b.jsonl", "old/e.txt", "sub/d.txt"]),
        ({"exclude": ("old",)}, ["a.txt", "b.jsonl", "sub/d.txt"]),
        ({"exclude": ("old/",)}, ["a.txt", "b.jsonl", "sub/d.txt"]),
        ({"exclude": ("*.jsonl", "sub/*")}, ["a.txt", "old/e.txt"]),
        ({"include": ("*.png",)}, ["c.png"]),
    ],
)
def test_a_folder_gives_its_articles(tree, settings, expected):
    found = articles([tree], Settings(tree, **settings))
    assert [shown(path) for path in found] == expected


def test_a_file_named_outright_is_taken_unless_excludes_are_forced(tree):
    settings = Settings(tree, exclude=("*.png",))
    assert list(articles([tree / "c.png"], settings)) == [tree / "c.png"]
    assert list(articles([tree / "c.png"], settings, force_exclude=True)) == []


def test_each_file_comes_once_in_the_order_of_names(tree):
    named = [tree / "sub" / "d.txt", tree / "a.txt", tree / "sub", tree / "a.txt"]
    assert [shown(p) for p in articles(named, Settings(tree))] == ["a.txt", "sub/d.txt"]


def test_a_missing_path_is_an_error(tree):
    with pytest.raises(InputError, match="no such file or folder"):
        list(articles([tree / "missing"], Settings(tree)))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("news", True), ("news/*", True), ("*.txt", True), ("news/a.md", False), ("new", False)],
)
def test_patterns(tree, pattern, expected):
    assert matches(tree / "news" / "deep" / "a.txt", [pattern], tree) is expected
