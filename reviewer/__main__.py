"""``python -m reviewer`` and the ``reviewer`` command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    # A run makes many objects and hardly a cycle; looking for some took a tenth of a short one.
    gc.set_threshold(100_000, 20, 50)
    from reviewer.cli import run

    status = run(sys.argv[1:])
    gc.freeze()  # nor are there any to look for at the end
    sys.exit(status)


if __name__ == "__main__":
    main()
