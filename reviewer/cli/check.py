"""Check articles and print what an editor should look at.

Exit status 1 where a finding is at or above the fail level, 2 where something could not be read.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import plugins
from reviewer.cli import complain
from reviewer.cli._project import overriding, project_arguments
from reviewer.engine import paths
from reviewer.engine.parallel import cores
from reviewer.engine.project import ProjectOf, projects
from reviewer.engine.run import Run, check_documents, check_files
from reviewer.errors import UsageError
from reviewer.model import SEVERITIES, Severity

if TYPE_CHECKING:
    from reviewer.checks._context import Code

CHECKS = "reviewer.checks"
REPORTERS = "reviewer.reporters"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer check``."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles or folders; - reads standard input"
    )
    project_arguments(parser)
    parser.add_argument(
        "--output-format",
        choices=plugins.offered(REPORTERS),
        help="default: text; on standard output what the CI platform shows best",
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
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="use N processes (default: the cores)"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="check every file even if nothing changed"
    )
    parser.add_argument("--list-checks", action="store_true", help="print every check and code")


def run(args: argparse.Namespace) -> int:
    """Check, report, and return the exit status."""
    if args.list_checks:
        sys.stdout.write(_list_checks())
        return 0
    project_of = projects(overriding(args), args.config, complain)
    found = _check(args, project_of)
    level = args.fail_level or project_of(Path("here")).settings.fail_level
    for name, file in _outputs(args):
        _write(name, file, found, level)
    for problem in found.problems:
        complain(problem)
    if not found.articles and not found.problems:
        complain("nothing to check: no article in the given paths")
    if found.problems:
        return 2
    failing = SEVERITIES[: SEVERITIES.index(level) + 1]
    return int(not args.exit_zero and any(f.severity in failing for f in found.findings))


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a number of 1 or more")
    return number


def _check(args: argparse.Namespace, project_of: ProjectOf) -> Run:
    if "-" in args.paths:
        if args.paths != ["-"]:
            raise UsageError("-: standard input cannot be checked together with files")
        project = project_of(Path(args.stdin_filename))
        documents = project.stream(sys.stdin.buffer, args.stdin_filename, args.input_format)
        return check_documents(documents, project)
    named = [Path(path) for path in args.paths or ["."]]
    settings = project_of(Path("here")).settings
    files = list(paths.articles(named, settings))
    return check_files(
        files,
        project_of,
        format=args.input_format,
        cached=not args.no_cache,
        jobs=args.jobs or cores(),
    )


def _outputs(args: argparse.Namespace) -> list[tuple[str, str]]:
    """Each report's format and file; only a known format's name counts as ``[FORMAT:]`` prefix."""
    from reviewer.reporters._platform import standard_output

    outputs = []
    for target in args.output or ["-"]:
        prefix, colon, rest = target.partition(":")
        if colon and prefix in plugins.offered(REPORTERS):
            outputs.append((prefix, rest))
        elif args.output_format or target != "-":
            outputs.append((args.output_format or "text", target))
        else:
            name, note = standard_output(os.environ)
            outputs.append((name, target))
            if note:
                complain(note)
    return outputs


def _write(name: str, file: str, found: Run, level: Severity) -> None:
    """Render one report to a file, or to standard output for ``-``."""
    from reviewer import __version__
    from reviewer.reporters._platform import checkout
    from reviewer.reporters._report import Report

    report = Report(
        articles=found.articles,
        suppressed=found.suppressed,
        version=__version__,
        color=file == "-" and _colors(),
        fail_level=level,
        meaning=_meaning,
        folder=Path.cwd().as_posix(),
        checkout=checkout(os.environ),
    )
    rendered = plugins.load(REPORTERS, name).render(found.findings, report)
    if file == "-":
        sys.stdout.write(rendered)
        sys.stdout.flush()
        return
    try:
        Path(file).write_text(rendered, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"{file or '-o ' + name + ':'}: cannot write the report: {error.strerror};"
            " name a file in a folder that exists and can be written"
        ) from error


def _meaning(check: str, code: str) -> Code | None:
    """What a code stands for, as its check says."""
    if check not in plugins.offered(CHECKS):
        return None
    meaning: Code | None = plugins.load(CHECKS, check).CODES.get(code)
    return meaning


def _colors() -> bool:
    """Colours on a terminal, unless NO_COLOR is set (https://no-color.org) or it knows none."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _list_checks() -> str:
    from reviewer.engine.checker import codes

    lines = []
    for check, offered in codes().items():
        for code, meaning in offered.items():
            lines.append(f"{check}/{code} ({meaning.severity}): {meaning.short}. {meaning.long}\n")
    return "".join(lines)
