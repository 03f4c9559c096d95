"""A whole run: check every file, let the decisions speak, look across articles, sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reviewer.checks._context import Code
from reviewer.engine import cache, parallel
from reviewer.engine.checker import Checked, merge, validate
from reviewer.engine.paths import shown
from reviewer.engine.project import Project, ProjectOf, by_project
from reviewer.model import Document, Finding, fingerprint

INPUT = "input"  # what findings on files that cannot be read have in the place of a check
CODES = {
    "unreadable": Code(
        "error",
        "an article that could not be checked",
        "The file, or the rest of it, could not be read, or a check failed on it; the message says"
        " what to do. The exit status is 2.",
    )
}


class Run(NamedTuple):
    """What a run found. ``problems`` are messages about what could not be read or finished.

    ``unread`` tells of the files among them as reports do: a finding each, which no baseline holds.
    """

    findings: tuple[Finding, ...] = ()
    articles: int = 0
    suppressed: int = 0
    problems: tuple[str, ...] = ()
    checked: frozenset[str] = frozenset()  # the files, as reports show them, that were read whole
    unread: tuple[Finding, ...] = ()


def check_files(
    files: Iterable[Path],
    project_of: ProjectOf,
    *,
    format: str | None = None,
    cached: bool = True,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Check files; one that cannot be read becomes a problem, the others are reported.

    ``progress`` is called with the number of files checked and of all.
    """
    grouped = by_project(files, project_of)
    total = sum(len(paths) for _, paths in grouped)
    checked = 0

    def done() -> None:
        nonlocal checked
        checked += 1
        if progress:
            progress(checked, total)

    runs = []
    for project, paths in grouped:
        validate(project.settings)
        len(project.glossary)  # what is wrong with it is said once, not for each file
        results = parallel.check_files(
            project, paths, format=format, cached=cached, jobs=jobs, done=done
        )
        for note in dict.fromkeys(note for result in results for note in result.notes):
            project.note(note)
        documents = [document for result in results for document in result.documents]
        unread = [
            (shown(path), problem)
            for path, result in zip(paths, results, strict=True)
            for problem in result.problems
        ]
        whole = [p for p, result in zip(paths, results, strict=True) if not result.problems]
        judged = _judged(project, documents, [result.key for result in results])
        names = map(shown, whole)
        runs.append(
            _concluded(project, documents, judged, unread, whole=names, text_of=project.text)
        )
    return _joined(runs)


def check_documents(documents: Iterable[Document], project: Project) -> Run:
    """Check documents that are already in memory."""
    documents = list(documents)
    texts = {(document.path, document.record): document.text for document in documents}
    checked = [project.check(document) for document in documents]
    judged = _judged(project, checked, [""])
    found = _concluded(
        project,
        checked,
        judged,
        (),
        whole={document.path for document in checked},
        text_of=lambda path, record: texts[path, record],
    )
    return _joined([found])


def _judged(
    project: Project, documents: Iterable[Checked], keys: Sequence[str]
) -> Sequence[Finding]:
    """What the checks find across articles; kept where all results have a key in the cache."""
    facts: dict[str, list[Finding]] = {}
    for document in documents:
        for name, noted in document.facts.items():
            facts.setdefault(name, []).extend(noted)
    if not facts:
        return ()
    place = cache.judged_place(keys) if all(keys) else None
    if place and (known := cache.load(place)):
        return known[0][0].findings
    found = tuple(project.checker.judge(facts))
    if place:
        cache.keep(place, [Checked("", None, found, {})], ())
    return found


def _concluded(
    project: Project,
    documents: Sequence[Checked],
    judged: Iterable[Finding],
    unread: Sequence[tuple[str, str]],
    *,
    whole: Iterable[str],
    text_of: Callable[[str, str | None], str],
) -> Run:
    """The findings of a project's articles with those across them, the log heard."""
    by_article: dict[tuple[str, str | None], list[Finding]] = {}
    for document in documents:
        by_article.setdefault((document.path, document.record), []).extend(document.findings)
    across: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in judged:
        across.setdefault((finding.path, finding.record), []).append(finding)
    for article, more in across.items():
        by_article[article] = merge([*by_article.get(article, ()), *more])
    findings: list[Finding] = []
    suppressed = 0
    for (path, record), found in by_article.items():
        left, rejected = project.undecided(path, record, found, partial(text_of, path, record))
        findings += left
        suppressed += rejected
    problems = [problem for document in documents for problem in document.problems]
    return Run(
        tuple(findings),
        len(documents),
        suppressed,
        (*(problem for _, problem in unread), *problems),
        frozenset(whole),
        tuple(_unreadable(path, problem) for path, problem in unread),
    )


def _unreadable(path: str, problem: str) -> Finding:
    return Finding(
        path,
        0,
        0,
        "",
        check=INPUT,
        code="unreadable",
        severity="error",
        confidence=1.0,
        message=problem.removeprefix(f"{path}:").strip(),
        fingerprint=fingerprint(INPUT, problem),
    )


def _joined(runs: Sequence[Run]) -> Run:
    return Run(
        tuple(ordered(finding for run in runs for finding in run.findings)),
        sum(run.articles for run in runs),
        sum(run.suppressed for run in runs),
        tuple(problem for run in runs for problem in run.problems),
        frozenset(name for run in runs for name in run.checked),
        tuple(finding for run in runs for finding in run.unread),
    )


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By file, then by place in it: the same whatever the order of the work."""
    return sorted(
        findings,
        key=lambda f: (
            f.path,
            f.place[:2] if f.place else (0, 0),  # line and column
            f.start,
            f.end,
            f.check,
            f.code,
        ),
    )
