"""What follows from the verdicts: a bound on the names still wrong, and what it rests on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from reviewer.decisions import active
from reviewer.model import Decision
from reviewer.quality.audit.draw import SCHEMA, Audit
from reviewer.quality.audit.population import CHECKS
from reviewer.quality.statistics import design_effect, most, most_of_finite, wilson
from reviewer.text import visible

CONFIDENCE = 0.95


def certificate(audit: Audit, decisions: Sequence[Decision]) -> dict[str, Any]:
    """The certificate as JSON has it; ``decisions`` is the whole log.

    The sample's size was fixed before the first verdict: a name that is not answered counts as
    wrong.
    """
    verdicts = {line.id: _verdict(audit, line) for _, line in audit.asked}
    wrong = sum(verdict == "wrong" for verdict in verdicts.values())
    unanswered = audit.size - sum(verdict != "" for verdict in verdicts.values())
    counted = wrong + unanswered
    worst = most_of_finite(counted, audit.size, audit.population, CONFIDENCE)
    share = worst / audit.population
    return {
        "schema": SCHEMA,
        "statement": (
            f"With 95% confidence at most {_percent(share)} of the names in the unreviewed text"
            f" are wrong ({worst:,} of {audit.population:,})."
        ),
        "complete": unanswered == 0,
        "audit": audit.head.id,
        "drawn": audit.head.time,
        "seed": audit.seed,
        "population": audit.population,
        "digest": audit.digest,
        "articles": audit.articles,
        "files": {path: one.sha256 for path, one in audit.files.items()},
        "glossary": audit.glossary,
        "program": audit.program,
        "sample": audit.size,
        "right": audit.size - counted,
        "wrong": wrong,
        "unanswered": unanswered,
        "confidence": CONFIDENCE,
        "bound": {
            "method": "hypergeometric, one-sided, simple random sample without replacement",
            "names": worst,
            "share": share,
            "clopper_pearson": most(counted, audit.size, CONFIDENCE),
        },
        "clustering": _clustering(audit, counted),
        "detector": _detector(audit, decisions, wrong),
        "names_wrong": [
            {
                "path": line.path,
                "record": line.record,
                "start": line.start,
                "end": line.end,
                "text": line.text,
                "correction": audit.answers[line.id].replacement,
            }
            for _, line in audit.asked
            if verdicts[line.id] == "wrong"
        ],
        "judges": sorted({answer.who for answer in audit.answers.values()}),
    }


def _verdict(audit: Audit, line: Decision) -> str:
    """``right``, ``wrong``, or nothing."""
    answer = audit.answers.get(line.id)
    if answer is None:
        return ""
    return "right" if answer.action in ("right", "reject") else "wrong"


def _clustering(audit: Audit, counted: int) -> dict[str, Any]:
    """By article: errors come together, so that other articles may be worse than these.

    The bound itself is not touched: the names were drawn one by one, from these articles.
    """
    by_article: dict[tuple[str, str | None], list[int]] = {}
    for _, line in audit.asked:
        seen = by_article.setdefault((line.path, line.record), [0, 0])
        seen[0] += _verdict(audit, line) != "right"
        seen[1] += 1
    effect = design_effect([(wrong, drawn) for wrong, drawn in by_article.values()])
    shrunk = max(1.0, effect or 1.0)
    size = max(1, math.floor(audit.size / shrunk))
    few = min(size, math.ceil(counted / shrunk))
    return {
        "articles_drawn_from": len(by_article),
        "design_effect": effect,
        "effective_sample": size,
        "share_for_articles_like_these": most(few, size, CONFIDENCE),
    }


def _detector(audit: Audit, decisions: Sequence[Decision], wrong: int) -> dict[str, Any]:
    """How much of what is wrong the checks flagged, and how often they were right.

    Hits are findings on names in these files that an editor corrected. What was missed is reckoned
    up from the sample: recall has no bound below the one that the most missed would give.
    """
    last: dict[tuple[object, ...], Decision] = {}
    for decision in active(decisions):
        decided_on = decision.action in ("approve", "edit", "reject")
        if decided_on and decision.check in CHECKS and decision.path in audit.files:
            place = decision.path, decision.record, decision.fingerprint, decision.context
            last[place] = decision
    hits = sum(decision.action != "reject" for decision in last.values())
    missed = audit.population * wrong / audit.size
    at_most = most_of_finite(wrong, audit.size, audit.population, CONFIDENCE)
    decided = len(last)
    return {
        "flagged": audit.flagged,
        "decided": decided,
        "hits": hits,
        "precision": hits / decided if decided else None,
        "precision_interval": wilson(hits, decided),
        "missed_estimate": missed,
        "recall": hits / (hits + missed) if hits + missed else None,
        "recall_at_least": hits / (hits + at_most) if hits + at_most else None,
    }


def text(made: dict[str, Any]) -> str:
    """The certificate for people."""
    rows = [
        ("Audit", f"{made['audit']}, drawn {made['drawn'][:16]} UTC with seed {made['seed']}"),
        ("Population", _population(made)),
        ("Sample", _sample(made)),
        ("Bound", _bound(made["bound"])),
        ("Clustering", _articles(made["clustering"])),
        ("Detector", _checks(made["detector"])),
        *(("Wrong", _wrong(one)) for one in made["names_wrong"]),
    ]
    lines = [made["statement"]]
    if not made["complete"]:
        lines.append(
            f"Not complete: {made['unanswered']} of the {made['sample']} names drawn are not judged"
            " yet and count as wrong."
        )
    lines += [f"{name:<11}{what}" for name, what in rows]
    return "".join(f"{visible(line)}\n" for line in lines)


def _population(made: dict[str, Any]) -> str:
    return (
        f"{_count(made['population'], 'name')} that no check flagged, in"
        f" {_count(made['articles'], 'article')}; SHA-256 {made['digest'][:16]}…"
    )


def _sample(made: dict[str, Any]) -> str:
    return (
        f"{made['sample']:,} drawn at random and judged blind: {made['right']} right,"
        f" {made['wrong']} wrong, {made['unanswered']} unanswered"
    )


def _bound(bound: dict[str, Any]) -> str:
    return (
        f"{_count(bound['names'], 'name')} (hypergeometric, 95%, one-sided);"
        f" Clopper-Pearson {_percent(bound['clopper_pearson'])}"
    )


def _articles(clustering: dict[str, Any]) -> str:
    effect = clustering["design_effect"]
    measured = "cannot be measured" if effect is None else f"{effect:.2f}"
    return (
        f"sampled from {_count(clustering['articles_drawn_from'], 'article')}, design effect"
        f" {measured};"
        " the bound holds for these articles, for others like them count on"
        f" {_percent(clustering['share_for_articles_like_these'])}"
    )


def _checks(detector: dict[str, Any]) -> str:
    return (
        f"precision {_percent(detector['precision'], least=True)} ({detector['hits']} of"
        f" {detector['decided']} decided), recall about {_percent(detector['recall'], least=True)},"
        f" at least {_percent(detector['recall_at_least'], least=True)}"
    )


def _wrong(one: dict[str, Any]) -> str:
    known = one["correction"] not in (None, one["text"])
    into = f" → “{one['correction']}”" if known else ""
    return f"{one['path']}:{one['start']}-{one['end']} “{one['text']}”{into}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _percent(share: float | None, *, least: bool = False) -> str:
    """A share whose rounding makes no promise: a bound goes up, what is ``least`` goes down."""
    if share is None:
        return "-"
    hundredths = math.floor(share * 10_000 + 1e-9) if least else math.ceil(share * 10_000 - 1e-9)
    return f"{hundredths / 100:.2f}%"
