"""List terms: all, or those of a kind, a status, a text."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from reviewer.cli.glossary import _files
from reviewer.glossary.model import KINDS, STATUSES, Term


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary list``."""
    parser.add_argument("files", nargs="*", metavar="FILE|PACK", help="glossaries to read")
    parser.add_argument("--kind", action="append", default=[], choices=KINDS)
    parser.add_argument("--status", action="append", default=[], choices=STATUSES)
    parser.add_argument("--text", default="", help="held in any form, id, note or source")
    parser.add_argument("--rules", action="store_true", help="list the phrase rules instead")
    _files.json_argument(parser)
    _files.file_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print one entry a line and return 0."""
    from reviewer.curate import pick

    glossary = _files.load(_files.chosen([*args.files, *args.glossary], args.config))
    if args.rules:
        rules = [rule for rule in glossary.rules if args.text.lower() in repr(rule).lower()]
        if args.json:
            from reviewer.glossary.exchange._entry import rule_fields

            _files.say_json([rule_fields(rule) for rule in rules])
        else:
            _files.say_table(
                (rule.id, rule.code, rule.severity, _place(rule.place)) for rule in rules
            )
        return 0
    terms = pick.terms(glossary, kinds=args.kind, statuses=args.status, text=args.text)
    if args.json:
        _json(terms)
    else:
        _files.say_table(_row(term) for term in terms)
    return 0


def _json(terms: Iterator[Term]) -> None:
    """A list, written entry by entry: it may be a million long."""
    from reviewer.glossary.exchange._entry import term_fields

    divider = "[\n"
    for term in terms:
        fields = {**term_fields(term), "status": term.status, "kind": term.kind}
        place = {"file": term.origin[0], "line": term.origin[1]}
        text = json.dumps({**fields, **place}, ensure_ascii=False)
        sys.stdout.write(divider + text.encode("utf-8", "backslashreplace").decode())
        divider = ",\n"
    sys.stdout.write("[]\n" if divider == "[\n" else "\n]\n")


def _row(term: Term) -> tuple[str, ...]:
    native = next((forms[0] for forms in term.native.values() if forms), "")
    return (term.term, term.kind, term.status, native, _place(term.origin))


def _place(origin: tuple[str, int]) -> str:
    return f"{Path(origin[0]).name}:{origin[1]}"
