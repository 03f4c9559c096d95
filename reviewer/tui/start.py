"""The review from the command line to the last words: what is opened, what is said at the end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer.decisions.report import report
from reviewer.engine.project import ProjectOf
from reviewer.errors import ReviewerError
from reviewer.text import visible
from reviewer.tui.app import ReviewerApp
from reviewer.tui.keys import keymap
from reviewer.tui.ledger import Forgetful
from reviewer.tui.lookup import Lookup
from reviewer.tui.session import Session
from reviewer.tui.source import Loaded, Source


def review(files: Sequence[Path], project_of: ProjectOf, *, format: str | None = None) -> int:
    """Review the files in the terminal; returns the exit status.

    The first file that can be read is on the screen at once; checking goes on behind it.
    """
    problems: list[str] = []
    source = Source(project_of, format=format, problem=problems.append)
    waiting = list(files)
    first: list[Loaded] = []
    checked = False
    while waiting and not first:
        try:
            first = source.known(waiting[0])
            checked = bool(first)
            first = first or list(source.read(waiting[0]))
        except ReviewerError as error:
            problems.append(str(error))
        if not first:
            del waiting[0]
    if not first:
        _print(problems or ["nothing to review: the files hold no article"])
        return 2 if problems else 0
    opened = waiting[0]
    if checked:
        del waiting[0]
    project = source.project(opened)
    lookup = Lookup(project.glossary)  # loaded once, for the process that checks too
    source.start(waiting[0] if waiting else None)
    keymap(project.settings.keys)
    journal = project.log if project.settings.decisions else Forgetful()
    session = Session(journal, source.write)
    for one in first:
        session.add(one.document, one.findings, one.sha256, one.key).checked = checked
    gc.freeze()  # what is loaded now stays: no key shall wait until it has been looked through
    app = ReviewerApp(session, lookup, source, waiting, project.settings.keys)
    try:
        app.run()
    finally:
        source.release()
    _print(list(dict.fromkeys([*problems, *app.problems])))
    _report(session)
    return 2 if app.return_code or problems or app.problems else 0


def _print(messages: Sequence[str]) -> None:
    for message in messages:
        sys.stderr.write(f"reviewer: {visible(message)}\n")


def _report(session: Session) -> None:
    """What was done, on standard output, once the screen is the shell's again."""
    sys.stdout.write(f"{report(session.made)}\n")
    for path in session.unsaved:
        sys.stdout.write(f"{visible(path)}: approved corrections not written yet\n")
