"""One file per article format: each parses a file into Documents with exact raw offsets.

A format offers ``SUFFIXES``, ``sniff(head)``, ``parse(path, stream, note)`` and
``escape(replacement, document, start)``; one that takes an option names it in ``OPTION``, one whose
files a walk through a folder passes over says ``WALKED = False``. This module chooses among them
and opens the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from reviewer import plugins
from reviewer.errors import InputError
from reviewer.formats._read import Note, silent

if TYPE_CHECKING:
    from types import ModuleType

    from reviewer.model import Document

_FALLBACK = "plain"
_HEAD = 4096  # bytes a content sniff sees
_SIDECAR = re.compile(r"\.src\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*\.[a-z0-9]+\Z", re.IGNORECASE)


def names() -> tuple[str, ...]:
    """The formats there are; the one that takes any text comes last."""
    return tuple(sorted(plugins.offered(__name__), key=lambda name: (name == _FALLBACK, name)))


def load(name: str) -> ModuleType:
    """A format's module. Raises UsageError for a name that is none.

    What follows a colon in the name is the format's option.
    """
    return plugins.load(__name__, name.partition(":")[0])


@cache
def by_suffix(suffix: str) -> str | None:
    """The format that files of this suffix (with its dot, in any case) are; None for none.

    Plain text is asked first: who reads nothing else need not load the other formats.
    """
    order = sorted(names(), key=lambda name: name != _FALLBACK)
    return next((name for name in order if suffix.lower() in load(name).SUFFIXES), None)


def detect(path: str, head: bytes) -> str:
    """The format of a file: by its suffix, else by its first bytes, else plain text."""
    named = by_suffix(PurePath(path).suffix)
    return named or next(name for name in names() if load(name).sniff(head))


def is_article(path: str) -> bool:
    """Would a walk through a folder read this file: a known suffix, and not a source sidecar?"""
    name = by_suffix(PurePath(path).suffix)
    return name is not None and getattr(load(name), "WALKED", True) and not is_sidecar(path)


def is_sidecar(path: str) -> bool:
    """Is this the source text ``NAME.src.LANG.txt`` beside an article, not an article itself?"""
    return _SIDECAR.search(path) is not None


def parse(
    path: str,
    data: bytes,
    *,
    format: str | None = None,
    note: Note = silent,
) -> Iterator[Document]:
    """The Documents of a file already in memory; ``path`` is what reports call it."""
    return _parsed(path, BytesIO(data), data[:_HEAD], format, note)


def read(
    path: str | os.PathLike[str],
    *,
    display: str | None = None,
    format: str | None = None,
    note: Note = silent,
) -> Iterator[Document]:
    """The Documents of a file, read as asked for; reports call it ``display``.

    Raises InputError where it is missing, a folder, may not be read, or is not of its format;
    UsageError for an unknown ``format``.
    """
    shown = display or str(path)
    try:
        with Path(path).open("rb") as stream:
            yield from _parsed(shown, stream, _peek(stream), format, note)
    except FileNotFoundError:
        raise InputError(f"{shown}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{shown}: is a folder where a file is needed") from None
    except PermissionError:
        raise InputError(f"{shown}: may not be read; check its permissions") from None
    except OSError as error:
        raise InputError(f"{shown}: cannot be read: {error.strerror or error}") from None


def _parsed(
    path: str, stream: BinaryIO, head: bytes, format: str | None, note: Note
) -> Iterator[Document]:
    """``format`` is a name, a name and an option (``tsv:target=2``), or an option alone."""
    name, _, option = (format or "").partition(":")
    module = load(name or detect(path, head))
    takes = {module.OPTION: option} if option and hasattr(module, "OPTION") else {}
    parsed: Iterator[Document] = module.parse(path, stream, note, **takes)
    return parsed


def _peek(stream: BinaryIO) -> bytes:
    """The first bytes of a buffered stream, which stay to be read (a pipe cannot seek)."""
    peeked: bytes = stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
    return peeked
