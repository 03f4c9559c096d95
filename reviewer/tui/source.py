"""Where a review's articles come from and where its corrections go: the engine for the UI."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reviewer import fixes
from reviewer.engine.files import FileResult, check_file, kept_result
from reviewer.engine.project import Project, ProjectOf
from reviewer.errors import InputError, UsageError
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Edit, Finding
from reviewer.tui.helper import Helper
from reviewer.tui.lock import Locks


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article as read and checked; ``key`` is its path in the decision log."""

    document: Document
    findings: tuple[Finding, ...]
    key: str
    sha256: str


class Source:
    """Reads and checks files, and writes corrections into them.

    ``problem`` takes messages about what was read otherwise than it stands, or not checked.
    """

    def __init__(
        self,
        project_of: ProjectOf,
        *,
        format: str | None = None,
        problem: Callable[[str], None] = lambda _message: None,
    ) -> None:
        self._project_of = project_of
        self._format = format
        self._problem = problem
        self._helper: Helper | None = None
        self._locks: dict[Path, Locks] = {}
        self._facts: dict[int, tuple[Project, dict[str, list[Finding]]]] = {}

    def project(self, path: Path) -> Project:
        """The project that a file belongs to."""
        return self._project_of(path)

    def read(self, path: Path) -> Iterator[Loaded]:
        """The articles of a file, unchecked. Raises ReviewerError where unreadable."""
        project = self.project(path)
        sha256 = digest(path)
        for document in project.documents(path, format=self._format, note=self._problem):
            yield Loaded(document, (), project.key(document.path), sha256)

    def _check(self, path: Path) -> FileResult:
        project = self.project(path)
        kept = kept_result(project, path, self._format)
        return kept or check_file(project, path, self._format, cached=True)

    def shares(self, path: Path, other: Path) -> bool:
        """Do two files belong to one project?"""
        return self.project(path) is self.project(other)

    def renew(self, path: Path) -> Glossary:
        """Read the glossary of a file's project anew, and forget what was found by the old one."""
        project = self.project(path)
        project.renew()
        if self._helper:
            self._helper.renew(path)
        self._facts.pop(id(project), None)
        return project.glossary

    def start(self, first: Path | None) -> None:
        """Have files checked by a process of their own, beginning with this one."""
        self._helper = Helper(self._check, lambda path: self.project(path).renew())
        if first:
            self._helper.begin(first)

    def known(self, path: Path) -> list[Loaded]:
        """The articles with what an earlier run found in them; none where the cache has nothing."""
        kept = kept_result(self.project(path), path, self._format)
        return self._joined(path, list(self.read(path)), kept) if kept else []

    def load(self, path: Path) -> list[Loaded]:
        """The articles of a file with their findings. Raises ReviewerError where unreadable."""
        while True:
            read = list(self.read(path))
            result = self._helper.check(path) if self._helper else self._check(path)
            if not read or digest(path) == read[0].sha256:
                return self._joined(path, read, result)
            # else it changed between the readings

    def _joined(self, path: Path, read: list[Loaded], result: FileResult) -> list[Loaded]:
        """The articles as read with what a check of the file gave."""
        project = self.project(path)
        problems = [*result.problems, *(p for one in result.documents for p in one.problems)]
        for message in problems:
            self._problem(message)
        found = {one.record: one for one in result.documents}
        for one in result.documents:
            facts = self._facts.setdefault(id(project), (project, {}))[1]
            for name, noted in one.facts.items():
                facts.setdefault(name, []).extend(noted)
        return [
            replace(one, findings=found[one.document.record].findings)
            for one in read
            if one.document.record in found
        ]

    def judged(self) -> list[Finding]:
        """What only all articles together show, once each has been loaded."""
        return [
            finding
            for project, facts in self._facts.values()
            for finding in project.checker.judge(facts)
        ]

    def add_term(self, path: str, values: Mapping[str, Any]) -> Path:
        """Put a term into the team's glossary; returns its file. Raises ReviewerError."""
        from reviewer.curate import entries, save

        file = self.team_glossary(path)
        data = save.read(file)
        text = entries.add(data.decode("utf-8-sig"), values, str(file))
        bom = data[:3] if data.startswith(codecs.BOM_UTF8) else b""
        save.replace(file, bom + text.encode(), save.sha256(data))
        return file

    def team_glossary(self, path: str) -> Path:
        """The file that new terms of an article's project go to. Raises UsageError."""
        team = [g for g in self.project(Path(path)).settings.glossaries if g.suffix == ".toml"]
        if not team:
            raise UsageError(
                'no glossary of your own to add to: write glossaries = ["names.toml"]'
                " in reviewer.toml"
            )
        return team[0]

    def hold(self, path: str) -> str:
        """Keep other editors from deciding in a file; the reason why not, or nothing."""
        project = self.project(Path(path))
        if not project.settings.decisions:
            return ""
        folder = project.log.folder / "locks"
        return self._locks.setdefault(folder, Locks(folder)).hold(project.key(path))

    def release(self) -> None:
        """Let the other editors in, end the checking process."""
        if self._helper:
            self._helper.close()
        for locks in self._locks.values():
            locks.release()

    def write(
        self, path: str, edits: Sequence[tuple[Document, Sequence[Edit]]], expected: str
    ) -> tuple[list[Document], str]:
        """Put edits into a file, as the session's Writer; the first original is kept."""
        file = Path(path)
        project = self.project(file)
        originals = project.log.folder / "originals"
        data = fixes.save(file, edits, expected, originals=originals, key=project.key(path))
        read = project.documents(file, format=self._format, note=lambda _known: None)
        documents = {one.record: one for one in read}
        return [documents[document.record] for document, _ in edits], fixes.sha256(data)

    def changed(self, path: str, known: str) -> bool:
        """Is the file there, with other content than the one of this SHA-256?"""
        try:
            return digest(Path(path)) != known
        except InputError:
            return False


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex. Raises InputError when it cannot be read."""
    try:
        return fixes.sha256(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
