"""Rebuild the shipped tables from the training corpus: ``python -m reviewer.names.train``.

Each stage writes its table and reads it back, so that the next one sees what the program will see.
Takes about two minutes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reviewer.names import assign, channel, classifier, commonness, equivalents, features
from reviewer.names.learning import boosting, corpus, pairs, segments, tokenpairs, vocabulary
from reviewer.names.packing import packed
from reviewer.names.tokens import tokens

DATA = Path(__file__).parent / "data"
_TOKEN_PAIRS = 60_000


def main() -> None:
    """Learn channel, vocabulary and classifier and write their tables."""
    rows = corpus.same()
    write("common.json", {})
    write("equivalents.json", {})
    learned, _ = segments.learn(tokenpairs.token_pairs(rows, _TOKEN_PAIRS))
    write("channel.json", packed(learned))
    write("common.json", vocabulary.common(rows))
    write("equivalents.json", vocabulary.equivalents(rows))
    examples = [(r.canonical, r.variant, r.label, 1.0) for r in corpus.labelled()]
    examples += pairs.drawn(rows, corpus.different())
    table = np.array([row(canonical, variant) for canonical, variant, *_ in examples])
    labels, weights = (np.array(column) for column in list(zip(*examples, strict=True))[2:])
    fitted = boosting.fit(table, labels, weights, boosting.Settings())
    write("classifier.json", {"features": features.NAMES, **fitted})


def row(canonical: str, variant: str) -> Sequence[float]:
    """The features of one pair of names."""
    left, right = tokens(canonical), tokens(variant)
    return features.features(left, right, assign.assign(left, right))


def write(name: str, table: object) -> None:
    """One table as compact JSON, keys sorted: equal content, equal bytes. Old ones go."""
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DATA / name).write_text(text + "\n", "utf-8")
    for module in (channel, classifier, commonness, equivalents):
        module.forget()


if __name__ == "__main__":
    main()
