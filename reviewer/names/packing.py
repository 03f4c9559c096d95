"""The channel's tables as JSON that is read soonest: few strings, each read when it is asked for.

No key holds white space; a line is its keys and, after each, what it costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from reviewer.names.multigram import Multigram, Tables, Trigrams, from_tables


def packed(model: Multigram) -> dict[str, Any]:
    """The model as `unpacked` takes it."""
    return {
        "canonical": _packed_trigrams(model.canonical),
        "gap": model.gap,
        "insertions": _line(model.insertions),
        "marginals": _line(model.marginals),
        "segments": _lines(model.segments),
        "variant": _packed_trigrams(model.variant),
    }


def unpacked(tables: Mapping[str, Any]) -> Multigram:
    """The model that was `packed`."""
    return from_tables(
        segments=Tables({}, tables["segments"]),
        insertions=_table(tables["insertions"]),
        marginals=_table(tables["marginals"]),
        gap=tables["gap"],
        canonical=_trigrams(tables["canonical"]),
        variant=_trigrams(tables["variant"]),
    )


def _line(table: Mapping[str, int]) -> str:
    return " ".join(chain.from_iterable((key, str(table[key])) for key in sorted(table)))


def _lines(tables: Tables) -> dict[str, str]:
    return {key: _line(table) for key, table in tables.whole().items()}


def _table(line: str) -> Mapping[str, int]:
    return Tables({}, {"": line})[""]


def _packed_trigrams(model: Trigrams) -> dict[str, Any]:
    costs, backoffs = _lines(model.costs), _line(model.backoffs)
    return {"costs": costs, "backoffs": backoffs, "unknown": model.unknown}


def _trigrams(tables: Mapping[str, Any]) -> Trigrams:
    costs, backoffs = Tables({}, tables["costs"]), _table(tables["backoffs"])
    return Trigrams(costs, backoffs, tables["unknown"])
