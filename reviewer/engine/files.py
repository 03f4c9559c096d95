"""Checking one file, or taking from the cache what checking it gave before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reviewer.engine import cache
from reviewer.engine.checker import Checked
from reviewer.engine.paths import shown
from reviewer.engine.project import Project
from reviewer.errors import ReviewerError


class FileResult(NamedTuple):
    """What checking one file gave; ``problems`` tells why it, or the rest of it, was not read.

    ``key`` is the result's name in the cache: equal keys, equal results. Empty where it has none.
    """

    documents: tuple[Checked, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    key: str = ""


def kept_result(project: Project, path: Path, format: str | None) -> FileResult | None:
    """The result of an earlier run; None where the cache has none."""
    place = cache.place(project, path, format)
    known = cache.load(place) if place else None
    return FileResult(known[0], (), known[1], place.stem) if place and known else None


def check_file(project: Project, path: Path, format: str | None, cached: bool) -> FileResult:
    """Read and check one file and, if ``cached``, keep the result.

    What cannot be read becomes a problem. The project's ``note`` hears nothing: all is in the
    result.
    """
    place = cache.place(project, path, format) if cached else None
    result = _checked(project, path, format)
    if not place or result.problems or any(d.problems for d in result.documents):
        return result
    cache.keep(place, result.documents, result.notes)
    return result._replace(key=place.stem)


def _checked(project: Project, path: Path, format: str | None) -> FileResult:
    notes: list[str] = []
    documents: list[Checked] = []
    unread: list[str] = []
    try:
        articles = project.documents(path, format=format, note=notes.append)
        documents.extend(project.check(document) for document in articles)
    except ReviewerError as error:
        unread.append(str(error))
    except Exception as error:
        unread.append(f"{shown(path)}: {internal(error)}")
    return FileResult(tuple(documents), tuple(unread), tuple(notes))


def internal(error: Exception) -> str:
    """An error of the program itself in one line: what, and where in the program."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return (
        f"internal error ({type(error).__name__} at {where}: {error});"
        " the rest of the file was not checked: please report this with the file"
    )
