"""Numbers under keys, in flat arrays."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.names import table as module
from reviewer.names.table import table

NUMBER = st.integers(0, 2**32 - 1)
KEY = st.one_of(st.integers(0, 3), NUMBER)


@given(st.lists(st.tuples(KEY, NUMBER)), KEY)
@pytest.mark.parametrize("bulk", [0, 1_000_000])
def test_numbers_under_a_key(bulk, pairs, key):
    pairs = [*pairs, (5, 1)]  # numpy's way is not taken for an empty table
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BULK", bulk)
        found = table(array("Q", [key << 32 | number for key, number in pairs]))
    expected = sorted({number for other, number in pairs if other == key})
    assert found.under(key) == expected
    assert found.under(key, 2) == expected[:2]
