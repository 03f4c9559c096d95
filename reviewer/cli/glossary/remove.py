"""Remove a term, or a rule by its id, with its own comments."""

from __future__ import annotations

import argparse

from reviewer.cli.glossary import _entry, _files


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary remove``."""
    parser.add_argument("term", metavar="TERM", help="preferred form, or an id")
    parser.add_argument("--line", type=int, metavar="N", help="the one that begins on this line")
    _entry.change_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Remove the entry; return 0."""
    from reviewer.curate import entries

    path = _files.pack_to_change(args.glossary, args.config)
    _entry.change(path, lambda text: entries.remove(text, args.term, str(path), args.line))
    _files.say(f"{_files.shown_path(str(path))}: removed {args.term}")
    return 0
