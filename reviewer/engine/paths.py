"""Which files are articles: paths, folders and patterns of the command line made into files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from reviewer.config import Settings
from reviewer.engine.ignored import Ignored, ignored_in
from reviewer.errors import InputError
from reviewer.formats import is_article

SettingsOf = Callable[[Path], Settings]


def absolute(path: Path | str) -> str:
    """The path from the root of the file system, without ``..``; links stay as they are named."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute leaves the ".." in


def shown(path: Path | str) -> str:
    """The path as reports name it: relative to the working folder, else absolute; with ``/``."""
    return relative(path, os.getcwd())  # noqa: PTH109 - asked for often, and no Path is needed


def relative(path: Path | str, folder: Path | str) -> str:
    """The path from a folder (an absolute one) if it lies in it, else absolute; with ``/``."""
    below = f"{folder}{os.sep}".replace(os.sep * 2, os.sep)
    return absolute(path).removeprefix(below).replace(os.sep, "/")


def articles(
    paths: Iterable[Path],
    settings_of: SettingsOf,
    *,
    force_exclude: bool = False,
    problem: Callable[[str], None] | None = None,
) -> list[Path]:
    """The files to check, each once, in the order of their names.

    A file named outright is taken whatever its suffix, and excluded only with ``force_exclude``; a
    folder gives the articles below it that git does not ignore. A path that does not exist but
    holds ``*``, ``?`` or ``[`` is a pattern: not every shell expands them. ``settings_of`` gives
    the settings that hold for a file. ``problem`` is told of folders that cannot be read. Raises
    InputError for a path that does not exist.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for named in _expanded(path):
            if force_exclude and excluded(named, settings_of(named)):
                continue
            files: Iterable[Path] = [named]
            if named.is_dir():
                folder = Path(absolute(named))
                files = _below(folder, ignored_in(folder), settings_of, problem)
            for file in files:
                found.setdefault(shown(file), file)
    return [found[name] for name in sorted(found)]


def listed(data: bytes) -> list[Path]:
    """The paths of a list: separated by NUL where one is in it, else by line ends."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")):
        if data.startswith(mark):  # PowerShell's redirection writes one of the two
            data = data[len(mark) :].decode(encoding, "replace").encode()
    entries = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [Path(os.fsdecode(entry)) for entry in entries if entry]


def _expanded(path: Path) -> Sequence[Path]:
    if path.exists():
        return [path]
    if any(mark in str(path) for mark in "*?["):
        from glob import glob

        if matched := sorted(glob(str(path), recursive=True)):  # noqa: PTH207
            return [Path(match) for match in matched]
        raise InputError(f"{path}: no file matches this pattern; check it")
    raise InputError(f"{path}: no such file or folder; check the path")


def _below(
    folder: Path,
    ignored: Ignored,
    settings_of: SettingsOf,
    problem: Callable[[str], None] | None,
) -> Iterator[Path]:
    """The articles below a folder. Links to folders are not followed: they may lead back."""
    settings = settings_of(folder / "_")
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"{shown(folder)}: the folder cannot be read: {error.strerror}"
        if problem is None:
            raise InputError(message) from None
        problem(message)
        return
    for entry in inside:
        path = Path(entry.path)
        below = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or excluded(path, settings):
            continue
        if not below and not (_wanted(path, settings) and entry.is_file()):
            continue
        if ignored.patterns and ignored.holds(entry.path, folder=below):
            continue
        if below:
            yield from _below(path, ignored.inside(path), settings_of, problem)
        else:
            yield path


def _wanted(path: Path, settings: Settings) -> bool:
    if settings.include:
        return matches(path, settings.include, settings.root)
    return is_article(path.name)


def excluded(path: Path, settings: Settings) -> bool:
    """Does an ``exclude`` pattern of the settings name this path or a folder above it?"""
    return bool(settings.exclude) and matches(path, settings.exclude, settings.root)


def matches(path: Path, patterns: Iterable[str], root: Path) -> bool:
    """Glob patterns against the path relative to the project's root, its name, or a folder above.

    ``*`` crosses folders, as in .gitignore's ``**``.
    """
    parts = relative(path, root).split("/")
    heads = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return any(
        fnmatchcase(head, pattern.rstrip("/")) or fnmatchcase(parts[i], pattern.rstrip("/"))
        for pattern in patterns
        for i, head in enumerate(heads)
    )
