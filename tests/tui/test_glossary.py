"""The glossary in the review: found as one types, with its places; a new name counts at once."""

import pytest
from textual.widgets import Input

from reviewer.engine.project import projects
from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.tui.app import ReviewerApp
from reviewer.tui.lookup import MOST, Lookup
from reviewer.tui.places import counted, spellings
from reviewer.tui.screens.concordance import ConcordanceScreen
from reviewer.tui.screens.glossary import GlossaryScreen
from reviewer.tui.session import Session
from reviewer.tui.source import Source
from tests.tui.making import GLOSSARY, TEXT, MemoryFiles, MemoryLog, opened
from tests.tui.test_app import SIZES, Driven, Running

NAMES = Glossary(
    [
        Term("Baku", "baku", "place", {"az": ("Bakı",), "ru": ("Баку",)}),
        Term("Ankara", "ankara", "place", admitted=("Angora Baku",)),
        Term("Łódź", "lodz", "place"),
        Term("Abakumov", "abakumov", "person"),
        Term("Baku Higher Oil School", "school", "organization"),
    ],
    (Rule("white-stone", "calque", ("white stone city", "white-stone"), replace=("Moscow",)),),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("baku", ["baku", "school", "ankara", "abakumov"]),
        ("BAKU h", ["school"]),
        ("lodz", ["lodz"]),
        ("баку", ["baku"]),
        ("  bakı ", ["baku"]),
        ("white stone", ["white-stone"]),
        ("moscow", ["white-stone"]),
        ("zz", []),
        ("u\\nA", []),
        ("", ["baku", "ankara", "lodz", "abakumov", "school", "white-stone"]),
    ],
)
def test_whole_forms_come_first_then_beginnings_then_any_place(typed, found):
    assert [entry.id for entry in Lookup(NAMES).search(typed)] == found


def test_a_large_glossary_is_searched_before_its_native_forms_are_ready(monkeypatch):
    monkeypatch.setattr("reviewer.tui.lookup._AT_ONCE", 0)
    lookup = Lookup(NAMES)
    lookup.prepare()
    assert [entry.id for entry in lookup.search("bak")] == ["baku", "school", "ankara", "abakumov"]
    assert lookup.search("баку") == []
    lookup.prepare_native()
    assert [entry.id for entry in lookup.search("баку")] == ["baku"]
    assert [entry.id for entry in lookup.search("bak")] == ["baku", "school", "ankara", "abakumov"]


def test_no_more_than_can_be_looked_through():
    lookup = Lookup(Glossary([Term(f"Name {n}", str(n)) for n in range(1000)]))
    assert len(lookup.search("name")) == MOST
    assert [entry.term for entry in lookup.search("name 999")] == ["Name 999"]


def test_places_are_counted_as_found_and_as_right():
    files = MemoryFiles(a=TEXT, b="So Artsrun  Hovhannisyan and Arcruns Ovannisyan.", c="Nobody.")
    session = opened(files, MemoryLog())
    entry = GLOSSARY.find("hovhannisyan")
    spelled = spellings(entry, session.articles)
    assert spelled == ["Artsrun Hovhannisyan", "Artsrun Hovhannisian", "Arcruns Ovannisyan"]
    assert counted(session.articles, session.article, spelled) == "1 here, 2 in 1 other article"
    assert counted(session.articles, session.articles[2], []) == ""


@SIZES
async def test_the_glossary_is_searched_as_one_types(size):
    async with Running(size) as driven:
        await driven.press("g")
        await driven.app.workers.wait_for_complete()
        await driven.pilot.pause(0.3)
        assert isinstance(driven.app.screen, GlossaryScreen)
        assert driven.app.screen.query_one(Input).value == "Artsrun Hovhannisyan"
        assert "In text    1 here" in driven.seen()
        await driven.press(*["backspace"] * 20, *"art")
        assert "Artsakh  place" in driven.seen()
        assert "2 found" in driven.seen()
        await driven.press("down")
        assert "spokesman [of] the ministry" in driven.seen()
        await driven.press("enter")
        assert isinstance(driven.app.screen, ConcordanceScreen)
        assert "1 place in 1 of 1" in driven.seen()
        await driven.press("escape", "g", "escape", "a")
        assert driven.states()[0] == "approved"


async def test_a_new_name_counts_at_once(project):
    (project / "reviewer.toml").write_text('glossaries = ["names.toml"]\n')
    (project / "names.toml").write_text(
        '[glossary]\ntitle = "Ours"\n\n[[term]]\nterm = "Zoltan Kadlubek"\nkind = "person"\n'
    )
    path = project / "a.txt"
    path.write_text(
        "Then Zoltan Kadlubeks spoke. Later Zoltan Kadlubeks left with Brunhild Ostrowe.\n"
    )
    source = Source(projects(lambda settings: settings, None, lambda _note: None))
    source.start(None)
    session = Session(source.project(path).log, source.write)
    for one in source.load(path):
        session.add(one.document, one.findings, one.sha256, one.key)
    app = ReviewerApp(session, Lookup(source.project(path).glossary), source)
    async with app.run_test() as pilot:
        driven = Driven(app, pilot, None)
        await app.workers.wait_for_complete()
        assert [i.finding.text for i in session.article.items] == ["Zoltan Kadlubeks"] * 2
        await driven.press("x", "plus")
        await driven.press(*["backspace"] * 20, *"Zoltan Kadlubeks", "enter", "p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert session.article.items == []
        assert app.lookup.entry("zoltan-kadlubeks").kind == "person"
        await driven.press("u")
        assert session.article.items == []
    source.release()
