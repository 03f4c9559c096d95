"""The app driven by keys at both sizes; what an editor sees and what the session holds."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from reviewer.errors import ConfigError
from reviewer.tui.app import ReviewerApp
from reviewer.tui.keys import COMMANDS, keymap
from reviewer.tui.screens.help import HelpScreen
from reviewer.tui.screens.prompt import Choice, Prompt
from reviewer.tui.widgets.article import ArticleView
from tests.tui.making import LOOKUP, TEXT, MemoryFiles, MemoryLog, opened

WIDE, NARROW = (120, 36), (80, 24)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


class Driven:
    """An app under test: press keys, read the screen."""

    def __init__(self, app, pilot, files):
        self.app, self.pilot, self.files = app, pilot, files

    @property
    def session(self):
        return self.app.session

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    def rows(self):
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def seen(self):
        return "\n".join(self.rows())

    def said(self):
        return " ".join(
            str(s.query_one("#message").visual)
            for s in self.app.screen_stack
            if s.query("#message")
        )

    def states(self):
        return [str(item.state) for item in self.session.article.items]


class Running:
    """``async with running(...) as driven``"""

    def __init__(self, size=WIDE, files=None, log=None, **options):
        self.files = files or MemoryFiles(a=TEXT)
        session = opened(self.files, log or MemoryLog())
        self.app = ReviewerApp(session, LOOKUP, **options)
        self._context = self.app.run_test(size=size)

    async def __aenter__(self):
        pilot = await self._context.__aenter__()
        for _ in range(20):
            await pilot.pause()
            if self.app.screen.query("FooterKey"):
                break
        return Driven(self.app, pilot, self.files)

    async def __aexit__(self, *error):
        await self._context.__aexit__(*error)


@SIZES
async def test_it_opens_on_the_first_finding(size):
    async with Running(size) as driven:
        seen = driven.seen()
        assert "▸ In the morning Arcruns Ovannisyan" in seen.replace("   ", " ")
        assert "Artsrun· Hovhannisyan" in seen
        assert "90% very likely" in seen
        assert "ts→c Latvian spelling" in seen
        assert "a.txt  4 open, 0 decided" in seen
        assert "a Approve" in driven.rows()[-1]
        assert "? Help" in driven.rows()[-1]


@SIZES
async def test_the_glossary_entry(size):
    async with Running(size) as driven:
        assert "Արծրուն Հովհաննիսյան" in driven.seen()
        assert "spokesman [of] the ministry" in driven.seen()
        assert "editorial" in driven.seen()
        await driven.pilot.pause(0.3)
        assert ("In text    1 here" in driven.seen()) is (size == WIDE)


DECIDING = [
    ("a", "approved open open open", "Artsrun Hovhannisyan spoke"),
    ("2", "approved open open open", "Artsrun Hovhannisian spoke"),
    ("x", "rejected open open open", "Arcruns Ovannisyan spoke"),
    ("s", "skipped open open open", "Arcruns Ovannisyan spoke"),
    ("space", "skipped open open open", "Arcruns Ovannisyan spoke"),
    ("a u", "open open open open", "Arcruns Ovannisyan spoke"),
    ("a u ctrl+r", "approved open open open", "Artsrun Hovhannisyan spoke"),
    ("n x", "open rejected open open", "trilogues"),
    ("p a", "open open open approved", "saw Sargsyan again"),
    ("a P x", "rejected open open open", "Arcruns Ovannisyan spoke"),
    ("a N N a", "approved open open approved", "saw Sargsyan again"),
    ("9", "open open open open", "Arcruns"),
]


@SIZES
async def test_keys_that_decide(size):
    async with Running(size) as driven:
        for keys, states, text in DECIDING:
            driven.app.session = opened(MemoryFiles(a=TEXT), MemoryLog())
            driven.app.show_all()
            await driven.press(*keys.split())
            assert driven.states() == states.split(), keys
            assert text in driven.session.article.text, keys


@SIZES
async def test_editing_begins_with_the_suggestion(size):
    async with Running(size) as driven:
        await driven.press("e")
        assert isinstance(driven.app.screen, Prompt)
        assert driven.app.screen.query_one(Input).value == "Artsrun Hovhannisyan"
        await driven.press("end", "!", "enter")
        assert "Artsrun Hovhannisyan! spoke" in driven.session.article.text
        assert driven.session.article.position == 1
        await driven.press("e", "escape")
        assert driven.states() == ["edited", "open", "open", "open"]


@SIZES
async def test_saving_writes_the_file(size):
    async with Running(size) as driven:
        await driven.press("a", "ctrl+s")
        expected = TEXT.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan")
        assert driven.files.texts["a.txt"] == expected
        assert "not saved" not in driven.seen()
        assert "1 correction written" in driven.said()


async def test_a_changed_file_is_not_overwritten_and_that_is_said():
    async with Running() as driven:
        await driven.press("a")
        driven.files.texts["a.txt"] = "other"
        await driven.press("ctrl+s")
        assert driven.files.texts["a.txt"] == "other"
        assert "nothing was overwritten" in driven.said()
        assert driven.states()[0] == "approved"


async def test_a_log_that_cannot_be_written_stops_the_decision():
    log = MemoryLog()
    async with Running(log=log) as driven:
        log.broken = True
        await driven.press("a")
        assert driven.states() == ["open"] * 4
        assert driven.session.article.position == 0
        assert "no space left" in driven.said()


@pytest.mark.parametrize(
    ("keys", "gone", "saved"),
    [
        ("q", True, False),
        ("x q", True, False),
        ("a q", False, False),
        ("a q escape", False, False),
        ("a q q", True, False),
        ("a q s", True, True),
        ("a ctrl+s q", True, True),
        ("a ctrl+q", False, False),
    ],
)
async def test_leaving_asks_only_when_something_is_not_written(keys, gone, saved):
    async with Running() as driven:
        await driven.press(*keys.split())
        assert (not driven.app.is_running or driven.app._exit) is gone
        assert (driven.files.texts["a.txt"] != TEXT) is saved
        if not gone:
            assert isinstance(driven.app.screen, Choice) is (not keys.endswith("escape"))


@SIZES
async def test_help_shows_every_key(size):
    async with Running(size, keys={"approve": "f2"}) as driven:
        await driven.press("question_mark")
        assert isinstance(driven.app.screen, HelpScreen)
        text = driven.app.screen.query_one("#help > Static").content.plain
        for command in COMMANDS:
            assert command.help in text
        assert "f2 " in text
        await driven.press("escape")
        assert not isinstance(driven.app.screen, HelpScreen)


async def test_keys_can_be_changed():
    async with Running(keys={"approve": "f2"}) as driven:
        await driven.press("a")
        assert driven.states()[0] == "open"
        await driven.press("f2")
        assert driven.states()[0] == "approved"
        assert "f2 Approve" in driven.rows()[-1]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"aprove": "y"}, "did you mean 'approve'"),
        ({"approve": "x"}, "'x' is given to both"),
        ({"approve": ""}, "no key given"),
    ],
)
def test_wrong_keys_are_told(keys, message):
    with pytest.raises(ConfigError, match=message):
        keymap(keys)


async def test_articles_follow_each_other():
    files = MemoryFiles(a=TEXT, b="Then Sargsjan spoke.", c="Nothing to see.")
    async with Running(files=files) as driven:
        await driven.press("right_square_bracket")
        assert "b.txt  2/3  1 open" in driven.seen()
        await driven.press("a", "right_square_bracket")
        assert "Nothing was found in this article." in driven.seen()
        await driven.press("a")
        assert "There is nothing to decide" in driven.said()
        await driven.press("e", "right_square_bracket")
        assert "This is the last article." in driven.said()
        await driven.press("left_square_bracket", "left_square_bracket", "u")
        assert driven.session.article.document.path == "b.txt"


@pytest.mark.parametrize("size", [(20, 5), (59, 24), (80, 14), (1, 1)])
async def test_a_small_terminal_is_told_and_nothing_crashes(size):
    async with Running(size) as driven:
        assert "terminal" in driven.seen() or size == (1, 1)
        await driven.press("a", "n", "question_mark", "escape")
        await driven.pilot.resize_terminal(60, 15)
        await driven.pilot.pause()
        assert "a Approve" in driven.rows()[-1]
        assert "▸" in driven.seen()


async def test_a_click_on_a_mark_makes_it_current():
    async with Running() as driven:
        view = driven.app.screen.query_one(ArticleView)
        layout = view._rows
        start = driven.session.article.spans[2][0]
        await driven.pilot.click(ArticleView, offset=(layout.column(start) + 4, layout.row(start)))
        await driven.pilot.pause()
        assert driven.session.article.position == 2


HOSTILE = (
    "[bold]Arcruns Ovannisyan[/bold] [/] \x1b[31mred\x1b]0;title\x07 \u202egnol\u202c\r"
    "lone \ud800 Sargsjan [@click=app.quit]x[/]\n"
)


@SIZES
async def test_hostile_text_is_shown_plainly(size):
    files = MemoryFiles(a=HOSTILE)
    async with Running(size, files=files) as driven:
        seen = driven.seen()
        assert "[bold]Arcruns Ovannisyan[/bold] [/] ␛[31mred␛]0;title␇ ␣gnol␣" in seen
        assert "[@click=app.quit]x[/]" in seen
        assert not any(bad in seen for bad in "\x1b\u202e\ud800\r")
        await driven.press("e", "[", "/", "b", "]", "enter", "ctrl+s")
        assert "[/b]" in files.texts["a.txt"]


@SIZES
async def test_wide_letters_do_not_shift_marks(size):
    text = "日本語 " * 3 + "e\u0301 👩‍👩‍👧 שלום مرحبا 🇦🇲 Sargsjan end"
    async with Running(size, files=MemoryFiles(a=text)) as driven:
        view = driven.app.screen.query_one(ArticleView)
        strip = view.render_line(0)
        marked = [s.text for s in strip if s.style and s.style.reverse]
        assert marked == ["Sargsjan"]


async def test_without_colour_each_state_still_differs(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with Running() as driven:
        await driven.press("a", "n", "s")
        view = driven.app.screen.query_one(ArticleView)
        looks = set()
        for name in ("mark--current", "mark--done", "mark--skipped", "mark--error", ""):
            style = view.look(name)
            looks.add((style.bold, style.underline, style.reverse, style.italic))
        assert len(looks) == 5
        assert "✓" in driven.seen()


async def test_large_articles_scroll_to_the_current_finding():
    text = ("Some words that fill the page and mean little.\n" * 60) + "Then Sargsjan spoke.\n"
    async with Running(NARROW, files=MemoryFiles(a=text)) as driven:
        assert "Then Sargsjan spoke." in driven.seen()


@SIZES
async def test_no_row_of_the_last_finding_stays_on_the_screen(size):
    async with Running(size) as driven:
        for key in ("n", "n", "a", "p", "u", "x", "g"):
            await driven.press(key)
            kept = driven.rows()
            driven.app.screen.refresh(layout=True)
            for rows in driven.app.screen.query("Rows"):
                rows.forget()
            await driven.pilot.pause()
            assert driven.rows() == kept, key


@SIZES
async def test_the_screen_as_a_whole(size):
    """Goldens beside the test; on purpose changed ones are written by REVIEWER_GOLDEN=write."""
    golden = Path(__file__).parent / "golden" / f"review-{size[0]}x{size[1]}.txt"
    async with Running(size) as driven:
        await driven.press("n", "a")
        screen = driven.seen() + "\n"
    if os.environ.get("REVIEWER_GOLDEN") == "write":
        golden.write_text(screen, encoding="utf-8")
    assert screen == golden.read_text(encoding="utf-8")
