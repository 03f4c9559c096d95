"""A sample drawn and written to the log: one line that tells of the draw, one for each name asked.

The sample is simple random and can be drawn again in any language: of the positions 0 to N-1 in the
population those whose SHA-256 of ``SEED:POSITION`` (decimal, ASCII) is smallest.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reviewer import __version__
from reviewer.decisions import active, new_decision
from reviewer.engine.project import Project
from reviewer.errors import DecisionsError, UsageError
from reviewer.model import Decision, Finding, fingerprint
from reviewer.quality.audit.population import File, Population
from reviewer.text import context

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Audit:
    """A draw as the log tells it, with the lines that ask and the verdicts that answer them.

    ``answers`` maps the id of a line that asks to the decision that holds for it.
    """

    head: Decision
    seed: int
    size: int
    population: int
    digest: str
    articles: int
    flagged: int
    files: dict[str, File]
    glossary: str
    program: str
    asked: tuple[tuple[int, Decision], ...]  # with their positions in the population
    answers: dict[str, Decision]


def sample(seed: int, size: int, population: int) -> list[int]:
    """The positions drawn, ascending."""

    def rank(position: int) -> bytes:
        return hashlib.sha256(f"{seed}:{position}".encode()).digest()

    return sorted(heapq.nsmallest(size, range(population), key=rank))


def draw(project: Project, found: Population, size: int, seed: int | None = None) -> Audit:
    """Draw names and log the draw; with no seed the system's randomness gives one.

    Raises UsageError where there are not so many names, DecisionsError where the log cannot be
    written.
    """
    if not 0 < size <= len(found.names):
        raise UsageError(
            f"--size {size}: the articles hold {len(found.names)} names that were not flagged;"
            " choose a number from 1 to that"
        )
    seed = secrets.randbits(64) if seed is None else seed
    told = {
        "schema": SCHEMA,
        "seed": seed,
        "size": size,
        "population": len(found.names),
        "digest": found.digest,
        "articles": found.articles,
        "flagged": found.flagged,
        "glossary": project.glossary.digest,
        "program": __version__,
        "files": {path: [one.sha256, one.names] for path, one in found.files.items()},
    }
    head = new_decision(
        "draw",
        path="",
        reason=f"audit: {size} of {len(found.names)} names in {found.articles} articles",
        base_sha256=found.digest,
    )
    # The words around a span are what the log keeps of a text: this line's text is the population.
    head = _with_context(head, json.dumps(told, separators=(",", ":")))
    lines = [head]
    for position in sample(seed, size, len(found.names)):
        one = found.names[position]
        about = Finding(
            path=one.path,
            record=one.record,
            start=one.start,
            end=one.end,
            text=one.text,
            check="names",
            code="garbled-name",
            severity="warning",
            confidence=0.5,
            message="",
            fingerprint=fingerprint("audit", f"{head.id}:{position}"),
            context=context(one.document.text, one.start, one.end),
        )
        base = found.files[one.path].sha256
        reason = str(position)
        lines.append(new_decision("draw", about, ref=head.id, base_sha256=base, reason=reason))
    project.log.append(*lines)
    return find(lines, head.id)


def find(decisions: Sequence[Decision], ident: str = "") -> Audit:
    """The audit whose id begins so, by default the last one drawn.

    Raises UsageError where there is none, DecisionsError where the log's line of it is not whole.
    """
    held = active(decisions)
    heads = [d for d in held if d.action == "draw" and not d.ref]
    wanted = [head for head in heads if head.id.startswith(ident)]
    if not wanted:
        known = ", ".join(head.id for head in heads)
        if not known:
            raise UsageError("no audit was drawn here: reviewer audit draw draws one")
        raise UsageError(f"no audit {ident}; known: {known}")
    head = wanted[-1]
    told = _told(head)
    lines = [d for d in held if d.action == "draw" and d.ref == head.id]
    asked = [(int(d.reason), d) for d in lines if d.reason.isdecimal()]
    asked.sort(key=lambda pair: pair[0])
    return Audit(
        head,
        told["seed"],
        told["size"],
        told["population"],
        told["digest"],
        told["articles"],
        told["flagged"],
        {path: File(*one) for path, one in told["files"].items()},
        told["glossary"],
        told["program"],
        tuple(asked),
        _answers([line for _, line in asked], held),
    )


def _answers(asked: Sequence[Decision], held: Sequence[Decision]) -> dict[str, Decision]:
    """The last verdict on each line that asks; else what was decided on that place otherwise."""
    ids = {line.id for line in asked}
    found = {d.ref: d for d in held if d.action in ("right", "wrong") and d.ref in ids}
    answers = {ref: verdict for ref, verdict in found.items() if ref}
    others: dict[tuple[str, str | None, str], list[Decision]] = {}
    for decision in held:
        if decision.action in ("approve", "edit", "mark", "reject"):
            key = decision.path, decision.record, decision.base_sha256
            others.setdefault(key, []).append(decision)
    for line in asked:
        if line.id not in answers:
            for decision in others.get((line.path, line.record, line.base_sha256), ()):
                if decision.start < line.end and line.start < decision.end:
                    answers[line.id] = decision
    return answers


def _told(head: Decision) -> dict[str, Any]:
    """What the line of a draw tells of its population."""
    kinds = {
        **dict.fromkeys(("seed", "size", "population", "articles", "flagged"), int),
        **dict.fromkeys(("digest", "glossary", "program"), str),
        "files": dict,
    }
    try:
        told = json.loads(head.context)
        whole = told["schema"] == SCHEMA and all(type(told[k]) is kinds[k] for k in kinds)
        whole = whole and all(
            isinstance(one, list) and list(map(type, one)) == [str, int]
            for one in told["files"].values()
        )
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise DecisionsError(
            f"the log's line of audit {head.id} is not whole, or of another version: draw anew"
        )
    found: dict[str, Any] = told
    return found


def _with_context(decision: Decision, text: str) -> Decision:
    return decision._replace(context=text)
