"""Tables that are packed and unpacked again."""

from __future__ import annotations

import json

from reviewer.names.multigram import Trigrams, from_tables
from reviewer.names.packing import packed, unpacked

MODEL = from_tables(
    segments={"sh": {"š": 250}, "a": {"": 900, "a": 100}, "^": {"^": 10}},
    insertions={},
    marginals={"a": 3},
    gap=950,
    canonical=Trigrams({"a": 1, "ab": 2}, {"a": 7}, 20),
    variant=Trigrams({}, {}, 30),
)


def test_what_is_packed_is_unpacked_the_same():
    again = unpacked(json.loads(json.dumps(packed(MODEL))))
    assert (again.segments, again.insertions, again.marginals, again.gap) == (
        MODEL.segments,
        MODEL.insertions,
        MODEL.marginals,
        MODEL.gap,
    )
    assert (again.canonical, again.variant) == (MODEL.canonical, MODEL.variant)
    assert packed(again) == packed(MODEL)
