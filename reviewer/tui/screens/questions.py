"""What an editor is asked before a decision that reaches further than one finding."""

from __future__ import annotations

import re

from textual.content import Content

from reviewer.model import Scope
from reviewer.tui.article import Article, Item
from reviewer.tui.filters import FILTERS, Filter
from reviewer.tui.screens.prompt import Choice
from reviewer.tui.session import Session
from reviewer.tui.shown import one_line, shown
from reviewer.tui.widgets.look import LABEL

PREVIEWED = 5  # places shown with their words
AROUND = 35  # code points of context on each side
_SPACES = re.compile(r"\s+")
SCOPES: dict[str, Scope] = {"o": "one", "a": "article", "e": "everywhere"}


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _places(targets: list[tuple[Article, Item]]) -> list[Content]:
    lines = []
    for article, item in targets[:PREVIEWED]:
        text = article.document.text
        before = _SPACES.sub(" ", text[max(0, item.start - AROUND) : item.start])
        after = _SPACES.sub(" ", text[item.end : item.end + AROUND])
        if item.start > AROUND:
            before = before.partition(" ")[2]  # no half words
        where = f"  {one_line(article.title)}: "
        middle = (one_line(item.held), "bold")
        lines.append(Content.assemble((where, LABEL), shown(before), middle, shown(after)))
    if len(targets) > PREVIEWED:
        lines.append(Content.styled(f"  and {len(targets) - PREVIEWED} more", LABEL))
    return lines


def approval(session: Session, item: Item) -> Choice:
    """How far shall the first suggestion go? Shows what each answer would change."""
    reaches = {scope: session.touched(item, scope) for scope in SCOPES.values()}
    wide = reaches["everywhere"]
    files = len({article.title for article, _ in wide})
    suggestion = one_line(item.finding.suggestions[0])
    question = f"Write “{suggestion}” for “{one_line(item.finding.text)}”:"
    return Choice(
        Content("\n").join([Content(question), *_places(wide)]),
        {
            "o": f"only here ({len(reaches['one'])})",
            "a": f"in this article ({len(reaches['article'])})",
            "e": f"everywhere ({len(wide)} in {_many(files, 'article')})",
        },
    )


def rejection(session: Session, item: Item) -> str:
    """The question for the reason of a rejection everywhere."""
    wide = session.touched(item, "everywhere")
    files = len({article.title for article, _ in wide})
    return (
        f"“{one_line(item.finding.text)}” is right everywhere, now and in later articles"
        f" ({_many(len(wide), 'place')} in {_many(files, 'article')}). Because:"
    )


def filtering(current: Filter) -> Choice:
    """Which findings to go through."""
    now = str(current) or "everything"
    return Choice(Content(f"Go through which findings? Now: {now}."), FILTERS)
