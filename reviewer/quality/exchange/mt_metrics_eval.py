"""The span ratings that Google's mt-metrics-eval reads (``ReadRatingFile``).

A line for each segment: system, a JSON object of its errors, rater; tabs between. Offsets count
code points of the segment, end exclusive. The segments are those of ``mqm-tsv``, in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from reviewer.quality.articles import Article
from reviewer.quality.exchange._units import Unit, one_line, rater, units


def render(articles: Sequence[Article]) -> str:
    """The ratings of the articles as translated, each system's segments in order."""
    ordered = sorted(articles, key=lambda article: article.system)
    return "".join(_line(unit) for article in ordered for unit in units(article))


def _line(unit: Unit) -> str:
    errors = [
        {
            "start": error.start,
            "end": error.end,
            "category": error.category,
            "severity": error.severity,
            "score": -error.weight,
            "is_source_error": False,
        }
        for error in unit.errors
    ]
    system = "".join(one_line(unit.article.system).split()) or "unknown"
    who = one_line(rater(unit.article)).strip() or "unknown"
    return f"{system}\t{json.dumps({'errors': errors})}\t{who}\n"
