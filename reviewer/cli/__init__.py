"""The command line: one file per command, imported only when it is called.

A command module offers ``arguments(parser)`` and ``run(args) -> int``; the first line of its
docstring is its help. Exit status: 0 nothing at the fail level, 1 something is, 2 an error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from reviewer import plugins
from reviewer.errors import ReviewerError


def run(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` names and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _dispatch(argv)
    except ReviewerError as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        complain("interrupted")
        return 130
    except BrokenPipeError:
        # The reader of our output left; what is still buffered must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception:
        import traceback

        traceback.print_exc()
        complain("internal error: please report the lines above with the command that gave them")
        return 2


def _dispatch(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Review machine-translated articles: find garbled names and phrases.",
        epilog="Exit status: 0 nothing at the fail level, 1 something is, 2 an error.",
        formatter_class=_formatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command")
    offered = plugins.offered(__name__)
    wanted = next((word for word in argv if word in offered), None)
    for name in offered:
        if wanted is None or name == wanted:
            module = plugins.load(__name__, name)
            summary = (module.__doc__ or "").partition("\n")[0]
            command = commands.add_parser(
                name, help=summary, description=module.__doc__, formatter_class=_formatter
            )
            module.arguments(command)
    args = parser.parse_args(argv)
    if args.version:
        from reviewer import __version__

        print(f"reviewer {__version__}")  # noqa: T201
        return 0
    if args.command is None:
        parser.print_help()
        return 2
    status = int(plugins.load(__name__, args.command).run(args))
    sys.stdout.flush()  # here a reader that left can still be heard of
    return status


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_columns() - 2)


@cache
def _columns() -> int:
    """The terminal's width; argparse asks for each option, and loads shutil to know."""
    with suppress(KeyError, ValueError):
        if (columns := int(os.environ["COLUMNS"])) > 0:
            return columns
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def complain(message: str) -> None:
    """One line on standard error, what cannot be seen named."""
    from reviewer.text import visible

    sys.stderr.write("reviewer: " + "\n  ".join(visible(m) for m in message.splitlines()) + "\n")
