"""The review as questions and answers, with answers from standard input."""

import io

import pytest

from reviewer.tui.plain import Dialogue, EndOfAnswersError
from tests.tui.making import TEXT, MemoryFiles, MemoryLog, opened


def talk(answers, text=TEXT):
    files, log = MemoryFiles(a=text), MemoryLog()
    session = opened(files, log)
    output = io.StringIO()
    dialogue = Dialogue(session, io.StringIO("".join(f"{a}\n" for a in answers)), output)
    try:
        dialogue.run()
        dialogue.leave()
    except EndOfAnswersError:
        output.write("END")
    return output.getvalue(), session, files


@pytest.mark.parametrize(
    ("answers", "states", "written"),
    [
        (["y"], "approved open open open", False),
        (["2"], "approved open open open", False),
        (["7", "n"], "rejected open open open", False),
        (["", "what", "?", "n"], "rejected open open open", False),
        (["e", "A. Hovhannisyan"], "edited open open open", False),
        (["s", "s", "s", "s"], "skipped skipped skipped skipped", False),
        (["y", "u", "n"], "rejected open open open", False),
        (["u", "n"], "rejected open open open", False),
        (["y", "w"], "approved open open open", True),
        (["y", "q", "n"], "approved open open open", False),
        (["y", "q", "y"], "approved open open open", True),
        (["y"] * 4 + ["y"], "approved approved approved approved", True),
        ([], "open open open open", False),
    ],
)
def test_answers(answers, states, written):
    said, session, files = talk(answers)
    assert [str(item.state) for item in session.article.items] == states.split()
    assert (files.texts["a.txt"] != TEXT) is written
    assert said.startswith("a.txt: 4 open, 0 decided\n")


def test_what_is_asked_stands_in_its_sentence():
    said, _, _ = talk(["n"])
    assert "1 of 4: error, not Arcruns Ovannisyan" in said
    assert "  In the morning >>Arcruns Ovannisyan<< spoke to reporters in the capital." in said
    assert "  1: Artsrun Hovhannisyan" in said
    assert said.endswith("END")


def test_hostile_text_is_named_not_printed():
    said, _, _ = talk(["y"], "Then \x1b[31m\u202eSargsjan\x07 spoke.\n")
    assert "Then <U+001B>[31m<U+202E>>>Sargsjan<<<U+0007> spoke." in said
    assert not set("\x1b\u202e\x07") & set(said)


def test_from_the_command_line(cli, project):
    article = project / "a.txt"
    article.write_text("Moscow hosted trilogues with Armenia and Azerbaijan.\n")
    done = cli("review", "--plain", "a.txt", stdin="y\ny\n")
    assert done.returncode == 0, done.stderr
    assert article.read_text() == "Moscow hosted trilateral talks with Armenia and Azerbaijan.\n"
    assert "1 reviewed: 1 approved" in done.stdout
    assert "0 open" in cli("review", "--plain", "a.txt", stdin="").stdout


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(cli, project):
    (project / "a.txt").write_bytes(b"\xff\xfe\xfa")
    (project / "b.txt").write_text("Moscow hosted trilogues with Armenia and Azerbaijan.\n")
    done = cli("review", "--plain", ".", stdin="n\n")
    assert done.returncode == 2
    assert "a.txt" in done.stderr
    assert "1 reviewed: 1 rejected" in done.stdout
