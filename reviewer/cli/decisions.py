"""The decision log: list it, export it, put approved corrections into their files."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from reviewer.cli import complain
from reviewer.cli._project import files, input_format, open_projects, project_arguments
from reviewer.decisions.report import report
from reviewer.engine.project import Project, ProjectOf
from reviewer.errors import ReviewerError
from reviewer.model import Decision
from reviewer.text import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``reviewer decisions``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("list", help="print the decisions that hold, oldest first")
    show.add_argument("--all", action="store_true", help="undone ones and undos too")
    export = actions.add_parser("export", help="print the decisions that hold, for programs")
    export.add_argument("--format", choices=("json", "csv"), default="json")
    apply = actions.add_parser("apply", help="write approved corrections into the articles")
    apply.add_argument("paths", nargs="*", metavar="PATH", help="articles or folders (default: .)")
    for action in (show, export, apply):
        project_arguments(action)


def run(args: argparse.Namespace) -> int:
    """Run one action and return the exit status."""
    project_of = open_projects(args)
    if args.action == "apply":
        return _apply(args, project_of)
    project = project_of(Path("here"))
    if args.action == "list":
        sys.stdout.write(_list(project, everything=args.all))
    else:
        sys.stdout.write(_json(project.decided) if args.format == "json" else _csv(project.decided))
    return 0


def _list(project: Project, *, everything: bool) -> str:
    decisions = project.log.read() if everything else project.decided
    if project.log.skipped:
        complain(f"{project.log.skipped} lines of the log are no decisions and were left out")
    lines = [_line(decision) for decision in decisions]
    lines.append(report(project.decided))
    return "".join(f"{line}\n" for line in lines)


def _line(decision: Decision) -> str:
    where = decision.path + (f" [{decision.record}]" if decision.record is not None else "")
    scope = "" if decision.scope == "one" else f" ({decision.scope})"
    what = f"“{decision.text}”"
    if decision.replacement is not None:
        what += f" → “{decision.replacement}”"
    if decision.reason:
        what += f": {decision.reason}"
    shown = (decision.time[:16], decision.who, decision.action + scope, where, what)
    return "  ".join(visible(part) for part in shown)


def _json(decisions: Iterable[Decision]) -> str:
    names = Decision._fields
    rows = [{name: getattr(decision, name) for name in names} for decision in decisions]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _csv(decisions: Iterable[Decision]) -> str:
    names = Decision._fields
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for decision in decisions:
        writer.writerow([_cell(getattr(decision, name)) for name in names])
    return out.getvalue()


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula (it gets an apostrophe before it)."""
    if isinstance(value, str):
        value = visible(value)
        return f"'{value}" if value[:1] in ("=", "+", "-", "@") else value
    return value


def _apply(args: argparse.Namespace, project_of: ProjectOf) -> int:
    """Write what was approved; a file that cannot be written is named and the others go on."""
    from reviewer.tui.session import Session
    from reviewer.tui.source import Source

    source = Source(project_of, format=input_format(args))
    status = written = 0
    for path in files(args.paths, project_of):
        session = Session(project_of(path).log, source.write)
        try:
            for loaded in source.load(path):
                session.add(loaded.document, loaded.findings, loaded.sha256, loaded.key)
            for shown in session.unsaved:
                count = session.save(shown)
                written += count
                sys.stdout.write(f"{visible(shown)}: {count} corrections\n")
        except ReviewerError as error:
            complain(str(error))
            status = 2
    sys.stdout.write(f"{written} corrections written\n")
    return status
