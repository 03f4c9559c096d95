"""JSON that people can read, programs can parse and terminals can show, whatever it holds."""

from __future__ import annotations

import json
import re
from typing import Any

from reviewer.text import hidden

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_COMMAND = re.compile(r"#(?=#\w*\[)")  # GitHub and Azure run ##[…] and ##vso[…] wherever it stands


def dumps(value: Any, levels: int) -> str:
    """``value`` as JSON; containers down to ``levels`` deep give each item a line of its own.

    Hidden characters (controls, bidi, zero-width) and what a CI runner would take for a command
    are written as ``\\u`` escapes: nothing acts on a terminal or in a log, and nothing is lost. A
    lone surrogate, which strict parsers refuse even escaped (RFC 7493), becomes U+FFFD.
    """
    return _layout(value, levels, "") + "\n"


def _layout(value: Any, levels: int, indent: str) -> str:
    if not levels or not value or not isinstance(value, dict | list):
        return _compact(value)
    deeper = indent + " "
    if isinstance(value, dict):
        items = [f"{_compact(k)}: {_layout(v, levels - 1, deeper)}" for k, v in value.items()]
    else:
        items = [_layout(item, levels - 1, deeper) for item in value]
    start, end = "{}" if isinstance(value, dict) else "[]"
    return f"{start}\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}{end}"


def _compact(value: Any) -> str:
    text = _ENCODER.encode(value)
    if not text.isprintable():
        text = "".join(_escaped(c) if hidden(c) else c for c in text)
    return _COMMAND.sub(r"\\u0023", text) if "##" in text else text


def _escaped(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
