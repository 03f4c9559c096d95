"""Tell why two names match or not."""

from __future__ import annotations

import argparse
import os
import sys

from reviewer.cli import complain
from reviewer.errors import UsageError
from reviewer.text import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer names``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    compare = actions.add_parser("compare", help="score, verdict and explanation for two names")
    compare.add_argument("a", nargs="?", metavar="A", help="the name as it should be")
    compare.add_argument("b", nargs="?", metavar="B", help="the name as it was found")
    compare.add_argument(
        "--tsv",
        action="store_true",
        help="read two names a line from standard input, print both and a score 0..1",
    )


def run(args: argparse.Namespace) -> int:
    """Compare and print; exit 0 unless the input is malformed."""
    if args.tsv:
        return _table()
    if args.a is None or args.b is None:
        raise UsageError("names compare: give two names, or --tsv and two names a line on stdin")
    from reviewer.names.compare import compare
    from reviewer.names.explain import explain

    found = compare(args.a, args.b)
    sys.stdout.write(f"{visible(args.a)} ~ {visible(args.b)}: {found.verdict}, {found.score:.2f}\n")
    for line in explain(found):
        sys.stdout.write(f"  {visible(line)}\n")
    return 0


def _table() -> int:
    from reviewer.names.compare import score_pairs

    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    rows = [line.rstrip("\r\n").split("\t") for line in sys.stdin]
    wrong = next((n for n, row in enumerate(rows, 1) if len(row) != 2), None)
    if wrong is not None:
        complain(f"standard input, line {wrong}: expected two names separated by one tab")
        return 2
    pairs = [(row[0], row[1]) for row in rows]
    for (a, b), score in zip(pairs, score_pairs(pairs, os.cpu_count() or 1), strict=True):
        sys.stdout.write(f"{a}\t{b}\t{score:.6f}\n")
    return 0
