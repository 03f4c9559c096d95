"""``--fix``, ``--unsafe-fixes`` and ``--diff`` as a user meets them."""

import json

import pytest

from reviewer.config import Settings
from reviewer.decisions import new_decision, open_log
from reviewer.engine.project import Project

BEFORE = "Artsrun Ovanesian spoke of trilogues.\r\nOn the social network Facebook, too.\r\n"
AFTER = BEFORE.replace("Ovanesian", "Hovhannisyan").replace("trilogues", "three-way talks")


@pytest.fixture
def article(named):
    path = named / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + BEFORE.encode())
    return path


def test_what_is_certain_is_corrected_and_the_rest_reported(invoke, article, named):
    done = invoke("check", "--fix", "--output-format", "json")
    assert done.status == 0  # what is left is a warning
    assert article.read_bytes() == b"\xef\xbb\xbf" + AFTER.encode()
    assert [f["text"] for f in json.loads(done.out)["findings"]] == ["social network Facebook"]
    assert "2 corrections written to 1 file" in done.err
    original = named / ".reviewer" / "originals" / "a.txt"
    assert original.read_bytes() == b"\xef\xbb\xbf" + BEFORE.encode()


def test_twice_is_once_and_the_first_original_stays(invoke, article, named):
    invoke("check", "--fix")
    once = article.read_bytes()
    done = invoke("check", "--fix")
    assert (article.read_bytes(), done.err) == (once, "")
    article.write_bytes(once + b"More trilogues.\n")
    invoke("check", "--fix")
    assert article.read_bytes() == once + b"More three-way talks.\n"
    assert BEFORE.encode() in (named / ".reviewer" / "originals" / "a.txt").read_bytes()


def test_the_status_is_that_of_what_remains(invoke, article):
    assert invoke("check", "--fix", "--fail-level", "warning").status == 1
    assert invoke("check", "--fix", "--fail-level", "error").status == 0


def test_what_is_not_selected_is_not_corrected(invoke, article):
    invoke("check", "--fix", "--select", "names")
    assert article.read_bytes().decode("utf-8-sig") == BEFORE.replace("Ovanesian", "Hovhannisyan")


def test_a_garbled_name_is_corrected_only_where_asked(invoke, article):
    article.write_text("Arcruns Ovannisyan spoke.\n")
    done = invoke("check", "--fix")
    assert (done.status, article.read_text()) == (1, "Arcruns Ovannisyan spoke.\n")
    done = invoke("check", "--fix", "--unsafe-fixes")
    assert (done.status, article.read_text()) == (0, "Artsrun Hovhannisyan spoke.\n")


@pytest.mark.parametrize("action", ["reject", "approve"])
def test_what_an_editor_decided_is_left_alone(invoke, article, named, action):
    glossaries = (named / "names.toml",)
    checker = Project(Settings(named, packs=(), glossaries=glossaries, decisions=False))
    (document,) = checker.documents(article)
    first = checker.check(document).findings[0]
    assert first.text == "Artsrun Ovanesian"
    open_log(named).append(new_decision(action, first, replacement="Mr. Hovhannisyan"))
    invoke("check", "--fix", "--unsafe-fixes")
    assert "Artsrun Ovanesian spoke of three-way talks" in article.read_text("utf-8-sig")


def test_the_diff_writes_nothing(invoke, article, named):
    before = article.read_bytes()
    done = invoke("check", "--diff")
    assert (done.status, article.read_bytes()) == (1, before)
    assert not (named / ".reviewer").exists()
    assert done.out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n"
        "-Artsrun Ovanesian spoke of trilogues.\n"
        "+Artsrun Hovhannisyan spoke of three-way talks.\n"
        " On the social network Facebook, too.\n"
    )
    article.write_text("On the social network Facebook, too.\n")
    assert (invoke("check", "--diff").status, invoke("check", "--diff").out) == (0, "")


def test_hostile_text_reaches_no_terminal_raw_in_a_diff(invoke, article):
    article.write_text("::error::x\n \x1b[31mThe  tri\u202elogues trilogues\u2028##[group]\n::a\n")
    done = invoke("check", "--diff")
    assert done.status == 1
    assert not {"\x1b", "\u202e", "\u2028"} & set(done.out)
    assert "::error" not in done.out
    assert "##[group]" not in done.out
    assert "<U+001B>[31mThe  tri<U+202E>logues three-way talks" in done.out  # spaces stay


def test_corrected_text_of_standard_input_is_printed(cli, named):
    done = cli("check", "--fix", "-", stdin=BEFORE.encode())
    assert done.stdout == AFTER.encode()
    assert done.returncode == 0
    assert b"social network Facebook" in done.stderr
    done = cli("check", "--diff", "--stdin-filename", "n.txt", "-", stdin=BEFORE.encode())
    assert done.returncode == 1
    assert done.stdout.startswith(b"--- a/n.txt\n")


def test_a_file_that_cannot_be_written_is_told_and_the_others_corrected(invoke, article, named):
    (named / "b.txt").write_text("More trilogues.\n")
    article.chmod(0o444)
    done = invoke("check", "--fix")
    assert done.status == 2
    assert "a.txt: is read-only" in done.err
    assert (named / "b.txt").read_text() == "More three-way talks.\n"


def test_jsonl_articles_are_corrected_in_their_strings(invoke, named):
    path = named / "a.jsonl"
    line = '{"id": "1", "text": "He said \\"trilogues\\" \\u0161.", "x":  [1, 2 ]}\n'
    path.write_text(line * 1 + line.replace('"1"', '"2"'))
    assert invoke("check", "--fix", "--select", "phrases").status == 0
    assert path.read_text() == (line + line.replace('"1"', '"2"')).replace(
        "trilogues", "three-way talks"
    )
