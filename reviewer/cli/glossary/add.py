"""Add a term to a glossary; on a terminal, what is not given is asked for."""

from __future__ import annotations

import argparse
from typing import Any

from reviewer.cli.glossary import _entry, _files
from reviewer.errors import UsageError
from reviewer.glossary.model import KINDS


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary add``."""
    parser.add_argument("term", nargs="?", metavar="TERM", help="the form to write")
    parser.add_argument("--id", help="needed only where the term's own slug would not do")
    _entry.entry_arguments(parser)
    _entry.change_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Add the term and say where; return 0."""
    from reviewer.curate import entries

    path = _files.pack_to_change(args.glossary, args.config)
    values = _values(args) if args.term else _asked(args)
    _entry.change(path, lambda text: entries.add(text, values, str(path)), create=True)
    _files.say(f"{_files.shown_path(str(path))}: added {values['term']}")
    return 0


def _values(args: argparse.Namespace) -> dict[str, Any]:
    values: dict[str, Any] = {"term": args.term.strip(), "kind": "other", "status": "approved"}
    if args.id:
        values["id"] = args.id
    if args.native:
        values["native"] = _entry.native(args.native)
    for key in ("admitted", "deprecated"):
        if forms := getattr(args, key):
            values[key] = list(dict.fromkeys(forms))
    return values | _entry.scalars(args)


def _asked(args: argparse.Namespace) -> dict[str, Any]:
    if not _entry.asking():
        raise UsageError("glossary add: give the TERM (on a terminal the fields are asked for)")
    args.term = _entry.ask("term (the form to write)")
    if not args.term:
        raise UsageError("no term; nothing was changed")
    while not args.kind:
        kind = _entry.ask(f"kind ({', '.join(KINDS)})", "person")
        args.kind = kind if kind in KINDS else None
    while pair := _entry.ask("native form as LANG=FORM (empty: no more)"):
        args.native.append(pair)
    while form := _entry.ask("another right form (empty: no more)"):
        args.admitted.append(form)
    args.note = args.note or _entry.ask("note") or None
    args.source = args.source or _entry.ask("source", "editorial")
    return _values(args)
