"""Show which settings hold and where each came from; print their JSON Schema."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reviewer import plugins
from reviewer.config import KEYS, Settings, find, read
from reviewer.engine.checker import CHECKS, validate
from reviewer.errors import UsageError
from reviewer.glossary import store
from reviewer.text import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer config``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print every setting and the file that sets it")
    show.add_argument("path", nargs="?", type=Path, default=Path(), help="an article, or a folder")
    show.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")
    show.add_argument("--json", action="store_true", help="for programs")
    actions.add_parser("schema", help="print the JSON Schema of the configuration, for editors")


def run(args: argparse.Namespace) -> int:
    """Print the settings, one a line, or the schema."""
    if args.action == "schema":
        from reviewer.engine.schema import schema

        sys.stdout.write(json.dumps(schema(), indent=2) + "\n")
        return 0
    if not args.path.exists():
        raise UsageError(f"{args.path}: no such file or folder; check the path")
    root, found = find(args.path if args.path.is_dir() else args.path.parent, args.config)
    settings = read(root, found)
    validate(settings)
    rows = list(_rows(settings))
    if args.json:
        held = {key: {"value": value, "origin": origin} for key, value, origin in rows}
        shown = {"root": str(root), "configuration": found and str(found), "settings": held}
        sys.stdout.write(json.dumps(shown, indent=1) + "\n")
        return 0
    where = os.path.relpath(found) if found else "none found"
    lines = [f"# root: {root}", f"# configuration: {where}"]
    lines += [f"{key} = {_toml(value)}  # {origin}" for key, value, origin in rows]
    sys.stdout.write("".join(f"{visible(line)}\n" for line in lines))
    return 0


def _rows(settings: Settings) -> Iterator[tuple[str, Any, str]]:
    """Key, value and origin of every setting, the checks' options with a dot."""
    for key in KEYS:
        value, origin = getattr(settings, key.replace("-", "_")), settings.origin.get(key)
        if key == "packs" and value is None:
            value = [path.stem for path in store.shipped()]
        elif key == "glossaries":
            value = [os.path.relpath(path) for path in value]
        yield key, list(value) if isinstance(value, tuple) else value, origin or "default"
    for check in plugins.offered(CHECKS):
        table = settings.checks.get(check, {})
        for option, default in plugins.load(CHECKS, check).OPTIONS.items():
            origin = settings.origin[check] if option in table else "default"
            yield f"{check}.{option}", table.get(option, default), origin


def _toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False, default=str)


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else json.dumps(key, ensure_ascii=False)
