"""The other screens, and the decisions that reach further than one finding."""

import os
from pathlib import Path

import pytest

from reviewer.engine.project import projects
from reviewer.errors import UsageError
from reviewer.tui.app import ReviewerApp
from reviewer.tui.keys import COMMANDS
from reviewer.tui.places import places
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.diff import DiffScreen
from reviewer.tui.screens.history import HistoryScreen
from reviewer.tui.screens.prompt import Choice, Prompt
from reviewer.tui.screens.queue import QueueScreen
from reviewer.tui.session import Session
from reviewer.tui.source import Source
from reviewer.tui.widgets.article import ArticleView
from reviewer.tui.widgets.listing import Listing
from tests.tui.making import GLOSSARY, LOOKUP, TEXT, MemoryFiles, MemoryLog, opened
from tests.tui.test_app import NARROW, SIZES, Running

THREE = {"a": TEXT, "b": "Then Sargsjan spoke of\ntrilogues.", "c": "Nothing to see."}


@SIZES
async def test_the_queue_counts_filters_and_opens(size):
    async with Running(size, files=MemoryFiles(**THREE)) as driven:
        await driven.press("o")
        assert isinstance(driven.app.screen, QueueScreen)
        assert "1 of 3 articles done" in driven.seen()
        assert "! a.txt  1 error, 1 warning, 2 infos  0/4" in driven.seen()
        assert "✓ c.txt  nothing found" in driven.seen()
        await driven.press("tab")
        assert "c.txt" not in driven.seen()
        await driven.press("tab")
        assert "a.txt" not in driven.seen()
        await driven.press("tab", "slash", *"b.t", "enter")
        assert "a.txt" not in driven.seen()
        await driven.press("enter")
        assert "b.txt  2/3" in driven.seen()
        await driven.press("a", "a", "o")
        assert "✓ b.txt  all decided  2/2  2 not saved" in driven.seen()


async def test_a_thousand_articles_are_listed():
    files = MemoryFiles(**{f"n{n:04}": "Then Sargsjan spoke." for n in range(1000)})
    async with Running(NARROW, files=files) as driven:
        await driven.press("o", "end")
        assert "n0999.txt" in driven.seen()
        await driven.press("enter", "a", "o", "s", "s", "home")
        assert "n0000.txt" in driven.seen()


@SIZES
@pytest.mark.parametrize(
    ("answer", "left"), [("o", [1, 1]), ("a", [0, 1]), ("e", [0, 0]), ("escape", [2, 1])]
)
async def test_approving_widely_shows_what_it_will_do(size, answer, left):
    async with Running(size, files=MemoryFiles(**THREE)) as driven:
        await driven.press("n", "n", "A")
        assert isinstance(driven.app.screen, Choice)
        asked = driven.seen()
        for text in ("only here (1)", "in this article (2)", "everywhere (3 in 2 articles)"):
            assert text in asked
        assert "b.txt: Then Sargsjan spoke of" in asked
        await driven.press(answer)
        assert [a.text.count("Sargsjan") for a in driven.session.articles[:2]] == left
        await driven.press("u")
        assert [a.text.count("Sargsjan") for a in driven.session.articles[:2]] == [2, 1]


@SIZES
async def test_rejecting_everywhere_keeps_the_reason(size):
    log = MemoryLog()
    async with Running(size, files=MemoryFiles(**THREE), log=log) as driven:
        await driven.press("n", "n", "X")
        assert isinstance(driven.app.screen, Prompt)
        await driven.press(*"his", "enter")
        assert [str(i.state) for i in driven.session.articles[1].items] == ["rejected", "open"]
        [decision] = log.decisions
        assert (decision.action, decision.scope, decision.reason) == ("reject", "everywhere", "his")


@SIZES
async def test_the_diff_shows_sentences_before_and_after(size):
    async with Running(size) as driven:
        await driven.press("d")
        assert "Nothing is changed" in driven.seen()
        await driven.press("escape", "a", "d")
        assert isinstance(driven.app.screen, DiffScreen)
        assert "- In the morning Arcruns Ovannisyan spoke" in driven.seen()
        assert "+ In the morning Artsrun Hovhannisyan spoke" in driven.seen()


@SIZES
async def test_any_decision_can_be_taken_back_in_the_history(size):
    log, files = MemoryLog(), MemoryFiles(a=TEXT)
    opened(files, log).reject()
    async with Running(size, files=files, log=log) as driven:
        await driven.press("a", "h")
        assert isinstance(driven.app.screen, HistoryScreen)
        assert "approve  trilogues → trilateral talks" in driven.seen()
        await driven.press("down", "u")
        assert "taken back" in driven.seen()
        assert driven.states()[0] == "open"
        await driven.press("u")
        assert "taken back already" in driven.said()
        await driven.press("escape")
        assert "3 open, 1 decided" in driven.seen()


@SIZES
async def test_the_concordance_finds_every_spelling_and_goes_there(size):
    texts = {
        "a": TEXT,
        "b": "So ARTSRUN\nHovhannisyan and Artsrun Hovhannisyans. Arcruns  Ovannisyan",
    }
    async with Running(size, files=MemoryFiles(**texts)) as driven:
        await driven.press("c")
        assert isinstance(driven.app.screen, ConcordanceScreen)
        assert "3 places in 2 of 2" in driven.seen()
        assert "b.txt:1  So ARTSRUN Hovhannisyan and" in driven.seen()
        await driven.press("end", "enter")
        assert driven.session.article.document.path == "b.txt"
        start, end = driven.app.screen.query_one(ArticleView).highlight
        assert driven.session.article.text[start:end] == "Arcruns  Ovannisyan"


def test_the_concordance_takes_whole_words_only():
    session = opened(MemoryFiles(a="Baku. Bakuvian [x] Baku-based"), MemoryLog())
    found = [(place.start, place.end) for place in places(session.articles, ["Baku", "[x]", " "])]
    assert found == [(0, 4), (15, 18), (19, 23)]


@SIZES
async def test_find_goes_round(size):
    async with Running(size) as driven:
        view = driven.app.screen.query_one(ArticleView)
        await driven.press("slash", *"SARGSJAN", "enter")
        first = view.highlight
        await driven.press("slash", "enter")
        assert view.highlight > first
        await driven.press("slash", "enter")
        assert view.highlight == first
        await driven.press("slash", "z", "z", "enter")
        assert "is not in this article" in driven.said()


@SIZES
@pytest.mark.parametrize(
    ("key", "visited"), [("e", {0}), ("w", {0, 1}), ("9", {0, 1, 2, 3}), ("a", {0, 1, 2, 3})]
)
async def test_a_filter_leads_to_what_it_lets_through(size, key, visited):
    async with Running(size) as driven:
        await driven.press("f", key)
        seen = {driven.session.article.position}
        for _ in range(4):
            await driven.press("n")
            seen.add(driven.session.article.position)
        assert seen == visited


@SIZES
async def test_a_missed_span_is_marked_and_corrected(size):
    files = MemoryFiles(a="Then Sargsjan met Petrosjan there.")
    async with Running(size, files=files) as driven:
        await driven.press("m")
        assert "Select it first" in driven.said()
        await driven.press("slash", *"petrosjan", "enter", "m", "n")
        assert isinstance(driven.app.screen, Prompt)
        await driven.press(*["backspace"] * 3, *"yan", "enter", "ctrl+s")
        assert files.texts["a.txt"] == "Then Sargsjan met Petrosyan there."
        await driven.press("u")
        assert "Petrosjan" in driven.session.article.text


@SIZES
async def test_selecting_by_keys_and_mouse(size):
    async with Running(size, files=MemoryFiles(a="Then Sargsjan met Petrosjan there.")) as driven:
        view = driven.app.screen.query_one(ArticleView)
        await driven.press("ctrl+shift+right")
        assert view.highlight == (5, 13)
        await driven.press("shift+right", "shift+right", "shift+left")
        assert view.highlight == (5, 14)
        await driven.press("escape")
        assert view.highlight is None
        await driven.pilot.click(ArticleView, offset=(24, 0), times=2)
        await driven.pilot.pause()
        assert driven.session.article.text[slice(*view.highlight)] == "Petrosjan"


async def test_a_list_takes_the_mouse():
    async with Running(files=MemoryFiles(**THREE)) as driven:
        await driven.press("o")
        await driven.pilot.click(Listing, offset=(5, 1))
        await driven.pilot.pause()
        assert driven.app.screen.query_one(Listing).cursor == 1


async def test_the_themes_go_round_and_every_state_keeps_its_look():
    async with Running() as driven:
        seen = set()
        for _ in range(4):
            await driven.press("t")
            seen.add(driven.app.theme)
            view = driven.app.screen.query_one(ArticleView)
            looks = [view.look(n) for n in ("mark--current", "mark--done", "mark--error", "")]
            assert len({(s.bold, s.underline, s.reverse) for s in looks}) == 4
        assert seen == {"reviewer-dark", "reviewer-light", "ansi-dark", "ansi-light"}


@SIZES
async def test_the_palette_holds_every_command(size):
    async with Running(size) as driven:
        offered = {command.title for command in driven.app.get_system_commands(driven.app.screen)}
        assert len(offered) == len(COMMANDS)
        await driven.press("ctrl+p", *"reject  x")
        await driven.pilot.pause(0.3)
        await driven.press("enter")
        for _ in range(20):
            await driven.pilot.pause()
        assert driven.states()[0] == "rejected"


class Shelf:
    """A source that only takes terms."""

    def __init__(self):
        self.terms = []

    def hold(self, _path):
        return ""

    def judged(self):
        return []

    def shares(self, _path, _other):
        return True

    def renew(self, _path):
        return GLOSSARY

    def load(self, _path):
        return []

    def add_term(self, _path, values):
        if values["kind"] == "other":
            raise UsageError("no glossary of your own")
        self.terms.append(values)
        return Path("names.toml")


@SIZES
async def test_a_name_goes_into_the_glossary(size):
    shelf = Shelf()
    async with Running(size, source=shelf) as driven:
        await driven.press("plus", "enter", "p")
        assert [(t["term"], t["kind"]) for t in shelf.terms] == [("Artsrun Hovhannisyan", "person")]
        assert "is in names.toml now" in driven.said()
        await driven.press("plus", "enter", "x")
        assert "no glossary of your own" in driven.said()
        await driven.press("plus", "escape")
        assert len(shelf.terms) == 1


SENTENCE = "Moscow hosted trilogues with Armenia and Azerbaijan.\n"


def started(path):
    """The app on one file of a project, checked already."""
    source = Source(projects(lambda settings: settings, None, lambda _note: None))
    session = Session(source.project(path).log, source.write)
    for one in source.load(path):
        session.add(one.document, one.findings, one.sha256, one.key)
    return ReviewerApp(session, LOOKUP, source)


async def test_a_file_changed_meanwhile_is_read_again_with_its_decisions(project):
    path = project / "a.txt"
    path.write_text(SENTENCE)
    app = started(path)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("a")
        changed = f"A new line.\n{SENTENCE}"
        path.write_text(changed)
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert path.read_text() == changed
        assert app.session.article.text == changed.replace("trilogues", "trilateral talks")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert path.read_text() == changed.replace("trilogues", "trilateral talks")


async def test_when_the_other_editor_leaves_the_article_is_ours_as_it_was_left(
    project, monkeypatch
):
    monkeypatch.setattr("reviewer.tui.app.LOOK_AGAIN", 0)
    path = project / "a.txt"
    path.write_text(SENTENCE)
    other = started(path)
    assert other.source.hold("a.txt") == ""
    [lock] = (project / ".reviewer" / "locks").iterdir()
    lock.write_text(lock.read_text().replace(f'"pid": {os.getpid()}', f'"pid": {os.getppid()}'))
    app = started(path)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("a")
        assert app.session.article.open == 1
        assert "read-only" in str(app.screen.query_one("#title").visual)
        other.session.reject()
        other.source.release()
        await pilot.press("n")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "it is yours now" in str(app.screen.query_one("#message").visual)
        assert app.session.article.open == 0
        assert not app.session.read_only
    app.source.release()
