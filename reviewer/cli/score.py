"""Score a machine translation against its correction: TER and chrF2++."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reviewer import formats


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer score``."""
    parser.add_argument("original", type=Path, help="the article as the system left it")
    parser.add_argument("corrected", type=Path, help="the same article after review")


def run(args: argparse.Namespace) -> int:
    """Print each score with sacrebleu's signature."""
    from reviewer.quality.scores import chrf, paired_sentences, ter

    original, corrected = (
        "\n".join(document.text for document in formats.read(path))
        for path in (args.original, args.corrected)
    )
    pairs = paired_sentences(original, corrected)
    sys.stdout.write(f"{len(pairs)} sentences\n")
    for score in (ter(pairs), chrf(pairs)):
        sys.stdout.write(f"{score.name} {score.value:.2f}  {score.signature}\n")
    return 0
