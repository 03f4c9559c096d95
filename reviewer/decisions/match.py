"""Which decision speaks of which finding, in a text that may have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewer.model import Decision, Document, Finding
from reviewer.text import fold

_ABOUT_FINDINGS = ("approve", "edit", "reject", "mark")
# How alike the words around a span must be still, 0..1. In news prose, two places chosen at random
# reach 0.5 in 1 % of cases and 0.6 in 0.1 %; 95 % of places with three of the eight words replaced,
# and all with eight garbled words corrected, stay above 0.6.
CLOSE = 0.6


def match(
    path: str, document: Document, findings: Sequence[Finding], decisions: Iterable[Decision]
) -> list[Decision | None]:
    """For each finding of a document the decision that holds for it, or None.

    ``path`` is what the log calls the document; ``decisions`` are those that hold (``active``). The
    fingerprint must be the same. Scope ``everywhere`` then speaks of every article, ``article`` of
    this one; ``one`` of the finding whose context is closest, and of its equals. Of several
    decisions the last one holds.
    """
    wanted = {finding.fingerprint for finding in findings}
    ours: dict[str, list[Decision]] = {}
    # a log holds years of decisions, an article has few findings: the quick question comes first
    for decision in [decision for decision in decisions if decision.fingerprint in wanted]:
        here = decision.path == path and decision.record == document.record
        if decision.action in _ABOUT_FINDINGS and (here or decision.scope == "everywhere"):
            ours.setdefault(decision.fingerprint, []).append(decision)
    matched: list[Decision | None] = [None] * len(findings)
    for fingerprint, alike in ours.items():
        places = [i for i, finding in enumerate(findings) if finding.fingerprint == fingerprint]
        found = _of_one_fingerprint([findings[place] for place in places], alike)
        for place, held in zip(places, found, strict=True):
            matched[place] = held
    return matched


def _of_one_fingerprint(
    findings: Sequence[Finding], decisions: Sequence[Decision]
) -> list[Decision | None]:
    wide = [decision for decision in decisions if decision.scope != "one"]
    single = _closest(findings, [decision for decision in decisions if decision.scope == "one"])
    return [
        max((*wide, *([own] if own else [])), key=_when, default=None)
        for own in (single.get(finding.context) for finding in findings)
    ]


def _closest(findings: Sequence[Finding], decisions: Sequence[Decision]) -> dict[str, Decision]:
    """By context, the decision that was made there: each context has at most one, and the reverse.

    Equal contexts find each other first; what is left pairs off from the most alike down, and of
    equally alike ones the nearest in the text.
    """
    last = {decision.context: decision for decision in sorted(decisions, key=_when)}
    starts: dict[str, int] = {}
    for finding in findings:
        starts.setdefault(finding.context, finding.start)
    matched = {context: decision for context, decision in last.items() if context in starts}
    old = {context: d for context, d in last.items() if context not in matched}
    new = {context: start for context, start in starts.items() if context not in matched}
    if not old or not new:
        return matched
    pairs = sorted(
        (-likeness, abs(old[was].start - new[now]), was, now)
        for was, now, likeness in _close(old, new)
    )
    for _, _, was, now in pairs:
        if was in old and now in new:
            matched[now] = old.pop(was)
            del new[now]
    return matched


def _close(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """The pairs of an old and a new context that are close, with their likeness.

    The library is loaded here: only where contexts have changed.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    scorer = Indel.normalized_similarity
    folded = {now: fold(now) for now in new}
    for was in old:
        near = process.extract(fold(was), folded, scorer=scorer, score_cutoff=CLOSE, limit=None)
        for _, likeness, now in near:
            yield was, now, likeness


def _when(decision: Decision) -> tuple[str, str]:
    return decision.time, decision.id
