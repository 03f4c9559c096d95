"""A progress bar on standard error, for people who wait at a terminal."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0  # seconds without a bar
_EVERY = 0.1
_WIDTH = 30


class Progress:
    """Called with the number of ``units`` done and of all; nothing shows before a second."""

    def __init__(self, units: str = "files") -> None:
        self._units = units
        self._next = time.monotonic() + _PATIENCE if sys.stderr.isatty() else float("inf")
        self._drawn = False

    def __call__(self, checked: int, total: int) -> None:
        """Draw the bar, at most ten times a second."""
        if (now := time.monotonic()) < self._next:
            return
        self._next, self._drawn = now + _EVERY, True
        bar = "#" * (_WIDTH * checked // total)
        sys.stderr.write(f"\r[{bar:.<{_WIDTH}}] {checked}/{total} {self._units}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away before anything else is printed."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False
