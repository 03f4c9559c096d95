"""The review app: one session, the screens on it, the articles checked behind it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.worker import get_current_worker

from reviewer.engine.paths import shown
from reviewer.engine.project import ProjectOf
from reviewer.errors import ReviewerError
from reviewer.model import Document, Finding
from reviewer.text import visible
from reviewer.tui.keys import COMMANDS, bindings, keymap, shown_key
from reviewer.tui.ledger import Forgetful
from reviewer.tui.lookup import Lookup
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.help import HelpScreen
from reviewer.tui.screens.history import HistoryScreen
from reviewer.tui.screens.prompt import Choice
from reviewer.tui.screens.queue import QueueScreen
from reviewer.tui.screens.review import ReviewScreen
from reviewer.tui.session import Session
from reviewer.tui.shown import one_line
from reviewer.tui.source import Loaded, Source
from reviewer.tui.themes import DARK, LIGHT

THEMES = (DARK.name, LIGHT.name, "ansi-dark", "ansi-light")


class ReviewerApp(App[None]):
    """The terminal UI. ``waiting`` are files still to be read and checked."""

    TITLE = "reviewer"
    CSS_PATH = "reviewer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(everywhere=True),
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True),
    ]

    def __init__(
        self,
        session: Session,
        lookup: Lookup,
        source: Source | None = None,
        waiting: Sequence[Path] = (),
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.session, self.lookup, self.source = session, lookup, source
        self.waiting = list(waiting)
        self.problems: list[str] = []
        self._stale = False
        self._held: set[str] = set()
        self.keys = dict(keys or {})
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    @property
    def expected(self) -> int:
        """How many articles there will be: those at hand and the files not read yet."""
        read = {article.document.path for article in self.session.articles}
        return len(self.session.articles) + sum(shown(path) not in read for path in self.waiting)

    def on_mount(self) -> None:
        """Set the keys, open the article screen, go on reading files."""
        self.set_keymap(keymap(self.keys))
        self.push_screen(ReviewScreen())
        if self.source:
            self.set_interval(0.25, self._freshen)
            self._check_the_rest()

    # -- reading and checking behind the editor's back --------------------------------------------

    @work(thread=True, group="checking")
    def _check_the_rest(self) -> None:
        worker = get_current_worker()
        assert self.source is not None
        for path in list(self.waiting):
            if worker.is_cancelled:
                return
            try:
                loaded, problem = self.source.load(path), ""
            except ReviewerError as error:
                loaded, problem = [], str(error)
            self.call_from_thread(self._arrived, path, loaded, problem)
        judged = self.source.judged()
        if judged:
            self.call_from_thread(self._joined, judged)

    def _arrived(self, path: Path, loaded: list[Loaded], problem: str) -> None:
        self.waiting.remove(path)
        if problem:
            self.problems.append(problem)
            self.tell(problem, error=True)
        known = {_key(article.document): article for article in self.session.articles}
        for one in loaded:
            article = known.get(_key(one.document))
            if article:
                self.session.reload(article, one.document, one.findings, one.sha256)
            else:
                self.session.add(one.document, one.findings, one.sha256, one.key)
        if any(one.document.path == self.session.article.document.path for one in loaded):
            self.show_all()
        else:
            self._stale = True  # titles and lists only: that can wait a moment

    def _joined(self, judged: list[Finding]) -> None:
        """Add the findings that only all articles together show."""
        for article in self.session.articles:
            found = [f for f in judged if (f.path, f.record) == _key(article.document)]
            if found and article.unwritten:
                known = [item.finding for item in article.items if item.finding.check != "mark"]
                sha256 = self.session.sha256(article.document.path)
                self.session.reload(article, article.document, [*known, *found], sha256)
        self.show_all()

    def _freshen(self) -> None:
        if self._stale:
            self.show_all()

    # -- saying things ----------------------------------------------------------------------------

    def say(self, error: ReviewerError) -> None:
        """Tell the editor of an error."""
        self.tell(str(error), error=True)

    def tell(self, message: str, *, error: bool = False) -> None:
        """A message above the footer; never markup."""
        text = one_line(message)
        content = Content.styled(f"! {text}", "bold $text-error") if error else Content(text)
        self._framed.tell(content)

    def hush(self) -> None:
        """The last message has been read."""
        self._framed.tell(Content(""))

    @property
    def _framed(self) -> FramedScreen:
        """The topmost full screen."""
        return next(s for s in reversed(self.screen_stack) if isinstance(s, FramedScreen))

    def show_all(self) -> None:
        """Bring every screen up to the session's state."""
        self._stale = False
        for screen in self.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.show()

    def reveal(self, start: int, end: int) -> None:
        """Show a span of the article's working text."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.reveal(start, end)

    def add_term(self, name: str, kind: str) -> None:
        """Put a name into the team's glossary; it holds from the next start on."""
        if not self.source:
            return
        values = {"term": name, "kind": kind, "status": "approved", "source": "editorial"}
        try:
            file = self.source.add_term(self.session.article.document.path, values)
        except ReviewerError as error:
            self.say(error)
        else:
            self.tell(f"{name} is in {file.name} now; it holds from the next start on.")

    # -- saving and leaving -----------------------------------------------------------------------

    def hold(self, path: str) -> None:
        """Before the first decision in a file: is somebody else at it? Then it is read-only."""
        if not self.source or path in self._held:
            return
        self._held.add(path)
        reason = self.source.hold(path)
        if reason:
            self.session.read_only[path] = reason
            self.tell(reason, error=True)

    def action_save(self) -> None:
        """Write this article's corrections into its file."""
        if self.session.articles:
            self.save(self.session.article.document.path)
            self.show_all()

    def save(self, path: str) -> bool:
        """Write one file's corrections; what prevents it is said, and the file read anew."""
        self.hold(path)
        try:
            count = self.session.save(path)
        except ReviewerError as error:
            self.say(error)
            self._read_again(path)
            return False
        what = "1 correction" if count == 1 else f"{count} corrections"
        self.tell(f"{path}: {what} written." if count else "Nothing to write.")
        return True

    def _read_again(self, path: str) -> None:
        """Take a file that changed on disk in anew; one that went away stays on the screen."""
        if not self.source or not self.source.changed(path, self.session.sha256(path)):
            return
        try:
            loaded = {one.document.record: one for one in self.source.load(Path(path))}
        except ReviewerError as error:
            self.say(error)
            return
        for article in self.session.articles:
            one = loaded.get(article.document.record)
            if article.document.path == path and one:
                self.session.reload(article, one.document, one.findings, one.sha256)
        self.tell(f"{path} was read again; your decisions were matched to it. Look, then save.")

    @work
    async def action_leave(self) -> None:
        """Quit; ask first when corrections are not in their files yet."""
        unsaved = self.session.unsaved
        if unsaved:
            names = ", ".join(one_line(path) for path in unsaved[:3])
            more = f" and {len(unsaved) - 3} more" if len(unsaved) > 3 else ""
            question = Content(
                f"Approved but not written yet: {names}{more}."
                " The decisions are in the log either way."
            )
            key = await self.push_screen_wait(
                Choice(question, {"s": "save and quit", "q": "quit without saving"})
            )
            saved = [self.save(path) for path in unsaved] if key == "s" else []
            if key is None or not all(saved):
                self.show_all()
                return
        self.exit()

    async def action_quit(self) -> None:
        """Textual's own way out asks as well."""
        self.action_leave()

    def action_theme(self) -> None:
        """The next theme: dark, light, the terminal's own colours."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command for the palette, with its keys."""
        for command in COMMANDS:
            reachable = command.everywhere or isinstance(screen, ReviewScreen)
            if reachable:
                keys = self.keys.get(command.name, command.keys).split(",")
                label = f"{command.label}  {' '.join(shown_key(key) for key in keys)}"
                act = partial(self._command, command.name, everywhere=command.everywhere)
                yield SystemCommand(label, command.help, act)

    async def _command(self, name: str, *, everywhere: bool) -> None:
        await self.run_action(name, self if everywhere else self.screen)

    def action_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen(self.keys))

    def action_queue(self) -> None:
        """Show all articles."""
        self.push_screen(QueueScreen())

    def action_history(self) -> None:
        """Show all decisions."""
        self.push_screen(HistoryScreen())


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


def _key(document: Document) -> tuple[str, str | None]:
    return document.path, document.record


def _print(messages: Sequence[str]) -> None:
    for message in messages:
        sys.stderr.write(f"reviewer: {visible(message)}\n")


def _report(session: Session) -> None:
    """What was done, on standard output, once the screen is the shell's again."""
    report = session.report()
    if report.reviewed:
        done = ", ".join(f"{count} {action}" for action, count in sorted(report.actions.items()))
        mean = report.seconds / report.reviewed
        sys.stdout.write(f"{report.reviewed} decided ({done}), {mean:.1f} s each\n")
    for path in session.unsaved:
        sys.stdout.write(f"{visible(path)}: approved corrections not written yet\n")
