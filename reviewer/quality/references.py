"""Translations beside their references, counted once for scores, intervals and the worst table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reviewer.quality.pairs import Pair
from reviewer.quality.scores import METRICS, Counts, Progress, Score, counts, score, value


@dataclass(frozen=True, slots=True)
class Referenced:
    """Articles of one translation as pairs with their references, and what each metric counted."""

    names: tuple[str, ...]
    articles: tuple[tuple[Pair, ...], ...]
    counts: dict[str, list[list[Counts]]]  # metric → article → sentence

    @classmethod
    def of(
        cls, articles: Sequence[tuple[str, Sequence[Pair]]], progress: Progress | None = None
    ) -> Referenced:
        """Count every sentence of the named articles."""
        pairs = [pair for _, found in articles for pair in found]
        made = {}
        for number, name in enumerate(METRICS):
            flat = iter(counts(name, pairs, _part(progress, number)))
            made[name] = [list(islice(flat, len(found))) for _, found in articles]
        return cls(
            tuple(name for name, _ in articles), tuple(tuple(found) for _, found in articles), made
        )

    @property
    def sentences(self) -> list[Pair]:
        """The pairs of all articles."""
        return [pair for article in self.articles for pair in article]

    def flat(self, name: str) -> list[Counts]:
        """What a metric counted in each sentence, in their order."""
        return [made for article in self.counts[name] for made in article]

    def scores(self) -> list[Score]:
        """Each metric over all articles. Raises InputError where there is no sentence."""
        return [score(name, self.flat(name)) for name in METRICS]

    def worst(self, number: int) -> list[tuple[float, str, Pair]]:
        """The sentences of the lowest chrF2++, with it and their article's name."""
        ranked = sorted(
            (
                (value(METRICS[0], made), name, pair)
                for name, article, all_made in zip(
                    self.names, self.articles, self.counts[METRICS[0]], strict=True
                )
                for pair, made in zip(article, all_made, strict=True)
            ),
            key=lambda row: row[0],
        )
        return ranked[:number]


def _part(progress: Progress | None, number: int) -> Progress | None:
    """Progress of one metric among all as progress of the whole."""
    if progress is None:
        return None
    told = progress
    return lambda done, total: told(number * total + done, len(METRICS) * total)
