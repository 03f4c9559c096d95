"""Reading and checking files one after the other, in a thread, while an editor is at work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.glossary.model import Glossary
from reviewer.model import Finding
from reviewer.tui.source import Loaded, Source


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file was read and checked; ``problem`` tells why not."""

    path: Path
    loaded: tuple[Loaded, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Renewed:
    """The glossary was read anew."""

    glossary: Glossary


@dataclass(frozen=True, slots=True)
class Judged:
    """All files are checked; these findings only all of them together show."""

    findings: tuple[Finding, ...]


Event = Arrived | Renewed | Judged


class Checking:
    """The files still to be checked, the next one first. One thread at a time may ``run``."""

    def __init__(self, source: Source, waiting: Iterable[Path]) -> None:
        self.waiting = list(waiting)
        self._source = source
        self._renewal: Path | None = None

    def again(self, paths: Iterable[Path]) -> None:
        """Check these once more, in this order, by the glossary as the first one's now is."""
        paths = list(dict.fromkeys(paths))
        mates = [path for path in paths if self._source.shares(path, paths[0])]
        self.waiting = [*mates, *(path for path in self.waiting if path not in mates)]
        self._renewal = paths[0]

    def soon(self, path: Path) -> None:
        """Read and check this one next."""
        self.waiting = [path, *(other for other in self.waiting if other != path)]

    def run(self, tell: Callable[[Event], None], cancelled: Callable[[], bool]) -> None:
        """Check until nothing waits. ``tell`` takes what came of it."""
        judged = False
        while not cancelled():
            if self._renewal:
                path, self._renewal, judged = self._renewal, None, False
                self._renew(path, tell)
            elif self.waiting:
                arrived = self._check(self.waiting[0])
                if not self._renewal:  # else by a glossary that is out of date
                    self.waiting.remove(arrived.path)
                    tell(arrived)
            elif not judged:
                judged = True
                tell(Judged(tuple(self._source.judged())))
            else:
                return

    def _check(self, path: Path) -> Arrived:
        try:
            return Arrived(path, tuple(self._source.load(path)))
        except ReviewerError as error:
            return Arrived(path, (), str(error))

    def _renew(self, path: Path, tell: Callable[[Event], None]) -> None:
        try:
            tell(Renewed(self._source.renew(path)))
        except ReviewerError as error:
            tell(Arrived(path, (), str(error)))
