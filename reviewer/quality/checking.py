"""Files checked by all processors, or taken from what an earlier run found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.engine.checker import Checked
from reviewer.engine.parallel import check_files, cores
from reviewer.engine.project import Project


@dataclass
class Told:
    """Counts what is done and tells ``progress`` of it and of ``total``."""

    progress: Callable[[int, int], None] | None
    total: int
    done: int = 0

    def __call__(self) -> None:
        """One more."""
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total)


def checked_files(
    project: Project, files: Sequence[Path], format: str | None, told: Callable[[], None]
) -> dict[Path, dict[str | None, Checked]]:
    """What was found in each file as it is, by record; ``told`` is called after each file.

    What could not be read is left out: whoever reads it hears why.
    """
    results = check_files(project, files, format=format, cached=True, jobs=cores(), done=told)
    return {
        path: {one.record: one for one in result.documents}
        for path, result in zip(files, results, strict=True)
    }
