"""The articles that figures are about: as translated, as they stand, what was decided on them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from reviewer import fixes
from reviewer.engine.checker import Checked, merge
from reviewer.engine.fixing import Fixer
from reviewer.engine.project import Project, ProjectOf, by_project
from reviewer.errors import InputError, ReviewerError
from reviewer.model import Decision, Document, Finding
from reviewer.quality.beside import Beside
from reviewer.quality.checking import Told, checked_files

Say = Callable[[str], None]
FACTS = ("system", "date")  # keys of a JSON Lines record that figures are grouped by


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``machine`` is the document as translated, ``now`` as it stands.

    They are the same object where nothing was corrected. ``decisions`` are those in force that were
    made on it, oldest first; ``findings`` are what the checks find in ``machine``, each with the
    decision that holds for it.
    """

    key: str  # the file as the log names it
    now: Document
    machine: Document
    project: Project
    decisions: tuple[Decision, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    findings: tuple[tuple[Finding, Decision | None], ...] = ()

    @property
    def name(self) -> str:
        """The file, as reports name it, and in a file of many articles the record."""
        record = self.now.record
        return self.now.path + (f" [{record}]" if record is not None else "")

    @property
    def corrected(self) -> bool:
        """Was anything in it changed, and is it kept how it was?"""
        return self.machine is not self.now

    @property
    def reviewed(self) -> bool:
        """Was anything in it decided or corrected? The verdicts of an audit alone are no review."""
        return self.corrected or any(d.ref is None for d in self.decisions)

    @property
    def source_lang(self) -> str:
        """The language it was translated from, where that is known."""
        return next((s.source_lang for s in self.machine.segments if s.source_lang), "")

    @property
    def batch(self) -> str:
        """What it was delivered in: the file of many articles, or else the folder."""
        folder = self.key.rpartition("/")[0] or "."
        return self.key if self.now.record is not None else folder

    @property
    def system(self) -> str:
        """The MT system: by its record, by the command line, else the folder's name."""
        return self.facts.get("system") or Path(self.batch).name or "unknown"

    @property
    def date(self) -> str:
        """The day (ISO 8601) by its record, else of the first decision on it."""
        return self.facts.get("date") or (self.decisions[0].time[:10] if self.decisions else "")


def read(
    files: Iterable[Path],
    project_of: ProjectOf,
    problem: Say,
    *,
    format: str | None = None,
    system: str = "",
    originals: Beside | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Article]:
    """The articles of the files, checked as they were translated, decisions matched.

    ``originals`` are the translations before review, where the kept ones are not meant.
    ``problem`` hears of what could not be read or is not as it was. ``progress`` is called with the
    number of files read and of all.
    """
    found: list[Article] = []
    grouped = by_project(files, project_of)
    told = Told(progress, sum(len(paths) for _, paths in grouped))
    for project, paths in grouped:
        decided = _decided(project)
        read_here: list[tuple[Article, Checked]] = []
        as_they_are = [p for p in paths if not (originals or _kept_at(project, str(p)).exists())]
        known = checked_files(project, as_they_are, format, told)
        for path in paths:
            try:
                made = decided.get(project.key(str(path)), [])
                before = originals.documents(path, project) if originals else None
                for article in _file(
                    project, path, made, problem, originals=before, format=format, system=system
                ):
                    found_here = known.get(path, {}).get(article.now.record)
                    if found_here is None or article.corrected:
                        found_here = project.check(article.machine)
                    read_here.append((article, found_here))
            except ReviewerError as error:
                problem(str(error))
            if path not in known:
                told()
        found += _judged(project, read_here)
    return found


def _decided(project: Project) -> dict[str, list[Decision]]:
    """The project's decisions by path; its ``note`` hears of lines that are none."""
    by_path: dict[str, list[Decision]] = {}
    for decision in project.decided:
        by_path.setdefault(decision.path, []).append(decision)
    if project.settings.decisions and project.log.skipped:
        project.note(
            f"{project.log.folder}: {project.log.skipped} lines of the log are torn or no decisions"
            " and were left out"
        )
    return by_path


def _file(
    project: Project,
    path: Path,
    made: list[Decision],
    problem: Say,
    *,
    originals: dict[str | None, Document] | None,
    format: str | None,
    system: str,
) -> Iterator[Article]:
    """The articles of one file, not checked yet."""
    documents = list(project.documents(path, format=format))
    if not documents:
        return
    key = project.key(str(path))
    if originals is None:
        originals = _kept(project, documents[0].path, made, problem, format=format)
    for now in documents:
        machine = originals.get(now.record, now)
        machine = now if machine.text == now.text else machine
        own = tuple(d for d in made if d.record == now.record and d.action != "draw")
        yield Article(key, now, machine, project, own, _facts(now, system))


def _judged(project: Project, articles: Sequence[tuple[Article, Checked]]) -> Iterator[Article]:
    """The articles with all their findings, those across articles too, and what was decided."""
    facts: dict[str, list[Finding]] = {}
    for _, checked in articles:
        for name, noted in checked.facts.items():
            facts.setdefault(name, []).extend(noted)
    across: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in project.checker.judge(facts) if facts else ():
        across.setdefault((finding.path, finding.record), []).append(finding)
    wide = [decision for decision in project.decided if decision.scope == "everywhere"]
    for article, checked in articles:
        path, record = article.now.path, article.now.record
        findings = merge([*checked.findings, *across.get((path, record), ())])
        held = _decisions(article, findings, wide)
        yield replace(article, findings=tuple(zip(findings, held, strict=True)))


def _decisions(
    article: Article, findings: Sequence[Finding], wide: Sequence[Decision]
) -> list[Decision | None]:
    """What holds for each finding: of all decisions only those that may speak of this article."""
    from reviewer.decisions import match

    own = [decision for decision in article.decisions if decision.scope != "everywhere"]
    return match(article.key, article.now, findings, [*own, *wide])


def _facts(document: Document, system: str) -> dict[str, str]:
    """What the record says of itself; the command line's system where it says none."""
    facts = {"system": system} if system else {}
    if document.format == "jsonl":
        known: dict[str, Any] = json.loads(document.raw, parse_int=str, parse_float=str)
        for name in FACTS:
            value = known.get(name)
            if isinstance(value, str) and value.strip():
                facts[name] = value.strip()
    if "date" in facts:
        try:
            facts["date"] = date.fromisoformat(facts["date"][:10]).isoformat()
        except ValueError:
            del facts["date"]  # no date that could be put in order
    return facts


def _kept(
    project: Project,
    shown: str,
    made: list[Decision],
    problem: Say,
    *,
    format: str | None,
) -> dict[str | None, Document]:
    """The file's articles as the system left them, by record; nothing where that is not known."""
    if not project.settings.decisions:
        return {}
    kept = _kept_at(project, shown)
    try:
        data = kept.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        problem(f"{kept}: the kept original cannot be read: {error.strerror}")
        return {}
    if not _is_genuine(project, shown, data, made, format):
        problem(
            f"{kept}: no decision on {shown} was made on this text: the kept original, or the"
            " article between decision and saving, was changed by hand; figures that need it are"
            " left out (restore it from git)"
        )
        return {}
    try:
        return {document.record: document for document in project.parse(data, shown, format)}
    except InputError as error:
        problem(f"{kept}: the kept original: {error}")
        return {}


def _kept_at(project: Project, shown: str) -> Path:
    """Where the file's original is kept, if it was corrected."""
    return fixes.original_path(project.log.folder / "originals", project.key(shown))


def _is_genuine(
    project: Project, shown: str, data: bytes, made: list[Decision], format: str | None
) -> bool:
    """Was something decided on this very text, or on what ``check --fix`` made of it?

    Where no decision tells what it was made on, there is nothing to doubt it by.
    """
    bases = {decision.base_sha256 for decision in made if decision.base_sha256}
    if not bases or fixes.sha256(data) in bases:
        return True
    here = made[0].path
    bases |= {decision.base_sha256 for decision in project.log.read() if decision.path == here}
    if fixes.sha256(data) in bases:  # by a decision that was taken back
        return True
    for unsafe in (False, True):
        try:
            fixed = Fixer(project, unsafe=unsafe).fix(shown, data, format)
        except ReviewerError:
            return False
        if fixes.sha256(fixed.data) in bases:
            return True
    return False
