"""Propose new terms: names seen often and not known, names that editors wrote.

Candidates go to .reviewer/candidates.toml, which no check reads; --accept moves one to a glossary,
--refuse takes it off for good.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli import complain
from reviewer.cli._project import files, input_format, open_projects, project_arguments
from reviewer.cli.glossary import _files
from reviewer.errors import ReviewerError
from reviewer.glossary.model import KINDS

if TYPE_CHECKING:
    from reviewer.curate.harvest.candidates import Candidates
    from reviewer.engine.project import ProjectOf
    from reviewer.model import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary harvest``."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="articles or folders (default: .)")
    add("--min", type=int, default=3, metavar="N", help="seen at least so often (default: 3)")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--accept", metavar="TERM", help="move this candidate to a glossary")
    choice.add_argument("--refuse", metavar="TERM", help="never propose this again")
    choice.add_argument("--list", action="store_true", help="list what waits")
    add("--to", metavar="FILE", help="the glossary that an accepted term goes to")
    add("--kind", choices=KINDS, help="of an accepted term")
    add("--note", help="of an accepted term")
    project_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Propose, list, accept or refuse; return 0, or 2 where an article cannot be read."""
    from reviewer.curate.harvest.candidates import Candidates
    from reviewer.decisions import state_folder

    project_of = open_projects(args)
    project = project_of(Path("here"))
    candidates = Candidates(state_folder(project.settings.root))
    if args.list:
        _list(candidates)
        return 0
    if args.accept:
        pack = _files.pack_to_change(args.to, args.config)
        candidates.accept(args.accept, pack, _given(args))
        _files.say(f"{_files.shown_path(str(pack))}: added {args.accept}")
        return 0
    if args.refuse:
        from reviewer.decisions.record import editor

        candidates.refuse(args.refuse, editor())
        _files.say(f"refused {args.refuse}")
        return 0
    return _harvest(args, project_of, candidates)


def _harvest(args: argparse.Namespace, project_of: ProjectOf, candidates: Candidates) -> int:
    from reviewer.curate.harvest.propose import proposed

    problems: list[str] = []
    project = project_of(Path("here"))
    documents = _documents(args, project_of, problems)
    found = proposed(documents, project.decided, project.glossary, often=args.min)
    added = candidates.propose(found)
    for problem in problems:
        complain(problem)
    for name in added:
        _files.say(name)
    where = _files.shown_path(str(candidates.path))
    _files.say(f"{len(added)} new candidates, {len(candidates.terms())} wait in {where}")
    return 2 if problems else 0


def _documents(
    args: argparse.Namespace, project_of: ProjectOf, problems: list[str]
) -> Iterator[Document]:
    for path in files(args.paths, project_of):
        try:
            yield from project_of(path).documents(path, format=input_format(args))
        except ReviewerError as error:
            problems.append(str(error))


def _list(candidates: Candidates) -> None:
    rows = ((term.term, term.kind, ", ".join(term.native)) for term in candidates.terms())
    if not _files.say_table(rows):
        _files.say("no candidates wait; reviewer glossary harvest PATH looks for some")


def _given(args: argparse.Namespace) -> dict[str, Any]:
    return {key: getattr(args, key) for key in ("kind", "note") if getattr(args, key)}
