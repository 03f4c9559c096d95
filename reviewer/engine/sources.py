"""The source text of an article: named on the command line, or lying beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reviewer import formats
from reviewer.config import Settings
from reviewer.errors import InputError
from reviewer.model import Document

_SIDECAR = re.compile(r"(.+)\.src\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z")


def source_file(path: Path, settings: Settings) -> tuple[Path, str | None] | None:
    """The file that holds the article's source, and its language tag where that is known.

    ``--source`` names it, else it is ``NAME.src.LANG.txt`` beside ``NAME.txt``, whatever the
    suffix; of several the first in alphabetical order.
    """
    lang = settings.source_lang or _only(settings.source_languages)
    if settings.source:
        return settings.source, lang
    try:
        changed = path.parent.stat().st_mtime_ns
    except OSError:
        return None
    found = _sidecars(path.parent, changed).get((path.stem, path.suffix))
    return (found[0], settings.source_lang or found[1]) if found else None


def with_sources(
    documents: Iterator[Document], path: Path, settings: Settings
) -> Iterator[Document]:
    """The documents of a file, with the source where they bring none of their own.

    Raises InputError where the source cannot be read.
    """
    for document in documents:
        found = None
        if document.record is None and not any(s.source for s in document.segments):
            found = source_file(path, settings)
        if found is None:
            yield document
            continue
        from reviewer.align import with_source

        try:
            source = "\n\n".join(part.text for part in formats.read(found[0]))
        except InputError as error:
            raise InputError(f"{error} (the source of {document.path})") from None
        yield with_source(document, source, found[1])


@lru_cache(maxsize=64)
def _sidecars(folder: Path, changed: int) -> dict[tuple[str, str], tuple[Path, str]]:  # noqa: ARG001
    """The sources in a folder as it was when it last changed, by the article's stem and suffix."""
    found: dict[tuple[str, str], tuple[Path, str]] = {}
    for other in sorted(folder.glob("*.src.*")):
        if match := _SIDECAR.fullmatch(other.stem):
            found.setdefault((match[1], other.suffix), (other, match[2]))
    return found


def _only(languages: tuple[str, ...]) -> str | None:
    return languages[0] if len(languages) == 1 else None
