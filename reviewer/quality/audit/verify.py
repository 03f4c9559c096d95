"""An audit computed anew, from the log and the files; every difference is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reviewer import __version__, fixes
from reviewer.engine.project import Project
from reviewer.errors import InputError
from reviewer.model import Decision
from reviewer.quality.audit.certificate import certificate
from reviewer.quality.audit.draw import Audit, sample
from reviewer.quality.audit.population import Population, population, read_or_none

_SHOWN = 5  # differences of one kind that are named one by one


def differences(
    project: Project,
    audit: Audit,
    decisions: Sequence[Decision],
    told: dict[str, Any] | None = None,
) -> list[str]:
    """What is not as the log, or the certificate ``told``, says; nothing where all holds."""
    found = list(_in_log(audit))
    states, lost = _states(project, audit)
    found += lost
    if not lost:
        try:
            found += _in_population(audit, population(project, states), project)
        except InputError as error:
            found.append(str(error))
    if told is not None:
        found += _in_certificate(told, certificate(audit, decisions))
    return found


def _in_log(audit: Audit) -> Iterator[str]:
    """Is the sample the one that the seed gives?"""
    wanted = sample(audit.seed, audit.size, audit.population)
    positions = [position for position, _ in audit.asked]
    if positions != wanted:
        missing = len(set(wanted) - set(positions))
        more = len(positions) - (len(wanted) - missing)
        yield (
            f"the log asks about {len(positions)} names; seed {audit.seed} draws {len(wanted)}:"
            f" {missing} are missing, {more} were not drawn"
        )
    for _, line in audit.asked:
        answer = audit.answers.get(line.id)
        if answer and answer.ref == line.id:
            about = (answer.path, answer.record, answer.text)
            if about != (line.path, line.record, line.text):
                yield (
                    f"a verdict speaks of “{answer.text}” in {answer.path}; asked was"
                    f" “{line.text}” in {line.path}"
                )
    listed = sum(one.names for one in audit.files.values())
    if listed != audit.population:
        yield f"the files of the draw hold {listed} names, not {audit.population}"


def _states(project: Project, audit: Audit) -> tuple[list[tuple[Path, bytes]], list[str]]:
    """Each file in the state that was drawn from: as it is, or as it was kept before review."""
    found: list[tuple[Path, bytes]] = []
    lost: list[str] = []
    originals = project.log.folder / "originals"
    for key, file in audit.files.items():
        now = project.settings.root / key
        for path in (now, fixes.original_path(originals, key)):
            data = read_or_none(path)
            if data is not None and fixes.sha256(data) == file.sha256:
                found.append((now, data))
                break
        else:
            why = "is missing" if read_or_none(now) is None else "changed since the draw"
            lost.append(f"{key}: {why}, and no original of that state is kept")
    return found, _few(lost)


def _in_population(audit: Audit, found: Population, project: Project) -> Iterator[str]:
    """Do the files hold the same names, at the places that were drawn?"""
    if found.digest == audit.digest:
        for position, line in audit.asked:
            one = found.names[position]
            where = (one.path, one.record, one.start, one.end, one.text)
            if where != (line.path, line.record, line.start, line.end, line.text):
                asked = f"{line.path}:{line.start}"
                yield f"the log asks about {asked} in place of {one.path}:{one.start}"
        if (found.articles, found.flagged) != (audit.articles, audit.flagged):
            yield (
                f"{found.flagged} names in {found.articles} articles are flagged, not"
                f" {audit.flagged} in {audit.articles}"
            )
        return
    if project.glossary.digest != audit.glossary:
        yield "the glossary is another than when the sample was drawn: check out that version of it"
    if audit.program != __version__:
        yield f"the sample was drawn with version {audit.program}; this is {__version__}"
    yield f"the files hold {len(found.names)} names not flagged, another population than the draw's"
    changed = (
        f"{path}: {found.files[path].names} names not flagged, {one.names} at the draw"
        for path, one in audit.files.items()
        if path in found.files and found.files[path].names != one.names
    )
    yield from _few(list(changed))


def _in_certificate(told: dict[str, Any], made: dict[str, Any]) -> Iterator[str]:
    """Does the certificate say what the log gives?"""
    import json

    made = json.loads(json.dumps(made))  # tuples as lists
    for name in [*made, *(key for key in told if key not in made)]:
        if told.get(name) != made.get(name):
            said, right = _short(told.get(name)), _short(made.get(name))
            yield f"the certificate says {name} is {said}; by the log it is {right}"


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"


def _few(messages: list[str]) -> list[str]:
    more = len(messages) - _SHOWN
    return messages if more <= 0 else [*messages[:_SHOWN], f"and {more} more like these"]
