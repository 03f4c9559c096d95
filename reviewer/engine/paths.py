"""Which files are articles: paths, folders and patterns of the command line made into files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from reviewer.config import Settings
from reviewer.errors import InputError
from reviewer.formats import is_article


def shown(path: Path) -> str:
    """The path as reports name it: relative to the working folder, else absolute; with ``/``."""
    path = path.absolute()
    cwd = Path.cwd()
    return (path.relative_to(cwd) if path.is_relative_to(cwd) else path).as_posix()


def articles(
    paths: Iterable[Path], settings: Settings, *, force_exclude: bool = False
) -> Iterator[Path]:
    """The files to check, each once, in the order of their names.

    A file named outright is taken whatever its suffix, and excluded only with ``force_exclude``; a
    folder gives the articles below it. Raises InputError for a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_below(path, settings)))
        elif path.exists():
            if not (force_exclude and excluded(path, settings)):
                found[path] = None
        else:
            raise InputError(f"{path}: no such file or folder; check the path")
    yield from sorted(found, key=shown)


def _below(folder: Path, settings: Settings) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        here = Path(base)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not excluded(here / name, settings)
        )
        for name in sorted(names):
            path = here / name
            if name.startswith(".") or excluded(path, settings):
                continue
            if settings.include:
                if matches(path, settings.include, settings.root):
                    yield path
            elif is_article(name):
                yield path


def excluded(path: Path, settings: Settings) -> bool:
    """Does an ``exclude`` pattern of the settings name this path or a folder above it?"""
    return matches(path, settings.exclude, settings.root)


def matches(path: Path, patterns: Iterable[str], root: Path) -> bool:
    """Glob patterns against the path relative to the project's root, its name, or a folder above.

    ``*`` crosses folders, as in .gitignore's ``**``.
    """
    path = path.absolute()
    relative = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    parts = relative.split("/")
    heads = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return any(
        fnmatchcase(head, pattern.rstrip("/")) or fnmatchcase(parts[i], pattern.rstrip("/"))
        for pattern in patterns
        for i, head in enumerate(heads)
    )
