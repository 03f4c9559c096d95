"""The compiled form of a glossary file: opened by memory map in no time, whatever its size.

Layout, numbers little-endian save the offsets, which the header's byte order holds for::

    magic, 8 bytes · CRC-32 of all that follows, u32 · length of the header, u32
    header, JSON · offsets of the records, u64 each, one more than records · line end · records

Approved terms come first, proposed ones after them. The form holds no pickled object and no Python
bytecode: every Python reads it, and a file that is not whole is refused, never half believed.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.glossary.records import DIVIDER, Terms, encode

SCHEMA = 5  # raise it whenever the form, or what the readers make of a file, changes
_MAGIC = b"RVGLOSS\n"
_HEAD = struct.Struct("<8sI")
_LENGTH = struct.Struct("<I")
_DEFAULTS = Rule(id="", code="")


class DamagedError(Exception):
    """The data is no compiled glossary, not whole, or compiled from something else."""


class Opened(NamedTuple):
    """A compiled file: all its terms, how many are approved, and what was noted on reading it."""

    glossary: Glossary  # without terms
    terms: Terms
    approved: int
    notes: tuple[tuple[int, str], ...]


def dump(
    glossary: Glossary, terms: Iterable[Term], notes: Sequence[tuple[int, str]], source: str
) -> bytes:
    """Compile. ``glossary`` gives head and rules; ``source`` identifies what it was read from.

    ``notes`` (line, text) are looked at after the last term was drawn.
    """
    approved: list[bytes] = []
    proposed: list[bytes] = []
    for term in terms:
        (approved if term.status == "approved" else proposed).append(encode(term))
    records = [*approved, *proposed]
    header = {
        "schema": SCHEMA,
        "byteorder": sys.byteorder,
        "source": source,
        "title": glossary.title,
        "language": glossary.language,
        "diacritics": glossary.diacritics,
        "rules": [_rule_fields(rule) for rule in glossary.rules],
        "approved": len(approved),
        "count": len(records),
        "notes": notes,
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    ends = accumulate(len(record) + len(DIVIDER) for record in records)
    body = b"".join(
        [
            _LENGTH.pack(len(head)),
            head,
            array("Q", [0, *ends]).tobytes(),
            b"\n",
            DIVIDER.join([*records, b""]),
        ]
    )
    return _HEAD.pack(_MAGIC, zlib.crc32(body)) + body


def open_file(path: Path, source: str, name: str) -> Opened:
    """Open by memory map. Raises DamagedError, or OSError when the file cannot be read."""
    with path.open("rb") as stream:
        try:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:  # an empty file cannot be mapped
            raise DamagedError from None
    return open_data(data, source, name)


def open_data(data: bytes | mmap.mmap, source: str, name: str) -> Opened:
    """Open what ``dump`` made from ``source``; ``name`` is the file that origins name.

    Raises DamagedError.
    """
    if len(data) < _HEAD.size:
        raise DamagedError
    magic, checksum = _HEAD.unpack_from(data)
    view = memoryview(data)
    if magic != _MAGIC or zlib.crc32(view[_HEAD.size :]) != checksum:
        raise DamagedError
    (length,) = _LENGTH.unpack_from(data, _HEAD.size)
    offsets = _HEAD.size + _LENGTH.size + length
    header = json.loads(bytes(view[offsets - length : offsets]))
    if (header["schema"], header["byteorder"], header["source"]) != (SCHEMA, sys.byteorder, source):
        raise DamagedError
    start = offsets + 8 * (header["count"] + 1) + 1
    terms = Terms(data, start, view[offsets : start - 1].cast("Q"), range(header["count"]), name)
    glossary = Glossary(
        terms=(),
        rules=tuple(_rule(fields, name) for fields in header["rules"]),
        title=header["title"],
        language=header["language"],
        digest=source,
        diacritics=header["diacritics"],
    )
    notes = tuple((line, text) for line, text in header["notes"])
    return Opened(glossary, terms, header["approved"], notes)


def _rule_fields(rule: Rule) -> dict[str, Any]:
    changed = {
        key: value
        for key in Rule._fields
        if (value := getattr(rule, key)) != getattr(_DEFAULTS, key)
    }
    return {**changed, "id": rule.id, "code": rule.code, "place": rule.place[1]}


def _rule(fields: dict[str, Any], name: str) -> Rule:
    for key, value in fields.items():
        if value.__class__ is list:
            fields[key] = tuple(value)
    fields["place"] = (name, fields["place"])
    if "required" in fields:
        fields["required"] = tuple(map(tuple, fields["required"]))
    return Rule(**fields)
