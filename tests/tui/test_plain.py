"""The review as questions and answers, with answers from standard input."""

import io

import pytest

from reviewer.tui import telling
from reviewer.tui.plain import Dialogue, EndOfAnswersError
from tests.tui.making import LOOKUP, TEXT, MemoryFiles, MemoryLog, findings, opened


def talk(answers, text=TEXT, **others):
    files, log = MemoryFiles(a=text, **others), MemoryLog()
    session = opened(files, log)
    output = io.StringIO()
    given = io.StringIO("".join(f"{answer}\n" for answer in answers))
    dialogue = Dialogue(session, given, output, LOOKUP)
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
        (["y", "u", "r"], "approved open open open", False),
        (["n", "n", "Y", "a"], "rejected rejected approved approved", False),
        (["n", "n", "Y", "o"], "rejected rejected approved open", False),
        (["n", "n", "Y", "?"], "rejected rejected open open", False),
        (["n", "n", "N", "his own spelling"], "rejected rejected rejected rejected", False),
        (["+", "n"], "rejected open open open", False),
        (["a", "y"], "open open open open", False),
        (["m", "no such words", "n"], "rejected open open open", False),
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


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["g"], "Artsrun Hovhannisyan (person); Artsrun Hovhannisian; hy Արծրուն Հովհաննիսյան;"),
        (["c"], "a.txt:1: In the morning Arcruns Ovannisyan spoke to reporters in the capital."),
        (["c"], "b.txt:1: Then Artsrun Hovhannisyan left."),
        (["d"], "Nothing is changed"),
        (["y", "d"], "  + In the morning Artsrun Hovhannisyan spoke to reporters in the capital."),
        (["t"], "  In the morning Arcruns Ovannisyan spoke to reporters in the capital."),
        (
            ["n", "n", "Y"],
            "o: only here (1), a: in this article (2), e: in every article (3 so far)",
        ),
        (["+"], "There is no glossary to add to here."),
        (["n", "n", "y"], "last time: approve → Sargsyan"),
    ],
)
def test_what_can_be_looked_up(answers, expected):
    said, _, _ = talk(answers, b="Then Artsrun Hovhannisyan left. Sargsjan stayed.")
    assert expected in said


B = "Then Sargsjan stayed.\n"


@pytest.mark.parametrize(
    ("answers", "states", "of_b"),
    [
        (["a", "y"], "open open open open", "approved"),
        (["a", "b", "y"], "approved open open open", "open"),
        (["s", "n", "a", "b", "y"], "approved rejected open open", "open"),
        (["s", "a", "b", "a", "n"], "open open open open", "rejected"),
        (["n", "n", "n", "n", "b", "y"], "rejected rejected rejected rejected", "approved"),
        (["b", "y"], "approved open open open", "open"),
        (["f", "w", "n", "n", "y"], "rejected rejected open open", "open"),
        (["f", "c", "n", "n", "n", "n"], "rejected open rejected rejected", "rejected"),
        (["f", "e", "f", "a", "n", "n"], "rejected rejected open open", "open"),
        (["f", "", "n", "n"], "rejected rejected open open", "open"),
    ],
)
def test_earlier_articles_and_filters(answers, states, of_b):
    _, session, _ = talk(answers, b=B)
    a, b = session.articles
    assert [str(item.state) for item in a.items] == states.split()
    assert [str(item.state) for item in b.items] == [of_b]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["b"], "No earlier article has anything open."),
        (["a", "b"], "a.txt: 4 open, 0 decided\n\n1 of 4"),
        (["f", "c"], "From now on: names"),
        (["f", "a"], "From now on: everything"),
    ],
)
def test_earlier_articles_and_filters_are_told(answers, expected):
    said, _, _ = talk(answers, b=B)
    assert expected in said


def test_marking_what_was_not_found():
    _, session, _ = talk(["m", "the capital", "n", "Yerevan"])
    assert "reporters in Yerevan." in session.article.text
    assert session.made[0].code == "name"


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


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}])
def test_where_no_screen_can_be_drawn_the_plain_review_is_named(cli, project, env):
    (project / "a.txt").write_text(TEXT)
    done = cli("review", "a.txt", stdin="", env=env)
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_what_is_to_be_taken_out_is_said():
    text = "Then Sargsjan spoke.\n"
    session = opened(MemoryFiles(a=text), MemoryLog())
    [finding] = findings(text, {"Sargsjan": ("",)})
    session.reload(session.article, session.article.document, [finding], "")
    lines = telling.of_finding(session.article, session.article.current, None)
    assert "  1: (nothing: take it out)" in lines
