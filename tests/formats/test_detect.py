"""Which format a file is, and how opening one fails."""

import os
import re
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.errors import InputError, UsageError


@pytest.mark.parametrize(
    ("path", "head", "name"),
    [
        ("a.txt", b'{"text": "quoted"}', "plain"),
        ("a.TXT", b"", "plain"),
        ("a.text", b"", "plain"),
        ("a.jsonl", b"no json", "jsonl"),
        ("a.NDJSON", b"", "jsonl"),
        ("a", b' \n{"text": "x"}', "jsonl"),
        ("a", b'\xef\xbb\xbf{"text": "x"}', "jsonl"),
        ("a", '\ufeff{"text": "x"}'.encode("utf-16-le"), "jsonl"),
        ("a", b"{braces}", "plain"),
        ("a", b"", "plain"),
        ("a.unknown", b"words", "plain"),
        ("folder.jsonl/a", b"words", "plain"),
        ("a.HTM", b"", "html"),
        ("a", b"<!-- x -->\n<!DOCTYPE html><p>", "html"),
        ("a", b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        ("a", b"<p>a fragment", "plain"),
        ("a.MD", b"", "markdown"),
        ("a", b"---\ntitle: x\n---\n", "markdown"),
        ("a", b"# words\n", "plain"),
        ("a.xlf", b"", "xliff"),
        ("a.po", b"", "po"),
        ("a", b'# x\n\nmsgid ""\nmsgstr ""\n', "po"),
        ("a.tmx", b"", "tmx"),
        ("a", b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "x"><tmx version="1.4">', "tmx"),
        ("a.CSV", b"", "tsv"),
        ("a", b"id\tsource\ttarget\n1\ta\tb", "tsv"),
        ("a", b"source\tother\n", "plain"),
        ("a.srt", b"", "subtitles"),
        ("a", b"WEBVTT\n\n", "subtitles"),
        ("a", b"1\r\n00:00:01,000 --> 00:00:02,000\r\n", "subtitles"),
        ("a", b'<?xml version="1.0"?>\n<xliff version="1.2">', "xliff"),
        ("a.xml", b"<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:1.2'>", "xliff"),
    ],
)
def test_by_suffix_then_content(path, head, name):
    assert formats.detect(path, head) == name


def test_every_format_offers_what_is_agreed():
    for name in formats.names():
        module = formats.load(name)
        assert all(s.startswith(".") and s == s.lower() for s in module.SUFFIXES)
        assert callable(module.sniff)
        assert callable(module.parse)
        assert callable(module.escape)
    assert formats.names()[-1] == "plain"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", True),
        ("a.jsonl", True),
        ("a.src.lv.txt", False),
        ("a.py", False),
        ("txt", False),
        ("a.html", True),
        ("a.tsv", False),
    ],
)
def test_articles_of_a_folder(name, expected):
    assert formats.is_article(name) is expected


def test_the_format_can_be_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b'{"id": "x", "text": "Yerevan"}')
    assert [d.record for d in formats.read(path)] == [None]
    assert [d.record for d in formats.read(path, format="jsonl")] == ["x"]
    with pytest.raises(UsageError, match="did you mean 'jsonl'"):
        list(formats.read(path, format="json"))


def test_reports_call_the_file_as_asked(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Yerevan")
    assert next(formats.read(path, display="news/a.txt")).path == "news/a.txt"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.symlink_to(path), "cannot be read"),
    ],
)
def test_what_cannot_be_opened(tmp_path, make, says):
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(InputError, match=says) as refused:
        list(formats.read(path, display="a.txt"))
    assert str(refused.value).startswith("a.txt: ")


@contextmanager
def unprivileged():
    """For a while without the right to read any file, which only root has."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with unprivileged(), pytest.raises(InputError, match="may not be read"):
        list(formats.read(path))


def test_a_pipe_can_be_read(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b'{"text": "Yerevan"}\n',))
    writer.start()
    assert [d.text for d in formats.read(path)] == ["Yerevan"]
    writer.join()


@pytest.mark.parametrize(
    ("name", "sidecar"),
    [
        ("a.src.lv.txt", True),
        ("news/a.SRC.ru.TXT", True),
        ("a.src.zh-Hant.txt", True),
        ("page.src.lv.html", True),
        ("a.txt", False),
        ("a.src.txt", False),
        ("a.src.latvian.txt", False),
        ("a.src.lv.txt.bak", False),
        ("a.src.lv.txt\n", False),
    ],
)
def test_sidecars(name, sidecar):
    assert formats.is_sidecar(name) is sidecar


def test_the_hook_hands_over_what_a_walk_reads():
    hooks = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    pattern = re.search("files: (.*)", hooks)[1]
    suffixes = [suffix for name in formats.names() for suffix in formats.load(name).SUFFIXES]
    for suffix in (*suffixes, ".py"):
        assert bool(re.search(pattern, f"a{suffix}")) is formats.is_article(f"a{suffix}"), suffix
