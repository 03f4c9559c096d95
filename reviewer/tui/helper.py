"""A process that checks files, so that no key waits for a check.

It is forked before the screen is taken and ends with the pipe to us. Where processes cannot be
forked, or when it dies, checks run in a thread of this process instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewer.engine.files import FileResult

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Check = Callable[[Path], FileResult]
Renew = Callable[[Path], None]


class Renewal(NamedTuple):
    """What is sent to have a file's glossary read anew."""

    path: Path


class Helper:
    """``check`` and ``renew`` as the given functions, but in the other process."""

    def __init__(self, check: Check, renew: Renew) -> None:
        self._check, self._renew = check, renew
        self._ahead: Path | None = None  # sent already, not asked for yet
        self._pipe: Connection[Path | Renewal, FileResult] | None = None
        self._process: BaseProcess | None = None
        if sys.platform == "linux":
            self._start()

    def _start(self) -> None:
        import multiprocessing

        fork = multiprocessing.get_context("fork")
        ours, theirs = fork.Pipe()
        life, self._life = os.pipe()  # closed by the system when we end, however that comes about
        inherited = (ours.fileno(), self._life)
        self._process = fork.Process(
            target=_serve, args=(self._check, self._renew, theirs, life, inherited), daemon=True
        )
        self._process.start()
        theirs.close()
        os.close(life)
        self._pipe = ours

    def begin(self, path: Path) -> None:
        """Have a file checked ahead of the ``check`` that will ask for it next."""
        if self._pipe:
            self._pipe.send(path)
            self._ahead = path

    def renew(self, path: Path) -> None:
        """Have the glossary for a file read anew before the next check."""
        if self._pipe:
            with suppress(EOFError, OSError):  # a dead process: the next check finds out
                self._catch_up()
                self._pipe.send(Renewal(path))

    def check(self, path: Path) -> FileResult:
        """Check one file; waits for it. Not for two threads at once."""
        if self._pipe:
            try:
                if self._ahead == path:
                    self._ahead = None
                else:
                    self._catch_up()
                    self._pipe.send(path)
                return self._pipe.recv()
            except (EOFError, OSError):
                self._pipe = None
        return self._check(path)

    def _catch_up(self) -> None:
        """Wait for what was asked ahead and is not wanted any more."""
        if self._pipe and self._ahead:
            self._ahead = None
            self._pipe.recv()

    def close(self) -> None:
        """End the process."""
        if self._pipe:
            self._pipe.close()
            self._pipe = None
        if self._process:
            self._process.terminate()
            self._process.join()
            self._process = None
            os.close(self._life)


def _serve(
    check: Check,
    renew: Renew,
    pipe: Connection[FileResult, Path | Renewal],
    life: int,
    inherited: tuple[int, ...],
) -> None:
    """The other process's life: check what comes through the pipe, until the first one ends."""
    import signal
    from threading import Thread

    for handle in inherited:
        os.close(handle)
    Thread(target=_end_with, args=(life,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # the screen is not ours
        os.dup2(nowhere, stream)
    try:
        while True:
            asked = pipe.recv()
            if isinstance(asked, Renewal):
                renew(asked.path)
            else:
                pipe.send(check(asked))
    except (EOFError, OSError):
        return


def _end_with(life: int) -> None:
    """End at once when the other end of the pipe is gone, even in the middle of a check."""
    os.read(life, 1)
    os._exit(0)
