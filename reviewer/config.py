"""``[tool.reviewer]`` in pyproject.toml, or reviewer.toml: found, read, told where it came from.

Keys that belong to others are passed on: a table per check (``engine`` asks the checks for their
options) and ``keys`` (the terminal UI knows its own).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reviewer.errors import ConfigError
from reviewer.model import SEVERITIES, Severity
from reviewer.plugins import unknown

STATE = ".reviewer"  # the folder in a project's root that holds decisions and originals
DEFAULT_INCLUDE: tuple[str, ...] = ()
REMAPPED = (*SEVERITIES, "off")


class Settings(NamedTuple):
    """What holds for the articles of one project; paths are absolute."""

    root: Path
    packs: tuple[str, ...] | None = None  # None: every pack that ships
    glossaries: tuple[Path, ...] = ()
    include: tuple[str, ...] = DEFAULT_INCLUDE
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    fail_level: Severity = "error"
    source_languages: tuple[str, ...] = ()
    keys: Mapping[str, str] = {}
    per_path: Mapping[str, Mapping[str, Any]] = {}
    house_style: Mapping[str, str] = {}
    checks: Mapping[str, Mapping[str, Any]] = {}
    decisions: bool = True  # False: the log is neither read nor written
    source: Path | None = None  # the source text of the one article that is checked
    source_lang: str | None = None
    origin: Mapping[str, str] = {}  # key → file that set it


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise TypeError("expected a list of strings")


def _table(value: object) -> Mapping[str, str]:
    if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
        return value
    raise TypeError("expected a table of strings")


def _severities(value: object) -> Mapping[str, str]:
    table = _table(value)
    for code, severity in table.items():
        if severity not in REMAPPED:
            raise TypeError(f"{code}: {unknown('severity', severity, REMAPPED)}")
    return table


def _level(value: object) -> str:
    if isinstance(value, str) and value in SEVERITIES:
        return value
    raise TypeError(f"expected one of {', '.join(SEVERITIES)}")


def _per_path(value: object) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise TypeError("expected a table of tables, one per path pattern")
    known = {"select": _strings, "ignore": _strings, "severity": _severities}
    for pattern, table in value.items():
        for key, item in table.items():
            if key not in known:
                raise TypeError(f"{pattern}: {unknown('key', key, tuple(known))}")
            known[key](item)
    return value


_READERS: dict[str, Callable[[object], Any]] = {
    "packs": _strings,
    "glossaries": _strings,
    "include": _strings,
    "exclude": _strings,
    "select": _strings,
    "ignore": _strings,
    "severity": _severities,
    "fail-level": _level,
    "source-languages": _strings,
    "keys": _table,
    "per-path": _per_path,
    "house-style": _table,
}
KEYS = tuple(_READERS)


def find_root(start: Path) -> tuple[Path, Path | None]:
    """The project that holds ``start`` and its configuration file, if it has one.

    The root is the nearest folder upwards with reviewer.toml, a pyproject.toml that has
    ``[tool.reviewer]``, or .git; else the working folder.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        own, project = folder / "reviewer.toml", folder / "pyproject.toml"
        if own.is_file():
            return folder, own
        if project.is_file() and b"[tool.reviewer" in _bytes(project):
            return folder, project
        if (folder / ".git").exists():
            return folder, None
    return Path.cwd(), None


def find(start: Path, config: Path | None = None) -> tuple[Path, Path | None]:
    """``find_root``, unless a configuration file is named: then its folder is the root.

    Raises ConfigError where the named file is none.
    """
    if config is None:
        return find_root(start)
    if not config.is_file():
        raise ConfigError(f"{config}: no such configuration file; give --config another path")
    return config.absolute().parent, config


def load(start: Path, config: Path | None = None) -> Settings:
    """The settings that hold for articles in the folder ``start``, or of the file ``config``.

    Raises ConfigError naming file, key and what would be right.
    """
    return read(*find(start, config))


def read(root: Path, found: Path | None) -> Settings:
    """The settings of a root by its configuration file. Raises ConfigError as ``load``."""
    return Settings(root)._replace(**_read(found)) if found else Settings(root)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        shown = os.path.relpath(path)
        raise ConfigError(
            f"{shown}: cannot read the configuration: {error.strerror}; check its permissions"
        ) from None


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    shown = os.path.relpath(path)
    try:
        data = tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{shown}: cannot read the configuration: {error}") from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("reviewer", {})
    fields: dict[str, Any] = {"checks": {}, "origin": {}}
    for key, value in data.items():
        fields["origin"][key] = shown
        if key in _READERS:
            try:
                fields[key.replace("-", "_")] = _READERS[key](value)
            except TypeError as error:
                raise ConfigError(f"{shown}: {key}: {error}") from None
        elif isinstance(value, dict):
            fields["checks"][key] = value
        else:
            raise ConfigError(f"{shown}: {unknown('key', key, KEYS)}")
    if "glossaries" in fields:
        fields["glossaries"] = tuple(path.absolute().parent / name for name in fields["glossaries"])
    return fields
