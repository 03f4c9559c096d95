"""Files over processes: the same results whatever their number, and none lost with a worker."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewer.config import Settings
from reviewer.engine.files import FileResult, check_file, kept_result
from reviewer.engine.paths import shown
from reviewer.engine.project import Project

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# Starting a process costs as much as checking about this many bytes.
WORTH_A_PROCESS = 300_000
_TRIES = 2


class Worker(NamedTuple):
    """What a process needs to check files; settings alone where it cannot inherit the project."""

    project: Project | Settings
    format: str | None
    cached: bool

    def check(self, path: Path) -> FileResult:
        """Check one file."""
        if isinstance(self.project, Settings):
            raise TypeError("a worker's project is opened before its first file")
        return check_file(self.project, path, self.format, self.cached)


class _Process:
    """A running worker, our end of the pipe to it, and the file it has in hand."""

    def __init__(self, process: BaseProcess, pipe: Connection[Path, FileResult]) -> None:
        self.process = process
        self.pipe = pipe
        self.file = Path()


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

    A file whose worker is killed is tried once more, then reported as a problem.
    """
    results: dict[Path, FileResult] = {}
    for path in files if cached else ():
        if known := kept_result(project, path, format):
            results[path] = known
            done()
    new = [path for path in files if path not in results]
    worker = Worker(project, format, cached)
    jobs = min(jobs, len(new), max(1, _size(new) // WORTH_A_PROCESS)) if jobs > 1 else 1
    if jobs > 1:
        project.checker.prepare()  # before the fork: the workers share what is loaded here
        results |= _spread(worker, new, jobs, done)
    else:
        for path in new:
            results[path] = worker.check(path)
            done()
    return [results[path] for path in files]


def _spread(
    worker: Worker, files: Sequence[Path], jobs: int, done: Callable[[], None]
) -> dict[Path, FileResult]:
    from multiprocessing import connection

    waiting = deque(files)
    tries: Counter[Path] = Counter()
    results: dict[Path, FileResult] = {}
    running: list[_Process] = []
    leaving: list[BaseProcess] = []
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                running.append(_started(worker, waiting.popleft(), running))
            ready = connection.wait([one.pipe for one in running])
            for one in [one for one in running if one.pipe in ready]:
                path = one.file
                tries[path] += 1
                try:
                    results[path] = one.pipe.recv()
                except (EOFError, OSError):  # the process is gone, and its file with it
                    running.remove(one)
                    one.process.join()
                    if tries[path] < _TRIES:
                        waiting.append(path)
                        continue
                    results[path] = FileResult(problems=(_killed(path, one.process.exitcode),))
                else:
                    if waiting:
                        _hand(one, waiting.popleft())
                    else:
                        running.remove(one)
                        one.pipe.close()
                        leaving.append(one.process)
                done()
        for process in leaving:  # nobody is left behind when we are gone
            process.join()
    finally:
        for one in running:
            one.process.terminate()
    return results


def _started(worker: Worker, file: Path, running: Sequence[_Process]) -> _Process:
    import multiprocessing

    ours, theirs = multiprocessing.Pipe()
    process: BaseProcess
    if sys.platform == "linux":
        # A forked process must let go of our ends of the pipes, or no pipe would end with us.
        inherited = [ours, *(one.pipe for one in running)]
        fork = multiprocessing.get_context("fork")
        process = fork.Process(target=_work, args=(worker, theirs, inherited), daemon=True)
    else:
        if isinstance(worker.project, Project):
            worker = worker._replace(project=worker.project.settings)
        spawn = multiprocessing.get_context("spawn")
        process = spawn.Process(target=_work, args=(worker, theirs, []), daemon=True)
    process.start()
    theirs.close()
    started = _Process(process, ours)
    _hand(started, file)
    return started


def _hand(one: _Process, file: Path) -> None:
    """Give a worker its next file; one that is gone is noticed when it should answer."""
    one.file = file
    with suppress(OSError):
        one.pipe.send(file)


def _work(
    worker: Worker,
    pipe: Connection[FileResult, Path],
    inherited: Sequence[Connection[Path, FileResult]],
) -> None:
    """A worker's life: check what comes through the pipe until it ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started us stops us
    for other in inherited:
        other.close()
    if isinstance(worker.project, Settings):
        worker = worker._replace(project=Project(worker.project))
    try:
        while True:
            pipe.send(worker.check(pipe.recv()))
    except (EOFError, OSError):
        return


def _killed(path: Path, status: int | None) -> str:
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    return (
        f"{shown(path)}: not checked: the process that checked it ended twice ({how});"
        " check it alone with --jobs 1, or give the machine more memory"
    )


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
