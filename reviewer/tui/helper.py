"""A process that checks files, so that no key waits for a check.

It is forked before the screen is taken and ends with the pipe to us. Where processes cannot be
forked, or when it dies, checks run in a thread of this process instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.engine.files import FileResult

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Check = Callable[[Path], FileResult]


class Helper:
    """``check`` as the given function, but in the other process."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._ahead: Path | None = None  # sent already, not asked for yet
        self._pipe: Connection[Path, FileResult] | None = None
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
            target=_serve, args=(self._check, theirs, life, inherited), daemon=True
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

    def check(self, path: Path) -> FileResult:
        """Check one file; waits for it. Not for two threads at once."""
        if self._pipe:
            try:
                if self._ahead != path:
                    self._pipe.send(path)
                self._ahead = None
                return self._pipe.recv()
            except (EOFError, OSError):
                self._pipe = None
        return self._check(path)

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
    check: Check, pipe: Connection[FileResult, Path], life: int, inherited: tuple[int, ...]
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
            pipe.send(check(pipe.recv()))
    except (EOFError, OSError):
        return


def _end_with(life: int) -> None:
    """End at once when the other end of the pipe is gone, even in the middle of a check."""
    os.read(life, 1)
    os._exit(0)
