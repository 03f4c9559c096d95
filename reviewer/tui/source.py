"""Where a review's articles come from and where its corrections go: the engine for the UI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer import fixes
from reviewer.engine.project import Project, ProjectOf
from reviewer.errors import InputError
from reviewer.model import Document, Edit, Finding
from reviewer.tui.lock import Locks


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article as read and checked; ``key`` is its path in the decision log."""

    document: Document
    findings: tuple[Finding, ...]
    key: str
    sha256: str


class Source:
    """Reads and checks files, and writes corrections into them."""

    def __init__(self, project_of: ProjectOf, *, format: str | None = None) -> None:
        self._project_of = project_of
        self._locks: dict[Path, Locks] = {}
        self._format = format

    def project(self, path: Path) -> Project:
        """The project that a file belongs to."""
        return self._project_of(path)

    def read(self, path: Path) -> Iterator[Loaded]:
        """The articles of a file, unchecked. Raises ReviewerError where unreadable."""
        project = self.project(path)
        sha256 = digest(path)
        for document in project.documents(path, format=self._format):
            yield Loaded(document, (), project.key(document.path), sha256)

    def load(self, path: Path) -> Iterator[Loaded]:
        """The articles of a file with their findings. Raises ReviewerError where unreadable."""
        project = self.project(path)
        for one in self.read(path):
            yield replace(one, findings=tuple(project.check(one.document).findings))

    def hold(self, path: str) -> str:
        """Keep other editors from deciding in a file; the reason why not, or nothing."""
        project = self.project(Path(path))
        if not project.settings.decisions:
            return ""
        folder = project.log.folder / "locks"
        return self._locks.setdefault(folder, Locks(folder)).hold(project.key(path))

    def release(self) -> None:
        """Let the other editors in."""
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
        documents = {one.record: one for one in project.documents(file, format=self._format)}
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
