"""Write glossaries for another tool: TBX, CSV and TSV of many tools, UTX, Wikidata, JSON.

What the format has no place for is listed on standard error.
"""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

from reviewer.cli.glossary import _exchange, _files

_BOM = "\ufeff"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary export``."""
    parser.add_argument("files", nargs="*", metavar="FILE|PACK", help="default: all in use")
    parser.add_argument("--to", dest="format", metavar="FORMAT", help="default: by FILE's suffix")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="- is standard output"
    )
    parser.add_argument("--bom", action="store_true", help="byte order mark, as Excel wants it")
    parser.add_argument("--proposed", action="store_true", help="proposed terms as if approved")
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")
    _exchange.language_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the file and list what it could not hold."""
    from reviewer.curate import save
    from reviewer.glossary import exchange

    glossary = _files.load(_files.chosen(args.files, args.config))
    output = Path(args.output)
    format = args.format or exchange.by_suffix(output)
    losses = exchange.Losses()
    pieces = exchange.write(
        format, glossary, glossary.terms, losses, _exchange.options(args, proposed=args.proposed)
    )
    pieces = chain([_BOM] if args.bom else [], pieces)
    if args.output == "-":
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    else:
        held = save.sha256(save.read(output)) if output.exists() else ""
        save.replace(output, _exchange.encoded(pieces), held)
    _exchange.tell(losses)
    return 0
