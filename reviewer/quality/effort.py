"""What review cost: how much was edited, how long each decision took, how often a check was right.

The last is the program's own calibration: of the findings that it was so sure of, how many did the
editor correct?
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from reviewer.engine.checker import codes
from reviewer.model import Decision
from reviewer.quality.articles import Article
from reviewer.quality.pairs import Pair, edited
from reviewer.quality.scores import Edits, Progress, edit_rate, edits

BANDS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))  # of confidence
DECIDING = ("approve", "edit", "reject")
LONG = 300.0  # seconds: whoever takes longer was elsewhere, and the time is left out


@dataclass(frozen=True, slots=True)
class Edited:
    """The edit rate (HTER) of one article and of each of its sentences."""

    article: str
    sentences: tuple[tuple[Pair, Edits], ...]

    @property
    def rate(self) -> float:
        """HTER: TER's edits for each word of the corrected text."""
        return edit_rate([made for _, made in self.sentences])


@dataclass(frozen=True, slots=True)
class Rates:
    """How findings of one kind were decided; ``seconds`` are those of the decisions that tell."""

    name: str
    approve: int = 0
    edit: int = 0
    reject: int = 0
    confidence: float | None = None  # on average
    seconds: tuple[float, ...] = ()

    @property
    def decided(self) -> int:
        """How many."""
        return self.approve + self.edit + self.reject

    @property
    def corrected(self) -> int:
        """How many were errors indeed."""
        return self.approve + self.edit

    @property
    def median(self) -> float | None:
        """Seconds a decision, the middle of all."""
        return median(self.seconds) if self.seconds else None


def hter(articles: Iterable[Article], progress: Progress | None = None) -> list[Edited]:
    """The edit rates of the articles that an editor looked at."""
    reviewed = [article for article in articles if article.reviewed]
    pairs = [edited(article.machine.text, article.now.text) for article in reviewed]
    made = iter(edits([pair for found in pairs for pair in found], progress))
    return [
        Edited(article.name, tuple((pair, next(made)) for pair in found))
        for article, found in zip(reviewed, pairs, strict=True)
    ]


def deciding(articles: Iterable[Article]) -> list[Decision]:
    """The last decision on each finding: an earlier one on the same place no longer holds."""
    last: dict[tuple[object, ...], Decision] = {}
    for article in articles:
        for decision in article.decisions:
            if decision.action in DECIDING:
                place = decision.path, decision.record, decision.fingerprint, decision.context
                last[place] = decision
    return list(last.values())


def rates(decisions: Iterable[Decision], name: Callable[[Decision], str]) -> list[Rates]:
    """How findings were decided, by ``name``, in its order."""
    grouped: dict[str, list[Decision]] = {}
    for decision in decisions:
        grouped.setdefault(name(decision), []).append(decision)
    return [_rates(group, made) for group, made in sorted(grouped.items())]


def by_check(decision: Decision) -> str:
    """The check and code that raised the finding."""
    return f"{decision.check}/{decision.code}" if decision.check else "unknown"


def calibration(decisions: Sequence[Decision]) -> list[Rates]:
    """The same by bands of confidence; those without decisions are left out.

    Codes that are mere information are not asked: their confidence tells who is meant, not that
    anything is wrong.
    """
    found = []
    asked = [d for d in decisions if _claims_an_error(d)]
    for low, high in BANDS:
        inside = [d for d in asked if d.confidence is not None and _in(d.confidence, low, high)]
        if inside:
            found.append(_rates(f"{low:.2f}–{high:.2f}", inside))
    return found


def calibration_error(bands: Sequence[Rates]) -> float | None:
    """How far the confidence is from the share corrected, on average over the decisions.

    The expected calibration error of Naeini, Cooper and Hauskrecht 2015.
    """
    decided = sum(band.decided for band in bands)
    if not decided:
        return None
    gaps = (abs((b.confidence or 0.0) * b.decided - b.corrected) for b in bands)
    return math.fsum(gaps) / decided


def _claims_an_error(decision: Decision) -> bool:
    code = codes().get(decision.check, {}).get(decision.code)
    return code is None or code.severity != "info"


def _in(confidence: float, low: float, high: float) -> bool:
    return low <= confidence < high or confidence == high == 1.0


def _rates(name: str, decisions: Sequence[Decision]) -> Rates:
    count = {action: sum(d.action == action for d in decisions) for action in DECIDING}
    sure = [d.confidence for d in decisions if d.confidence is not None]
    seconds = tuple(
        float(d.seconds) for d in decisions if d.seconds is not None and 0 <= d.seconds <= LONG
    )
    mean = math.fsum(sure) / len(sure) if sure else None
    return Rates(name, count["approve"], count["edit"], count["reject"], mean, seconds)
