"""The public functions: what ``import reviewer`` offers, loaded when first used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reviewer.config import Settings
from reviewer.engine.paths import articles
from reviewer.engine.project import Project, projects
from reviewer.engine.run import check_files
from reviewer.errors import InputError
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Finding

__all__ = ["Finding", "Glossary", "check_paths", "check_text"]


def check_text(text: str, *, glossaries: Iterable[str | Path] = ()) -> list[Finding]:
    """The findings of every check in one article, with the shipped packs and ``glossaries``.

    Spans count code points of ``text``, end exclusive. Neither configuration nor decision log is
    read. Raises GlossaryError for a glossary that cannot be read.
    """
    files = tuple(Path(path) for path in glossaries)
    project = Project(Settings(Path.cwd(), glossaries=files, decisions=False))
    return list(project.check(Document.plain(text)).findings)


def check_paths(paths: Iterable[str | Path]) -> list[Finding]:
    """The findings in files and folders, as ``reviewer check`` reports them.

    Configuration and decision log hold as on the command line. Raises InputError naming every
    article that cannot be read.
    """
    project_of = projects(lambda settings: settings, None, lambda _note: None)
    files = articles([Path(path) for path in paths], lambda path: project_of(path).settings)
    run = check_files(files, project_of)
    if run.problems:
        raise InputError("\n".join(run.problems))
    return list(run.findings)
