"""Files over processes: the same results whatever their number, and none lost with a worker."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.config import Settings
from reviewer.engine.files import FileResult, check_file
from reviewer.engine.paths import shown
from reviewer.engine.project import Project

# Starting a process costs as much as checking about this many bytes.
WORTH_A_PROCESS = 300_000


@dataclass(frozen=True, slots=True)
class Worker:
    """What a process needs to check files; settings alone where it cannot inherit the project."""

    project: Project | Settings
    format: str | None
    cached: bool

    def check(self, path: Path) -> FileResult:
        """Check one file."""
        if isinstance(self.project, Settings):
            raise TypeError("a worker's project is opened before its first file")
        return check_file(self.project, path, self.format, self.cached)


_worker: Worker | None = None


def check_files(
    project: Project,
    files: Sequence[Path],
    *,
    format: str | None,
    cached: bool,
    jobs: int,
    done: Callable[[], None],
) -> list[FileResult]:
    """The result of each file, in their order; ``done`` is called after each.

    A file whose worker is killed is tried once more by itself, then reported as a problem.
    """
    jobs = min(jobs, len(files), max(1, _size(files) // WORTH_A_PROCESS))
    results: dict[Path, FileResult] = {}
    worker = Worker(project, format, cached)
    if jobs <= 1:
        for path in files:
            results[path] = worker.check(path)
            done()
        return [results[path] for path in files]
    project.checker.prepare()  # before the fork: the workers share what is loaded here
    for path in _run(worker, files, jobs, results, done):
        if _run(worker, [path], 1, results, done):
            message = f"{shown(path)}: the process that checked it was killed twice; not checked"
            results[path] = FileResult(problems=(message,))
            done()
    return [results[path] for path in files]


def _run(
    worker: Worker,
    files: Sequence[Path],
    jobs: int,
    results: dict[Path, FileResult],
    done: Callable[[], None],
) -> list[Path]:
    """Fill ``results`` and return the files that a dying worker took with it."""
    method = "fork" if sys.platform == "linux" else "spawn"
    if method == "spawn" and isinstance(worker.project, Project):
        worker = replace(worker, project=worker.project.settings)
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context(method),
        initializer=_begin,
        initargs=(worker,),
    )
    lost = []
    with pool:
        waiting = {pool.submit(_check, path): path for path in files}
        try:
            for future in as_completed(waiting):
                try:
                    results[waiting[future]] = future.result()
                    done()
                except BrokenProcessPool:
                    lost.append(waiting[future])
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return sorted(lost, key=shown)


def _begin(worker: Worker) -> None:
    global _worker  # noqa: PLW0603 - a pool's processes have no other place for what they share
    if isinstance(worker.project, Settings):
        worker = replace(worker, project=Project(worker.project))
    _worker = worker


def _check(path: Path) -> FileResult:
    if _worker is None:
        raise RuntimeError("a process was given a file before its worker")
    return _worker.check(path)


def _size(files: Sequence[Path]) -> int:
    total = 0
    for path in files:
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
