"""A Pearmut campaign with the error spans filled in (ESA with pre-annotation).

Pearmut counts the characters of JavaScript, that is UTF-16 code units, and both ends of a span are
inside it. It lets no two spans overlap: of those that do, the one that weighs more stays.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from reviewer.quality.articles import Article
from reviewer.quality.exchange._units import Unit, units
from reviewer.quality.mqm import MqmError


def render(articles: Sequence[Article]) -> str:
    """One task that holds every article as a document."""
    documents = [[_item(unit) for unit in found] for found in map(units, articles) if found]
    campaign = {
        "info": {"assignment": "task-based", "protocol": "ESA"},
        "campaign_id": "reviewer",
        "data": [documents],
    }
    text = json.dumps(campaign, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _item(unit: Unit) -> dict[str, object]:
    system = unit.article.system
    spans = [
        {
            "start_i": _units(unit.target[: error.start]),
            "end_i": _units(unit.target[: error.end]) - 1,
            "severity": error.severity,
            "category": error.category,
        }
        for error in _apart(unit.errors)
    ]
    item: dict[str, object] = {"item_id": f"{unit.article.name} {unit.place}"}
    if unit.source:
        item["src"] = unit.source
    return item | {"tgt": {system: unit.target}, "error_spans": {system: spans}}


def _apart(errors: Sequence[MqmError]) -> list[MqmError]:
    kept: list[MqmError] = []
    for error in sorted(errors, key=lambda one: (-one.weight, one.start)):
        overlaps = any(error.start < other.end and other.start < error.end for other in kept)
        if error.end > error.start and not overlaps:
            kept.append(error)
    return sorted(kept, key=lambda one: one.start)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
