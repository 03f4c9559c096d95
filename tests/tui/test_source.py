"""The engine as the review sees it: articles in, corrections and terms out."""

import json
import os

import pytest

from reviewer.engine.project import projects
from reviewer.errors import FixError, InputError, UsageError
from reviewer.tui.session import Session
from reviewer.tui.source import Source

SENTENCE = "Moscow hosted trilogues with Armenia and Azerbaijan."
RIGHT = SENTENCE.replace("trilogues", "trilateral talks")


@pytest.fixture
def source(project):
    return Source(projects(lambda settings: settings, None, lambda _note: None))


def session_on(source, path):
    session = Session(source.project(path).log, source.write)
    for one in source.load(path):
        session.add(one.document, one.findings, one.sha256, one.key)
    return session


def test_a_plain_article_keeps_every_other_byte(source, project):
    path = project / "a.txt"
    data = b"\xef\xbb\xbf" + f"{SENTENCE}\r\nOther  line \t\r\n".encode()
    path.write_bytes(data)
    session = session_on(source, path)
    session.approve()
    assert session.save("a.txt") == 1
    assert path.read_bytes() == data.replace(b"trilogues", b"trilateral talks")
    assert (project / ".reviewer" / "originals" / "a.txt").read_bytes() == data


def test_the_articles_of_one_file_are_saved_together(source, project):
    path = project / "a.jsonl"
    lines = [{"id": f"n{n}", "text": f"{SENTENCE} \u201c{n}\u201d", "other": n} for n in range(3)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    session = session_on(source, path)
    for position in (2, 0):
        session.position = position
        session.approve()
    assert session.save("a.jsonl") == 2
    session.position = 1
    session.approve()
    session.undo()
    session.position = 0
    session.go(0)
    session.edit("talks [of three]")
    session.save("a.jsonl")
    texts = [json.loads(line)["text"] for line in path.read_text().splitlines()]
    assert [text.split(".")[0] + "." for text in texts] == [
        SENTENCE.replace("trilogues", "talks [of three]"),
        SENTENCE,
        RIGHT,
    ]
    again = session_on(source, path)
    assert [article.open for article in again.articles] == [0, 1, 0]


@pytest.mark.parametrize("what", ["changed", "deleted", "read-only"])
def test_a_file_that_cannot_be_written_safely_is_left_alone(source, project, what):
    path = project / "a.txt"
    path.write_text(SENTENCE)
    session = session_on(source, path)
    session.approve()
    if what == "changed":
        path.write_text("Somebody else wrote this.")
    elif what == "deleted":
        path.unlink()
    else:
        path.chmod(0o444)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(FixError, match=r"a\.txt"):
        session.save("a.txt")
    assert (path.read_bytes() if path.exists() else None) == before
    assert session.unsaved == ["a.txt"]
    assert [d.action for d in source.project(path).log.read()] == ["approve"]
    assert source.changed("a.txt", session.sha256("a.txt")) is (what == "changed")


def test_what_cannot_be_read_is_told(source, project):
    (project / "a.txt").write_bytes(b"\x00\x01\x02")
    for path in ("a.txt", "missing.txt"):
        with pytest.raises(InputError, match=path):
            source.load(project / path)


def test_an_empty_file_is_no_trouble(source, project):
    (project / "a.txt").write_text("")
    assert all(not one.findings for one in source.load(project / "a.txt"))


def test_a_term_goes_into_the_teams_glossary(source, project):
    (project / "a.txt").write_text(SENTENCE)
    values = {"term": "Nana Petrova", "kind": "person"}
    with pytest.raises(UsageError, match="glossaries ="):
        source.add_term("a.txt", values)
    os.chdir(project)
    (project / "reviewer.toml").write_text('glossaries = ["names.toml"]\n')
    (project / "names.toml").write_text('[glossary]\ntitle = "Ours"\n')
    fresh = Source(projects(lambda settings: settings, None, lambda _note: None))
    assert fresh.add_term("a.txt", values).name == "names.toml"
    assert 'term = "Nana Petrova"' in (project / "names.toml").read_text()
