"""Every place of a name in all articles, however it is spelled there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.tui.places import Place, places
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.shown import one_line, shown
from reviewer.tui.widgets.listing import Listing
from reviewer.tui.widgets.rows import Row

BEFORE, AFTER = 30, 100  # code points of context: the place itself must be in view
TITLE = 24  # code points of an article's name, its end


class ConcordanceScreen(FramedScreen):
    """The places as a list; enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back")]

    def __init__(self, spellings: Iterable[str]) -> None:
        super().__init__()
        self._spellings = list(dict.fromkeys(" ".join(text.split()) for text in spellings))
        self._places: list[Place] = []

    def body(self) -> ComposeResult:
        """The list."""
        yield Listing(id="list")

    def show(self) -> None:
        """Look the places up and list them."""
        self._places = list(places(self.session.articles, self._spellings))
        self.query_one(Listing).fill([self._row(place) for place in self._places])
        articles = len({place.article for place in self._places})
        names = ", ".join(f"“{one_line(text)}”" for text in self._spellings)
        many = f"{len(self._places)} place{'s' if len(self._places) != 1 else ''}"
        self.entitle(Content(f"{many} in {articles} of {len(self.session.articles)}: {names}"))

    def _row(self, place: Place) -> Row:
        article = self.session.articles[place.article]
        text = article.text
        before = text[max(0, place.start - BEFORE) : place.start]
        title = one_line(article.title)
        short = title if len(title) <= TITLE else f"…{title[1 - TITLE :]}"
        return [
            (f"{short}:{place.line}  ", "muted"),
            (_flat(before), ""),
            (_flat(text[place.start : place.end]), "strong"),
            (_flat(text[place.end : place.end + AFTER]), ""),
        ]

    def on_listing_chosen(self, message: Listing.Chosen) -> None:
        """Go to the place: to its finding, or to the text where there is none."""
        place = self._places[message.index]
        self.session.position = place.article
        index = self.session.article.at(place.start)
        if index is not None:
            self.session.go(index)
        self.app.pop_screen()
        self.app.show_all()
        self.app.reveal(place.start, place.end)

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()


def _flat(text: str) -> str:
    return shown(re.sub(r"\s", " ", text))
