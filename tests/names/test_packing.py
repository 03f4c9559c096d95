"""Tables that are packed and unpacked again."""

from __future__ import annotations

import json

from reviewer.names.multigram import Tables, Trigrams, by_history, from_tables
from reviewer.names.packing import packed, unpacked

MODEL = from_tables(
    segments=Tables({"sh": {"š": 250}, "a": {"": 900, "a": 100}, "^": {"^": 10}}),
    insertions={},
    marginals={"a": 3},
    gap=950,
    canonical=Trigrams(by_history({"a": 1, "ab": 2}), {"a": 7}, 20),
    variant=Trigrams(Tables({}), {}, 30),
)


def test_what_is_packed_is_unpacked_the_same():
    again = unpacked(json.loads(json.dumps(packed(MODEL))))
    assert (again.insertions, again.marginals, again.gap) == ({}, {"a": 3}, 950)
    assert again.segments.whole() == MODEL.segments
    assert again.canonical.costs.whole() == {"": {"a": 1}, "a": {"b": 2}}
    assert again.variant.costs.whole() == {}
    assert again.canonical.backoffs == {"a": 7}
    assert (again.canonical.unknown, again.variant.unknown) == (20, 30)
    assert packed(again) == packed(MODEL)
