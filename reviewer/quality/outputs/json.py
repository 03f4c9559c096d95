"""The figures for programs: schema 1; shares with count, total and 95 % interval."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from reviewer.quality import MEASURES
from reviewer.quality.effort import Rates
from reviewer.quality.figures import Figures, Share
from reviewer.quality.scores import Edits


def render(figures: Figures) -> str:
    """One JSON object."""
    made = {"schema": 1, "measures": {name: figures.measure(name) for name in MEASURES}}
    text = json.dumps({**made, **_plain(figures)}, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _plain(value: Any) -> Any:
    """Dataclasses as objects, with what they work out."""
    if isinstance(value, Share):
        return {"count": value.count, "of": value.of, "value": value.value} | {
            "interval": value.interval
        }
    if isinstance(value, Edits):
        return {"edits": value.edits, "words": value.words, "rate": value.rate}
    if isinstance(value, Rates):
        shared = Share(value.corrected, value.decided)
        return {
            "name": value.name,
            "approve": value.approve,
            "edit": value.edit,
            "reject": value.reject,
            "confidence": value.confidence,
            "corrected": _plain(shared),
            "median_seconds": value.median,
        }
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
