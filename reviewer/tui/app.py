"""The review app: one session, the screens on it, the articles checked behind it."""

from __future__ import annotations

import gc
import math
import time
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
from reviewer.errors import ReviewerError
from reviewer.model import Document
from reviewer.tui import hangup
from reviewer.tui.checking import Arrived, Checking, Event, Judged, Renewed
from reviewer.tui.keys import COMMANDS, bindings, keymap, shown_key
from reviewer.tui.lookup import Lookup
from reviewer.tui.newnames import NewNames
from reviewer.tui.screens.candidates import CandidatesScreen
from reviewer.tui.screens.framed import FramedScreen
from reviewer.tui.screens.help import HelpScreen
from reviewer.tui.screens.history import HistoryScreen
from reviewer.tui.screens.prompt import Choice
from reviewer.tui.screens.queue import QueueScreen
from reviewer.tui.screens.review import ReviewScreen
from reviewer.tui.session import Session
from reviewer.tui.shown import one_line
from reviewer.tui.source import Source
from reviewer.tui.themes import DARK, LIGHT

LOOK_AGAIN = 2.0  # seconds until a file that somebody else holds is asked for again
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
        self.checking = Checking(source, waiting) if source else None
        self._busy = False  # is a thread checking?
        read = {article.document.path for article in session.articles}
        self._unread = {path for path in waiting if shown(path) not in read}
        self.problems: list[str] = []
        self._stale = False
        self._ask_again: dict[str, float] = {}  # when to ask for a file's lock again, by path
        self._reread: dict[str, str] = {}  # files being read again, and why
        self.keys = dict(keys or {})
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    @property
    def waiting(self) -> Sequence[Path]:
        """The files still to be checked."""
        return self.checking.waiting if self.checking else ()

    @property
    def expected(self) -> int:
        """How many articles there will be: those at hand and the files not read yet."""
        return len(self.session.articles) + len(self._unread)

    def on_mount(self) -> None:
        """Set the keys, open the article screen, go on reading files."""
        self.set_keymap(keymap(self.keys))
        self.push_screen(ReviewScreen())
        if hangup.has_terminal():
            self.set_interval(hangup.EVERY, self._leave_with_terminal)
        if self.checking:
            self.set_interval(0.25, self._freshen)
            self._check()

    def _leave_with_terminal(self) -> None:
        if not hangup.has_terminal():
            hangup.hang_up()

    # -- reading and checking behind the editor's back --------------------------------------------

    def _check(self) -> None:
        if self.checking and not self._busy:
            self._busy = True
            self._run(self.checking)

    @work(thread=True)
    def _run(self, checking: Checking) -> None:
        worker = get_current_worker()

        def tell(event: Event) -> None:
            self.call_from_thread(self._hear, event)

        checking.run(tell, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.call_from_thread(self._rest)

    def _rest(self) -> None:
        self._busy = False
        gc.freeze()  # all of it stays: no key shall wait until it has been looked through

    def _hear(self, event: Event) -> None:
        if isinstance(event, Renewed):
            self.lookup = Lookup(event.glossary)
        elif isinstance(event, Judged):
            self._join(event)
        else:
            self._take_in(event)

    def _take_in(self, event: Arrived) -> None:
        self._unread.discard(event.path)
        if event.problem:
            self.problems.append(event.problem)
            self.tell(event.problem, error=True)
        known = {_key(article.document): article for article in self.session.articles}
        for one in event.loaded:
            article = known.get(_key(one.document))
            if article:
                self.session.reload(article, one.document, one.findings, one.sha256)
            else:
                self.session.add(one.document, one.findings, one.sha256, one.key)
        why = self._reread.pop(shown(event.path), "")
        if why and event.loaded:
            self.tell(f"{shown(event.path)} was read again: {why}.")
        if any(one.document.path == self.session.article.document.path for one in event.loaded):
            self.show_all()
        else:
            self._stale = True  # titles and lists only: that can wait a moment

    def _join(self, event: Judged) -> None:
        """Add the findings that only all articles together show."""
        for article in self.session.articles:
            found = [f for f in event.findings if (f.path, f.record) == _key(article.document)]
            if found and article.unwritten:
                known = [item.finding for item in article.items if item.finding.check != "mark"]
                sha256 = self.session.sha256(article.document.path)
                self.session.reload(article, article.document, [*known, *found], sha256)
        if event.findings:
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
        """Put a name into the team's glossary and judge every finding anew by it."""
        if not self.source or not self.session.articles:
            return
        values = {"term": name, "kind": kind, "status": "approved", "source": "editorial"}
        try:
            file = self.source.add_term(self.session.article.document.path, values)
        except ReviewerError as error:
            self.say(error)
        else:
            self.term_added(name, file)

    def term_added(self, name: str, file: Path) -> None:
        """Tell of a new term and judge every finding anew by it."""
        self.tell(f"{name} is in {file.name} now; every finding is being judged anew.")
        self._check_again()

    def _check_again(self) -> None:
        """Judge all articles of this one's project anew by the glossary as it now is, it first."""
        if self.checking:
            paths = [article.document.path for article in self.session.articles]
            self.checking.again(Path(path) for path in [self.session.article.document.path, *paths])
            self._check()

    # -- saving and leaving -----------------------------------------------------------------------

    def hold(self, path: str) -> None:
        """Is somebody else at a file? Then it is read-only, until that editor leaves."""
        now = time.monotonic()
        if not self.source or now < self._ask_again.get(path, 0):
            return
        reason = self.source.hold(path)
        self._ask_again[path] = now + LOOK_AGAIN if reason else math.inf
        was = self.session.read_only.pop(path, "")
        if reason:
            self.session.read_only[path] = reason
            if not was:
                self.tell(reason, error=True)
        elif was and self.checking:
            self.session.ledger.refresh()
            self._reread[path] = "the other editor has left it: it is yours now"
            self.checking.soon(Path(path))
            self._check()

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
        if self.checking and self.source and self.source.changed(path, self.session.sha256(path)):
            self._reread[path] = "it changed on disk; your decisions were matched to it"
            self.checking.soon(Path(path))
            self._check()

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
        self.push_screen(HelpScreen(self.keys, self.screen))

    def action_queue(self) -> None:
        """Show all articles."""
        self.push_screen(QueueScreen())

    def action_history(self) -> None:
        """Show all decisions."""
        self.push_screen(HistoryScreen())

    def action_candidates(self) -> None:
        """Show the names that may become terms."""
        if self.source and self.session.articles:
            path = self.session.article.document.path
            self.push_screen(CandidatesScreen(NewNames(self.source, path)))
        else:
            self.tell("There is no glossary to add to here.")


def _key(document: Document) -> tuple[str, str | None]:
    return document.path, document.record
