"""One editor an article: who opened it first decides, who comes later is told and may look."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reviewer.decisions.record import editor

STALE_AFTER = 12 * 3600  # seconds; of another machine's lock, whose process cannot be asked for


class Locks:
    """The articles that this process holds, as files in a folder; all are let go by ``release``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, Path] = {}

    def hold(self, key: str) -> str:
        """Take an article, named as in the log; the reason why not, or nothing.

        Where no lock can be written (a read-only folder) nobody is kept out.
        """
        if key in self._held:
            return ""
        file = self._folder / f"{hashlib.sha256(os.fsencode(key)).hexdigest()[:16]}.json"
        mine = {"who": editor(), "host": socket.gethostname(), "pid": os.getpid()}
        line = json.dumps({**mine, "since": time.time(), "path": key})
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.exists() and not _reason(file):
                file.unlink(missing_ok=True)
            with file.open("x", encoding="utf-8") as opened:
                opened.write(line)
        except OSError:
            return _reason(file)
        self._held[key] = file
        return ""

    def release(self) -> None:
        """Let every article go."""
        for file in self._held.values():
            with suppress(OSError):
                file.unlink()
        self._held.clear()


def _reason(file: Path) -> str:
    """Who holds the lock since when; nothing where its process is gone."""
    try:
        lock = json.loads(file.read_text(encoding="utf-8"))
        who, host, pid, since = str(lock["who"]), lock["host"], int(lock["pid"]), lock["since"]
        started = datetime.fromtimestamp(since).astimezone().strftime("%H:%M on %d %B")
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return ""
    if host == socket.gethostname() and not _alive(pid):
        return ""
    if host != socket.gethostname() and time.time() - since > STALE_AFTER:
        return ""
    return (
        f"{who} has had this article open since {started}: read-only here. (Not so? Remove {file}.)"
    )


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
