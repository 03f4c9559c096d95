"""Review machine-translated articles: find garbled names and phrases, approve corrections.

>>> import reviewer
>>> [finding] = reviewer.check_text("Moscow hosted trilogues with Armenia and Azerbaijan.")
>>> finding.text, finding.suggestions[0]
('trilogues', 'trilateral talks')
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.glossary.model import Glossary as Glossary
    from reviewer.model import Finding as Finding

__version__ = "0.1.0"
__all__ = ["Finding", "Glossary", "check_paths", "check_text"]


def check_text(text: str, *, glossaries: Iterable[str | Path] = ()) -> list[Finding]:
    """The findings of every check in one article, with the shipped packs and ``glossaries``.

    Spans count code points of ``text``, end exclusive. Neither configuration nor decision log is
    read. Raises GlossaryError for a glossary that cannot be read.
    """
    from reviewer.config import Settings
    from reviewer.engine.project import Project
    from reviewer.model import Document

    files = tuple(Path(path) for path in glossaries)
    project = Project(Settings(Path.cwd(), glossaries=files, decisions=False))
    return list(project.check(Document.plain(text)).findings)


def check_paths(paths: Iterable[str | Path]) -> list[Finding]:
    """The findings in files and folders, as ``reviewer check`` reports them.

    Configuration and decision log hold as on the command line. Raises InputError naming every
    article that cannot be read.
    """
    from reviewer.engine.paths import articles
    from reviewer.engine.project import projects
    from reviewer.engine.run import check_files
    from reviewer.errors import InputError

    project_of = projects(lambda settings: settings, None, lambda _note: None)
    files = articles([Path(path) for path in paths], project_of(Path("here")).settings)
    run = check_files(files, project_of)
    if run.problems:
        raise InputError("\n".join(run.problems))
    return list(run.findings)


def __getattr__(name: str) -> object:
    if name == "Finding":
        from reviewer.model import Finding

        return Finding
    if name == "Glossary":
        from reviewer.glossary.model import Glossary

        return Glossary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
