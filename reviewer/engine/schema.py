"""The JSON Schema of the configuration: what config knows, and what the checks add."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reviewer import config, plugins
from reviewer.engine.checker import CHECKS, codes

_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}


def schema() -> dict[str, Any]:
    """The schema that ships, completed with the checks' names, codes and options."""
    base: dict[str, Any] = json.loads(_FILE.read_bytes())
    selectors = [name for check, offered in codes().items() for name in (check, *offered)]
    base["$defs"]["selector"]["enum"] = sorted(set(selectors))
    for check in plugins.offered(CHECKS):
        options = plugins.load(CHECKS, check).OPTIONS
        base["properties"][check] = {
            "description": f"Options of the check {check}.",
            "type": "object",
            "properties": {name: _option(default) for name, default in options.items()},
            "additionalProperties": False,
        }
    base["additionalProperties"] = False
    return base


def _option(default: object) -> dict[str, Any]:
    """The schema of an option by its default; a sequence may be written as any list."""
    if isinstance(default, tuple | list | set | frozenset):
        return {"type": "array", "default": list(default)}
    if isinstance(default, dict):
        return {"type": "object", "default": default}
    return {"type": _TYPES[type(default)], "default": default} if default is not None else {}


_FILE = Path(config.__file__).with_name("config.schema.json")
