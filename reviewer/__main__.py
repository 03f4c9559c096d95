"""``python -m reviewer`` and the ``reviewer`` command."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line and leave with its exit status."""
    # A run makes many objects and hardly a cycle; looking for some took a tenth of a short one.
    gc.set_threshold(100_000, 20, 50)
    from reviewer.cli import run

    status = run(sys.argv[1:])
    if sys.argv[1:2] == ["check"] and not (sys.gettrace() or sys.getprofile()):
        _leave_at_once(status)
    gc.freeze()  # nor are there any to look for at the end
    sys.exit(status)


def _leave_at_once(status: int) -> None:
    """End without freeing object by object what the system frees at once: a batch check has nothing
    else to put in order. A stream that fails now has failed before and was told of.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
