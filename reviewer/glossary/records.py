"""Terms as compact records, decoded one by one or in runs when they are asked for.

A record is a JSON array ``[id, term, kind, line, {what differs from the defaults}]``; records are
divided by ``,\\n``, so that a run of them between brackets is one JSON array.
"""

from __future__ import annotations

import json
import mmap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Any, overload

from reviewer.glossary.model import CompiledTerms, Term

DIVIDER = b",\n"
_RUN = 1024  # records decoded at once when iterating
_RARE = ("admitted", "deprecated", "native", "note", "source", "word", "status")
_DEFAULTS = {key: getattr(Term(term="", id=""), key) for key in _RARE}
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_load = json.JSONDecoder().decode


def encode(term: Term) -> bytes:
    """One record, without the divider."""
    fields: list[Any] = [term.id, term.term, term.kind, term.origin[1]]
    rare = {key: value for key in _RARE if (value := getattr(term, key)) != _DEFAULTS[key]}
    return _dump([*fields, rare] if rare else fields).encode()


def decode(fields: list[Any], name: str) -> Term:
    """The term of a record as JSON gives it; ``name`` is the file of its origin."""
    ident, term, kind, line, *rare = fields
    if not rare:
        return Term(term, ident, kind, origin=(name, line))
    values = rare[0]
    for key in ("admitted", "deprecated"):
        if key in values:
            values[key] = tuple(values[key])
    if "native" in values:
        values["native"] = {code: tuple(forms) for code, forms in values["native"].items()}
    return Term(term, ident, kind, **values, origin=(name, line))


class Terms(CompiledTerms):
    """The terms of one compiled file, or some of them: ``chosen`` are their record numbers.

    ``offsets`` (one more than records) count bytes from ``start`` in ``data``; a line end stands
    before them. A slice shares the data.
    """

    __slots__ = ("_chosen", "_data", "_name", "_offsets", "_start")

    def __init__(
        self,
        data: bytes | mmap.mmap,
        start: int,
        offsets: memoryview,
        chosen: range,
        name: str,
    ) -> None:
        self._data = data
        self._start = start
        self._offsets = offsets
        self._chosen = chosen
        self._name = name

    def __len__(self) -> int:
        return len(self._chosen)

    @overload
    def __getitem__(self, index: int) -> Term: ...
    @overload
    def __getitem__(self, index: slice) -> Terms: ...
    def __getitem__(self, index: int | slice) -> Term | Terms:
        if isinstance(index, slice):
            chosen = self._chosen[index]
            return Terms(self._data, self._start, self._offsets, chosen, self._name)
        number = self._chosen[index]
        return decode(self._run(number, number + 1)[0], self._name)

    def __iter__(self) -> Iterator[Term]:
        return (decode(fields, self._name) for fields in self._records())

    def right_forms(self) -> Iterator[tuple[str, ...]]:
        """The preferred form of each term, then its admitted ones; no Term is made."""
        for fields in self._records():
            admitted = fields[4].get("admitted", ()) if len(fields) > 4 else ()
            yield (fields[1], *admitted)

    def native_forms(self) -> Iterator[tuple[str, ...]]:
        """The native forms of each term, of all languages; no Term is made."""
        for fields in self._records():
            native = fields[4].get("native", {}) if len(fields) > 4 else {}
            yield tuple(chain.from_iterable(native.values()))

    def find(self, ident: str) -> Term | None:
        """The first term of this id, found by scanning bytes."""
        chosen = self._chosen
        if not chosen or chosen.step != 1:
            return next((term for term in self if term.id == ident), None)
        low, high = self._offsets[chosen.start], self._offsets[chosen.stop]
        wanted = f"\n{_dump([ident])[:-1]},".encode()  # JSON holds no bare line end
        found = self._data.find(wanted, self._start + low - 1, self._start + high)
        if found < 0:
            return None
        number = bisect_right(self._offsets, found + 1 - self._start) - 1
        return decode(self._run(number, number + 1)[0], self._name)

    def _run(self, first: int, last: int) -> list[list[Any]]:
        """Records ``first`` to ``last`` (exclusive) as JSON gives them."""
        low, high = self._offsets[first], self._offsets[last] - len(DIVIDER)
        data = self._data[self._start + low : self._start + high]
        records: list[list[Any]] = _load(f"[{data.decode()}]")
        return records

    def _records(self) -> Iterator[list[Any]]:
        chosen = self._chosen
        if chosen.step != 1:
            return chain.from_iterable(self._run(number, number + 1) for number in chosen)
        runs = range(chosen.start, chosen.stop, _RUN)
        return chain.from_iterable(self._run(low, min(low + _RUN, chosen.stop)) for low in runs)


class Joined(CompiledTerms):
    """Several files' terms as one sequence, in order."""

    __slots__ = ("_ends", "_parts")

    def __init__(self, parts: Sequence[Terms]) -> None:
        self._parts = tuple(parts)
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> Term: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Term, ...]: ...
    def __getitem__(self, index: int | slice) -> Term | tuple[Term, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(len(self))[index])
        number = range(len(self))[index]
        part = bisect_right(self._ends, number)
        return self._parts[part][number - (self._ends[part - 1] if part else 0)]

    def __iter__(self) -> Iterator[Term]:
        return chain.from_iterable(self._parts)

    def right_forms(self) -> Iterator[tuple[str, ...]]:
        """The preferred form of each term, then its admitted ones; no Term is made."""
        return chain.from_iterable(part.right_forms() for part in self._parts)

    def native_forms(self) -> Iterator[tuple[str, ...]]:
        """The native forms of each term, of all languages; no Term is made."""
        return chain.from_iterable(part.native_forms() for part in self._parts)

    def find(self, ident: str) -> Term | None:
        """The first term of this id."""
        return next((term for part in self._parts if (term := part.find(ident))), None)
