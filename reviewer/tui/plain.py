"""The review as questions and answers: for screen readers, plain terminals and scripts.

One finding at a time on standard output, one answer a line on standard input. The session is the
app's own: the same decisions in the same log, the same corrections in the same files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from reviewer.decisions.report import report
from reviewer.engine.project import ProjectOf
from reviewer.errors import ReviewerError
from reviewer.text import sentence, visible
from reviewer.tui.article import Article, Item, State
from reviewer.tui.ledger import Forgetful
from reviewer.tui.session import Session
from reviewer.tui.source import Source

HELP = """\
y  put the suggestion in         2  put suggestion 2 in (3, 4 ... likewise)
e  type the correction           n  the text is right as it stands
s  skip this one                 u  take the last decision back
w  write the corrections         q  leave (asks about corrections not written)
?  this help\
"""


class EndOfAnswersError(Exception):
    """Standard input is at its end."""


class Dialogue:
    """A session led by questions."""

    def __init__(self, session: Session, answers: TextIO, output: TextIO) -> None:
        self.session = session
        self._answers, self._output = answers, output

    def say(self, text: str = "") -> None:
        """Print lines; what cannot be seen is named."""
        for line in text.split("\n"):
            self._output.write(visible(line) + "\n")
        self._output.flush()

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
        while (item := self._next()) is not None:
            self._show(self.session.article, item)
            if not self._decide():
                return False
        return True

    def _next(self) -> Item | None:
        """The next open finding: of this article, or of the last one after an undo led back."""
        session = self.session
        for position in (session.position, len(session.articles) - 1):
            session.position = position
            article = session.article
            if article.current is None or article.current.state is not State.OPEN:
                session.go(article.step(1) or 0)
            if article.current is not None and article.current.state is State.OPEN:
                return article.current
        return None

    def _show(self, article: Article, item: Item) -> None:
        finding = item.finding
        start, end = article.spans[article.position]
        low, high = sentence(article.text, start)
        high = max(high, end)
        text = article.text
        number = [other for other in article.items if not other.hidden].index(item) + 1
        of = article.open + article.decided
        self.say()
        self.say(f"{number} of {of}: {finding.severity}, {finding.message}")
        self.say(f"  {text[low:start]}>>{text[start:end]}<<{text[end:high]}")
        for line in finding.explanation:
            self.say(f"  {line}")
        for place, suggestion in enumerate(finding.suggestions[:9], 1):
            self.say(f"  {place}: {suggestion}")

    def _decide(self) -> bool:
        """One answer; False when the editor wants to leave."""
        answer = self.ask("Put in 1? [y/n/e/s/u/w/q/?]")
        session = self.session
        try:
            if answer == "y" or answer.isdecimal():
                session.approve(int(answer) - 1 if answer.isdecimal() else 0)
            elif answer == "n":
                session.reject()
            elif answer == "e":
                session.edit(self.ask("Correction:"))
            elif answer == "s":
                session.skip()
            elif answer == "u":
                session.undo()
            elif answer == "w":
                self.write(session.article.document.path)
            elif answer == "q":
                return False
            else:
                self.say(HELP)
        except ReviewerError as error:
            self.say(str(error))
        return True

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
    dialogue = Dialogue(session, answers or sys.stdin, output or sys.stdout)
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
