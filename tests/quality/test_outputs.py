"""The page, the table and the JSON: nothing from elsewhere, nothing unescaped, plots that are right."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from reviewer.decisions import new_decision
from reviewer.model import Finding
from reviewer.plugins import load, offered
from reviewer.quality.figures import Figures, Row, Share, collect
from reviewer.quality.outputs import _svg
from reviewer.quality.outputs._svg import Bar, Point
from reviewer.quality.references import Referenced
from tests.quality import making
from tests.quality.making import ARTICLE, articles, opened, records

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e"


def render(name, figures):
    return load("reviewer.quality.outputs", name).render(figures)


@pytest.fixture
def figures(project):
    """Three days, two systems, one of them hostile; decided, with references."""
    making.project(project)
    records(
        project / "x.jsonl",
        *(
            {
                "id": f"r{n}",
                "text": ARTICLE
                if n % 2
                else ARTICLE.replace("Arcruns Ovannisyan", "Artsrun Hovhannisyan"),
                "system": HOSTILE if n % 2 else "good",
                "date": f"2026-11-0{n + 1}",
            }
            for n in range(4)
        ),
    )
    session = opened("x.jsonl")
    for article in session.articles:
        session.position = session.articles.index(article)
        for item in article.items:
            if item.waiting:
                session.go(article.items.index(item))
                (session.reject if item.finding.text == "trilogues" else session.approve)()
    session.save("x.jsonl")
    found, said = articles("x.jsonl")
    assert said == []
    scored = Referenced.of(
        [(HOSTILE, [(f"bad {HOSTILE}", "good & well")]), ("b", [("a b", "a b")])]
    )
    return collect(found, ("system", "date", "pack"), referenced=scored)


class Page(HTMLParser):
    """What a browser would load or run."""

    VOID = ("meta", "br")

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.loaded, self.said = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.loaded += [
            value for name, value in attrs if name in ("src", "href", "data") or name[:2] == "on"
        ]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said.append(data)


def test_what_is_offered():
    assert offered("reviewer.quality.outputs") == ("html", "json", "text")


def test_the_page_needs_nothing_else_and_runs_nothing(figures):
    text = render("html", figures)
    page = Page(text)
    assert page.loaded == []
    assert {"script", "img", "link", "iframe", "object"}.isdisjoint(page.tags)
    assert not re.search(r"https?://|url\(|@import", text)
    assert "default-src 'none'" in text
    assert not any(char in text for char in "\x1b\u202e")
    assert "&lt;script&gt;alert(1)" in text
    assert render("html", figures) == text


def test_the_page_shows_every_plot_and_table(figures):
    text = render("html", figures)
    titles = re.findall(r"<h2>(.*?)</h2>", text)
    assert titles == [
        "Trend",
        "Errors by kind and system",
        "Calibration",
        "Worst names",
        "By system",
        "By date",
        "By pack",
        "Decisions by check",
        "Against references",
        "Sentences",
        "Notes",
    ]
    plots = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(plots) == 5
    for plot in plots:
        assert ElementTree.fromstring(plot).get("aria-label")


def test_an_empty_page_is_no_error():
    bare = Figures(Row("all", "", 0, "", Share(), Share(), Share(), Share(), words=0))
    Page(render("html", bare))
    assert json.loads(render("json", bare))["total"]["machine"]["value"] is None
    assert "hold none of the glossary's names" in render("text", bare)


def test_json_says_all_that_the_figures_hold(figures):
    found = json.loads(render("json", figures))
    assert found["schema"] == 1
    assert found["total"]["machine"] == {
        "count": figures.total.machine.count,
        "of": figures.total.machine.of,
        "value": figures.total.machine.value,
        "interval": list(figures.total.machine.interval),
    }
    assert [row["name"] for row in found["trend"]] == [f"2026-11-0{n}" for n in (1, 2, 3, 4)]
    assert {one["system"] for one in found["errors"]} == {HOSTILE, "good"}
    assert found["rates"][0]["corrected"]["of"] == 2


def test_text_fits_a_terminal_of_100_columns_and_hides_nothing(figures):
    text = render("text", figures)
    tables = [line for line in text.splitlines() if "<U+001B>" in line and "%" in line]
    assert tables
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines() if line.startswith("names/")) <= 100


def test_an_upper_bound_is_marked(project):
    making.project(project, a=ARTICLE)
    found, _ = articles("a.txt")
    made = collect(found, ("article",))
    assert "as translated (at most)" in render("text", made)
    assert "≤66.7%" in render("text", made)
    assert "≤66.7%" in render("html", made)
    assert "no more than an upper bound" in render("text", made)


def test_points_lie_where_their_values_do():
    plot = ElementTree.fromstring(
        _svg.lines(
            [("a", [Point(0, 0.0), Point(0.5, 0.5, (0.25, 0.75)), Point(1, 1.0)])],
            [(0, "first"), (1, "last")],
            1.0,
            label="x",
        )
    )
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in plot.iter("circle")]
    (x1, y1), (x2, y2), (x3, y3) = dots
    assert (x2, y2) == pytest.approx(((x1 + x3) / 2, (y1 + y3) / 2), abs=0.1)
    assert x1 < x3
    assert y1 > y3  # up is more
    (whisker,) = [line for line in plot.iter("line") if "whisker" in line.get("class")]
    assert float(whisker.get("y1")) - float(whisker.get("y2")) == pytest.approx(
        (y1 - y3) / 2, abs=0.2
    )


def test_bars_are_as_long_as_their_values():
    rows = [Bar("<a>", (2.0, None), ("2", "")), Bar("b", (1.0, 4.0), ("1", "4"))]
    plot = ElementTree.fromstring(_svg.bars(rows, "x"))
    widths = [float(rect.get("width")) for rect in plot.iter("rect")]
    assert len(widths) == 3
    assert [width / widths[2] for width in widths] == pytest.approx([0.5, 0.25, 1], abs=0.01)
    assert "<a>" in [text.text for text in plot.iter("text")]


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (0.4, 0.4), (1, 1), (1.1, 1.5), (222, 250), (999, 1000)]
)
def test_axes_end_at_round_numbers(value, top):
    assert _svg.nice(value) == pytest.approx(top)


def test_decisions_of_mere_information_are_no_calibration(project):
    from reviewer.quality import effort

    about = Finding("a", 0, 1, "x", "names", "romanisation", "info", 1.0, "")
    assert effort.calibration([new_decision("reject", about)]) == []
