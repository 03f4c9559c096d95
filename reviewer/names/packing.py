"""The channel's tables as JSON that is read soonest: few long strings and lists of numbers.

No key holds white space; a table is its keys, a space between them, and what each of them costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from reviewer.names.multigram import Multigram, Trigrams, from_tables


def packed(model: Multigram) -> dict[str, Any]:
    """The model as `unpacked` takes it."""
    segments = model.segments
    return {
        "canonical": _packed_trigrams(model.canonical),
        "gap": model.gap,
        "insertions": _packed(model.insertions),
        "marginals": _packed(model.marginals),
        "segments": {
            "lefts": _packed({left: len(options) for left, options in segments.items()}),
            "rights": " ".join(
                right for left in sorted(segments) for right in sorted(segments[left])
            ),
            "costs": [
                segments[left][r] for left in sorted(segments) for r in sorted(segments[left])
            ],
        },
        "variant": _packed_trigrams(model.variant),
    }


def unpacked(tables: Mapping[str, Any]) -> Multigram:
    """The model that was `packed`."""
    segments = tables["segments"]
    pairs = zip(segments["rights"].split(" "), segments["costs"], strict=True)
    lefts = _unpacked(segments["lefts"])
    return from_tables(
        segments={left: dict(islice(pairs, count)) for left, count in lefts.items()},
        insertions=_unpacked(tables["insertions"]),
        marginals=_unpacked(tables["marginals"]),
        gap=tables["gap"],
        canonical=_trigrams(tables["canonical"]),
        variant=_trigrams(tables["variant"]),
    )


def _packed(table: Mapping[str, int]) -> tuple[str, list[int]]:
    keys = sorted(table)
    return " ".join(keys), [table[key] for key in keys]


def _unpacked(table: tuple[str, list[int]]) -> dict[str, int]:
    keys, costs = table
    return dict(zip(keys.split(" ") if costs else (), costs, strict=True))


def _packed_trigrams(model: Trigrams) -> dict[str, Any]:
    costs, backoffs = _packed(model.costs), _packed(model.backoffs)
    return {"costs": costs, "backoffs": backoffs, "unknown": model.unknown}


def _trigrams(tables: Mapping[str, Any]) -> Trigrams:
    costs, backoffs = _unpacked(tables["costs"]), _unpacked(tables["backoffs"])
    return Trigrams(costs, backoffs, tables["unknown"])
