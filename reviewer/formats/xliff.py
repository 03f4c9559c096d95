"""XLIFF 1.2 and 2.x: each translated target is a segment, beside its source.

Inline codes are no text: what paired ones enclose is read through them, what a placeholder stands
for reads as U+FFFC, which no edit touches. Sources, notes and proposed matches are not checked.
Specifications: OASIS xliff-core (1.2) and xliff-core-v2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from reviewer.errors import InputError
from reviewer.formats._inline import Inline
from reviewer.formats._languages import is_english
from reviewer.formats._read import Decoded, Note, head_text, read_article, silent
from reviewer.formats._text import TextBuilder
from reviewer.formats._xml import decoded, escape, scan
from reviewer.model import Document
from reviewer.text import LineIndex

__all__ = ["SUFFIXES", "escape", "parse", "sniff"]

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")

_UNTRANSLATED = frozenset(("new", "needs-translation", "initial"))
_UNITS = frozenset(("trans-unit", "segment"))


def sniff(head: bytes) -> bool:
    """Does the file begin as XLIFF does?"""
    return re.search(r"<(?:\w+:)?xliff[\s>]", head_text(head)) is not None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:
    """One Document a ``file`` element, named by ``original`` or ``id`` where there are several.

    ``note`` hears of files whose target language is not English. Raises InputError where the file
    is not well-formed XLIFF.
    """
    read = decoded(path, read_article(path, stream))
    units = _Units(read.text)
    scan(path, read.text, units)
    if not units.is_xliff:
        raise InputError(f"{path}: no <xliff> element at its root; is it another kind of XML?")
    several = len(units.files) > 1
    lines = LineIndex(read.text) if several else None
    taken: set[str] = set()
    for number, file in enumerate(units.files, 1):
        if not is_english(file.target_lang):
            where = f"{path} [{file.name}]" if several else path
            note(f"{where}: its target language is {file.target_lang!r}; only English is checked")
        elif several:
            record = file.name if file.name and file.name not in taken else str(number)
            while record in taken:
                record = f"file {record}"
            taken.add(record)
            yield file.document(path, read, record, lines)
        else:
            yield file.builder.document(path, "xliff", read)


class _File:
    """One ``file`` element."""

    def __init__(
        self, builder: TextBuilder, name: str, source: str | None, target: str | None, start: int
    ) -> None:
        self.builder = builder
        self.name = name
        self.source_lang = source
        self.target_lang = target
        self.start = start
        self.end = 0

    def document(self, path: str, read: Decoded, record: str, lines: LineIndex | None) -> Document:
        return self.builder.document(
            path, "xliff", read, record=record, start=self.start, end=self.end, lines=lines
        )


class _Units:
    """Follows the elements; gathers the text of targets that are translated."""

    def __init__(self, raw: str) -> None:
        self.files: list[_File] = []
        self.is_xliff = False
        self._raw = raw
        self._path: list[str] = []  # the names of the open elements
        self._skipped: list[bool] = []  # for each: is it not to be read?
        self._languages: tuple[str | None, str | None] = (None, None)
        self._source: str | None = None  # of the unit
        self._inside = ""  # "source" or "target" while inside one
        self._inline = Inline()

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element begins."""
        if self._inside:
            self._inline.start(name, attributes)
        elif name == "xliff":
            self.is_xliff = not self._path
            self._languages = (attributes.get("srcLang"), attributes.get("trgLang"))
        elif name == "file" and len(self._path) == 1:
            self._file(attributes, at)
        elif name in _UNITS:
            self._source = None
        skipped = bool(self._skipped) and self._skipped[-1]
        if "translate" in attributes:
            skipped = attributes["translate"] == "no"
        skipped = skipped or attributes.get("state") in _UNTRANSLATED
        in_unit = bool(self.files) and self._path[-1] in _UNITS and not skipped
        if name in ("source", "target") and in_unit and not self._inside:
            self._inside, self._inline = name, Inline()
        self._path.append(name)
        self._skipped.append(skipped)

    def _file(self, attributes: dict[str, str], at: int) -> None:
        name = attributes.get("original") or attributes.get("id") or ""
        source = attributes.get("source-language") or self._languages[0]
        target = attributes.get("target-language") or self._languages[1]
        self.files.append(_File(TextBuilder(self._raw), name, source, target, at))

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._path.pop()
        self._skipped.pop()
        if name == "file" and len(self._path) == 1:
            self.files[-1].end = self._raw.find(">", at) + 1
        if not self._inside:
            return
        if name != self._inside or self._path[-1] not in _UNITS:
            self._inline.end(name)
            return
        self._inside = ""
        if name == "source":
            self._source = self._inline.plain()
        else:
            self._inline.put(self.files[-1].builder, self._source, self.files[-1].source_lang)

    def text(self, text: str, start: int, end: int) -> None:
        """A run of text."""
        if self._inside:
            self._inline.text(text, start, end)
