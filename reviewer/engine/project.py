"""A project: what the articles of one root share. Settings, glossary, checks and decision log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from reviewer import config, decisions, formats
from reviewer.config import Settings
from reviewer.engine.checker import Checked, Checker, validate
from reviewer.engine.paths import shown
from reviewer.glossary import store
from reviewer.glossary.model import Glossary
from reviewer.model import Decision, Document, Finding

Say = Callable[[str], None]
ProjectOf = Callable[[Path], "Project"]


@dataclass
class Project:
    """The settings of one root and what follows from them, each made when first asked for.

    ``note`` takes messages that are worth saying and no failure.
    """

    settings: Settings
    note: Say = field(default=lambda _message: None)

    @cached_property
    def glossary(self) -> Glossary:
        """The chosen packs, then the team's own glossaries."""
        chosen = self.settings.packs
        packs = store.shipped() if chosen is None else [store.pack(name) for name in chosen]
        return store.load([*packs, *self.settings.glossaries], note=self.note)

    @cached_property
    def checker(self) -> Checker:
        """The selected checks over this glossary. Raises ConfigError for what no check knows."""
        validate(self.settings)
        return Checker(self.settings, self.glossary)

    @cached_property
    def log(self) -> decisions.Log:
        """The decision log in the project's state folder."""
        return decisions.open_log(self.settings.root, self.note)

    @cached_property
    def decided(self) -> list[Decision]:
        """The decisions that hold, undone ones left out."""
        return decisions.active(self.log.read()) if self.settings.decisions else []

    def key(self, path: str) -> str:
        """The path as the decision log names it: relative to the project's root."""
        absolute = Path(path).absolute()
        if absolute.is_relative_to(self.settings.root):
            return absolute.relative_to(self.settings.root).as_posix()
        return absolute.as_posix()

    def documents(
        self, path: Path, *, format: str | None = None, note: Say | None = None
    ) -> Iterator[Document]:
        """The articles of one file. Raises InputError when it cannot be read."""
        return formats.read(path, display=shown(path), format=format, note=note or self.note)

    def stream(self, stream: BinaryIO, name: str, format: str | None) -> Iterator[Document]:
        """The articles of an open stream, called ``name``. Raises InputError as ``documents``."""
        return formats.parse(name, stream.read(), format=format, note=self.note)

    def check(self, document: Document) -> Checked:
        """The findings of one article, decisions not yet heard."""
        return self.checker.check(document)

    def undecided(
        self, path: str, record: str | None, findings: Sequence[Finding]
    ) -> tuple[list[Finding], int]:
        """The findings left when the rejected fall away, and how many fell.

        A finding that was approved stays while the text still shows it; its message says so.
        """
        if not self.decided or not findings:
            return list(findings), 0
        left, rejected = [], 0
        article = Document(path, "", "", (), record=record)
        matched = decisions.match(self.key(path), article, findings, self.decided)
        for finding, decision in zip(findings, matched, strict=True):
            if decision is None:
                left.append(finding)
            elif decision.action == "reject":
                rejected += 1
            else:
                left.append(replace(finding, message=f"{finding.message}; {_waits(decision)}"))
        return left, rejected


def _waits(decision: Decision) -> str:
    return (
        f"“{decision.replacement}” was approved by {decision.who} on {decision.time[:10]}"
        " but is not in the file yet: reviewer decisions apply"
    )


def projects(
    override: Callable[[Settings], Settings], config_file: Path | None, note: Say
) -> ProjectOf:
    """A function from a file to its Project; files of one root share it."""
    by_folder: dict[Path, Project] = {}
    by_root: dict[Path, Project] = {}

    def project(path: Path) -> Project:
        folder = path.absolute().parent
        if folder not in by_folder:
            settings = override(config.load(folder, config_file))
            by_folder[folder] = by_root.setdefault(settings.root, Project(settings, note))
        return by_folder[folder]

    return project


def by_project(files: Iterable[Path], project_of: ProjectOf) -> list[tuple[Project, list[Path]]]:
    """The files of each project, in the order in which projects come up."""
    grouped: dict[int, tuple[Project, list[Path]]] = {}
    for path in files:
        project = project_of(path)
        grouped.setdefault(id(project), (project, []))[1].append(path)
    return list(grouped.values())
