"""Review articles in the terminal: approve, edit or reject each flagged span."""

from __future__ import annotations

import argparse
import os
import sys

from reviewer.cli import complain
from reviewer.cli._project import files as articles
from reviewer.cli._project import input_format, one_source, open_projects, project_arguments
from reviewer.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer review``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles or folders (default: .)")
    project_arguments(parser)
    parser.add_argument(
        "--plain",
        action="store_true",
        help="questions and answers, for screen readers, plain terminals and scripts",
    )
    parser.add_argument("--serve", action="store_true", help="in a browser on this machine")
    parser.add_argument("--port", type=int, default=8000, help="for --serve (default: 8000)")


def run(args: argparse.Namespace) -> int:
    """Open the articles and return the exit status when the editor leaves."""
    project_of = open_projects(args)
    files = articles(args.paths, project_of)
    one_source(args, files)
    if not files:
        complain("nothing to review: no article in the given paths")
        return 0
    if args.serve:
        from reviewer.tui.serve import serve

        return serve(sys.argv[1:], args.port)
    if args.plain:
        from reviewer.tui.plain import review

        return review(files, project_of, format=input_format(args))
    _terminal()
    from reviewer.tui.start import review as review_in_app

    return review_in_app(files, project_of, format=input_format(args))


def _terminal() -> None:
    """Raise UsageError where no screen can be drawn and no key be read."""
    served = "TEXTUAL_DRIVER" in os.environ  # by textual-serve: its browser is the screen
    able = sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if not (served or able):
        raise UsageError(
            "this is no terminal that a screen could be drawn on:"
            " reviewer review --plain asks the same as questions and answers"
        )
