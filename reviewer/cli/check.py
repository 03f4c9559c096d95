"""Check articles and print what an editor should look at.

Exit status 1 where a finding is at or above the fail level, 2 where something could not be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reviewer import plugins
from reviewer.cli import complain
from reviewer.cli._output import REPORTERS, checks, statistics, targets, write
from reviewer.cli._project import input_format, one_source, open_projects, project_arguments
from reviewer.engine import paths
from reviewer.engine.parallel import cores
from reviewer.engine.project import ProjectOf
from reviewer.engine.run import Run, check_documents, check_files, ordered
from reviewer.errors import InputError, UsageError
from reviewer.model import SEVERITIES, Finding


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer check``."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, folders or patterns; - is standard input (default: .)",
    )
    add(
        "--files-from",
        metavar="FILE",
        help="check the files listed there, separated by NUL or line ends; - is standard input",
    )
    project_arguments(parser)
    add("--force-exclude", action="store_true", help="--exclude holds for files named outright")
    add("--stdin-filename", default="<stdin>", metavar="NAME", help="call standard input so")
    add("--jobs", type=_positive, metavar="N", help="use N processes (default: the cores)")
    add("--no-cache", action="store_true", help="check every file even if nothing changed")
    _report_arguments(parser)
    _baseline_arguments(parser)
    _fix_arguments(parser)


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("reports").add_argument
    add(
        "--output-format",
        choices=plugins.offered(REPORTERS),
        help="default: text; on standard output what the CI platform shows best",
    )
    add(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT:]FILE",
        help="write a report there (repeatable; - is standard output)",
    )
    add("--fail-level", choices=SEVERITIES, help="exit 1 from this severity on (default: error)")
    add("--exit-zero", action="store_true", help="exit 0 whatever was found")
    add("--statistics", action="store_true", help="count each code, on standard error")
    add("--list-checks", action="store_true", help="print every check and code, and leave")


def _baseline_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("only what is new").add_argument
    add("--baseline", type=Path, metavar="FILE", help="pass over the findings it holds")
    add("--write-baseline", action="store_true", help="put what is found into it, and exit 0")
    add("--prune-baseline", action="store_true", help="drop from it what is found no longer")


def _fix_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("corrections").add_argument
    add("--fix", action="store_true", help="correct what is certain; the rest is reported")
    add("--diff", action="store_true", help="show what --fix would do; exit 1 if anything")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="correct garbled names too where the matcher is nearly sure",
    )


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a number of 1 or more")
    return number


class _Input:
    """What to check: files by the names that reports show, or the bytes of standard input."""

    def __init__(self, name: str, stdin: bytes | None = None) -> None:
        self.files: dict[str, Path] = {}
        self.name = name
        self.stdin = stdin
        self.problems: list[str] = []


def run(args: argparse.Namespace) -> int:
    """Check, report, and return the exit status."""
    if args.list_checks:
        sys.stdout.write(checks())
        return 0
    _refuse_contradictions(args)
    outputs = targets(args.output, args.output_format)
    project_of = open_projects(args)
    given = _input(args, project_of)
    if args.diff:
        return _diff(args, given, project_of)
    standard = sys.stdout
    if args.fix:
        _fix(args, given, project_of)
        standard = sys.stdout if given.stdin is None else sys.stderr
    found = _check(args, given, project_of)
    if args.baseline:
        from reviewer.cli._baseline import without_known, written

        if args.write_baseline:
            return written(args.baseline, found, project_of)
        found = without_known(args.baseline, found, project_of, prune=args.prune_baseline)
    level = project_of(Path(given.name)).settings.fail_level
    if found.unread:
        found = found._replace(findings=tuple(ordered((*found.findings, *found.unread))))
    for name, file in outputs:
        write(name, file, found, level, standard)
    if args.statistics:
        sys.stderr.write(statistics(found.findings))
    return _status(args, found, project_of)


def _refuse_contradictions(args: argparse.Namespace) -> None:
    refused = {
        "--fix with --diff: choose one; --diff shows what --fix would do": args.fix and args.diff,
        "--unsafe-fixes needs --fix or --diff": args.unsafe_fixes and not (args.fix or args.diff),
        "--write-baseline needs --baseline FILE": args.write_baseline and not args.baseline,
        "--prune-baseline needs --baseline FILE": args.prune_baseline and not args.baseline,
        "-: standard input cannot be checked together with files": "-" in args.paths
        and (len(args.paths) > 1 or args.files_from is not None),
    }
    for message, holds in refused.items():
        if holds:
            raise UsageError(message)


def _input(args: argparse.Namespace, project_of: ProjectOf) -> _Input:
    if args.paths == ["-"]:
        return _Input(args.stdin_filename, sys.stdin.buffer.read())
    named = [Path(path) for path in args.paths]
    if args.files_from is not None:
        named += paths.listed(_list(args.files_from))
    elif not named:
        named = [Path()]
    given = _Input("here")
    files = paths.articles(
        named,
        lambda path: project_of(path).settings,
        force_exclude=args.force_exclude,
        problem=given.problems.append,
    )
    given.files = {paths.shown(path): path for path in files}
    one_source(args, list(given.files.values()))
    return given


def _list(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot read the list of files: {error.strerror}") from None


def _check(args: argparse.Namespace, given: _Input, project_of: ProjectOf) -> Run:
    from reviewer.cli._progress import Progress

    if given.stdin is not None:
        project = project_of(Path(given.name))
        documents = project.parse(given.stdin, given.name, input_format(args))
        return check_documents(documents, project)
    progress = Progress()
    try:
        found = check_files(
            given.files.values(),
            project_of,
            format=input_format(args),
            cached=not args.no_cache,
            jobs=args.jobs or cores(),
            progress=progress,
        )
    finally:
        progress.clear()
    return found._replace(problems=(*given.problems, *found.problems))


def _fix(args: argparse.Namespace, given: _Input, project_of: ProjectOf) -> None:
    """Correct what may be corrected; what is left is for the report."""
    from reviewer.cli._fixing import Fixing
    from reviewer.reporters._report import plural

    fixing = Fixing(project_of, input_format(args), args.unsafe_fixes, given.problems.append)
    if given.stdin is not None:
        if fixed := fixing.data(given.name, given.stdin):
            given.stdin = fixed.data
        sys.stdout.buffer.write(given.stdin)
        sys.stdout.buffer.flush()
        return
    count = files = 0
    for path, data, fixed in fixing.files(_check(args, given, project_of).findings, given.files):
        if fixing.write(path, data, fixed.data):
            count, files = count + fixed.count, files + 1
    if count:
        complain(f"{plural(count, 'correction')} written to {plural(files, 'file')}")


def _diff(args: argparse.Namespace, given: _Input, project_of: ProjectOf) -> int:
    """Print what ``--fix`` would change; 1 if anything, 2 where something could not be read."""
    from reviewer.cli._fixing import Fixing, unified

    found = _check(args, given, project_of)
    problems = list(found.problems)
    fixing = Fixing(project_of, input_format(args), args.unsafe_fixes, problems.append)
    changed = list(fixing.files(found.findings, given.files))
    if given.stdin is not None and (fixed := fixing.data(given.name, given.stdin)):
        changed.append((given.name, given.stdin, fixed))
    for path, data, fixed in changed:
        sys.stdout.write(unified(path, data, fixed.data, input_format(args)))
    for problem in problems:
        complain(problem)
    return 2 if problems else int(bool(changed))


def _status(args: argparse.Namespace, found: Run, project_of: ProjectOf) -> int:
    """Say what went wrong; the exit status by each article's own fail level."""
    for problem in found.problems:
        complain(problem)
    if found.problems:
        return 2
    if not found.articles:
        complain("nothing to check: no article in the given paths")
    failing = any(_fails(finding, project_of) for finding in found.findings)
    return int(failing and not args.exit_zero)


def _fails(finding: Finding, project_of: ProjectOf) -> bool:
    level = project_of(Path(finding.path)).settings.fail_level
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)
