"""A glossary file replaced whole, unless somebody else changed it meanwhile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.errors import GlossaryError
from reviewer.fixes import take_after, write_beside


class ChangedError(GlossaryError):
    """The file is not the one that was read: somebody else was faster."""


def sha256(data: bytes) -> str:
    """The hash by which a state of a file is known."""
    return hashlib.sha256(data).hexdigest()


def read(path: Path) -> bytes:
    """The file's bytes. Raises GlossaryError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror}") from None


def replace(path: Path, data: bytes, expected: str) -> None:
    """Put ``data`` in the place of the file whose hash is ``expected`` (empty: there is none yet).

    Readers, and a crash, see the old file or the new one. Raises ChangedError where the file is
    another than expected, GlossaryError where it cannot be written; the old file is whole then.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = write_beside(target, data)
    except OSError as error:
        raise GlossaryError(_unsaved(path, error)) from None
    try:
        with _locked(target):
            if _state(target) != expected:
                raise ChangedError(
                    f"{path}: somebody else changed it meanwhile; nothing was overwritten"
                )
            if expected:
                status = target.stat()
                if not status.st_mode & 0o222:
                    raise GlossaryError(f"{path}: is read-only; make it writable and try again")
                take_after(temporary, status)
            else:
                temporary.chmod(0o644)
            temporary.replace(target)
    except OSError as error:
        raise GlossaryError(_unsaved(path, error)) from None
    finally:
        temporary.unlink(missing_ok=True)


def _state(target: Path) -> str:
    try:
        return sha256(target.read_bytes())
    except FileNotFoundError:
        return ""


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Nobody else replaces the file between the look at it and the replacing, where locks exist."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _unsaved(path: Path, error: OSError) -> str:
    return (
        f"{path}: was not saved: {error.strerror}; the old file is whole:"
        " make room or check the permissions, then try again"
    )
