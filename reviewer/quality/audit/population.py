"""The names that no check flagged: what a sample is drawn from.

A *name* is a run of capitalised words that are no ordinary words, as `reviewer.names.spotted` finds
it, or a form of a glossary entry. It is *flagged* where it shares a code point with a finding that
judges names: of `names`, `source_names` (but for names that are missing), `consistency` or
`leftovers` (but for texts in another language). Order: by path, then as in the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import fixes
from reviewer.engine.paths import shown
from reviewer.engine.project import Project
from reviewer.errors import InputError
from reviewer.model import Document, Finding
from reviewer.names.matcher import Matcher
from reviewer.names.spotted import names
from reviewer.quality.checking import Told, checked_files

CHECKS = ("names", "source_names", "consistency", "leftovers")
_NO_NAME = ("missing-name", "not-english")  # findings on whole sentences and texts


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in a file as the log names it; offsets count code points of the article's text."""

    path: str
    record: str | None
    start: int
    end: int
    text: str
    document: Document

    @property
    def line(self) -> str:
        """What the digest hashes."""
        return f"{self.path}\t{self.record or ''}\t{self.start}\t{self.end}\t{self.text}\n"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the population: the hash of its bytes, how many names of it were not flagged."""

    sha256: str
    names: int


@dataclass(frozen=True, slots=True)
class Population:
    """All that can be drawn, and how many names were flagged beside it."""

    names: tuple[Occurrence, ...]
    files: dict[str, File]
    articles: int
    flagged: int

    @property
    def digest(self) -> str:
        """The SHA-256 of every occurrence's path, record, offsets and text, in order."""
        made = hashlib.sha256()
        for occurrence in self.names:
            made.update(occurrence.line.encode("utf-8", "surrogatepass"))
        return made.hexdigest()


def population(
    project: Project,
    states: Iterable[tuple[Path, bytes]],
    format: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Population:
    """The population of files in the given states, each with its bytes.

    Raises InputError where one cannot be read.
    """
    ordered = sorted(states, key=lambda state: project.key(str(state[0])))
    as_they_are = [path for path, data in ordered if read_or_none(path) == data]
    known = checked_files(project, as_they_are, format, Told(progress, len(as_they_are)))
    matcher = Matcher(project.glossary)
    read: list[tuple[str, Document, list[Finding]]] = []
    facts: dict[str, list[Finding]] = {}
    hashes: dict[str, str] = {}
    for path, data in ordered:
        key = project.key(str(path))
        hashes[key] = fixes.sha256(data)
        for document in project.parse(data, shown(path), format):
            checked = known.get(path, {}).get(document.record) or project.check(document)
            read.append((key, document, list(checked.findings)))
            for name, noted in checked.facts.items():
                facts.setdefault(name, []).extend(noted)
    across: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in project.checker.judge(facts) if facts else ():
        across.setdefault((finding.path, finding.record), []).append(finding)
    found: list[Occurrence] = []
    flagged = 0
    for key, document, findings in read:
        spans = _flagged([*findings, *across.get((document.path, document.record), ())])
        for start, end in occurrences(document, matcher):
            if any(low < end and start < high for low, high in spans):
                flagged += 1
            else:
                text = document.text[start:end]
                found.append(Occurrence(key, document.record, start, end, text, document))
    count = {key: sum(one.path == key for one in found) for key in hashes}
    files = {key: File(sha256, count[key]) for key, sha256 in hashes.items()}
    return Population(tuple(found), files, len(read), flagged)


def occurrences(document: Document, matcher: Matcher) -> list[tuple[int, int]]:
    """The spans of all names of an article, none overlapping another, in order."""
    spans = [(start, end) for _, start, end in names(document.text)]
    listed = [(m.start, m.end) for m in matcher.find(document.text) if m.kind == "exact"]
    for start, end in listed:  # the glossary knows names that are words too
        if not any(low < end and start < high for low, high in spans):
            spans.append((start, end))
    return sorted(spans)


def states(files: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Each file with its bytes as they are. Raises InputError where it cannot be read."""
    for file in files:
        try:
            yield file, file.read_bytes()
        except OSError as error:
            raise InputError(f"{shown(file)}: cannot be read: {error.strerror}") from None


def read_or_none(path: Path) -> bytes | None:
    """The file's bytes; None where it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _flagged(findings: Iterable[Finding]) -> list[tuple[int, int]]:
    return [
        (finding.start, finding.end)
        for finding in findings
        if finding.check in CHECKS and finding.code not in _NO_NAME
    ]
