import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from reviewer.config import Settings
from reviewer.engine.ignored import _Patterns
from reviewer.engine.paths import articles, listed, matches, shown
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
    found = articles([tree], lambda _: Settings(tree, **settings))
    assert [shown(path) for path in found] == expected


def test_a_file_named_outright_is_taken_unless_excludes_are_forced(tree):
    settings = Settings(tree, exclude=("*.png",))
    assert articles([tree / "c.png"], lambda _: settings) == [tree / "c.png"]
    assert articles([tree / "c.png"], lambda _: settings, force_exclude=True) == []


def test_each_file_comes_once_in_the_order_of_names(tree):
    named = [tree / "sub" / "d.txt", tree / "a.txt", tree / "sub", tree / "a.txt"]
    assert [shown(p) for p in articles(named, lambda _: Settings(tree))] == ["a.txt", "sub/d.txt"]


def test_a_missing_path_is_an_error(tree):
    with pytest.raises(InputError, match="no such file or folder"):
        articles([tree / "missing"], lambda _: Settings(tree))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("news", True), ("news/*", True), ("*.txt", True), ("news/a.md", False), ("new", False)],
)
def test_patterns(tree, pattern, expected):
    assert matches(tree / "news" / "deep" / "a.txt", [pattern], tree) is expected


def test_a_file_named_twice_in_other_words_comes_once(tree):
    named = [Path("a.txt"), Path("sub/../a.txt"), tree / "a.txt", Path()]
    assert [shown(p) for p in articles(named, lambda _: Settings(tree))].count("a.txt") == 1


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("s?b/*.txt", ["sub/d.src.lv.txt", "sub/d.txt"]),
        ("**/d.txt", ["sub/d.txt"]),
        ("ol[d]", ["old/e.txt"]),
    ],
)
def test_patterns_that_no_shell_expanded(tree, pattern, expected):
    found = articles([Path(pattern)], lambda _: Settings(tree))
    assert [shown(path) for path in found] == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree):
    (tree / "[x].txt").write_text("x")
    assert [shown(p) for p in articles([Path("[x].txt")], lambda _: Settings(tree))] == ["[x].txt"]
    with pytest.raises(InputError, match="no file matches"):
        articles([Path("*.md")], lambda _: Settings(tree))


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [
        ({".gitignore": "old/\n*.jsonl\n"}, ["a.txt", "sub/d.txt"]),
        ({".gitignore": "# old\n\n/a.txt\n"}, ["b.jsonl", "old/e.txt", "sub/d.txt"]),
        ({".gitignore": "*.txt\n!/a.txt\n"}, ["a.txt", "b.jsonl"]),
        ({"sub/.gitignore": "*\n"}, ["a.txt", "b.jsonl", "old/e.txt"]),
        ({".gitignore": "*.txt\n", "old/.gitignore": "!e.txt\n"}, ["b.jsonl", "old/e.txt"]),
        ({".gitignore": "old\n", "old/.gitignore": "!*\n"}, ["a.txt", "b.jsonl", "sub/d.txt"]),
        ({".git/info/exclude": "sub\n"}, ["a.txt", "b.jsonl", "old/e.txt"]),
    ],
)
def test_what_git_ignores_is_left_out(tree, ignored, expected):
    for name, patterns in ignored.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(patterns)
    assert [shown(p) for p in articles([Path()], lambda _: Settings(tree))] == expected


def test_what_git_ignores_is_checked_when_named_outright(tree):
    (tree / ".gitignore").write_text("old\n*.jsonl\n")
    for named in ("old/e.txt", "old", "b.jsonl"):
        assert len(articles([Path(named)], lambda _: Settings(tree))) == 1


def test_the_ignored_hold_above_the_folder_that_is_named(tree):
    (tree / ".gitignore").write_text("d.txt\n")
    assert articles([tree / "sub"], lambda _: Settings(tree)) == []
    assert articles([tree / "old" / ".." / "sub"], lambda _: Settings(tree)) == []


def test_each_project_has_its_own_excludes(tree):
    def settings_of(path):
        inner = path.is_relative_to(tree / "sub")
        return Settings(tree / "sub", include=("*.src.*",)) if inner else Settings(tree)

    found = [shown(p) for p in articles([Path()], settings_of)]
    assert found == ["a.txt", "b.jsonl", "old/e.txt", "sub/d.src.lv.txt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.txt\nsub/d.txt\n", ["a.txt", "sub/d.txt"]),
        (b"a.txt\r\nb c.txt", ["a.txt", "b c.txt"]),
        (b"a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]),
        (b"\xef\xbb\xbfa.txt\n\n", ["a.txt"]),
        ("\ufeffš.txt\r\n".encode("utf-16-le"), ["š.txt"]),
        (b"", []),
    ],
)
def test_lists_of_files(data, expected):
    assert listed(data) == [Path(name) for name in expected]


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions are others there")
def test_links_are_files_and_no_way_to_other_folders(tree):
    (tree / "sub" / "loop").symlink_to(tree)
    (tree / "link.txt").symlink_to(tree / "a.txt")
    os.mkfifo(tree / "pipe.txt")  # would wait for a writer for ever
    found = [shown(p) for p in articles([Path()], lambda _: Settings(tree))]
    assert found == ["a.txt", "b.jsonl", "link.txt", "old/e.txt", "sub/d.txt"]


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_walked(tree, monkeypatch):
    scandir = os.scandir

    def refuse(folder):
        if Path(folder).name == "old":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    told = []
    found = articles([Path()], lambda _: Settings(tree), problem=told.append)
    assert [shown(p) for p in found] == ["a.txt", "b.jsonl", "sub/d.txt"]
    assert told == ["old: the folder cannot be read: Permission denied"]
    with pytest.raises(InputError, match="cannot be read"):
        articles([Path()], lambda _: Settings(tree))


LINES = st.lists(st.text("ab*?!/.[]\\# ", max_size=7) | st.just("*.[ab]"), max_size=3)
BELOW = st.lists(st.sampled_from(("a", "b", "ab", "a.b", "b a", "!a", "]")), min_size=1, max_size=3)


@pytest.mark.filterwarnings("ignore::FutureWarning")  # of the pattern the library makes
@settings(max_examples=500)
@given(LINES, BELOW, st.booleans())
def test_where_no_name_fits_pathspec_would_say_nothing(lines, parts, folder):
    path = "/".join(parts) + "/" * folder
    try:
        expected = GitIgnoreSpec.from_lines(lines).check_file(path).include
    except ValueError:  # no pattern of git's
        reject()
    assert _Patterns("/", lines).decide(path) == expected
