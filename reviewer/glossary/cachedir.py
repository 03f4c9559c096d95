"""Where compiled data is kept between runs, and how it gets there safely."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

ENVIRONMENT = "REVIEWER_CACHE_DIR"
_KEEP_DAYS = 60


def cache_folder() -> Path:
    """The user's cache folder of this program, or ``REVIEWER_CACHE_DIR``; it need not exist yet."""
    if folder := os.environ.get(ENVIRONMENT):
        return Path(folder)
    if sys.platform == "linux":  # as platformdirs says, which takes 5 ms to load
        base = Path(os.environ.get("XDG_CACHE_HOME", "").strip())
        return (base if base.is_absolute() else Path.home() / ".cache") / "mt-reviewer"
    from platformdirs import user_cache_path

    return user_cache_path("mt-reviewer", appauthor=False)


def keep(path: Path, *data: bytes | memoryview) -> bool:
    """Write a cache file of these parts, whole or not at all.

    Then what its folder has not used for 60 days is dropped. False when the folder cannot be
    written: a cache may be missing, so that is no error.
    """
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")  # tempfile takes 4 ms to load
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb", opener=_private) as stream:
            stream.writelines(data)
        temporary.replace(path)  # readers see the old file or the new one, never half of one
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return False
    _prune(path.parent)
    return True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def touch(path: Path) -> None:
    """Note that a cache file was used; at most one write a day."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > 86400:
            os.utime(path)


def _prune(folder: Path) -> None:
    oldest = time.time() - _KEEP_DAYS * 86400
    for file in folder.glob("*.*"):
        with suppress(OSError):
            if file.stat().st_mtime < oldest:
                file.unlink()
