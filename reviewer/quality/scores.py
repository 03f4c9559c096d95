"""TER and chrF2++ of a translation against its correction, by sacrebleu, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.errors import InputError
from reviewer.text import sentences


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score with the signature that makes it comparable."""

    name: str
    value: float
    signature: str


def paired_sentences(original: str, corrected: str) -> list[tuple[str, str]]:
    """The sentences of two versions of one text, paired line by line.

    Where a line's sentence counts differ the line is one unit. Raises InputError when the versions
    have different numbers of lines or no text at all.
    """
    before, after = _lines(original), _lines(corrected)
    if len(before) != len(after):
        raise InputError(
            f"the original has {len(before)} lines with text and the correction {len(after)};"
            " score needs the same lines in both: compare the article with its own correction"
        )
    if not before:
        raise InputError("both texts are empty: there is nothing to score")
    pairs: list[tuple[str, str]] = []
    for old, new in zip(before, after, strict=True):
        split_old, split_new = _split(old), _split(new)
        if len(split_old) == len(split_new):
            pairs.extend(zip(split_old, split_new, strict=True))
        else:
            pairs.append((old, new))
    return pairs


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _split(line: str) -> list[str]:
    return [line[start:end] for start, end in sentences(line)] or [line]


def ter(pairs: Sequence[tuple[str, str]]) -> Score:
    """Translation edit rate of the first texts against the second; 0 is untouched.

    ``normalized`` and ``case_sensitive``, so that a correction of capitals alone counts.
    """
    from sacrebleu.metrics.ter import TER

    return _score("TER", TER(normalized=True, case_sensitive=True), pairs)


def chrf(pairs: Sequence[tuple[str, str]]) -> Score:
    """chrF2++ (character 6-grams and word bigrams) of the first texts against the second."""
    from sacrebleu.metrics.chrf import CHRF

    return _score("chrF2++", CHRF(word_order=2), pairs)


def _score(name: str, metric: object, pairs: Sequence[tuple[str, str]]) -> Score:
    hypotheses, references = [old for old, _ in pairs], [new for _, new in pairs]
    score = metric.corpus_score(hypotheses, [references])  # type: ignore[attr-defined]
    signature = metric.get_signature().format()  # type: ignore[attr-defined]
    return Score(name, float(score.score), signature)
