"""Rebuild the shipped tables from the training corpus: ``python -m reviewer.names.train``."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from reviewer.names.learning import corpus, segments, tokenpairs

DATA = Path(__file__).parent / "data"
_TOKEN_PAIRS = 60_000


def main() -> None:
    """Learn channel and classifier and write their tables."""
    rows = corpus.same()
    channel, _ = segments.learn(tokenpairs.token_pairs(rows, _TOKEN_PAIRS))
    write("channel.json", dataclasses.asdict(channel))


def write(name: str, tables: object) -> None:
    """One table as compact JSON, keys sorted: equal content is equal bytes."""
    text = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DATA / name).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
