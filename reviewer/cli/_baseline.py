"""``--baseline``: read, compared, written and pruned for ``reviewer check``."""

from __future__ import annotations

from pathlib import Path

from reviewer.cli import complain
from reviewer.engine import baseline
from reviewer.engine.baseline import Baseline, Entry
from reviewer.engine.paths import relative, shown
from reviewer.engine.project import ProjectOf
from reviewer.engine.run import Run
from reviewer.reporters._report import plural

_LISTED = 10  # stale entries that are named; of the others the number


def without_known(file: Path, found: Run, project_of: ProjectOf, *, prune: bool) -> Run:
    """The run without the findings of the baseline; entries that nothing matched are told."""
    known = baseline.read(file)
    root = project_of(file).settings.root
    compared = baseline.compare(found.findings, known, lambda path: relative(path, root))
    stale = Baseline(
        {
            entry: count
            for entry, count in compared.unmatched.items()
            if _stale(entry, root, found, project_of)
        }
    )
    if stale:
        _tell(file, stale, pruned=prune)
    if stale and prune:
        baseline.write(file, known - stale)
    suppressed = found.suppressed + compared.known
    return found._replace(findings=compared.new, suppressed=suppressed)


def written(file: Path, found: Run, project_of: ProjectOf) -> int:
    """Write the run's findings as the baseline and return the exit status.

    Entries of articles that this run did not read stay, unless the article is gone.
    """
    root = project_of(file).settings.root
    checked = {relative(path, root) for path in found.checked}
    old = baseline.read(file) if file.exists() else Baseline()
    kept = Baseline(
        {e: n for e, n in old.items() if e.path not in checked and (root / e.path).exists()}
    )
    new = baseline.counted(found.findings, lambda path: relative(path, root))
    baseline.write(file, kept + new)
    for problem in found.problems:
        complain(problem)
    also = f" ({kept.total()} of articles not checked now were kept)" if kept else ""
    complain(f"{file}: {plural(new.total(), 'finding')} written{also}")
    return 2 if found.problems else 0


def _stale(entry: Entry, root: Path, found: Run, project_of: ProjectOf) -> bool:
    """Would this run have found it? Or is its article gone?"""
    path = root / entry.path
    if shown(path) not in found.checked:
        return not path.exists()
    checker = project_of(path).checker
    return checker.selected(shown(path), entry.check, entry.code, "error") is not None


def _tell(file: Path, stale: Baseline, *, pruned: bool) -> None:
    entries = sorted(stale, key=str)
    lines = [f"{e.path}: {e.code}: {e.text}" for e in entries[:_LISTED]]
    if len(entries) > _LISTED:
        lines.append(f"and {len(entries) - _LISTED} more")
    what = "dropped" if pruned else "--prune-baseline drops them"
    complain(
        "\n".join(
            [f"{file}: {plural(stale.total(), 'finding')} of it no longer there; {what}", *lines]
        )
    )
