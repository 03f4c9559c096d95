"""The tab-separated MQM ratings of Google's Marot, and of the WMT metrics tasks.

Ten columns, a row for each error, the span marked by ``<v>…</v>`` in the target; a row ``No-error``
for a segment without. Nothing is quoted: tabs and line ends become spaces. Errors that an editor
corrected are the editor's; what only the program says is AutoMQM's, which Marot keeps apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from reviewer.quality.articles import Article
from reviewer.quality.exchange._units import RATER, Unit, one_line, rater, units
from reviewer.quality.mqm import MqmError

_HEADER = (
    *("system", "doc", "doc_id", "seg_id", "rater"),
    *("source", "target", "category", "severity", "metadata"),
)


def render(articles: Sequence[Article]) -> str:
    """The ratings of the articles as translated."""
    lines = ["\t".join(_HEADER)]
    number = 0
    for article in articles:
        for unit in units(article):
            number += 1
            lines += ("\t".join(row) for row in _rows(unit, number))
    return "".join(f"{line}\n" for line in lines)


def _rows(unit: Unit, number: int) -> Iterator[tuple[str, ...]]:
    article = unit.article
    theirs = [error for error in unit.errors if error.by]
    ours = [error for error in unit.errors if not error.by]
    for error in theirs:
        yield _row(unit, number, error.by or "", error)
    who = rater(article)
    if who != RATER and not theirs:
        yield _row(unit, number, who, None)
    for error in ours:
        yield _row(unit, number, RATER, error)
    if who == RATER and not ours:
        yield _row(unit, number, RATER, None)


def _row(unit: Unit, number: int, who: str, error: MqmError | None) -> tuple[str, ...]:
    article, target = unit.article, _harmless(unit.target)
    category = severity = "No-error"
    if error:
        category, severity = error.category, error.severity.capitalize()
        start, end = error.start, max(error.end, error.start)
        parts = unit.target[:start], unit.target[start:end], unit.target[end:]
        before, span, after = map(_harmless, parts)
        target = f"{before}<v>{span}</v>{after}"
    return (
        _field(article.system),
        _field(article.name),
        str(unit.place),
        str(number),
        _field(who),
        _harmless(unit.source),
        target,
        category,
        severity,
        json.dumps(_metadata(error), ensure_ascii=True),
    )


def _metadata(error: MqmError | None) -> dict[str, object]:
    made: dict[str, object] = {}
    if error:
        made["note"] = error.note
        if error.correction is not None:
            made["corrected_span"] = error.correction
        if error.time:
            made["timestamp"] = int(datetime.fromisoformat(error.time).timestamp() * 1000)
    return made


def _harmless(text: str) -> str:
    """Text in which only our own marks are marks."""
    return text.replace("<v>", "<\u200bv>").replace("</v>", "<\u200b/v>")


def _field(text: str) -> str:
    """A name in a column: never empty, nor a comment at the beginning of a line."""
    return one_line(text).lstrip("# ").rstrip() or "unknown"
