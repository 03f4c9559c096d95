"""The source beside its translation: which sentence stands for which, and how it is shown."""

import pytest

from reviewer.align import with_source
from reviewer.model import Document, Segment
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bilingual import source_text
from reviewer.tui.session import Session
from reviewer.tui.widgets.source import SourcePane
from tests.tui.making import LOOKUP, MemoryFiles, MemoryLog, findings
from tests.tui.test_app import NARROW, SIZES, Driven

ENGLISH = (
    "Then Sargsjan spoke for an hour. Nobody had expected that of him.\n"
    "The capital was quiet. Petrosjan left it in the evening by train.\n"
)
LATVIAN = (
    "Pēc tam Sargsjans runāja stundu. Neviens to no viņa nebija gaidījis.\n"
    "Galvaspilsēta bija klusa. Petrosjans to vakarā pameta ar vilcienu.\n"
)


def bilingual(text=ENGLISH, source=LATVIAN):
    return with_source(Document.plain(text, "a.txt"), source, "lv")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Sargsjan", "Pēc tam Sargsjans runāja stundu."),
        ("Nobody", "Neviens to no viņa nebija gaidījis."),
        ("quiet", "Galvaspilsēta bija klusa."),
        ("train", "Petrosjans to vakarā pameta ar vilcienu."),
    ],
)
def test_each_sentence_has_its_source(place, expected):
    source = source_text(bilingual())
    start, end = source.at(ENGLISH.index(place))
    assert source.text[start:end] == expected
    assert source.lang == "lv"


def test_segments_of_a_bilingual_format():
    document = Document.plain("First one.\n\nSecond.\n\nThird.", "a.xlf")
    spans = [(0, 10, "Pirmais."), (12, 19, None), (21, 27, "Trešais.")]
    segments = tuple(Segment(start, end, source, "lv") for start, end, source in spans)
    source = source_text(document._replace(segments=segments))
    assert source.text == "Pirmais.\n\nTrešais."
    assert source.at(3) == (0, 8)
    assert source.at(14) is None
    assert source.at(22) == (10, 18)
    assert source.at(27) is None


def test_no_source_no_pane():
    assert source_text(Document.plain("Text.")) is None
    assert source_text(bilingual(source=" \n")) is None


@SIZES
async def test_the_source_is_shown_with_its_sentence_marked(size):
    session = Session(MemoryLog(), MemoryFiles(a=ENGLISH))
    wrong = {"Sargsjan": ("Sargsyan",), "Petrosjan": ("Petrosyan",)}
    session.add(bilingual(), findings(ENGLISH, wrong), "hash of " + ENGLISH)
    app = ReviewerApp(session, LOOKUP)
    async with app.run_test(size=size) as pilot:
        driven = Driven(app, pilot, None)
        await pilot.pause()
        pane = app.screen.query_one(SourcePane)

        def marked():
            rows = [pane.render_line(y) for y in range(pane.scrollable_content_region.height)]
            return " ".join(
                " ".join(
                    s.text for row in rows for s in row if s.style and s.style.underline
                ).split()
            )

        assert "Suggested" in driven.seen()
        assert marked() == "Pēc tam Sargsjans runāja stundu."
        await driven.press("a")
        assert marked() == "Petrosjans to vakarā pameta ar vilcienu."
        assert "Galvaspilsēta" in driven.seen() or size == NARROW
        await driven.press("v")
        assert "vilcienu" not in driven.seen()
        await driven.press("v")
        assert "vilcienu" in driven.seen()
