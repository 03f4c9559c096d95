"""Where a name stands in the articles under review, however it is spelled there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewer.glossary.model import Rule, Term
from reviewer.text import LineIndex
from reviewer.tui.article import Article


class Place(NamedTuple):
    """One occurrence: the article's index, its span in the working text, its line from 1."""

    article: int
    start: int
    end: int
    line: int


def spellings(entry: Term | Rule, articles: Iterable[Article]) -> list[str]:
    """How an entry's name is spelled: its right forms, and what was found in its place."""
    right = entry.right_forms if isinstance(entry, Term) else entry.words
    found = (
        item.finding.text
        for article in articles
        for item in article.items
        if item.finding.term == entry.id
    )
    return list(dict.fromkeys(" ".join(text.split()) for text in (*right, *found)))


def places(articles: Iterable[Article], spelled: Iterable[str]) -> Iterator[Place]:
    """Where any of the spellings stands as whole words, whatever the case and the white space."""
    pattern = _pattern(spelled)
    if pattern is None:
        return
    for index, article in enumerate(articles):
        lines = None
        for match in pattern.finditer(article.text):
            lines = lines or LineIndex(article.text)
            yield Place(index, *match.span(), lines.line_column(match.start())[0])


def counted(articles: Sequence[Article], here: Article, spelled: Iterable[str]) -> str:
    """How often any of the spellings stands in one article and in the others, in words."""
    pattern = _pattern(spelled)
    if pattern is None:
        return ""
    held = [(article, len(pattern.findall(article.text))) for article in articles]
    own = sum(count for article, count in held if article is here)
    others = [count for article, count in held if article is not here and count]
    files = f"{len(others)} other article{'' if len(others) == 1 else 's'}"
    return f"{own} here" + (f", {sum(others)} in {files}" if others else "")


def _pattern(spelled: Iterable[str]) -> re.Pattern[str] | None:
    wanted = [r"\s+".join(map(re.escape, text.split())) for text in spelled if text.strip()]
    if not wanted:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", re.IGNORECASE)
