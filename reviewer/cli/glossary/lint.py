"""Check glossaries: duplicates, conflicts, scripts, spelling, examples of rules.

Exit status as for check: 1 where a finding is at or above the fail level, 2 for a glossary that
cannot be read.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from reviewer import plugins
from reviewer.cli import complain
from reviewer.cli.glossary import _files
from reviewer.model import SEVERITIES

REPORTERS = "reviewer.reporters"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary lint``."""
    add = parser.add_argument
    add(
        "files",
        nargs="*",
        metavar="FILE|PACK",
        help="default: the team's own, compared with the packs in use",
    )
    add("--select", action="append", default=[], metavar="CODE", help="only these (repeatable)")
    add("--ignore", action="append", default=[], metavar="CODE", help="not these (repeatable)")
    add("--output-format", choices=plugins.offered(REPORTERS), help="default: text")
    add(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT:]FILE",
        help="write a report there (repeatable; - is standard output)",
    )
    add("--fail-level", choices=SEVERITIES, default="error", help="exit 1 from here on")
    add("--exit-zero", action="store_true", help="exit 0 whatever was found")
    add("--list-codes", action="store_true", help="print every code and leave")
    add("--config", type=Path, metavar="FILE", help="use this configuration file")


def run(args: argparse.Namespace) -> int:
    """Lint, report, and return the exit status."""
    from reviewer.cli._output import targets, write
    from reviewer.curate.lint._run import codes, lint
    from reviewer.engine.run import Run

    if args.list_codes:
        for code, meaning in codes().items():
            _files.say(f"{code} ({meaning.severity}): {meaning.short}. {meaning.long}")
        return 0
    paths = _files.own(args.files, args.config)
    found = lint(
        paths,
        [] if args.files else _files.chosen([], args.config),
        select=_split(args.select),
        ignore=_split(args.ignore),
        note=complain,
        progress=_Progress() if sys.stderr.isatty() else None,
    )
    result = Run(tuple(found), len(paths))
    for name, file in targets(args.output, args.output_format):
        write(name, file, result, args.fail_level, sys.stdout)
    failing = SEVERITIES[: SEVERITIES.index(args.fail_level) + 1]
    return int(not args.exit_zero and any(finding.severity in failing for finding in found))


def _split(values: list[str]) -> list[str]:
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


class _Progress:
    """A line on the terminal, at most once a second."""

    def __init__(self) -> None:
        self._next = time.monotonic() + 1

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + 1
            end = "\r" if done < total else "\n"
            sys.stderr.write(f"{done:,} of {total:,} entries{end}")
            sys.stderr.flush()
