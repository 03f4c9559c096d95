"""The review as questions and answers: for screen readers, plain terminals and scripts.

One finding at a time on standard output, one answer a line on standard input. The session is the
app's own: the same decisions in the same log, the same corrections in the same files.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from reviewer.decisions.report import report
from reviewer.engine.project import ProjectOf
from reviewer.errors import ReviewerError
from reviewer.model import Scope
from reviewer.text import visible
from reviewer.tui import telling
from reviewer.tui.article import Item, State
from reviewer.tui.filters import FILTERS, chosen_filter
from reviewer.tui.ledger import Forgetful
from reviewer.tui.lookup import Lookup
from reviewer.tui.session import RefusedError, Session
from reviewer.tui.source import Source

HELP = """\
y  put the suggestion in         2  put suggestion 2 in (3, 4 ... likewise)
Y  put it in for this spelling   e  type the correction
n  the text is right as it stands
N  this spelling is right everywhere, with a reason
s  skip this one                 m  correct something that was not found
u  take the last decision back   r  take the last undo back
c  every place of this name      d  what is changed and not written yet
g  the glossary entry            +  add a name to the glossary
t  the paragraph and its source  f  only findings of some severity or check
a  go on to the next article     b  back to an earlier one with something open
w  write the corrections         q  leave (asks about corrections not written)
?  this help\
"""
KEYS = "y/Y/n/N/e/s/m/u/r/c/d/g/+/t/f/a/b/w/q/?"


class EndOfAnswersError(Exception):
    """Standard input is at its end."""


class Dialogue:
    """A session led by questions."""

    def __init__(
        self,
        session: Session,
        answers: TextIO,
        output: TextIO,
        lookup: Lookup,
        source: Source | None = None,
    ) -> None:
        self.session = session
        self._answers, self._output = answers, output
        self._lookup, self._source = lookup, source
        self._passed = False  # shall the rest of this article wait?

    def say(self, text: str = "") -> None:
        """Print lines; what cannot be seen is named."""
        for line in text.split("\n"):
            self._output.write(visible(line) + "\n")
        self._output.flush()

    def tell(self, lines: Iterable[str]) -> None:
        """Print them."""
        for line in lines:
            self.say(line)

    def ask(self, question: str) -> str:
        """An answer without the white space around it. Raises EndOfAnswersError."""
        self._output.write(visible(question) + " ")
        self._output.flush()
        line = self._answers.readline()
        if not line:
            raise EndOfAnswersError
        return line.strip()

    def run(self) -> bool:
        """Ask about every open finding; False when the editor wants to leave."""
        article = self.session.article
        self.say(f"{article.title}: {article.open} open, {article.decided} decided")
        reason = self._source.hold(article.document.path) if self._source else ""
        if reason:
            self.session.read_only[article.document.path] = reason
            self.say(reason)
            return True
        self._passed = False
        while not self._passed and (item := self._next()) is not None:
            last = self.session.ledger.last(item)
            self.tell(telling.of_finding(self.session.article, item, last))
            if not self._decide(item):
                return False
        return True

    def _next(self) -> Item | None:
        """The next open finding: of this article or, when that is an earlier one, of the last."""
        session = self.session
        for position in (session.position, len(session.articles) - 1):
            session.position = position
            if not self._is_asked(session.article.current):
                session.go(session.article.step(1, accept=self._is_asked) or 0)
            if self._is_asked(session.article.current):
                return session.article.current
        return None

    def _is_asked(self, item: Item | None) -> bool:
        return item is not None and item.state is State.OPEN and self.session.filter.accepts(item)

    def _decide(self, item: Item) -> bool:
        """One answer; False when the editor wants to leave."""
        answer = self.ask(f"Put in 1? [{KEYS}]")
        session, article = self.session, self.session.article
        entry = self._lookup.of(item.finding)
        acts: dict[str, Callable[[], object]] = {
            "y": session.approve,
            "Y": lambda: self._approve_widely(item),
            "n": session.reject,
            "N": lambda: session.reject("everywhere", self.ask("Because:")),
            "e": lambda: session.edit(self.ask("Correction:")),
            "s": session.skip,
            "m": self._mark,
            "u": session.undo,
            "r": session.redo,
            "c": lambda: self.tell(telling.of_places(session.articles, item, entry)),
            "d": lambda: self.tell(telling.of_changes(article)),
            "g": lambda: self.say(telling.of_entry(entry)),
            "+": lambda: self._add_term(item),
            "t": lambda: self.tell(telling.of_paragraph(article, item)),
            "f": lambda: self._filter(item),
            "a": self._pass,
            "b": self._back,
            "w": lambda: self.write(article.document.path),
        }
        try:
            if answer == "q":
                return False
            if answer.isdecimal():
                session.approve(int(answer) - 1)
            elif answer in acts:
                acts[answer]()
            else:
                self.say(HELP)
        except ReviewerError as error:
            self.say(str(error))
        return True

    def _pass(self) -> None:
        last = len(self.session.articles) - 1
        self._passed = self.session.position == last
        self.session.position = last

    def _back(self) -> None:
        session = self.session
        for position in reversed(range(session.position)):
            article = session.articles[position]
            waits = any(item.waiting and session.filter.accepts(item) for item in article.items)
            if waits and article.document.path not in session.read_only:
                session.take_up(position)
                self.say(f"{article.title}: {article.open} open, {article.decided} decided")
                return
        raise RefusedError("No earlier article has anything open.")

    def _filter(self, item: Item) -> None:
        choices = ", ".join(f"{key}: {what}" for key, what in FILTERS.items())
        answer = self.ask(f"Go through which findings? {choices} [{'/'.join(FILTERS)}]")
        if answer in FILTERS:
            self.session.filter = chosen_filter(answer, item)
            self.say(f"From now on: {str(self.session.filter) or FILTERS['a']}")

    def _approve_widely(self, item: Item) -> None:
        reaches: dict[str, Scope] = {"o": "one", "a": "article", "e": "everywhere"}
        counts = {key: len(self.session.touched(item, reach)) for key, reach in reaches.items()}
        asked = f"o: only here ({counts['o']}), a: in this article ({counts['a']}), "
        asked += f"e: in every article ({counts['e']} so far)? [o/a/e]"
        answer = self.ask(asked)
        if answer in reaches:
            self.session.approve(scope=reaches[answer])

    def _mark(self) -> None:
        wrong = self.ask("What is wrong, as it stands in the text:")
        start = self.session.article.text.find(wrong)
        if not wrong or start < 0:
            raise RefusedError("This is not in the article.")
        kind = self.ask("A name or a phrase? [n/p]")
        code = "phrase" if kind == "p" else "name"
        self.session.mark(start, start + len(wrong), self.ask("Correction:"), code)

    def _add_term(self, item: Item) -> None:
        if self._source is None:
            raise RefusedError("There is no glossary to add to here.")
        first = item.finding.suggestions[0] if item.finding.suggestions else item.held
        name = self.ask(f"Name, as it is to be written (nothing: {first}):") or first
        kind = self.ask("Kind? [person/place/organization/event/other]") or "other"
        values = {"term": name, "kind": kind, "status": "approved", "source": "editorial"}
        file = self._source.add_term(self.session.article.document.path, values)
        self.say(f"{name} is in {file.name} now; it holds from the next article on.")
        self._lookup = Lookup(self._source.renew(Path(self.session.article.document.path)))

    def write(self, path: str) -> None:
        """Write a file's corrections and say how many."""
        try:
            count = self.session.save(path)
        except ReviewerError as error:
            self.say(str(error))
        else:
            self.say(f"{path}: {count} correction{'' if count == 1 else 's'} written")

    def leave(self) -> None:
        """Ask whether to write what is not written yet."""
        for path in self.session.unsaved:
            answer = self.ask(f"{path}: corrections are not written yet. Write them? [y/n]")
            if answer == "y":
                self.write(path)


def review(
    files: Sequence[Path],
    project_of: ProjectOf,
    *,
    format: str | None = None,
    answers: TextIO | None = None,
    output: TextIO | None = None,
) -> int:
    """Review the files by questions and answers; returns the exit status.

    At the end of the answers nothing more is written to files; the decisions are in the log.
    """
    source = Source(project_of, format=format)
    project = source.project(files[0])
    journal = project.log if project.settings.decisions else Forgetful()
    session = Session(journal, source.write)
    lookup = Lookup(project.glossary)
    dialogue = Dialogue(session, answers or sys.stdin, output or sys.stdout, lookup, source)
    failed = False
    try:
        for problem in _articles(files, source, session):
            if problem:
                sys.stderr.write(f"reviewer: {visible(problem)}\n")
                failed = True
            elif not dialogue.run():
                break
        dialogue.leave()
    except EndOfAnswersError:
        dialogue.say("\nend of the answers")
        for path in session.unsaved:
            dialogue.say(f"{path}: approved corrections not written; the decisions are kept")
    finally:
        source.release()
    dialogue.say(report(session.made))
    return 2 if failed else 0


def _articles(files: Sequence[Path], source: Source, session: Session) -> Iterator[str]:
    """Take one article after the other in; a problem instead where a file cannot be read."""
    for path in files:
        try:
            loaded = list(source.load(path))
        except ReviewerError as error:
            yield str(error)
            continue
        for one in loaded:
            session.add(one.document, one.findings, one.sha256, one.key)
            session.position = len(session.articles) - 1
            yield ""
