"""What git ignores below a folder: its .gitignore files, nested ones too, and .git/info/exclude."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewer.text import later

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LETTERS = later(r"\[[A-Za-z0-9]+\]")


class _Patterns:
    """The patterns of one file, which hold for what lies below ``base`` (ends with a separator)."""

    def __init__(self, base: str, lines: Sequence[str]) -> None:
        self.base = base
        self._lines = lines
        names = {_name(line) for line in lines if line.strip() and not line.startswith("#")}
        self._globs = {name for name in names if "?" in name or "*" in name[1:]}
        self._endings = tuple(name[1:] for name in names - self._globs if name.startswith("*"))
        self._names = names - self._globs

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self._lines)

    def decide(self, relative: str) -> bool | None:
        """Is the path (from ``base``, with ``/``; a folder's ends with one) ignored, if told here?

        A pattern ends in the name of what it ignores: most paths hold no such name, and then the
        library, which takes longer to load than a short article to check, is not asked.
        """
        if not any(map(self._fits, relative.rstrip("/").split("/"))):
            return None
        return self._spec.check_file(relative).include

    def _fits(self, name: str) -> bool:
        return (
            name in self._names
            or name.endswith(self._endings)
            or any(fnmatchcase(name, glob) for glob in self._globs)
        )


def _name(line: str) -> str:
    """The last part of a pattern; where `fnmatch` might read it otherwise, what matches more."""
    name = line.rstrip().removeprefix("!").rstrip("/").rpartition("/")[2]
    name = _LETTERS.sub("?", name)
    return "*" if "\\" in line or "[" in name or not name else name


class Ignored(NamedTuple):
    """The patterns that hold in one folder, the innermost last."""

    patterns: tuple[_Patterns, ...] = ()

    def holds(self, path: str, *, folder: bool = False) -> bool:
        """Is this file or folder (an absolute path) ignored? The innermost match decides."""
        for patterns in reversed(self.patterns):
            relative = path[len(patterns.base) :].replace(os.sep, "/")
            found = patterns.decide(f"{relative}/" if folder else relative)
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
        return Ignored((*self.patterns, _Patterns(f"{base}{os.sep}", lines)))


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
