"""XLIFF 1.2 and 2.x: each translated target is a segment, beside its source.

Inline codes are no text: what paired ones enclose is read through them, what a placeholder stands
for reads as U+FFFC, which no edit touches. Sources, notes and proposed matches are not checked.
Specifications: OASIS xliff-core (1.2) and xliff-core-v2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from reviewer.errors import InputError
from reviewer.formats._languages import is_english
from reviewer.formats._read import Decoded, Note, head_text, read_article, silent
from reviewer.formats._text import OBJECT, TextBuilder
from reviewer.formats._xml import decoded, escape, scan
from reviewer.model import Document
from reviewer.text import LineIndex

__all__ = ["SUFFIXES", "escape", "parse", "sniff"]

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")

_UNTRANSLATED = frozenset(("new", "needs-translation", "initial"))
_UNITS = frozenset(("trans-unit", "segment"))
_NATIVE = frozenset(("bpt", "ept", "it", "ph"))  # 1.2: they hold a code of the original format
_STYLES = frozenset(("bold", "italic", "underlined", "link", "fmt"))
_BREAKS = frozenset(("lb", "xlf:lb"))


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
            taken.add(record)
            yield file.document(path, read, record, lines)
        else:
            yield file.builder.document(path, "xliff", read)


@dataclass
class _File:
    """One ``file`` element."""

    builder: TextBuilder
    name: str
    source_lang: str | None
    target_lang: str | None
    start: int
    end: int = 0

    def document(self, path: str, read: Decoded, record: str, lines: LineIndex | None) -> Document:
        return self.builder.document(
            path, "xliff", read, record=record, start=self.start, end=self.end, lines=lines
        )


@dataclass
class _Unit:
    """A translation unit (1.2) or segment (2.x): what is known of its source."""

    source: list[str] = field(default_factory=list)
    inline: list[list[tuple[str, int, int]]] = field(default_factory=list)  # ``sub`` of the target


class _Units:
    """Follows the elements; gathers the text of targets that are translated."""

    def __init__(self, raw: str) -> None:
        self.files: list[_File] = []
        self.is_xliff = False
        self._raw = raw
        self._path: list[str] = []  # the names of the open elements
        self._skipped: list[bool] = []  # for each: may it not be translated?
        self._languages: tuple[str | None, str | None] = (None, None)
        self._unit = _Unit()
        self._reading = ""  # "source" or "target" while inside one
        self._codes = 0  # native codes open
        self._sub = 0  # ``sub`` elements open

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element begins."""
        parent = self._path[-1] if self._path else ""
        skipped = (self._skipped[-1] if self._skipped else False, attributes.get("translate"))
        self._path.append(name)
        self._skipped.append(skipped[1] == "no" if skipped[1] in ("yes", "no") else skipped[0])
        if self._reading:
            self._inline(name, attributes)
        elif name == "xliff":
            self.is_xliff = len(self._path) == 1
            self._languages = (attributes.get("srcLang"), attributes.get("trgLang"))
        elif name == "file":
            languages = (attributes.get("source-language"), attributes.get("target-language"))
            source, target = (
                one or other for one, other in zip(languages, self._languages, strict=True)
            )
            original = attributes.get("original") or attributes.get("id") or ""
            self.files.append(_File(TextBuilder(self._raw), original, source, target, at))
        elif name in _UNITS:
            self._unit = _Unit()
            state = attributes.get("state")
            if state in _UNTRANSLATED:
                self._skipped[-1] = True
        elif parent in _UNITS and self.files and not self._skipped[-2]:
            if name == "source":
                self._reading = "source"
            elif name == "target" and attributes.get("state") not in _UNTRANSLATED:
                self._reading = "target"

    def _inline(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sub":
            self._sub += 1
            if self._reading == "target":
                self._unit.inline.append([])
        elif name in _NATIVE:
            self._codes += 1
        if name in ("x", "ph") and not self._sub:
            kinds = {attributes.get("ctype", ""), attributes.get("type", "")}
            if kinds & _BREAKS or attributes.get("subType") in _BREAKS:
                self._placeholder("\n")
            elif not kinds & _STYLES:
                self._placeholder(OBJECT)

    def _placeholder(self, text: str) -> None:
        if self._reading == "source":
            self._unit.source.append(text)
        elif text == "\n":
            self.files[-1].builder.line_break()
        else:
            self.files[-1].builder.gap(text)

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._path.pop()
        self._skipped.pop()
        if name == "file" and self.files:
            self.files[-1].end = self._raw.find(">", at) + 1
        if not self._reading:
            return
        if name in _NATIVE:
            self._codes -= 1
        elif name == "sub":
            self._sub -= 1
        elif name == self._reading and self._path[-1] in _UNITS:
            if name == "target":
                self._segment_ends()
            self._reading = ""

    def _segment_ends(self) -> None:
        file = self.files[-1]
        source = "".join(self._unit.source)
        file.builder.close(source=source or None, source_lang=file.source_lang)
        for runs in self._unit.inline:
            for text, start, end in runs:
                file.builder.atom(text, start, end)
            file.builder.close()

    def text(self, text: str, start: int, end: int) -> None:
        """A run of text."""
        if not self._reading:
            return
        if self._sub:
            if self._reading == "target":
                self._unit.inline[-1].append((text, start, end))
        elif self._codes:
            return
        elif self._reading == "source":
            self._unit.source.append(text)
        else:
            self.files[-1].builder.atom(text, start, end)
