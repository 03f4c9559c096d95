"""Tell two glossaries apart by entry: exit 0 where nothing differs, 1 where something does."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from reviewer.cli.glossary import _files

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary diff``."""
    parser.add_argument("a", metavar="A", help="the old file or pack")
    parser.add_argument("b", metavar="B", help="the new one")
    _files.json_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Print the differences."""
    from reviewer.curate.diff import differences

    old, new = (_files.load([_files.resolve(name)]) for name in (args.a, args.b))
    found = list(differences(old, new))
    if args.json:
        _files.say_json([asdict(difference) for difference in found])
        return int(bool(found))
    for difference in found:
        kind = "" if difference.what == "term" else f"{difference.what} "
        _files.say(f"{_SIGNS[difference.how]} {kind}{difference.name}")
        for key, (before, after) in difference.fields.items():
            for line in _lines(key, before, after):
                _files.say(line, "    ")
    counts = [f"{sum(d.how == how for d in found)} {how}" for how in _SIGNS]
    _files.say(", ".join(counts))
    return int(bool(found))


def _lines(key: str, before: Any, after: Any) -> list[str]:
    """A list by its items, native forms by language, anything else as old and new."""
    if isinstance(before, list | None) and isinstance(after, list | None) and before != after:
        gone = [f"{key} - {item}" for item in before or () if item not in (after or ())]
        come = [f"{key} + {item}" for item in after or () if item not in (before or ())]
        return gone + come or [f"{key}: another order"]
    if isinstance(before, dict | None) and isinstance(after, dict | None):
        codes = dict.fromkeys([*(before or {}), *(after or {})])
        pairs = [(code, (before or {}).get(code), (after or {}).get(code)) for code in codes]
        return [
            line for code, b, a in pairs if a != b for line in _lines(f"{key}.{code}", b, a)
        ] or [f"{key}: another order"]
    return [f"{key}: {_shown(before)} → {_shown(after)}"]


def _shown(value: Any) -> str:
    return "(none)" if value is None else str(value)
