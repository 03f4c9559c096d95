"""The review itself, without a screen: decide, take back, save; logged before it counts.

A session holds articles with their findings, a log that decisions are appended to, and a writer
that puts corrections into files. It knows nothing of how findings were made or anything is shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from reviewer.decisions import new_decision
from reviewer.errors import ReviewerError
from reviewer.model import Action, Decision, Document, Edit, Finding, Scope
from reviewer.tui.article import WAITING, Article, Item
from reviewer.tui.filters import Filter
from reviewer.tui.ledger import Journal, Ledger
from reviewer.tui.lines import marked, reversal_of, undo_of
from reviewer.tui.steps import Change, Standing, Step, follow


class RefusedError(ReviewerError):
    """What was asked for makes no sense here; nothing has changed."""


class Writer(Protocol):
    """Puts edits into a file of one or more documents, unless it changed since ``expected``.

    Returns the documents as now in the file, in the order given, and the file's new SHA-256. Raises
    ReviewerError and leaves the file as it is when it cannot be written safely.
    """

    def __call__(
        self, path: str, edits: Sequence[tuple[Document, Sequence[Edit]]], expected: str
    ) -> tuple[Sequence[Document], str]:
        """Write them."""


class Session:
    """Articles under review, the steps taken, and the ones taken back."""

    def __init__(
        self, journal: Journal, writer: Writer, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.articles: list[Article] = []
        self.position = 0
        self.read_only: dict[str, str] = {}  # path → why nothing may be decided there now
        self.filter = Filter()
        self.ledger = Ledger(journal)
        self._writer, self._clock = writer, clock
        self._hashes: dict[str, str] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._since = clock()

    @property
    def article(self) -> Article:
        """The article under review now."""
        return self.articles[self.position]

    # -- articles ---------------------------------------------------------------------------------

    def add(
        self, document: Document, findings: Iterable[Finding], sha256: str = "", path: str = ""
    ) -> Article:
        """Take an article in; what the log holds for it is decided already.

        ``sha256`` is its file's; ``path`` is how the log names the file, if not as the document.
        """
        article = Article(document, path=path)
        self._hashes[document.path] = sha256
        article.fill(self.ledger.items(article, findings, sha256))
        article.position = article.first()
        self.articles.append(article)
        return article

    def reload(
        self, article: Article, document: Document, findings: Iterable[Finding], sha256: str
    ) -> None:
        """Take an article in anew, changed on disk or judged anew; decisions are matched again.

        Corrections that this session wrote into the file stay, to be taken back: no check finds
        them.
        """
        here, old = article.current, article.items
        same = document.text == article.document.text
        written = [item for item in old if item.written and same]
        article.document = document
        self._hashes[document.path] = sha256
        taken = {(item.start, item.end) for item in written}
        found = self.ledger.items(article, findings, sha256)
        article.fill([*written, *(i for i in found if (i.start, i.end) not in taken)])
        follow([*self._done, *self._undone], old, article.items)
        article.position = article.nearest(here.start) if here else article.first()
        article.checked = True

    def take_up(self, position: int) -> None:
        """Open an article again; what was put off in it is open."""
        self.position = position
        article = self.article
        put_off = [item for item in article.items if item.skipped]
        for item in put_off:
            item.skipped = False
        article.touch(put_off)
        self.go(article.first())

    # -- deciding ---------------------------------------------------------------------------------

    def go(self, position: int) -> None:
        """Make an item of this article current; the time for its decision starts now."""
        self.article.position = position
        self._since = self._clock()

    def advance(self) -> bool:
        """Go on to the next open item; False when this article has no other."""
        following = self.article.step(1, accept=self.filter.accepts)
        if following is not None:
            self.go(following)
        return following is not None

    def onward(self, direction: int = 1) -> bool:
        """Go to the next (1) or previous (-1) article with an open finding, round at the ends.

        Articles whose open findings were all put off come last. False when there is none.
        """
        for wanted in WAITING:
            for distance in range(1, len(self.articles)):
                position = (self.position + direction * distance) % len(self.articles)
                found = self.articles[position].first_in(wanted, self.filter.accepts)
                if found is not None:
                    self.position = position
                    self.go(found)
                    return True
        return False

    def approve(self, choice: int = 0, scope: Scope = "one") -> Step:
        """Put in the current item's suggestion (``choice`` counts from 0)."""
        item = self._item()
        if choice >= len(item.finding.suggestions):
            if not item.finding.suggestions:
                raise RefusedError(
                    "There is no suggestion here: e to type the correction, x to reject."
                )
            raise RefusedError(f"There is no suggestion {choice + 1} here.")
        return self._decide(item, "approve", item.finding.suggestions[choice], scope=scope)

    def edit(self, replacement: str) -> Step:
        """Put in what the editor typed for the current item."""
        if "\n" in replacement or "\r" in replacement:
            raise RefusedError("A correction cannot hold a line break.")
        return self._decide(self._item(), "edit", replacement)

    def reject(self, scope: Scope = "one", reason: str = "") -> Step:
        """The current item was right as it was found."""
        return self._decide(self._item(), "reject", None, scope=scope, reason=reason)

    def skip(self) -> Step:
        """Put the current item off; it is open again when the article is opened again."""
        item = self._item()
        if item.decision:
            raise RefusedError("This one is decided already: u takes a decision back.")
        change = Change(self.article, item, Standing.of(item), Standing(skipped=True))
        return self._take(Step((change,)))

    def mark(self, start: int, end: int, replacement: str, code: str = "name") -> Step:
        """Correct a span of the working text that no check found."""
        article = self.article
        self._writable(article)
        assert article.working is not None
        low, high = article.working.unshift(start), article.working.unshift(end)
        text = article.document.text[low:high]
        if article.text[start:end] != text or not text.strip():
            raise RefusedError("This span holds a correction: undo that first, or edit it with e.")
        item = Item(marked(article, low, high, replacement, code), low, high, text, hidden=True)
        made = self._decision(article, item, "mark", replacement)
        step = Step((Change(article, item, Standing.of(item), Standing(made)),), made)
        article.insert(item)
        try:
            return self._take(step)
        except ReviewerError:
            article.fill(other for other in article.items if other is not item)
            raise

    def touched(self, item: Item, scope: Scope) -> list[tuple[Article, Item]]:
        """The items that a decision of this scope on ``item`` would speak of, itself first.

        With scope ``one``: its equals, which stand between the same words.
        """
        here = self.article
        others = [
            (article, other)
            for article in (self.articles if scope == "everywhere" else [here])
            for other in article.spellings.get(item.finding.fingerprint, ())
            if other is not item
            if scope != "one" or item.finding.context == other.finding.context
            if other.changed or not other.written  # else it is settled
        ]
        return [(here, item), *others]

    def _item(self) -> Item:
        item = self.article.current if self.articles else None
        if item is None and self.articles and not self.article.checked:
            raise RefusedError("This article is still being checked.")
        if item is None or item.hidden:
            raise RefusedError("There is nothing to decide in this article.")
        self._writable(self.article)
        blocker = self.article.blocker(item)
        if blocker:
            raise RefusedError(
                f"This lies in a span already corrected to “{blocker.wanted}”: undo that first."
            )
        return item

    def _hash(self, article: Article) -> str:
        return self._hashes[article.document.path]

    def _writable(self, article: Article) -> None:
        reason = self.read_only.get(article.document.path)
        if reason:
            raise RefusedError(reason)

    def _decide(
        self,
        item: Item,
        action: Action,
        replacement: str | None,
        *,
        scope: Scope = "one",
        reason: str = "",
    ) -> Step:
        """Log the decision, then let every item follow that it speaks of.

        What is in force for all of them already is not logged again, nor is there a step to undo.
        """
        if item.draw:  # an audit asks about this one place: what is decided is its verdict
            action, scope = ("right" if action == "reject" else "wrong"), "one"
        made = self._decision(self.article, item, action, replacement, scope=scope, reason=reason)
        changes = [
            Change(article, other, Standing.of(other), Standing(made))
            for article, other in self.touched(item, scope)
        ]
        if all(change.before.says(made) for change in changes):
            return Step(())
        return self._take(Step(tuple(changes), made))

    def _decision(
        self,
        article: Article,
        item: Item,
        action: Action,
        replacement: str | None,
        *,
        scope: Scope = "one",
        reason: str = "",
    ) -> Decision:
        return new_decision(
            action,
            item.finding._replace(start=item.start, end=item.end),
            path=article.path,
            replacement=replacement,
            scope=scope,
            reason=reason,
            ref=item.draw or None,
            seconds=round(self._clock() - self._since, 1),
            base_sha256=self._hash(article),
        )

    # -- taking back ------------------------------------------------------------------------------

    def undo(self) -> Step:
        """Take back the last step, in whatever article; its item becomes current."""
        if not self._done:
            raise RefusedError("Nothing to undo in this session.")
        step = self._done[-1]
        undone = undo_of(step.made) if step.made else None
        self._commit([(change, change.before) for change in step.changes], undone)
        step.undone = undone
        self._undone.append(self._done.pop())
        return step

    def redo(self) -> Step:
        """Take the last undo back."""
        if not self._undone:
            raise RefusedError("Nothing to redo.")
        step = self._undone[-1]
        again = undo_of(step.undone) if step.undone else None
        self._commit([(change, change.after) for change in step.changes], again)
        self._done.append(self._undone.pop())
        return step

    def revoke(self, decision: Decision) -> Step:
        """Take any one decision of the log back, however old; that is a step like any other."""
        made = undo_of(decision)
        changes = [
            Change(article, item, Standing.of(item), Standing(held))
            for article in self.articles
            for item, held in self.ledger.spoken(article, article.items, without=decision)
            if held is not item.decision
        ]
        return self._take(Step(tuple(changes), made))

    def _take(self, step: Step) -> Step:
        self._commit([(change, change.after) for change in step.changes], step.made)
        self._done.append(step)
        self._undone.clear()
        self._since = self._clock()
        return step

    def _commit(self, moves: Sequence[tuple[Change, Standing]], made: Decision | None) -> None:
        """Log what is decided, all in one write, then bring the items to their standings.

        Where the file holds a correction already, no check finds the span any more. So that the log
        can rebuild what shall stand there now, an edit of what the file holds goes in beside it.
        """
        lines = [made] if made else []
        companions: list[Decision | None] = []
        for change, standing in moves:
            item = change.item
            wanted = item.shown_by(standing.decision)
            if item.companion:
                lines.append(undo_of(item.companion))
            reversal = None
            if item.written and wanted != item.held:
                reversal = reversal_of(change.article, item, wanted, self._hash(change.article))
                lines.append(reversal)
            companions.append(reversal)
        if lines:
            self.ledger.append(*lines)
        for (change, standing), companion in zip(moves, companions, strict=True):
            standing.give(change.item)
            change.item.companion = companion
        touched: dict[Article, list[Item]] = {}
        for change, _ in moves:
            touched.setdefault(change.article, []).append(change.item)
        for article, items in touched.items():
            article.touch(items)
        if moves:
            first = moves[0][0]
            self.position = self.articles.index(first.article)
            if first.item in first.article.items:
                first.article.position = first.article.items.index(first.item)

    # -- saving -----------------------------------------------------------------------------------

    @property
    def unsaved(self) -> list[str]:
        """Paths of the files that do not hold every correction yet."""
        return list(dict.fromkeys(a.document.path for a in self.articles if a.pending))

    def sha256(self, path: str) -> str:
        """The hash of a file as this session knows it."""
        return self._hashes[path]

    def save(self, path: str) -> int:
        """Write a file's corrections; returns how many. The written file is the new base.

        Raises ReviewerError when the file changed or went away meanwhile or cannot be written: then
        nothing is overwritten, and the decisions stay in the log.
        """
        articles = [article for article in self.articles if article.document.path == path]
        count = sum(article.pending for article in articles)
        if count:
            for article in articles:
                self._writable(article)
            edits = [(article.document, article.edits) for article in articles]
            documents, self._hashes[path] = self._writer(path, edits, self._hashes[path])
            written = []
            for article, document in zip(articles, documents, strict=True):
                written += article.rebase(document)
            if written:
                self.ledger.append(*map(undo_of, written))
        return count

    @property
    def made(self) -> list[Decision]:
        """The decisions of this session that were not taken back."""
        return [step.made for step in self._done if step.made and step.made.action != "undo"]
