"""A project: what the articles of one root share. Settings, glossary, checks and decision log."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import config, formats
from reviewer.config import Settings
from reviewer.engine.checker import Checked, Checker, validate
from reviewer.engine.paths import absolute, relative, shown
from reviewer.engine.sources import with_sources
from reviewer.errors import InputError
from reviewer.glossary import store
from reviewer.glossary.model import Glossary
from reviewer.model import Decision, Document, Finding

if TYPE_CHECKING:
    from reviewer.decisions import Log

Say = Callable[[str], None]
ProjectOf = Callable[[Path], "Project"]


class Project:
    """The settings of one root and what follows from them, each made when first asked for.

    ``note`` takes messages that are worth saying and no failure.
    """

    def __init__(self, settings: Settings, note: Say = lambda _message: None) -> None:
        self.settings = settings
        self.note = note

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

    def renew(self) -> None:
        """Read glossary and checks anew when next asked for: a file of the glossary changed."""
        for name in ("glossary", "checker"):
            self.__dict__.pop(name, None)

    @cached_property
    def log(self) -> Log:
        """The decision log in the project's state folder."""
        from reviewer.decisions import open_log

        return open_log(self.settings.root, self.note)

    @cached_property
    def decided(self) -> list[Decision]:
        """The decisions that hold, undone ones left out."""
        if not self.settings.decisions or self._never_reviewed:
            return []
        from reviewer.decisions import active

        return active(self.log.read())

    @property
    def _never_reviewed(self) -> bool:
        """Was nothing decided here yet? Most runs in CI need not load what reads the log."""
        root = self.settings.root
        return not (root / config.STATE).exists() and os.access(root, os.W_OK)

    def key(self, path: str) -> str:
        """The path as the decision log names it: relative to the project's root."""
        return relative(path, self.settings.root)

    def documents(
        self, path: Path, *, format: str | None = None, note: Say | None = None
    ) -> Iterator[Document]:
        """The articles of one file. Raises InputError when it cannot be read."""
        read = formats.read(path, display=shown(path), format=format, note=note or self.note)
        return with_sources(read, path, self.settings)

    def parse(self, data: bytes, name: str, format: str | None) -> Iterator[Document]:
        """The articles of a file in memory, called ``name``. Raises InputError as ``documents``."""
        parsed = formats.parse(name, data, format=format, note=self.note)
        return with_sources(parsed, Path(name), self.settings)

    def check(self, document: Document) -> Checked:
        """The findings of one article, decisions not yet heard."""
        return self.checker.check(document)

    def decisions(
        self,
        path: str,
        record: str | None,
        findings: Sequence[Finding],
        text: Callable[[], str] | None = None,
    ) -> list[Decision | None]:
        """For each finding of one article the decision that holds for it, or None.

        ``text`` gives the article's text (else its file is read again); it is asked for where a
        correction may stand there.
        """
        if not self.decided or not findings:
            return [None] * len(findings)
        from reviewer.decisions import match
        from reviewer.decisions.written import CORRECTIONS, is_written

        article = Document(path, "", "", (), record=record)
        held = match(self.key(path), article, findings, self.decided)
        moved = {
            decision.id: decision
            for finding, decision in zip(findings, held, strict=True)
            if decision and decision.scope == "one" and decision.action in CORRECTIONS
            if decision.context != finding.context
        }
        if not moved:
            return held
        # Made between other words than these: perhaps on another place, which is corrected by now.
        written = text() if text else self.text(path, record)
        left: dict[str, list[str]] = {}
        for finding in findings:
            left.setdefault(finding.fingerprint, []).append(finding.context)
        settled = {i for i, d in moved.items() if is_written(d, written, left[d.fingerprint])}
        waiting = [decision for decision in self.decided if decision.id not in settled]
        return match(self.key(path), article, findings, waiting)

    def text(self, path: str, record: str | None) -> str:
        """The text of an article that was read before; empty where it cannot be read again."""
        try:
            read = self.documents(Path(path), note=lambda _note: None)
            return next((one.text for one in read if one.record == record), "")
        except InputError:
            return ""

    def undecided(
        self,
        path: str,
        record: str | None,
        findings: Sequence[Finding],
        text: Callable[[], str] | None = None,
    ) -> tuple[list[Finding], int]:
        """The findings left when the rejected fall away, and how many fell.

        A finding that was approved stays while the text still shows it; its message says so.
        """
        left, rejected = [], 0
        held = self.decisions(path, record, findings, text)
        for finding, decision in zip(findings, held, strict=True):
            if decision is None:
                left.append(finding)
            elif decision.action == "reject":
                rejected += 1
            else:
                left.append(finding._replace(message=f"{finding.message}; {_waits(decision)}"))
        return left, rejected


def _waits(decision: Decision) -> str:
    return (
        f"“{decision.replacement}” was approved by {decision.who} on {decision.time[:10]}"
        " but is not in the file yet: reviewer decisions apply"
    )


def projects(
    override: Callable[[Settings], Settings],
    config_file: Path | None,
    note: Say,
    *,
    isolated: bool = False,
) -> ProjectOf:
    """A function from a file to its Project; files of one root share it.

    ``config_file`` holds for all files instead of what lies above them; ``isolated`` reads none.
    """
    by_folder: dict[Path, Project] = {}
    by_root: dict[Path, Project] = {}

    def project(path: Path) -> Project:
        folder = Path(absolute(path)).parent
        if folder not in by_folder:
            root, found = config.find(folder, config_file)
            if root not in by_root:
                settings = config.read(root, None if isolated else found)
                by_root[root] = Project(override(settings), note)
            by_folder[folder] = by_root[root]
        return by_folder[folder]

    return project


def by_project(files: Iterable[Path], project_of: ProjectOf) -> list[tuple[Project, list[Path]]]:
    """The files of each project, in the order in which projects come up."""
    grouped: dict[int, tuple[Project, list[Path]]] = {}
    for path in files:
        project = project_of(path)
        grouped.setdefault(id(project), (project, []))[1].append(path)
    return list(grouped.values())
