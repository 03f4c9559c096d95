"""Merge three versions of a glossary by entry; also git's merge driver.

Once in a repository:
  git config merge.glossary.driver "reviewer glossary merge %O %A %B --name %P"
  echo "glossaries/*.toml merge=glossary" >> .gitattributes

The result replaces OURS (or goes to -o). Exit status: 0 merged, 1 conflicts: the entries stand
between conflict markers in the result.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli import complain
from reviewer.cli.glossary import _entry

if TYPE_CHECKING:
    from reviewer.curate.merge import Conflict


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary merge``."""
    for name in ("base", "ours", "theirs"):
        parser.add_argument(name, type=Path, metavar=name.upper())
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: OURS")
    parser.add_argument("--name", default="", help="what messages call the glossary")


def run(args: argparse.Namespace) -> int:
    """Merge, tell the conflicts entry by entry, and return 1 if there are any."""
    from reviewer.curate import save
    from reviewer.curate.merge import merge

    ours = save.read(args.ours)
    base, theirs = (_entry.decoded(path, save.read(path)) for path in (args.base, args.theirs))
    name = args.name or str(args.ours)
    conflicts: list[Conflict] = []

    def merged(text: str) -> str:
        result = merge(base, text, theirs)
        conflicts.extend(result.conflicts)
        return result.text

    target: Path = args.output or args.ours
    data = _entry.rewritten(args.ours, ours, merged)
    held = save.sha256(save.read(target)) if args.output and target.exists() else ""
    save.replace(target, data, held if args.output else save.sha256(ours))
    for conflict in conflicts:
        complain(f"{name}: conflict in {conflict.what} {conflict.name!r}: {conflict.problem}")
    if conflicts:
        complain(f"{name}: {len(conflicts)} conflicts; decide between the markers <<<<<<< >>>>>>>")
    return int(bool(conflicts))
