"""Which glossary files an action is about, and how its entries are printed."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from reviewer.cli import complain
from reviewer.errors import UsageError
from reviewer.glossary import store
from reviewer.glossary.model import Glossary
from reviewer.text import visible

_SAMPLE = 200  # rows that the widths of a table are taken from
_WIDEST = 44


def file_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that choose glossaries to read."""
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        metavar="FILE|PACK",
        help="this glossary (repeatable; default: the configuration's glossaries and packs)",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")


def json_argument(parser: argparse.ArgumentParser) -> None:
    """``--json``: for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def resolve(name: str) -> Path:
    """A file where there is one of that name, else a pack that ships."""
    path = Path(name)
    return path if path.exists() or path.suffix or "/" in name else store.pack(name)


def chosen(names: Sequence[str], config_file: Path | None = None) -> list[Path]:
    """The named glossaries; by default those of the configuration, packs first."""
    if names:
        return [resolve(name) for name in names]
    settings = _settings(config_file)
    packs = store.shipped() if settings.packs is None else map(store.pack, settings.packs)
    return [*packs, *settings.glossaries]


def own(names: Sequence[str], config_file: Path | None = None) -> list[Path]:
    """The named glossaries; by default the team's own, or else the packs."""
    if names:
        return [resolve(name) for name in names]
    return list(_settings(config_file).glossaries) or chosen(names, config_file)


def pack_to_change(name: str | None, config_file: Path | None = None) -> Path:
    """The one file an entry goes to. Raises UsageError where it is not clear which."""
    if name:
        path = Path(name)
    else:
        team = _settings(config_file).glossaries
        if len(team) != 1:
            listed = ", ".join(map(str, team)) or "none in the configuration"
            raise UsageError(f"which glossary? say --glossary FILE ({listed})")
        path = team[0]
    if not path.suffix:
        path = store.pack(str(path)) if not path.exists() else path
    if path.suffix.lower() != ".toml":
        raise UsageError(
            f"{path}: entries are changed in TOML glossaries only;"
            f" reviewer glossary import {path} -o {path.with_suffix('.toml')} makes one"
        )
    return path


def load(paths: Sequence[Path], *, noted: bool = True) -> Glossary:
    """The glossaries as one, proposed terms included."""
    return store.load(paths, proposed=True, note=complain if noted else None)


def _settings(config_file: Path | None) -> Any:
    from reviewer import config

    return config.load(Path.cwd(), config_file)


def say(line: str = "", indent: str = "") -> None:
    """One line of output, nothing in it that a terminal would obey."""
    sys.stdout.write(f"{indent}{visible(line)}\n")


def say_json(value: Any) -> None:
    """JSON that any encoding of the terminal survives."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode() + "\n")


def say_table(rows: Iterable[Sequence[str]], indent: str = "") -> int:
    """Columns side by side, as wide as the first rows need; the number of rows."""
    shown = (tuple(visible(cell) for cell in row) for row in rows)
    first = list(islice(shown, _SAMPLE))
    if not first:
        return 0
    widths = [min(max(map(_cells, column)), _WIDEST) for column in zip(*first, strict=True)]
    count = 0
    for row in chain(first, shown):
        sys.stdout.write(indent + "  ".join(_padded(row, widths)).rstrip() + "\n")
        count += 1
    return count


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for cell, width in zip(row, widths, strict=True):
        yield cell + " " * (width - _cells(cell))


def _cells(text: str) -> int:
    """Columns of a terminal: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def shown_path(path: str) -> str:
    """The path as reports name it."""
    from reviewer.engine.paths import shown

    return shown(Path(path))
