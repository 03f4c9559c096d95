"""The session: decide, move on, take back, save, replay; what is refused changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.decisions import active
from reviewer.decisions.report import report
from reviewer.errors import DecisionsError, FixError, ReviewerError
from reviewer.model import Document
from reviewer.tui.article import State
from reviewer.tui.filters import Filter
from reviewer.tui.session import RefusedError
from tests.tui.making import TEXT, WRONG, MemoryFiles, MemoryLog, findings, made, opened


def states(session):
    return [str(item.state) for item in session.article.items if not item.hidden]


def logged(session):
    return [d.action for d in session.ledger.decisions]


@pytest.mark.parametrize(
    ("act", "state", "shown"),
    [
        (lambda s: s.approve(), "approved", "Artsrun Hovhannisyan"),
        (lambda s: s.approve(1), "approved", "Artsrun Hovhannisian"),
        (lambda s: s.edit("A. Hovhannisyan"), "edited", "A. Hovhannisyan"),
        (lambda s: s.edit(""), "edited", ""),
        (lambda s: s.reject(), "rejected", "Arcruns Ovannisyan"),
        (lambda s: s.skip(), "skipped", "Arcruns Ovannisyan"),
    ],
)
def test_each_decision_shows_in_the_text_and_can_be_taken_back(act, state, shown):
    session = made()
    act(session)
    assert states(session) == [state, "open", "open", "open"]
    assert session.article.text == TEXT.replace("Arcruns Ovannisyan", shown)
    session.undo()
    assert states(session) == ["open"] * 4
    assert session.article.text == TEXT
    session.redo()
    assert states(session) == [state, "open", "open", "open"]
    assert session.article.text == TEXT.replace("Arcruns Ovannisyan", shown)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda s: s.approve(5), "no suggestion 6"),
        (lambda s: s.edit("two\nlines"), "line break"),
        (lambda s: s.undo(), "Nothing to undo"),
        (lambda s: s.redo(), "Nothing to redo"),
        (lambda s: s.mark(10, 10, "x"), "holds a correction"),
    ],
)
def test_what_is_refused_changes_nothing(act, message):
    session = made()
    with pytest.raises(RefusedError, match=message):
        act(session)
    assert session.article.text == TEXT
    assert logged(session) == []


def test_a_finding_without_suggestion_asks_for_an_edit():
    session = made("Nobody knew Zzz there.")
    files = MemoryFiles(a="Nobody knew Zzz there.")
    session = opened(files, MemoryLog())
    bare = findings("Nobody knew Zzz there.", {"Zzz": ()})
    session.reload(session.article, session.article.document, bare, files.sha256("a.txt"))
    with pytest.raises(RefusedError, match="e to type"):
        session.approve()


def test_a_decision_is_on_disk_before_it_shows():
    log = MemoryLog()
    session = opened(MemoryFiles(a=TEXT), log)
    session.approve()
    log.broken = True
    others = (session.reject, session.undo, lambda: session.edit("x"))
    for act in (lambda: session.approve(1), *others):
        with pytest.raises(DecisionsError):
            act()
        assert states(session) == ["approved", "open", "open", "open"]
    log.broken = False
    session.undo()
    assert states(session) == ["open"] * 4
    assert [d.action for d in log.decisions] == ["approve", "undo"]


@pytest.mark.parametrize(
    ("first", "second", "logged"),
    [
        (lambda s: s.approve(), lambda s: s.approve(), 1),
        (lambda s: s.approve(), lambda s: s.edit("Sargsyan"), 2),
        (lambda s: s.approve(), lambda s: s.approve(scope="article"), 2),
        (lambda s: s.approve(scope="article"), lambda s: s.approve(scope="article"), 1),
        (lambda s: s.reject(), lambda s: s.reject(), 1),
        (lambda s: s.reject("everywhere"), lambda s: s.reject("everywhere", "his own"), 2),
        (lambda s: s.edit("Sarkisian"), lambda s: s.edit("Sarkisian"), 1),
        (lambda s: s.edit("Sarkisian"), lambda s: s.edit("Sarkissian"), 2),
        (lambda s: s.approve(), lambda s: (s.undo(), s.approve()), 3),
        (lambda s: s.approve(), lambda s: (s.save("a.txt"), s.approve()), 1),
    ],
)
def test_what_is_in_force_is_not_logged_again(first, second, logged):
    log = MemoryLog()
    session = opened(MemoryFiles(a=TEXT), log)
    session.go(2)
    first(session)
    session.go(2)
    second(session)
    assert len(log.decisions) == logged
    shown = states(session)
    session.undo()
    session.redo()
    assert states(session) == shown


def test_nor_is_what_an_earlier_session_decided():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    opened(files, log).approve()
    again = opened(files, log)
    again.go(0)
    again.approve()
    assert len(log.decisions) == 1
    with pytest.raises(RefusedError):
        again.undo()


def test_approving_one_leaves_the_other_occurrence_alone():
    session = made()
    session.go(2)
    session.approve()
    assert states(session) == ["open", "open", "approved", "open"]
    assert session.article.text.count("Sargsjan") == 1


@pytest.mark.parametrize(
    ("scope", "left"), [("one", [1, 2]), ("article", [0, 2]), ("everywhere", [0, 0])]
)
def test_scope_says_how_far_a_decision_reaches(scope, left):
    log = MemoryLog()
    files = MemoryFiles(a=TEXT, b="Then Sargsjan spoke.\nAnd so Sargsjan wept.")
    session = opened(files, log)
    session.go(2)
    assert len(session.touched(session.article.items[2], scope)) == 4 - sum(left)
    session.approve(scope=scope)
    assert [article.text.count("Sargsjan") for article in session.articles] == left
    again = opened(files, log)
    assert [article.text.count("Sargsjan") for article in again.articles] == left
    session.undo()
    assert [article.text.count("Sargsjan") for article in session.articles] == [2, 2]


def test_the_next_open_one_becomes_current_then_the_skipped():
    session = made()
    session.skip()
    assert session.advance()
    session.reject()
    session.advance()
    session.approve()
    session.advance()
    session.approve()
    assert session.advance()
    assert session.article.position == 0
    session.approve()
    assert not session.advance()


def test_undo_goes_back_to_the_other_article():
    session = opened(MemoryFiles(a=TEXT, b="Then Sargsjan spoke."), MemoryLog())
    session.approve()
    session.position = 1
    session.approve()
    session.undo()
    assert session.position == 1
    session.undo()
    assert (session.position, session.article.position) == (0, 0)
    assert session.articles[1].text == "Then Sargsjan spoke."


def test_decided_findings_do_not_come_back():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    session.go(1)
    session.reject()
    again = opened(files, log)
    assert states(again) == ["approved", "open", "open"]
    assert again.article.text == session.article.text
    assert again.article.position == again.article.items.index(again.article.current)
    assert again.article.current.finding.text == "Sargsjan"
    assert again.unsaved == ["a.txt"]


def test_saving_changes_the_approved_spans_only_and_goes_on_from_there():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    session.go(2)
    session.approve()
    assert session.save("a.txt") == 2
    expected = TEXT.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan", 1)
    expected = expected.replace("Sargsjan", "Sargsyan", 1)
    assert files.texts["a.txt"] == expected == session.article.text
    assert session.unsaved == []
    assert session.save("a.txt") == 0
    session.go(1)
    session.edit("talks of three")
    session.save("a.txt")
    assert files.texts["a.txt"] == expected.replace("trilogues", "talks of three")
    assert states(opened(files, log)) == ["open"]


def test_a_written_correction_does_not_leak_to_a_place_like_its_own():
    log, files = MemoryLog(), MemoryFiles(a=ALIKE)
    session = opened(files, log)
    session.approve()
    session.save("a.txt")
    assert states(opened(files, log)) == ["open"] * 6


def test_a_file_changed_or_gone_is_not_overwritten():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    files.texts["a.txt"] = "By somebody else: Arcruns Ovannisyan spoke to reporters in the capital."
    with pytest.raises(FixError, match="nothing was overwritten"):
        session.save("a.txt")
    assert files.texts["a.txt"].startswith("By somebody else")
    now = files.texts["a.txt"]
    document = Document.plain(now, "a.txt")
    session.reload(session.article, document, findings(now), files.sha256("a.txt"))
    assert session.article.text == now.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan")
    session.save("a.txt")
    del files.texts["a.txt"]
    session.undo()
    with pytest.raises(FixError):
        session.save("a.txt")


def test_undo_after_saving_restores_the_text_even_through_a_kill():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    session.save("a.txt")
    session.undo()
    assert session.article.text == TEXT
    assert session.unsaved == ["a.txt"]
    killed = opened(files, log)
    assert killed.article.text == TEXT
    session.redo()
    assert session.unsaved == []
    session.undo()
    session.save("a.txt")
    assert files.texts["a.txt"] == TEXT
    again = opened(files, log)
    assert states(again) == ["open"] * 4
    session.redo()
    assert session.article.text == opened(files, log).article.text != TEXT


def test_a_written_correction_can_be_corrected_again():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    session.save("a.txt")
    session.edit("Col. Hovhannisyan")
    assert "Col. Hovhannisyan" in opened(files, log).article.text
    session.save("a.txt")
    assert "Col. Hovhannisyan" in files.texts["a.txt"]


def test_a_marked_span_is_a_correction_like_any_other():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    session = opened(files, log)
    session.approve()
    start = session.article.text.index("the capital")
    session.mark(start, start + len("the capital"), "Yerevan")
    assert "in Yerevan." in session.article.text
    assert "in Yerevan." in opened(files, log).article.text
    session.undo()
    assert "in Yerevan." not in session.article.text
    assert "in Yerevan." not in opened(files, log).article.text
    session.redo()
    session.save("a.txt")
    assert "in Yerevan." in files.texts["a.txt"]
    assert states(opened(files, log)) == ["open"] * 3


def test_overlapping_corrections_are_refused():
    text = "Then Arcruns Ovannisyan spoke."
    files = MemoryFiles(a=text)
    session = opened(files, MemoryLog())
    both = findings(text, {"Arcruns Ovannisyan": ("A. H.",)}) + findings(
        text, {"Ovannisyan": ("H.",)}
    )
    session.reload(session.article, session.article.document, both, files.sha256("a.txt"))
    session.go(0)
    session.approve()
    assert states(session) == ["approved", "covered"]
    session.go(1)
    with pytest.raises(RefusedError, match=r"already corrected to “A\. H\.”"):
        session.approve()
    session.undo()
    session.go(1)
    session.approve()
    assert session.article.text == "Then Arcruns H. spoke."


def test_any_one_decision_can_be_revoked_and_that_undone():
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    opened(files, log).reject()
    session = opened(files, log)
    assert states(session) == ["open"] * 3
    session.revoke(session.ledger.decisions[0])
    assert states(session) == ["open"] * 4
    session.undo()
    assert active(log.decisions)[0].action == "reject"


def test_nothing_is_decided_in_an_article_that_somebody_else_has_open():
    session = made()
    session.read_only["a.txt"] = "Open by Anna since 10:30: read-only here."
    for act in (session.approve, session.reject, session.skip, lambda: session.mark(0, 2, "x")):
        with pytest.raises(RefusedError, match="Anna since 10:30"):
            act()


def test_the_report_counts_what_still_holds():
    clock = iter(range(100))
    session = made(clock=lambda: next(clock))
    assert report(session.made) == "nothing reviewed"
    session.approve()
    session.advance()
    session.edit("talks")
    session.advance()
    session.reject()
    session.undo()
    assert report(session.made) == "2 reviewed: 1 approved, 1 edited; 1.0 s a decision (median)"


def test_what_was_decided_on_this_spelling_last():
    files, log = MemoryFiles(a=TEXT, b="Then Sargsjan spoke."), MemoryLog()
    session = opened(files, log)
    session.go(2)
    item = session.article.current
    assert session.ledger.last(item) is None
    made = session.approve().made
    assert session.ledger.last(item) is None  # that is its own
    other = session.articles[1].items[0]
    assert session.ledger.last(other) is made
    session.undo()
    assert session.ledger.last(other) is None
    session.redo()
    assert session.ledger.last(other) is made
    assert opened(files, log).ledger.last(other) is not None


def test_judging_anew_keeps_decisions_and_what_was_written():
    files, log = MemoryFiles(a=TEXT), MemoryLog()
    session = opened(files, log)
    session.approve()
    session.save("a.txt")
    session.go(1)
    session.reject()
    now = files.texts["a.txt"]
    more = findings(now, {**WRONG, "the weekend": ("Sunday",)})
    session.reload(session.article, session.article.document, more, files.sha256("a.txt"))
    assert states(session) == ["approved", "open", "open", "open"]
    session.undo()
    assert "open" in states(session)[1]
    session.undo()
    assert session.article.text == TEXT
    session.save("a.txt")
    assert files.texts["a.txt"] == TEXT


def test_onward_to_the_next_article_with_something_open():
    texts = {"a": TEXT, "b": "Nothing.", "c": "Then Sargsjan spoke.", "d": "And trilogues."}
    session = opened(MemoryFiles(**texts), MemoryLog())
    assert session.onward()
    assert session.article.document.path == "c.txt"
    session.skip()
    assert session.onward()
    assert session.article.document.path == "d.txt"
    session.reject()
    assert session.onward(-1)
    assert session.article.document.path == "a.txt"
    session.filter = Filter(check="mark")
    assert not session.onward()


# -- invariants ---------------------------------------------------------------------------------

_FILLER = [
    "quartz",
    "jumbo",
    "vex",
    "fjord",
    "lynx",
    "whip",
    "bamboo",
    "kettle",
    "syrup",
    "oxide",
    "drizzle",
    "hockey",
    "plume",
    "yacht",
    "gravel",
    "wombat",
    "zinc",
    "nymph",
    "banjo",
    "crypt",
    "flask",
    "glyph",
    "ivory",
    "knack",
    "mauve",
    "pixel",
    "quirk",
    "rhumba",
    "squaw",
    "topaz",
]


@st.composite
def articles(draw):
    """Text in which each wrong word stands between words of its own."""
    filler = draw(st.permutations(_FILLER))
    words = []
    for index in range(0, len(filler), 5):
        words += [*filler[index : index + 5], draw(st.sampled_from(["Sargsjan", "trilogues"]))]
    return " ".join(words)


MOVES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["approve", "reject", "skip", "edit"]), st.integers(0, 9)),
        st.tuples(st.sampled_from(["undo", "redo", "save", "article"]), st.just(0)),
    ),
    max_size=25,
)


def play(session, moves, *, saving):
    for move, index in moves:
        if move not in ("undo", "redo", "save"):
            session.go(index % len(session.article.items))
        try:
            if move == "edit":
                session.edit(f"edited {index}")
            elif move == "article":
                session.approve(scope="article")
            elif move == "save":
                if saving:
                    session.save("a.txt")
            else:
                getattr(session, move)()
        except ReviewerError:
            pass


def snapshot(session):
    waiting = {State.SKIPPED: State.OPEN}
    items = [(i.start, waiting.get(i.state, i.state)) for i in session.article.items]
    return session.article.text, items


@given(articles(), MOVES)
@settings(max_examples=40, deadline=None)
def test_replaying_the_log_gives_the_same_state(text, moves):
    files, log = MemoryFiles(a=text), MemoryLog()
    session = opened(files, log)
    play(session, moves, saving=False)
    assert snapshot(opened(files, log)) == snapshot(session)


ALIKE = "".join(
    f"On day {n} Moscow hosted trilogues with Armenia and Azerbaijan in hall {n}.\n"
    for n in range(1, 8)
)


@given(st.one_of(articles(), st.just(ALIKE)), MOVES)
@settings(max_examples=40, deadline=None)
def test_a_kill_at_any_instant_loses_no_text(text, moves):
    files, log = MemoryFiles(a=text), MemoryLog()
    session = opened(files, log)
    play(session, moves, saving=True)
    assert opened(files, log).article.text == session.article.text


@given(articles(), MOVES)
@settings(max_examples=40, deadline=None)
def test_undo_is_the_inverse(text, moves):
    session = opened(MemoryFiles(a=text), MemoryLog())
    start = snapshot(session)
    play(session, moves, saving=False)
    end = snapshot(session)
    taken = 0
    while session._done:
        session.undo()
        taken += 1
    assert snapshot(session) == start
    for _ in range(taken):
        session.redo()
    assert snapshot(session) == end


@given(articles(), st.permutations(range(6)))
@settings(max_examples=30, deadline=None)
def test_the_order_of_decisions_does_not_matter(text, order):
    one, other = (opened(MemoryFiles(a=text), MemoryLog()) for _ in range(2))
    for index in range(6):
        one.go(index)
        one.approve()
    for index in order:
        other.go(index)
        other.approve()
    assert one.article.text == other.article.text
    one.save("a.txt")
    assert one.article.document.text == other.article.text
