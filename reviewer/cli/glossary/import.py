# ruff: noqa: N999 - the action is called so
"""Bring a glossary of another tool in: TBX, CSV and TSV of many tools, UTX, Wikidata, JSON.

What the file says and a glossary has no place for is listed on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.cli.glossary import _exchange, _files
from reviewer.errors import UsageError
from reviewer.glossary.model import Term

_WRITTEN = (".toml", ".csv", ".tsv")
_EVERY = 50_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary import``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--from", dest="format", metavar="FORMAT", help="default: what it looks like"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="PACK", help=".toml, .csv or .tsv"
    )
    parser.add_argument("--force", action="store_true", help="replace PACK if it is there")
    _exchange.language_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Read, write the pack, and tell how much came over."""
    from reviewer.curate import save
    from reviewer.glossary import exchange
    from reviewer.glossary.bulk import no_cycles

    if args.output.suffix.lower() not in _WRITTEN:
        raise UsageError(f"{args.output}: a glossary is written as {', '.join(_WRITTEN)}")
    if args.output.exists() and not args.force:
        raise UsageError(
            f"{args.output}: is there already; --force replaces it, or import to another file"
            " and join the two: reviewer glossary diff, merge"
        )
    options = _exchange.options(args)
    data = save.read(args.file)
    losses = exchange.Losses()
    format = args.format or exchange.detect(data, args.file)
    target = exchange.by_suffix(args.output)
    with no_cycles():
        head, terms = exchange.read(data, format, str(args.file), losses, options)
        counted = _Counted(terms)
        pieces = exchange.write(target, head, counted, losses, exchange.Options())
        written = _exchange.encoded(pieces)
    held = save.sha256(save.read(args.output)) if args.output.exists() else ""
    save.replace(args.output, written, held)
    _exchange.tell(losses)
    rules = f", {len(head.rules)} rules" if head.rules else ""
    shown = _files.shown_path(str(args.output))
    _files.say(f"{shown}: {counted.count} terms{rules} from {format}; next: glossary lint {shown}")
    return 0


class _Counted:
    """The terms as they pass, counted; a terminal is told of every 50,000."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = terms
        self.count = 0

    def __iter__(self) -> Iterator[Term]:
        shown = sys.stderr.isatty()
        for term in self._terms:
            self.count += 1
            yield term
            if shown and not self.count % _EVERY:
                sys.stderr.write(f"\r{self.count:,} terms")
                sys.stderr.flush()
        if shown and self.count >= _EVERY:
            sys.stderr.write("\r\x1b[K")
