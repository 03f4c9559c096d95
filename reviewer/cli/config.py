"""Show which settings hold and where each came from."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import fields
from pathlib import Path

from reviewer.config import Settings, find_root, load


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer config``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print every setting and the file that sets it")
    show.add_argument("path", nargs="?", type=Path, default=Path(), help="for articles here")
    show.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")


def run(args: argparse.Namespace) -> int:
    """Print the settings, one a line."""
    folder = args.path if args.path.is_dir() else args.path.parent
    settings = load(folder, args.config)
    found = args.config or find_root(folder)[1]
    lines = [f"root = {settings.root}", f"configuration = {found or 'none found'}"]
    lines += [_line(settings, name) for name in _NAMES]
    lines += [f"{check} = {dict(table)}" for check, table in settings.checks.items()]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


_HIDDEN = ("root", "checks", "origin", "decisions")
_NAMES = tuple(field.name for field in fields(Settings) if field.name not in _HIDDEN)


def _line(settings: Settings, name: str) -> str:
    key, value = name.replace("_", "-"), getattr(settings, name)
    if name == "packs" and value is None:
        value = "all"
    if isinstance(value, tuple):
        value = [os.fspath(item) for item in value]
    return f"{key} = {value}  # {settings.origin.get(key, 'default')}"
