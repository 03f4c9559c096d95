"""The session's side of the decision log: what is in force, and which item it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from reviewer.decisions import match
from reviewer.decisions.match import CLOSE
from reviewer.decisions.written import CORRECTIONS, is_written, likeness
from reviewer.model import Decision, Document, Finding
from reviewer.text import context
from reviewer.tui.article import STANDS, Article, Item
from reviewer.tui.force import InForce

VERDICTS = ("right", "wrong")


class Journal(Protocol):
    """Where decisions are kept: the log, or what a test puts in its place."""

    def append(self, *decisions: Decision) -> None:
        """Put decisions on disk; returns when they are there. Raises DecisionsError."""

    def read(self) -> Sequence[Decision]:
        """All decisions, oldest first."""


class Forgetful:
    """A journal that keeps nothing beyond the session."""

    def append(self, *decisions: Decision) -> None:
        """Nothing is kept."""

    def read(self) -> Sequence[Decision]:
        """Nothing was kept."""
        return ()


class Ledger:
    """All decisions of the log, those of this session included."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.decisions: list[Decision] = list(journal.read())
        self._in_force = InForce(self.decisions)

    def refresh(self) -> None:
        """Read the log anew: somebody else has decided too."""
        self.decisions = list(self._journal.read())
        self._in_force = InForce(self.decisions)

    def append(self, *decisions: Decision) -> None:
        """Put decisions on disk, all or none; only then do they count."""
        self._journal.append(*decisions)
        self.decisions += decisions
        self._in_force = self._in_force.follow(decisions, self.decisions)

    def concerning(self, article: Article) -> list[Decision]:
        """The decisions in force that may speak of this article, oldest first."""
        return self._in_force.of_article(article.path, article.document.record)

    def last(self, item: Item) -> Decision | None:
        """The last decision in force on this spelling that was made elsewhere or before."""
        held = self._in_force.of_spelling(item.finding.fingerprint)
        own = item.decision.id if item.decision else ""
        made = (d for d in reversed(held) if d.id != own and d.action != "draw")
        return next(made, None)

    def items(self, article: Article, findings: Iterable[Finding], sha256: str) -> list[Item]:
        """One item per finding and per correction in the log that no finding stands for.

        What was rejected before is hidden.
        """
        document = article.document
        made = [Item(f, f.start, f.end, document.text[f.start : f.end]) for f in findings]
        taken = {(item.start, item.end) for item in made}
        for decision in self.concerning(article):
            span = _span(decision, document, sha256) if decision.action != "draw" else None
            if span and span not in taken:
                taken.add(span)
                made.append(Item(_finding(decision, document, span[0]), *span, decision.text))
        made += self._drawn(article, sha256)
        article.settled = _settled(self.concerning(article), document, made, sha256)
        for item, held in self.spoken(article, made):
            item.decision = held
            item.hidden = held is not None and held.action in STANDS
        return made

    def _drawn(self, article: Article, sha256: str) -> Iterator[Item]:
        """The spans of this article that an audit in force asks about, looking like any other."""
        concerning = self.concerning(article)
        audits = {decision.id for decision in concerning if decision.action == "draw"}
        for draw in concerning:
            if draw.action == "draw" and draw.ref in audits:
                span = _span(draw, article.document, sha256)
                if span:
                    asked = _finding(draw, article.document, span[0])._replace(
                        confidence=0.5,
                        message=f"may be garbled: {draw.text}",
                    )
                    yield Item(asked, *span, draw.text, draw=draw.id)

    def spoken(
        self, article: Article, items: Sequence[Item], *, without: Decision | None = None
    ) -> Iterator[tuple[Item, Decision | None]]:
        """Each item with the decision that holds for it, or would ``without`` one of them.

        Items whose correction is written already keep theirs: no check would find them. What an
        audit asks about is spoken of by its verdict alone.
        """
        gone = without.id if without else ""
        spent = {item.decision.id for item in items if item.written and item.decision}
        spent |= {gone, *article.settled}
        held = [decision for decision in self.concerning(article) if decision.id not in spent]
        verdicts = {d.ref: d for d in held if d.action in VERDICTS}
        findable = [item for item in items if not (item.written or item.draw)]
        found = [item.finding for item in findable]
        yield from zip(findable, match(article.path, article.document, found, held), strict=True)
        for item in items:
            if item.draw and not item.written:
                yield item, verdicts.get(item.draw)
            elif item.written:
                yield item, None if item.decision and item.decision.id == gone else item.decision


def _span(decision: Decision, document: Document, sha256: str) -> tuple[int, int] | None:
    """Where a correction belongs that perhaps no check finds: marked spans, corrected corrections.

    It belongs in the very file it was made on; a marked span, and one that an audit asks about, is
    looked for in a changed file too.
    """
    if (
        decision.action not in (*CORRECTIONS, "draw")
        or decision.scope != "one"
        or not decision.text
    ):
        return None
    if decision.base_sha256 == sha256:
        start = decision.start
    else:
        places = {"mark": _place, "draw": _likeliest}
        start = (
            places[decision.action](document.text, decision) if decision.action in places else -1
        )
    span = start, start + len(decision.text)
    return span if start >= 0 and document.text[slice(*span)] == decision.text else None


def _settled(
    decisions: Sequence[Decision], document: Document, made: Sequence[Item], sha256: str
) -> frozenset[str]:
    """Ids of the decisions whose correction the article shows, and of those they replaced."""
    by_place: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.scope == "one":
            by_place.setdefault((decision.fingerprint, decision.context), []).append(decision)
    return frozenset(
        decision.id
        for one_place in by_place.values()
        if _is_written(one_place[-1], document, made, sha256)
        for decision in one_place
    )


def _is_written(decision: Decision, document: Document, made: Sequence[Item], sha256: str) -> bool:
    """Does the article hold this correction already, between the words it was made between?

    Then it must not speak of another place whose words are alike.
    """
    if decision.base_sha256 == sha256 and decision.action in CORRECTIONS and decision.replacement:
        # made on this very file: its own place tells
        own = (i for i in made if i.start == decision.start)
        return all(item.finding.fingerprint != decision.fingerprint for item in own)
    found = (i.finding.context for i in made if i.finding.fingerprint == decision.fingerprint)
    return is_written(decision, document.text, found)


def _place(text: str, decision: Decision) -> int:
    """Where the decision's text stands between the same words as when it was marked, or -1."""
    start = text.find(decision.text)
    while start >= 0:
        if context(text, start, start + len(decision.text)) == decision.context:
            return start
        start = text.find(decision.text, start + 1)
    return -1


def _likeliest(text: str, decision: Decision) -> int:
    """Where the text stands between the words most like those it was drawn between, or -1."""
    places = (match.start() for match in re.finditer(re.escape(decision.text), text))
    end = len(decision.text)
    ranked = [(likeness(decision, context(text, at, at + end)), -at) for at in places]
    most, place = max(ranked, default=(0.0, 0))
    return -place if most >= CLOSE else -1


def _finding(decision: Decision, document: Document, start: int) -> Finding:
    return Finding(
        path=document.path,
        record=document.record,
        start=start,
        end=start + len(decision.text),
        text=decision.text,
        check=decision.check,
        code=decision.code,
        severity="warning",
        confidence=1.0,
        message="marked by an editor" if decision.action == "mark" else "corrected by an editor",
        suggestions=(decision.replacement,) if decision.replacement is not None else (),
        fingerprint=decision.fingerprint,
        context=decision.context,
    )
