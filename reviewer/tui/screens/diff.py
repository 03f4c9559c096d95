"""What this review changes in an article: each sentence before and after."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.text import LineIndex, sentence
from reviewer.tui.article import Article
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.shown import one_line, shown
from reviewer.tui.widgets.look import LABEL
from reviewer.tui.widgets.pane import Pane


def differences(article: Article) -> list[Content]:
    """Two lines for each correction that the file does not hold yet, in the order of the text."""
    lines: list[Content] = []
    base, working = article.document.text, article.working
    assert working is not None
    index = LineIndex(base)
    for item in article.applied:
        low, high = sentence(base, item.start)
        high = max(high, item.end)
        start, end = working.shift(item.start), working.shift(item.end, end=True)
        new = article.text
        before, after = base[low : item.start], base[item.end : high]
        lines += [
            Content.styled(f"line {index.line_column(item.start)[0]}", LABEL),
            _line("- ", before, base[item.start : item.end], after, "bold underline"),
            _line("+ ", before, new[start:end], after, "bold reverse"),
            Content(""),
        ]
    return lines


def _line(sign: str, before: str, text: str, after: str, style: str) -> Content:
    flat = (shown(part.replace("\n", " ").replace("\r", " ")) for part in (before, text, after))
    low, middle, high = flat
    return Content.assemble((sign, "bold"), low, (middle or "∅", style), high)


class DiffScreen(FramedScreen):
    """The article's changes, to read before saving."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,d", "back", "Back")]

    def body(self) -> ComposeResult:
        """One pane to scroll."""
        pane = Pane(id="diff")
        pane.can_focus = True
        yield pane

    def show(self) -> None:
        """The differences as they are now."""
        article = self.session.article
        lines = differences(article)
        nothing = Content("Nothing is changed that is not in the file already.")
        self.query_one(Pane).put(Content("\n").join(lines) if lines else nothing)
        what = f"{article.pending} correction{'s' if article.pending != 1 else ''} not saved"
        self.entitle(Content.assemble((one_line(article.title), "bold"), f"  {what}"))

    def action_back(self) -> None:
        """Back to the article."""
        self.app.pop_screen()
