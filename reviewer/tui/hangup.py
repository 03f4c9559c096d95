"""Leaving when the terminal has gone.

A terminal that closes hangs up on its session. A program that was started in a session of another
terminal, or in a container, hears nothing of that: it would read an ended terminal for ever and
keep its article locked for everybody else.
"""

from __future__ import annotations

import os
import signal
import sys

EVERY = 2.0  # seconds between two looks


def has_terminal() -> bool:
    """Is what we read from a terminal that is still there?"""
    return sys.__stdin__ is not None and sys.__stdin__.isatty()


def hang_up() -> None:
    """End as if the terminal had hung up on us; every decision is on disk."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)
