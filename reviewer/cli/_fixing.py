"""``--fix`` and ``--diff``: corrections written, or shown as they would be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli import complain
from reviewer.engine.fixing import Fixed, Fixer, save
from reviewer.engine.project import Project, ProjectOf
from reviewer.errors import ReviewerError
from reviewer.formats import parse
from reviewer.text import visible

if TYPE_CHECKING:
    from reviewer.model import Finding


@dataclass
class Fixing:
    """The corrections of one run; ``problem`` is told of files that could not be corrected."""

    project_of: ProjectOf
    format: str | None
    unsafe: bool
    problem: Callable[[str], None]
    _fixers: dict[int, Fixer] = field(default_factory=dict)

    def files(
        self, findings: Iterable[Finding], files: Mapping[str, Path]
    ) -> Iterator[tuple[str, bytes, Fixed]]:
        """Each file that a finding allows to correct: path as shown, bytes, corrected bytes."""
        done: set[str] = set()
        for finding in findings:
            path = finding.path
            if path in done or path not in files or not self._fixer(path).replacement(finding):
                continue
            done.add(path)
            try:
                data = files[path].read_bytes()
            except OSError as error:
                self.problem(f"{visible(path)}: cannot be read: {error.strerror}")
                continue
            if fixed := self.data(path, data):
                yield path, data, fixed

    def data(self, path: str, data: bytes) -> Fixed | None:
        """What the bytes of one file become; None where nothing changes."""
        try:
            fixed = self._fixer(path).fix(path, data, self.format)
        except ReviewerError as error:
            self.problem(str(error))
            return None
        if not fixed.settled:
            complain(f"{path}: corrections bring out others without end: two rules disagree")
        return fixed if fixed.count else None

    def write(self, path: str, old: bytes, new: bytes) -> bool:
        """Put corrected bytes into a file; False where it could not be written."""
        try:
            save(self._project(path), path, old, new)
        except ReviewerError as error:
            self.problem(str(error))
            return False
        return True

    def _project(self, path: str) -> Project:
        return self.project_of(Path(path))

    def _fixer(self, path: str) -> Fixer:
        project = self._project(path)
        if id(project) not in self._fixers:
            self._fixers[id(project)] = Fixer(project, unsafe=self.unsafe)
        return self._fixers[id(project)]


def unified(path: str, old: bytes, new: bytes, format: str | None) -> str:
    """A unified diff of a file's text, safe for terminals and logs."""
    from difflib import unified_diff

    base = next(parse(path, old, format=format))
    before, after = (data[len(base.bom) :].decode(base.encoding).split("\n") for data in (old, new))
    name = _printed(path)
    lines = unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm="", n=1)
    return "".join(f"{_printed(line.removesuffix(chr(13)))}\n" for line in lines)


def _printed(line: str) -> str:
    """The line with what cannot be seen named; its spaces stay."""
    parts = re.split(r"([ \t]+)", line)
    return "".join(part if part.isspace() else visible(part) for part in parts)
