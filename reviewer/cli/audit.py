"""Certify how many names are still wrong: draw a sample, judge it in review, report, verify.

``draw`` takes names that no check flagged; ``reviewer review`` asks about them among its findings,
unmarked. ``report`` states what follows from the verdicts; ``verify`` computes it all anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli import complain
from reviewer.cli._project import files, open_projects, project_arguments
from reviewer.errors import InputError, UsageError

if TYPE_CHECKING:
    from reviewer.engine.project import Project

_SIZE = 100


def arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``reviewer audit``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    draw = actions.add_parser("draw", help="mix a random sample of unflagged names into the queue")
    draw.add_argument("paths", nargs="*", metavar="PATH", help="articles or folders (default: .)")
    draw.add_argument(
        "--size",
        type=int,
        default=_SIZE,
        metavar="N",
        help="names to judge: with none wrong, 59 show at most 5%%, 100 3%%, 299 1%%"
        f" (default: {_SIZE})",
    )
    draw.add_argument("--seed", type=_seed, metavar="N", help="draw the same again")
    report = actions.add_parser("report", help="the certificate that the verdicts allow")
    report.add_argument("--output-format", choices=("text", "json"), default="text")
    report.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it there")
    report.add_argument(
        "--fail-above", type=float, metavar="SHARE", help="exit 1 where the bound is above: 0.02"
    )
    verify = actions.add_parser("verify", help="compute everything anew and name what differs")
    verify.add_argument("certificate", nargs="?", type=Path, metavar="FILE", help="a JSON report")
    for action in (report, verify):
        action.add_argument("--audit", default="", metavar="ID", help="not the last one drawn")
    for action in (draw, report, verify):
        project_arguments(action)


def run(args: argparse.Namespace) -> int:
    """Run one action and return the exit status."""
    if args.action == "draw":
        return _draw(args)
    project_of = open_projects(args)
    project = project_of(Path("here"))
    return _report(args, project) if args.action == "report" else _verify(args, project)


def _draw(args: argparse.Namespace) -> int:
    from reviewer.cli._progress import Progress
    from reviewer.engine.project import by_project
    from reviewer.quality.audit.draw import draw
    from reviewer.quality.audit.population import population, states

    project_of = open_projects(args)
    found = files(args.paths, project_of)
    if not found:
        raise UsageError("nothing to draw from: no article in the given paths")
    grouped = by_project(found, project_of)
    if len(grouped) > 1:
        raise UsageError("the articles belong to several projects; draw from each by itself")
    ((project, paths),) = grouped
    if not project.settings.decisions:
        raise UsageError("--isolated has no decision log, where a draw is kept; leave it out")
    progress = Progress()
    try:
        held = population(project, states(paths), args.input_format, progress)
    finally:
        progress.clear()
    made = draw(project, held, args.size, args.seed)
    sys.stdout.write(
        f"audit {made.head.id}: {made.size} of {made.population:,} names that no check flagged"
        f" (articles: {made.articles:,}), with seed {made.seed}\n"
        "They wait among the findings: judge them by reviewer review (x where it is right, e to"
        " correct it), then reviewer audit report.\n"
    )
    return 0


def _report(args: argparse.Namespace, project: Project) -> int:
    from reviewer.engine.writing import write_text
    from reviewer.quality.audit.certificate import certificate, text
    from reviewer.quality.audit.draw import find

    decisions = _log(project)
    made = certificate(find(decisions, args.audit), decisions)
    rendered = text(made)
    if args.output_format == "json":
        rendered = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        rendered = rendered.encode("utf-8", "backslashreplace").decode()
    if args.output:
        write_text(args.output, rendered, "certificate")
    else:
        sys.stdout.write(rendered)
    if args.fail_above is not None and made["bound"]["share"] > args.fail_above:
        complain(f"the bound is {made['bound']['share']:.4f}, above {args.fail_above:g}")
        return 1
    return 0


def _verify(args: argparse.Namespace, project: Project) -> int:
    from reviewer.quality.audit.draw import find
    from reviewer.quality.audit.verify import differences

    decisions = _log(project)
    told = _certificate(args.certificate) if args.certificate else None
    named = str(told.get("audit", "")) if told else ""
    audit = find(decisions, args.audit or named)
    found = differences(project, audit, decisions, told)
    for difference in found:
        complain(difference)
    if not found:
        what = "the certificate, the draw" if told else "the draw"
        sys.stdout.write(f"audit {audit.head.id}: {what} and its population are as the log says\n")
    return int(bool(found))


def _log(project: Project) -> list[Any]:
    decisions = project.log.read()
    if project.log.skipped:
        complain(f"{project.log.skipped} lines of the log are torn or no decisions: left out")
    return decisions


def _certificate(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise InputError(f"{path}: is no certificate: audit report --output-format json writes one")
    return told


def _seed(value: str) -> int:
    if not (value.isdecimal() and value.isascii()):
        raise argparse.ArgumentTypeError("expected a whole number of 0 or more")
    return int(value)
