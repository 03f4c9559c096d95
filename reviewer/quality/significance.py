"""Is one translation better than another, and how sure is a score?

Two answers for two questions. Approximate randomisation is sacrebleu's own, sentence by sentence:
its p-values can be compared with those of others. Sentences of one article are alike, though, so
intervals come from drawing whole articles.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.errors import InputError, UsageError
from reviewer.quality.references import Referenced
from reviewer.quality.scores import METRICS, Counts, metric, value

SAMPLES = 1000
TRIALS = 10_000  # sacrebleu's
_TOGETHER = 250  # trials whose counts are summed up at once
SEED = 12345  # sacrebleu's


@dataclass(frozen=True, slots=True)
class Compared:
    """One metric of two translations, with the p-value of their difference."""

    name: str
    values: tuple[float, float]
    p: float
    signature: str
    interval: tuple[float, float] | None  # of the difference, second less first


def interval(
    name: str, articles: Sequence[Sequence[Counts]], against: Sequence[Sequence[Counts]] = ()
) -> tuple[float, float] | None:
    """The 95 % percentile interval of a score, articles drawn with replacement.

    With ``against``, the same articles in another translation: of the difference (this less that).
    None for fewer than two articles, from which nothing can be drawn.
    """
    import numpy

    if len(articles) < 2:
        return None
    sums = [numpy.array([numpy.sum(one, axis=0) for one in side]) for side in (articles, against)]
    draws = numpy.random.default_rng(SEED).integers(len(articles), size=(SAMPLES, len(articles)))
    found = []
    for draw in draws:
        scores = [value(name, side[draw].sum(axis=0).tolist()) for side in sums if len(side)]
        found.append(scores[0] - scores[1] if len(scores) > 1 else scores[0])
    low, high = numpy.percentile(found, (2.5, 97.5))
    return float(low), float(high)


def compared(first: Referenced, second: Referenced) -> list[Compared]:
    """Two translations of the same articles beside the same references; the first is the baseline.

    Raises InputError where a sentence of one has no partner in the other.
    """
    ours, theirs = first.sentences, second.sentences
    if [reference for _, reference in ours] != [reference for _, reference in theirs]:
        raise InputError("the two translations have different references: they cannot be compared")
    if not ours:
        raise InputError("there is no sentence that both translations and the reference have")
    used = seed()
    found = []
    for name in METRICS:
        values, p = _randomised(name, first.flat(name), second.flat(name), int(used))
        signature = metric(name).get_signature()
        signature.update("seed", used)
        signature.update("ar", TRIALS)
        ends = interval(name, second.counts[name], first.counts[name])
        found.append(Compared(name, values, p, signature.format(), ends))
    return found


def _randomised(
    name: str, first: Sequence[Counts], second: Sequence[Counts], seed: int
) -> tuple[tuple[float, float], float]:
    """Both scores, and how often chance parts them as far (Riezler and Maxwell 2005).

    Draws and counts as sacrebleu's ``PairedTest`` does, which holds all trials in memory at once.
    """
    import numpy

    a, b = (numpy.array(side, dtype=float) for side in (first, second))
    both = a.sum(axis=0) + b.sum(axis=0)
    values = value(name, a.sum(axis=0).tolist()), value(name, b.sum(axis=0).tolist())
    chosen = numpy.random.default_rng(seed).integers(2, size=(TRIALS, len(a)), dtype=bool)
    farther = 0
    for start in range(0, TRIALS, _TOGETHER):
        taken = chosen[start : start + _TOGETHER].astype(float)
        shuffled = b.sum(axis=0) + taken @ (a - b)  # counts are whole numbers: exact
        for one in shuffled:
            parted = abs(value(name, one.tolist()) - value(name, (both - one).tolist()))
            farther += parted > abs(values[0] - values[1])
    return values, (farther + 1) / (TRIALS + 1)


def seed() -> str:
    """The seed of randomisation, by ``SACREBLEU_SEED``.

    Raises UsageError where figures could not be repeated: ``none``, and to sacrebleu 0 too, mean
    another draw each time.
    """
    wanted = os.environ.get("SACREBLEU_SEED", str(SEED))
    if not (wanted.isdecimal() and int(wanted)):
        raise UsageError(
            f"SACREBLEU_SEED={wanted}: figures must be repeatable; unset it, or give a whole number"
            " above 0 (to sacrebleu, 0 means no seed)"
        )
    return wanted
