"""The results of files, kept between runs: by content, name, glossary, settings and program."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reviewer import __version__
from reviewer.config import Settings
from reviewer.engine.checker import Checked
from reviewer.engine.paths import shown
from reviewer.engine.project import Project
from reviewer.engine.sources import source_file
from reviewer.glossary import cachedir
from reviewer.model import Finding, Place

# Settings that change no result of a check, or that the glossary's digest stands for.
_INDIFFERENT = ("root", "packs", "glossaries", "fail_level", "keys", "origin", "decisions")


def place(project: Project, path: Path, format: str | None) -> Path | None:
    """The cache file for what a file holds now; None for what can be read only once (a pipe)."""
    try:
        if not path.is_file():
            return None
        content = _digest(path)
        beside = source_file(path, project.settings)
        source = (_digest(beside[0]), beside[1]) if beside else None
    except OSError:
        return None
    names = (shown(path), project.key(str(path)))  # reports show one, per-path patterns ask another
    state = (content, source, *names, format, _settings(project.settings), project.glossary.digest)
    key = hashlib.sha256(repr((*state, program())).encode("utf-8", "surrogatepass")).hexdigest()
    return cachedir.cache_folder() / "results" / key[:2] / f"{key}.json"


def judged_place(keys: Iterable[str]) -> Path:
    """The cache file for what the checks found across the files whose results have these keys."""
    key = hashlib.sha256("\n".join(keys).encode()).hexdigest()
    return cachedir.cache_folder() / "results" / key[:2] / f"{key}.json"


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def keep(place: Path, documents: Sequence[Checked], notes: Sequence[str]) -> None:
    """Keep a file's result; a cache that cannot be written is done without."""
    packed = [(one.path, one.record, one.findings, dict(one.facts)) for one in documents]
    data = {"notes": notes, "documents": packed}
    cachedir.keep(place, json.dumps(data, separators=(",", ":")).encode())


def load(place: Path) -> tuple[tuple[Checked, ...], tuple[str, ...]] | None:
    """The kept documents and notes; None where there are none, or none that can be trusted."""
    try:
        data = json.loads(place.read_bytes())
        documents = tuple(_checked(item) for item in data["documents"])
        notes = tuple(data["notes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    cachedir.touch(place)
    return documents, notes


def _settings(settings: Settings) -> list[Any]:
    names = [name for name in Settings._fields if name not in _INDIFFERENT]
    return [(name, repr(getattr(settings, name))) for name in names]


@cache
def program() -> str:
    """The version and, since a checkout changes under one version, a stamp of the files."""
    stamp = hashlib.sha256(__version__.encode())
    for name, size, changed in sorted(_files(Path(__file__).parent.parent)):
        stamp.update(f"{name}\0{size}\0{changed}\0".encode("utf-8", "surrogatepass"))
    return stamp.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "training"):
                    yield from _files(Path(entry.path))
            else:
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _checked(item: Sequence[Any]) -> Checked:
    path, record, findings, noted = item
    facts: Mapping[str, tuple[Finding, ...]] = {
        name: tuple(_finding(values) for values in found) for name, found in noted.items()
    }
    return Checked(path, record, tuple(_finding(values) for values in findings), facts)


def _finding(values: list[Any]) -> Finding:
    *before, suggestions, explanation, term, record, fingerprint, context, place = values
    lists = tuple(suggestions), tuple(explanation)
    placed = Place._make(place) if place else None
    return Finding._make((*before, *lists, term, record, fingerprint, context, placed))
