"""Write glossaries in canonical form: order of fields, spelling, blank lines; comments stay."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from reviewer.cli.glossary import _entry, _files
from reviewer.errors import UsageError
from reviewer.text import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary fmt``."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="default: the team's own")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 where something would change"
    )
    parser.add_argument("--diff", action="store_true", help="as --check, and show the changes")
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")


def run(args: argparse.Namespace) -> int:
    """Format each file; return 1 if --check or --diff found something to do."""
    from reviewer.curate import save
    from reviewer.curate.fmt import formatted

    paths = _files.own(args.files, args.config)
    changed = 0
    for path in paths:
        if path.suffix.lower() != ".toml":
            raise UsageError(f"{path}: only TOML glossaries have a canonical form")
        data = save.read(path)
        new = _entry.rewritten(path, data, lambda text, path=path: formatted(text, str(path)))  # type: ignore[misc]
        if new == data:
            continue
        changed += 1
        shown = _files.shown_path(str(path))
        if args.diff:
            _show_diff(shown, data.decode("utf-8-sig"), new.decode("utf-8-sig"))
        elif args.check:
            _files.say(f"{shown}: would be formatted")
        else:
            save.replace(path, new, save.sha256(data))
            _files.say(f"{shown}: formatted")
    if not changed:
        _files.say(f"{len(paths)} files in canonical form")
    return int(bool(changed) and (args.check or args.diff))


def _show_diff(shown: str, old: str, new: str) -> None:
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"a/{shown}", f"b/{shown}", lineterm=""
    )
    for line in lines:
        sys.stdout.write(line[:1] + visible(line[1:]) + "\n")
