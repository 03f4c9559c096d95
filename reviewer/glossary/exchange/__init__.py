"""Glossaries in the formats of other tools, one file a format.

A format offers ``NAME`` (what it is), ``SUFFIXES``, ``HOLDS`` (the fields of a term it has a place
for, and ``rules``), ``sniff(head, suffix)`` (0 it is not; 1 by its shape it may be; 2 it says so
itself), ``read(data, name, losses, options)`` and ``write(head, terms, losses, options)``. What a
format has no place for, it adds to ``losses``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.errors import GlossaryError, UsageError
from reviewer.glossary.exchange._entry import TERM_FIELDS, Losses, Options
from reviewer.glossary.model import Glossary, Term
from reviewer.plugins import load, offered, unknown

__all__ = [
    "FIELDS", "Losses", "Options", "by_suffix", "detect", "formats", "holds", "read", "write",
]  # fmt: skip

FIELDS = (*TERM_FIELDS, "rules")
_HEAD = 4096  # bytes looked at to tell the format


def formats() -> tuple[str, ...]:
    """The names of the formats, as the command line has them."""
    return tuple(name.replace("_", "-") for name in offered(__name__))


def holds(format: str) -> tuple[str, ...]:
    """The ``FIELDS`` that a format has a place for. Raises UsageError for an unknown one."""
    held: tuple[str, ...] = _module(format).HOLDS
    return held


def detect(data: bytes, path: Path) -> str:
    """The format of a file's content. Raises GlossaryError where it is not clear."""
    head = _decoded(data[:_HEAD])
    suffix = path.suffix.lower()
    sure = {name: _module(name).sniff(head, suffix) for name in formats()}
    best = max(sure.values())
    found = [name for name, level in sure.items() if level == best]
    if best and len(found) == 1:
        return found[0]
    which = ", ".join(found) if best else ", ".join(formats())
    raise GlossaryError(f"{path}: which format is it? say --from FORMAT ({which})")


def by_suffix(path: Path) -> str:
    """The format that a file to be written has by its name. Raises UsageError."""
    for name in ("toml", "csv", "tsv", "tbx", "utx", "json"):
        if path.suffix.lower() in _module(name).SUFFIXES:
            return name
    raise UsageError(f"{path}: which format? say --to FORMAT ({', '.join(formats())})")


def read(
    data: bytes, format: str, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """Head and rules, and the terms as they are read. Raises GlossaryError, UsageError."""
    head, terms = _module(format).read(data, name, losses, options)
    return head, terms


def write(
    format: str, head: Glossary, terms: Iterable[Term], losses: Losses, options: Options
) -> Iterator[str]:
    """The file's text in pieces. Raises UsageError where the format needs an option."""
    pieces: Iterator[str] = _module(format).write(head, terms, losses, options)
    return pieces


def _module(format: str):  # type: ignore[no-untyped-def]
    name = format.replace("-", "_")
    if name not in offered(__name__):
        raise UsageError(unknown("format", format, formats()))
    return load(__name__, name)


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")
