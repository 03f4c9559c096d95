"""BLEU, chrF2++ and TER by sacrebleu, from counts that are made once for each sentence.

Only this module and `significance` import sacrebleu, inside functions.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.errors import InputError
from reviewer.glossary import cachedir
from reviewer.quality.pairs import Pair

Counts = Sequence[float]  # what a metric counted in one sentence; sums of them give a corpus score
Progress = Callable[[int, int], None]
METRICS = ("chrF2++", "BLEU")  # against references
_CHUNK = 200  # sentences between two calls of ``progress``


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score with the signature that makes it comparable."""

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class Edits:
    """The edit rate of one sentence: TER's edits and the words of the corrected sentence."""

    edits: float
    words: float

    @property
    def rate(self) -> float:
        """Edits a word; 1 where the correction removed the whole sentence."""
        return self.edits / self.words if self.words else float(self.edits > 0)


@cache
def metric(name: str) -> Any:
    """The metric as sacrebleu makes it.

    TER is ``normalized`` and ``case_sensitive``, so that a correction of capitals alone counts.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    if name == "TER":
        return TER(normalized=True, case_sensitive=True)
    return CHRF(word_order=2) if name == "chrF2++" else BLEU(force=True)


def counts(name: str, pairs: Sequence[Pair], progress: Progress | None = None) -> list[Counts]:
    """What the metric counts in each pair of hypothesis and reference."""
    made: list[Counts] = []
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        hypotheses, references = zip(*chunk, strict=True)
        # sacrebleu's own way to score a corpus; its public calls count each sentence anew each time
        made += metric(name)._extract_corpus_statistics(hypotheses, [references])
        if progress:
            progress(len(made), len(pairs))
    return made


def score(name: str, made: Sequence[Counts]) -> Score:
    """The corpus score of these sentences. Raises InputError where there is none."""
    if not made:
        raise InputError("there is no sentence to score; give articles that hold text")
    value = float(metric(name)._aggregate_and_compute(list(map(list, made))).score)
    return Score(name, value, metric(name).get_signature().format())


def value(name: str, summed: Sequence[float]) -> float:
    """The score of counts that are summed up already, as resampling gives them."""
    return float(metric(name)._compute_score_from_stats(list(summed)).score)


def edits(pairs: Sequence[Pair], progress: Progress | None = None) -> list[Edits]:
    """TER's edits of each pair; what was counted in an earlier run is remembered."""
    known = _remembered()
    asked = {key: pair for pair in pairs if (key := _key(pair)) not in known and pair[0] != pair[1]}
    new = dict(zip(asked, counts("TER", list(asked.values()), progress), strict=True))
    if new:
        known |= {key: [float(number) for number in made] for key, made in new.items()}
        cachedir.keep(_place(), json.dumps(known).encode())
    return [Edits(*known[_key(p)]) if p[0] != p[1] else Edits(0.0, _words(p[1])) for p in pairs]


def edit_rate(made: Sequence[Edits]) -> float:
    """TER of all the sentences together, 0..1 (and above, where more was edited than is left)."""
    return Edits(sum(one.edits for one in made), sum(one.words for one in made)).rate


def edit_signature() -> str:
    """What sacrebleu calls this TER."""
    metric("TER").num_refs = 1
    return str(metric("TER").get_signature().format())


@cache
def _words(sentence: str) -> float:
    return float(len(metric("TER")._preprocess_segment(sentence).split()))


def _key(pair: Pair) -> str:
    return hashlib.sha256("\0".join(pair).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _place() -> Any:
    from sacrebleu import __version__

    return cachedir.cache_folder() / "edits" / f"ter-{__version__}.json"


def _remembered() -> dict[str, list[float]]:
    with suppress(OSError, ValueError):
        found = json.loads(_place().read_bytes())
        if isinstance(found, dict) and all(_fits(numbers) for numbers in found.values()):
            return found
    return {}


def _fits(numbers: object) -> bool:
    return (
        isinstance(numbers, list)
        and len(numbers) == 2
        and all(isinstance(number, float) for number in numbers)
    )
