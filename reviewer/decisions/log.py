"""The decision log: appended to, read, never rewritten.

A line counts once it is whole on disk: ``append`` returns after fsync. A line that a crash tore is
skipped, and the next append begins on a line of its own. Two copies of the log may be joined line
by line, as git's ``union`` merge driver does: order is by time and id, not by place.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from reviewer.config import STATE
from reviewer.decisions.record import from_line, to_line
from reviewer.errors import DecisionsError
from reviewer.model import Decision

FILE = "decisions.jsonl"
# No link is followed: a checkout could aim one at any file of its user's.
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def _silent(message: str) -> None:
    """A note that nobody wants to hear."""


class Log:
    """The decisions kept in one folder; ``inherited`` is a folder whose log is read, not written.

    ``note`` hears once, at the first decision, that they go elsewhere than the inherited ones.
    ``skipped`` counts the lines that the last ``read`` left out: torn ones and foreign ones.
    """

    def __init__(
        self, folder: Path, inherited: Path | None = None, note: Callable[[str], None] = _silent
    ) -> None:
        self.folder = folder
        self.skipped = 0
        self._inherited = inherited
        self._note = note
        self._told = inherited is None

    def append(self, *decisions: Decision) -> None:
        """Put decisions on disk in one write; on return they will survive a power cut.

        Raises DecisionsError when they cannot be kept; then none of them counts.
        """
        path = self.folder / FILE
        try:
            _append(path, b"".join(map(to_line, decisions)))
        except OSError as error:
            raise DecisionsError(_unkept(path, error)) from None
        if not self._told:
            self._told = True
            self._note(f"{self._inherited} cannot be written: decisions are kept in {path}")

    def read(self) -> list[Decision]:
        """All decisions by time and id, each once. Raises DecisionsError for an unreadable log."""
        found: dict[str, Decision] = {}
        self.skipped = 0
        for folder in filter(None, (self._inherited, self.folder)):
            for line in _lines(folder / FILE):
                decision = from_line(line)
                if decision is None:
                    self.skipped += 1
                else:
                    found.setdefault(decision.id, decision)
        return sorted(found.values(), key=lambda decision: (decision.time, decision.id))


def open_log(root: Path, note: Callable[[str], None] = _silent) -> Log:
    """The log of a project; nothing is created before the first decision."""
    folder, usual = state_folder(root), root / STATE
    return Log(folder) if folder == usual else Log(folder, usual, note)


def state_folder(root: Path) -> Path:
    """Where a project's state lives: ``.reviewer`` in its root, or the user's state folder.

    The latter where the root cannot be written. The folder need not exist yet.
    """
    usual = root / STATE
    if os.access(usual if usual.exists() else root, os.W_OK):
        return usual
    from platformdirs import user_state_path

    key = hashlib.sha256(os.fsencode(root.absolute())).hexdigest()[:12]
    return user_state_path("mt-reviewer", appauthor=False) / f"{root.name or 'root'}-{key}"


def active(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, by the given order: not undone, or their undo undone; no undos.

    An undo holds unless an undo that holds takes it back. Order does not matter, since editors'
    clocks differ; undos that take each other back in a ring do not hold.
    """
    by_id = {decision.id: decision for decision in decisions}
    undos = (d for d in by_id.values() if d.action == "undo")
    refs = {undo.id: undo.ref for undo in undos if undo.ref in by_id}
    waiting = dict.fromkeys(by_id, 0)
    for ref in refs.values():
        waiting[ref] += 1
    ready = deque(name for name, count in waiting.items() if not count)
    holds: dict[str, bool] = {}
    undone: set[str] = set()
    while ready:
        name = ready.popleft()
        holds[name] = name not in undone
        if (taken_back := refs.get(name)) is not None:
            if holds[name]:
                undone.add(taken_back)
            waiting[taken_back] -= 1
            if not waiting[taken_back]:
                ready.append(taken_back)
    return [d for d in by_id.values() if d.action != "undo" and holds.get(d.id, True)]


def _append(path: Path, lines: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    created = not path.exists()
    handle = os.open(path, _APPEND | _BINARY, 0o666)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        if size:
            os.lseek(handle, -1, os.SEEK_END)
            if os.read(handle, 1) != b"\n":
                lines = b"\n" + lines
        _write_whole(handle, size, lines)
    finally:
        os.close(handle)
    if created:
        _sync_folder(path.parent)
        _sync_folder(path.parent.parent)


def _write_whole(handle: int, size: int, lines: bytes) -> None:
    """Write and sync, or leave the file as long as it was: no decision is half believed."""
    written = 0
    try:
        written = os.write(handle, lines)
        if written < len(lines):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # noqa: TRY301
        os.fsync(handle)
    except OSError:
        if os.fstat(handle).st_size == size + written:  # nobody else has appended meanwhile
            os.ftruncate(handle, size)
        raise


def _sync_folder(folder: Path) -> None:
    """Make a new file's name in its folder survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lines(path: Path) -> list[bytes]:
    try:
        return [line for line in path.read_bytes().split(b"\n") if line.strip()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise DecisionsError(
            f"{path}: the decision log cannot be read: {error.strerror}; check its permissions"
        ) from None


def _unkept(path: Path, error: OSError) -> str:
    advice = {
        errno.ENOSPC: "free some space",
        errno.EDQUOT: "free some space",
        errno.ELOOP: "it is a link; put a file in its place",
    }
    what = advice.get(error.errno or 0, "check its permissions")
    return f"{path}: the decision was not kept: {error.strerror}; {what} and decide again"
