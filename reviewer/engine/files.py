"""Checking one file, or taking from the cache what checking it gave before."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from reviewer import __version__
from reviewer.config import Settings
from reviewer.engine.checker import Checked
from reviewer.engine.paths import shown
from reviewer.engine.project import Project
from reviewer.errors import ReviewerError
from reviewer.glossary.cachedir import cache_folder, keep, touch
from reviewer.model import Finding, Place

# Settings that change no result of a check, or that the glossary's digest stands for.
_INDIFFERENT = ("root", "packs", "glossaries", "fail_level", "keys", "origin", "decisions")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What checking one file gave; ``problems`` tells why it, or the rest of it, was not read."""

    documents: tuple[Checked, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def check_file(project: Project, path: Path, format: str | None, cached: bool) -> FileResult:
    """Read and check one file; what cannot be read becomes a problem.

    The project's ``note`` hears nothing of it: all is in the result.
    """
    place = _place(project, path, format) if cached else None
    if place and (known := _load(place)):
        touch(place)
        return known
    result = _checked(project, path, format)
    if place and not result.problems and not any(d.problems for d in result.documents):
        keep(place, json.dumps(asdict(result)).encode())
    return result


def _checked(project: Project, path: Path, format: str | None) -> FileResult:
    notes: list[str] = []
    documents: list[Checked] = []
    unread: list[str] = []
    try:
        articles = project.documents(path, format=format, note=notes.append)
        documents.extend(project.check(document) for document in articles)
    except ReviewerError as error:
        unread.append(str(error))
    return FileResult(tuple(documents), tuple(unread), tuple(notes))


def _place(project: Project, path: Path, format: str | None) -> Path | None:
    """The cache file for this content, glossary, settings, name and program."""
    try:
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
    state = (content, _settings(project.settings), project.glossary.digest, shown(path), format)
    key = hashlib.sha256(repr((*state, program())).encode("utf-8", "surrogatepass")).hexdigest()
    return cache_folder() / "results" / key[:2] / f"{key}.json"


def _settings(settings: Settings) -> list[Any]:
    names = [field.name for field in fields(settings) if field.name not in _INDIFFERENT]
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


def _load(place: Path) -> FileResult | None:
    """The kept result; None where there is none, or none that can be trusted."""
    try:
        data = json.loads(place.read_bytes())
        documents = tuple(_document(item) for item in data["documents"])
        return FileResult(documents, tuple(data["problems"]), tuple(data["notes"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _document(item: Mapping[str, Any]) -> Checked:
    facts = {name: tuple(map(_finding, found)) for name, found in item["facts"].items()}
    return Checked(item["path"], item["record"], tuple(map(_finding, item["findings"])), facts)


def _finding(item: Mapping[str, Any]) -> Finding:
    place = Place(**item["place"]) if item["place"] else None
    lists = {name: tuple(item[name]) for name in ("suggestions", "explanation")}
    return Finding(**{**item, **lists, "place": place})
