"""Check articles and print what an editor should look at.

Exit status 1 where a finding is at or above the fail level, 2 where something could not be read.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from reviewer import plugins
from reviewer.cli import complain
from reviewer.cli._project import overriding, project_arguments
from reviewer.engine import paths
from reviewer.engine.run import ProjectOf, Run, check_documents, check_files, projects
from reviewer.errors import UsageError
from reviewer.model import SEVERITIES

REPORTERS = "reviewer.reporters"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer check``."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles or folders; - reads standard input"
    )
    project_arguments(parser)
    parser.add_argument(
        "--output-format", default="text", choices=plugins.offered(REPORTERS), help="default: text"
    )
    parser.add_argument(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT:]FILE",
        help="write a report there (repeatable; - is standard output)",
    )
    parser.add_argument(
        "--fail-level", choices=SEVERITIES, help="exit 1 from this severity on (default: error)"
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever was found")
    parser.add_argument(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="call standard input so"
    )
    parser.add_argument("--list-checks", action="store_true", help="print every check and code")


def run(args: argparse.Namespace) -> int:
    """Check, report, and return the exit status."""
    if args.list_checks:
        sys.stdout.write(_list_checks())
        return 0
    problems: list[str] = []
    project_of = projects(overriding(args), args.config, problems.append, complain)
    found = _check(args, project_of, problems)
    for report in args.output or [f"{args.output_format}:-"]:
        _write(report, args.output_format, found)
    for problem in found.problems:
        complain(problem)
    if not found.articles and not found.problems:
        complain("nothing to check: no article in the given paths")
    if found.problems:
        return 2
    level = args.fail_level or project_of(Path("here")).settings.fail_level
    failing = SEVERITIES[: SEVERITIES.index(level) + 1]
    return int(not args.exit_zero and any(f.severity in failing for f in found.findings))


def _check(args: argparse.Namespace, project_of: ProjectOf, problems: list[str]) -> Run:
    if "-" in args.paths:
        if args.paths != ["-"]:
            raise UsageError("-: standard input cannot be checked together with files")
        project = project_of(Path(args.stdin_filename))
        documents = project.stream(sys.stdin.buffer, args.stdin_filename, args.input_format)
        return check_documents(documents, project, problems)
    named = [Path(path) for path in args.paths or ["."]]
    settings = project_of(Path("here")).settings
    files = list(paths.articles(named, settings))
    return check_files(files, project_of, problems=problems, format=args.input_format)


def _write(target: str, default: str, found: Run) -> None:
    """Render one report to ``[FORMAT:]FILE``; only a known format's name counts as prefix."""
    from reviewer.reporters._report import Report

    prefix, colon, rest = target.partition(":")
    known = colon and prefix in plugins.offered(REPORTERS)
    name, file = (prefix, rest) if known else (default, target)
    color = file == "-" and _colors()
    report = Report(articles=found.articles, suppressed=found.suppressed, color=color)
    rendered = plugins.load(REPORTERS, name).render(found.findings, report)
    if file == "-":
        sys.stdout.write(rendered)
        sys.stdout.flush()
    else:
        Path(file).write_text(rendered, encoding="utf-8", newline="\n")


def _colors() -> bool:
    """Colours on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _list_checks() -> str:
    from reviewer.engine.checker import codes

    lines = []
    for check, offered in codes().items():
        for code, meaning in offered.items():
            lines.append(f"{check}/{code} ({meaning.severity}): {meaning.short}. {meaning.long}\n")
    return "".join(lines)
