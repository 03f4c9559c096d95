"""Lines that the session writes into the log besides what a key decides."""

from __future__ import annotations

from reviewer.decisions import new_decision
from reviewer.model import Decision, Finding, fingerprint
from reviewer.text import context, fold
from reviewer.tui.article import Article, Item


def undo_of(decision: Decision) -> Decision:
    """The line that takes a decision back."""
    return new_decision("undo", decision, ref=decision.id)


def reversal_of(article: Article, item: Item, wanted: str, sha256: str) -> Decision:
    """An edit of a correction that the file, of this hash, holds already."""
    base = item.finding._replace(
        start=item.start,
        end=item.end,
        text=item.held,
        fingerprint=_fingerprint(item.finding.check, item.held),
        context=context(article.document.text, item.start, item.end),
    )
    return new_decision("edit", base, path=article.path, replacement=wanted, base_sha256=sha256)


def marked(article: Article, start: int, end: int, replacement: str, code: str) -> Finding:
    """What a check would have said of a span that an editor marked."""
    text = article.document.text[start:end]
    return Finding(
        path=article.document.path,
        record=article.document.record,
        start=start,
        end=end,
        text=text,
        check="mark",
        code=code,
        severity="warning",
        confidence=1.0,
        message="marked by an editor",
        suggestions=(replacement,),
        fingerprint=_fingerprint("mark", text),
        context=context(article.document.text, start, end),
    )


def _fingerprint(check: str, text: str) -> str:
    return fingerprint(check, " ".join(fold(text).split()))
