"""A whole run: read each article, check it, let the decisions speak, sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from reviewer import config, decisions, formats
from reviewer.config import Settings
from reviewer.engine.checker import Checked, Checker, validate
from reviewer.engine.paths import shown
from reviewer.errors import ReviewerError
from reviewer.glossary import store
from reviewer.glossary.model import Glossary
from reviewer.model import Decision, Document, Finding

Say = Callable[[str], None]
ProjectOf = Callable[[Path], "Project"]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found. ``problems`` are messages about what could not be read or finished."""

    findings: tuple[Finding, ...]
    articles: int = 0
    suppressed: int = 0
    problems: tuple[str, ...] = ()


@dataclass
class Project:
    """The articles of one project root share settings, glossary, checks and decision log.

    ``problem`` takes messages about what failed, ``note`` those that are only worth saying.
    """

    settings: Settings
    problem: Say = field(default=lambda _message: None)
    note: Say = field(default=lambda _message: None)

    @cached_property
    def glossary(self) -> Glossary:
        """The chosen packs, then the team's own glossaries."""
        return store.load([*packs(self.settings), *self.settings.glossaries], note=self.note)

    @cached_property
    def checker(self) -> Checker:
        """The selected checks over this glossary. Raises ConfigError for what no check knows."""
        validate(self.settings)
        return Checker(self.settings, self.glossary, self.problem)

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

    def documents(self, path: Path, *, format: str | None = None) -> Iterator[Document]:
        """The articles of one file. Raises InputError when it cannot be read."""
        return formats.read(path, display=shown(path), format=format, note=self.note)

    def check(self, document: Document) -> Checked:
        """The findings of one article, decisions not yet heard."""
        return self.checker.check(document)

    def undecided(
        self, document: Document, findings: Sequence[Finding]
    ) -> tuple[list[Finding], int]:
        """The findings left when the rejected fall away, and how many fell.

        A finding that was approved stays while the text still shows it; its message says so.
        """
        if not self.decided:
            return list(findings), 0
        left, rejected = [], 0
        matched = decisions.match(self.key(document.path), document, findings, self.decided)
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


def packs(settings: Settings) -> list[Path]:
    """The shipped packs that the settings choose."""
    if settings.packs is None:
        return list(store.shipped())
    return [store.pack(name) for name in settings.packs]


def projects(
    override: Callable[[Settings], Settings], config_file: Path | None, problem: Say, note: Say
) -> ProjectOf:
    """A function from a file to its Project; files of one root share it."""
    by_folder: dict[Path, Project] = {}
    by_root: dict[Path, Project] = {}

    def project(path: Path) -> Project:
        folder = path.absolute().parent
        if folder not in by_folder:
            settings = override(config.load(folder, config_file))
            by_folder[folder] = by_root.setdefault(
                settings.root, Project(settings, problem=problem, note=note)
            )
        return by_folder[folder]

    return project


def check_files(
    files: Iterable[Path],
    project_of: ProjectOf,
    *,
    problems: list[str],
    format: str | None = None,
) -> Run:
    """Check files; one that cannot be read becomes a problem, the others are reported.

    ``problems`` is the list that the projects' ``problem`` appends to.
    """
    pairs: dict[int, tuple[Project, _Batch]] = {}
    for path in files:
        project = project_of(path)
        batch = pairs.setdefault(id(project), (project, _Batch(project)))[1]
        validate(project.settings)
        try:
            for document in project.documents(path, format=format):
                batch.add(document)
        except ReviewerError as error:
            problems.append(str(error))
    return _joined([batch.result() for _, batch in pairs.values()], problems)


def check_documents(documents: Iterable[Document], project: Project, problems: list[str]) -> Run:
    """Check documents that are already in memory."""
    batch = _Batch(project)
    for document in documents:
        batch.add(document)
    return _joined([batch.result()], problems)


class _Batch:
    """The findings of one project's articles as they come in."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._findings: list[Finding] = []
        self._facts: dict[str, list[Finding]] = {}
        self._articles = self._suppressed = 0

    def add(self, document: Document) -> None:
        checked = self._project.check(document)
        left, rejected = self._project.undecided(document, checked.findings)
        self._findings += left
        self._suppressed += rejected
        self._articles += 1
        for name, facts in checked.facts.items():
            self._facts.setdefault(name, []).extend(facts)

    def result(self) -> Run:
        judged = self._project.checker.judge(self._facts)
        findings = [*self._findings, *judged]
        return Run(tuple(findings), self._articles, self._suppressed)


def _joined(runs: Sequence[Run], problems: list[str]) -> Run:
    findings = [finding for run in runs for finding in run.findings]
    return Run(
        tuple(ordered(findings)),
        sum(run.articles for run in runs),
        sum(run.suppressed for run in runs),
        tuple(problems),
    )


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By file, then by place in it: the same whatever the order of the work."""
    return sorted(
        findings,
        key=lambda f: (
            f.path,
            (f.place.line, f.place.column) if f.place else (0, 0),
            f.start,
            f.end,
            f.check,
            f.code,
        ),
    )
