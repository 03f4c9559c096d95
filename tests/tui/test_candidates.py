"""New names in the review: looked for, accepted into the team's glossary, refused for good."""

import json

import pytest

from reviewer.cli import run
from reviewer.engine.project import projects
from reviewer.tui.app import ReviewerApp
from reviewer.tui.lookup import Lookup
from reviewer.tui.screens.candidates import CandidatesScreen
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.help import HelpScreen
from reviewer.tui.session import Session
from reviewer.tui.source import Source
from tests.tui.test_app import NARROW, SIZES, WIDE, Driven, Running

LEAST = (60, 15)
TEXT = (
    "Then Zoltan Kadlubek spoke. Later Zoltan Kadlubek left with Brunhild Ostrowe.\n"
    "Brunhild Ostrowe met Zoltan Kadlubek. Nobody else saw Brunhild Ostrowe again.\n"
)
CONFIG = 'glossaries = ["names.toml"]\n'
PACK = '[glossary]\ntitle = "Ours"\n\n# the mayor\n[[term]]\nterm = "Marek Zielonka"\n'


@pytest.fixture
def team(project):
    """A project of one article, with a glossary of its own."""
    (project / "reviewer.toml").write_text(CONFIG)
    (project / "names.toml").write_text(PACK)
    (project / "a.txt").write_text(TEXT)
    return project


class Opened(Running):
    """The app on the project's article, with its new names on the screen."""

    def __init__(self, project, size=WIDE):
        path = project / "a.txt"
        self.files = None
        self.source = Source(projects(lambda settings: settings, None, lambda _note: None))
        session = Session(self.source.project(path).log, self.source.write)
        for one in self.source.load(path):
            session.add(one.document, one.findings, one.sha256, one.key)
        self.app = ReviewerApp(session, Lookup(self.source.project(path).glossary), self.source)
        self._context = self.app.run_test(size=size)

    async def __aenter__(self):
        driven = await super().__aenter__()
        await driven.press("w")
        await rested(driven)
        assert isinstance(driven.app.screen, CandidatesScreen)
        return driven

    async def __aexit__(self, *error):
        self.source.release()
        return await super().__aexit__(*error)


async def rested(driven: Driven):
    await driven.app.workers.wait_for_complete()
    await driven.pilot.pause()


def waiting(project):
    return (project / ".reviewer" / "candidates.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [WIDE, NARROW, LEAST], ids=["wide", "narrow", "least"])
async def test_new_names_are_listed_with_where_they_come_from(team, size):
    async with Opened(team, size) as driven:
        assert "New names  2 to decide on  enter: every place of it" in driven.seen()
        assert "Brunhild Ostrowe  " in driven.seen()
        assert "Zoltan Kadlubek  " in driven.seen()
        assert "seen 3 times in 1 article" in driven.seen()
        assert "a Accept" in driven.rows()[-1]
        await driven.press("question_mark")
        assert isinstance(driven.app.screen, HelpScreen)
        assert "never propose this name again" in driven.seen()
        await driven.press("escape", "enter")
        assert isinstance(driven.app.screen, ConcordanceScreen)
        assert "3 places in 1 of 1" in driven.seen()


@SIZES
async def test_what_is_accepted_is_a_term_at_once(team, size):
    async with Opened(team, size) as driven:
        await driven.press("a", "escape")
        assert "2 to decide on" in driven.seen()
        await driven.press("a", "p")
        assert "Brunhild Ostrowe is in names.toml now" in driven.said()
        assert "1 to decide on" in driven.seen()
        await driven.press("e", *["backspace"] * 3, *"k Jr", "enter", "p")
        await rested(driven)
        assert "0 to decide on" in driven.seen()
        assert [t.term for t in driven.app.lookup.search("zoltan")] == ["Zoltan Kadluk Jr"]
        assert driven.app.lookup.search("brunhild")[0].kind == "person"
    pack = (team / "names.toml").read_text(encoding="utf-8")
    assert pack.startswith(PACK)
    assert pack.count('status = "approved"') == 2
    assert "[[term]]" not in waiting(team)


@SIZES
async def test_what_is_refused_is_not_proposed_again(team, size):
    async with Opened(team, size) as driven:
        await driven.press("x")
        assert "Brunhild Ostrowe will not be proposed again" in driven.said()
        await driven.press("escape", "w")
        await rested(driven)
        assert "1 to decide on" in driven.seen()
        assert "Brunhild" not in driven.seen()
    refused = (team / ".reviewer" / "refused.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["term"] for line in refused] == ["Brunhild Ostrowe"]
    assert (team / "names.toml").read_text() == PACK


async def test_the_commands_candidates_are_the_same(team, capsys):
    (team / "a.txt").write_text("Nobody came.\n")
    (team / "b.txt").write_text(TEXT)
    assert run(["glossary", "harvest", "b.txt"]) == 0
    async with Opened(team) as driven:
        assert "2 to decide on" in driven.seen()
        await driven.press("x")
    assert run(["glossary", "harvest", "--list"]) == 0
    assert "Brunhild" not in capsys.readouterr().out.split("wait in")[1]


async def test_what_an_editor_wrote_is_proposed(team):
    (team / "a.txt").write_text("So Zoltan Kadlubek spoke.\n")
    async with Opened(team) as driven:
        assert "0 to decide on" in driven.seen()
        assert "No name was seen often enough" in driven.seen()
        await driven.press("a", "e", "x", "enter", "escape")  # there is nothing to do it with
        driven.session.mark(3, 18, "Zoltán Kadlubek")
        await driven.press("w")
        await rested(driven)
        assert "written by an editor in place of Zoltan Kadlubek ×1" in driven.seen()


@pytest.mark.parametrize(
    ("config", "candidates", "keys", "said"),
    [
        ("", None, "ap", "no glossary of your own to add to"),
        (CONFIG, "[[term\n", "", "candidates.toml:1"),
        (CONFIG, '[[term]]\nterm = "Marek Zielonka"\n', "ap", "Marek Zielonka"),
    ],
    ids=["no glossary", "broken", "known"],
)
async def test_what_cannot_be_done_is_said_and_nothing_lost(team, config, candidates, keys, said):
    (team / "reviewer.toml").write_text(config)
    if candidates:
        (team / ".reviewer").mkdir(exist_ok=True)
        (team / ".reviewer" / "candidates.toml").write_text(candidates)
    async with Opened(team) as driven:
        before = waiting(team)
        await driven.press(*keys)
        assert said in driven.said()
    assert waiting(team) == before
    assert (team / "names.toml").read_text() == PACK


async def test_hostile_candidates_are_shown_as_text(team):
    (team / ".reviewer").mkdir(exist_ok=True)
    (team / ".reviewer" / "candidates.toml").write_text(
        '# seen \x1b[31m [bold]often[/bold]\n[[term]]\nterm = "[red]Bad \\u202eName[/red]"\n'.replace(
            "\x1b", ""
        ),
        encoding="utf-8",
    )
    async with Opened(team) as driven:
        assert "[red]Bad ␣Name[/red]" in driven.seen()
        assert "[bold]often[/bold]" in driven.seen()


async def test_without_a_project_there_is_nothing_to_add_to():
    async with Running() as driven:
        await driven.press("w")
        assert "There is no glossary to add to here" in driven.said()
