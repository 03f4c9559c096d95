"""One decision: made from a finding, written as one line of JSON, read back."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from functools import cache
from types import NoneType
from typing import Any, get_args

from reviewer.model import Action, Decision, Finding, Scope

_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u
_ACTIONS, _SCOPES = get_args(Action), get_args(Scope)
_ALWAYS = ("id", "time", "who", "action")
_FIELDS = {name: Decision._field_defaults.get(name) for name in Decision._fields}
_TYPES: dict[str, tuple[type, ...]] = dict.fromkeys(_FIELDS, (str,)) | {
    "record": (str, NoneType),
    "start": (int,),
    "end": (int,),
    "replacement": (str, NoneType),
    "confidence": (float, int, NoneType),
    "seconds": (float, int, NoneType),
    "ref": (str, NoneType),
}


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not JSON")


_JSON = json.JSONDecoder(parse_constant=_refuse)


def new_decision(
    action: Action,
    about: Finding | Decision | None = None,
    *,
    path: str | None = None,
    scope: Scope = "one",
    replacement: str | None = None,
    confidence: float | None = None,
    seconds: float | None = None,
    reason: str = "",
    ref: str | None = None,
    base_sha256: str = "",
    who: str | None = None,
) -> Decision:
    """A decision made now, by whoever is at the keyboard, about a finding (or another decision).

    ``path`` names the article as the log does, relative to the project's root with ``/``; by
    default it is the finding's own. ``confidence`` is by default the finding's. Ids sort by time.
    """
    moment = _tick()
    copied: dict[str, Any] = {}
    if about is not None:
        copied = {
            name: getattr(about, name)
            for name in ("path", "record", "start", "end", "fingerprint", "context")
        }
        copied |= {"check": about.check, "code": about.code, "text": about.text}
    if path is not None:
        copied["path"] = path
    if confidence is None and about is not None:
        confidence = about.confidence
    return Decision(
        id=_base32(moment, 11) + _base32(int.from_bytes(os.urandom(5), "big"), 8),
        time=datetime.fromtimestamp(moment / 1_000_000, UTC).isoformat(timespec="microseconds"),
        who=who or editor(),
        action=action,
        scope=scope,
        replacement=replacement,
        confidence=confidence,
        seconds=seconds,
        reason=reason,
        ref=ref,
        base_sha256=base_sha256,
        **copied,
    )


@cache
def editor() -> str:
    """Who is at the keyboard: git's user name, else the login. Asked once a run."""
    import getpass
    import subprocess

    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, timeout=5, check=False
        )
        name = asked.stdout.decode("utf-8", "replace").strip()
    except (OSError, subprocess.SubprocessError):
        name = ""
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = os.environ.get("USER", "")
    return "".join(char for char in name if char.isprintable()) or "unknown"


def to_line(decision: Decision) -> bytes:
    """The decision as one line of JSON: only what is set, keys in the order of the fields."""
    chosen = {
        name: getattr(decision, name)
        for name, default in _FIELDS.items()
        if name in _ALWAYS or getattr(decision, name) != default
    }
    try:
        line = json.dumps(chosen, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:  # a lone surrogate: only an escape can hold it
        line = json.dumps(chosen, allow_nan=False).encode()
    return line + b"\n"


def from_line(line: bytes) -> Decision | None:
    """The decision that a line holds; None where it is torn, or not a decision.

    Keys that a later version may have added are passed over.
    """
    try:
        found = _JSON.decode(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if type(found) is not dict:
        return None
    known = {name: found[name] for name in found if name in _TYPES}
    if (
        all(type(value) in _TYPES[name] for name, value in known.items())
        and all(map(known.get, _ALWAYS))
        and known["action"] in _ACTIONS
        and known.get("scope", "one") in _SCOPES
    ):
        return Decision(**known)
    return None


class _Clock:
    """Microseconds since 1970 that never stand still or go back within a run."""

    last = 0


def _tick() -> int:
    _Clock.last = max(time.time_ns() // 1000, _Clock.last + 1)
    return _Clock.last


def _base32(number: int, digits: int) -> str:
    return "".join(_BASE32[(number >> (5 * at)) & 31] for at in reversed(range(digits)))
