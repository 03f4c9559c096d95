"""What git ignores below a folder: its .gitignore files, nested ones too, and .git/info/exclude."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class _Patterns(NamedTuple):
    """The patterns of one file, which hold for what lies below ``base`` (ends with a separator)."""

    base: str
    spec: GitIgnoreSpec


class Ignored(NamedTuple):
    """The patterns that hold in one folder, the innermost last."""

    patterns: tuple[_Patterns, ...] = ()

    def holds(self, path: str, *, folder: bool = False) -> bool:
        """Is this file or folder (an absolute path) ignored? The innermost match decides."""
        for patterns in reversed(self.patterns):
            relative = path[len(patterns.base) :].replace(os.sep, "/")
            found = patterns.spec.check_file(f"{relative}/" if folder else relative).include
            if found is not None:
                return found
        return False

    def inside(self, folder: Path) -> Ignored:
        """What holds in a folder below: its own .gitignore comes on top."""
        return self._with(folder, folder / ".gitignore")

    def _with(self, base: Path, file: Path) -> Ignored:
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return self
        from pathspec import GitIgnoreSpec

        spec = GitIgnoreSpec.from_lines(lines)
        return Ignored((*self.patterns, _Patterns(f"{base}{os.sep}", spec)))


def ignored_in(folder: Path) -> Ignored:
    """What git ignores in a folder (an absolute path), by the files of the repository around it.

    A folder that is itself ignored was named on purpose: only its own .gitignore holds then.
    """
    chain = [folder, *folder.parents]
    root = next((i for i, one in enumerate(chain) if (one / ".git").exists()), None)
    if root is None:  # no repository: its own .gitignore may still say something
        return Ignored().inside(folder)
    inward = chain[root::-1]
    ignored = Ignored()._with(inward[0], inward[0] / ".git" / "info" / "exclude")
    for parent, child in pairwise(inward):
        ignored = ignored.inside(parent)
        if ignored.holds(str(child), folder=True):
            return Ignored().inside(folder)
    return ignored.inside(folder)
