"""Spans that an audit asks about: in the queue like any other, their decisions logged as verdicts."""

import io

import pytest

from reviewer.decisions import active, new_decision
from reviewer.decisions.report import report
from reviewer.model import Document, Finding, fingerprint
from reviewer.text import context
from reviewer.tui.plain import Dialogue
from tests.tui.making import LOOKUP, TEXT, MemoryFiles, MemoryLog, findings, opened
from tests.tui.test_app import SIZES, Running


def draw(text, *names, path="a.txt"):
    """The lines of an audit that asks about the first occurrence of each name."""
    head = new_decision("draw", path="")
    lines = [head]
    for number, name in enumerate(names):
        start = text.index(name)
        end = start + len(name)
        about = Finding(
            path, start, end, name, "names", "garbled-name", "warning", 0.5, "",
            fingerprint=fingerprint("audit", f"{head.id} {number}"),
            context=context(text, start, end),
        )  # fmt: skip
        base = MemoryFiles(a=text).sha256("a.txt")
        lines.append(new_decision("draw", about, ref=head.id, base_sha256=base))
    return lines


def asked(session):
    return [item for item in session.article.items if item.draw]


def verdicts(session):
    return [
        (d.action, d.text, d.replacement, d.ref)
        for d in active(session.ledger.decisions)
        if d.action in ("right", "wrong")
    ]


def go_to(session, item):
    session.go(session.article.items.index(item))


def test_a_drawn_span_is_an_item_like_any_other():
    lines = draw(TEXT, "Moscow")
    session = opened(MemoryFiles(a=TEXT), MemoryLog(lines))
    (item,) = asked(session)
    finding = item.finding
    assert (finding.check, finding.code) == ("names", "garbled-name")
    assert TEXT[item.start : item.end] == finding.text == "Moscow"
    said = f"{finding.message} {finding.explanation} {finding.fingerprint}".lower()
    assert not any(word in said for word in ("audit", "draw", "sample", "control"))
    assert item.waiting


@pytest.mark.parametrize(
    ("act", "verdict", "shown"),
    [
        (lambda s: s.reject(), ("right", None), "Moscow"),
        (lambda s: s.reject("everywhere"), ("right", None), "Moscow"),
        (lambda s: s.edit("Minsk"), ("wrong", "Minsk"), "Minsk"),
        (lambda s: s.edit("Moscow"), ("wrong", "Moscow"), "Moscow"),  # wrong, but how is it right?
    ],
)
def test_its_decision_is_a_verdict_that_can_be_taken_back_and_is_read_again(act, verdict, shown):
    lines = draw(TEXT, "Moscow")
    files, log = MemoryFiles(a=TEXT), MemoryLog(lines)
    session = opened(files, log)
    go_to(session, asked(session)[0])
    act(session)
    expected = [(verdict[0], "Moscow", verdict[1], lines[1].id)]
    assert verdicts(session) == expected
    assert session.article.text == TEXT.replace("Moscow", shown)
    session.undo()
    assert verdicts(session) == []
    assert session.article.text == TEXT
    session.redo()
    assert len(verdicts(session)) == 1
    again = opened(files, log)
    (item,) = asked(again)
    assert not item.waiting
    assert again.article.text == TEXT.replace("Moscow", shown)


def test_a_wrong_one_is_written_with_the_other_corrections():
    lines = draw(TEXT, "Moscow")
    files, log = MemoryFiles(a=TEXT), MemoryLog(lines)
    session = opened(files, log)
    session.approve()
    go_to(session, asked(session)[0])
    session.edit("Minsk")
    assert session.save("a.txt") == 2
    assert "Minsk" in files.texts["a.txt"]
    assert asked(opened(files, log)) == []  # nothing is left to ask there


def test_two_drawn_spans_of_one_spelling_have_verdicts_of_their_own():
    text = "Baku said no. Baku said no. Baku said no."
    lines = draw(text, "Baku said no. Baku", "Baku")
    session = opened(MemoryFiles(a=text), MemoryLog(lines))
    first, other = asked(session)
    go_to(session, first)
    session.reject("everywhere")
    assert not first.waiting
    assert other.waiting


def test_a_drawn_span_is_found_again_in_a_file_that_changed():
    lines = draw(TEXT, "Moscow")
    changed = "A new first line.\n" + TEXT.replace("until the weekend", "until Sunday")
    session = opened(MemoryFiles(a=changed), MemoryLog(lines))
    (item,) = asked(session)
    assert changed[item.start : item.end] == "Moscow"
    assert asked(opened(MemoryFiles(a="Not in Moscow, the capital."), MemoryLog(lines))) == []


def test_a_draw_taken_back_asks_nothing():
    lines = draw(TEXT, "Moscow")
    undo = new_decision("undo", lines[0], ref=lines[0].id)
    assert asked(opened(MemoryFiles(a=TEXT), MemoryLog([*lines, undo]))) == []


def test_verdicts_are_given_in_the_plain_review_and_counted_as_any_decision():
    lines = draw(TEXT, "Moscow")
    files, log = MemoryFiles(a=TEXT), MemoryLog(lines)
    session = opened(files, log)
    output = io.StringIO()
    talk = Dialogue(session, io.StringIO("y\nn\nn\nn\nn\n"), output, LOOKUP)
    assert talk.run()
    assert verdicts(session) == [("right", "Moscow", None, lines[1].id)]
    said = output.getvalue()
    assert ">>Moscow<<" in said
    assert report(session.made).startswith("5 reviewed: 1 approved, 4 rejected")


def test_a_finding_made_since_and_a_drawn_span_may_share_a_place():
    lines = draw(TEXT, "Arcruns Ovannisyan")
    session = opened(MemoryFiles(a=TEXT), MemoryLog(lines))
    bare = findings(TEXT)
    session.reload(session.article, Document.plain(TEXT, "a.txt"), bare, "hash of " + TEXT)
    (item,) = asked(session)
    go_to(session, item)
    session.reject()
    assert [v[0] for v in verdicts(session)] == ["right"]


@SIZES
async def test_nothing_on_the_screen_tells_that_a_span_was_drawn(size):
    lines = draw(TEXT, "Moscow")
    async with Running(size, log=MemoryLog(lines)) as driven:
        await driven.press("x", "x")
        assert driven.session.article.current.draw
        seen = driven.seen().lower()
        assert "moscow" in seen
        assert not any(word in seen for word in ("audit", "drawn", "sample", "control"))
        await driven.press("x")
        assert verdicts(driven.session) == [("right", "Moscow", None, lines[1].id)]
        await driven.press("u")
        assert verdicts(driven.session) == []
