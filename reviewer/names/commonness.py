"""How much a token tells of who is meant: *Muhammad* and *Island* little, *Hovhannisyan* all."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

from reviewer.text import fold

RARE = 7.5  # nats: any token not in the table
INITIAL = 2.5  # a single letter


@cache
def _table() -> dict[str, float]:
    text = (Path(__file__).parent / "data" / "common.json").read_text("utf-8")
    return {token: info / 10 for token, info in json.loads(text).items()}


@lru_cache(maxsize=65536)
def information(token: str) -> float:
    """Nats, from the share of names in the training corpus that hold the token."""
    if len(token) == 1:
        return INITIAL
    return _table().get(fold(token), RARE)


def forget() -> None:
    """Drop what was read: the table has changed."""
    _table.cache_clear()
    information.cache_clear()
