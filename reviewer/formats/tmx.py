"""TMX: each English translation is a segment, beside what it was translated from.

Inline codes are no text (see XLIFF). Specification: LISA OSCAR, TMX 1.4b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from reviewer.errors import InputError
from reviewer.formats._inline import Inline
from reviewer.formats._languages import is_english
from reviewer.formats._read import Note, head_text, read_article, silent
from reviewer.formats._text import TextBuilder
from reviewer.formats._xml import decoded, escape, scan
from reviewer.model import Document

__all__ = ["SUFFIXES", "escape", "parse", "sniff"]

SUFFIXES = (".tmx",)

_ALL = "*all*"  # as a source language: any may be


def sniff(head: bytes) -> bool:
    """Does the file begin as TMX does?"""
    return re.search(r"<tmx[\s>]", head_text(head)) is not None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:
    """The memory as one Document. Raises InputError where it is not well-formed TMX.

    ``note`` hears of units that hold no translation into English.
    """
    read = decoded(path, read_article(path, stream))
    memory = _Memory(read.text)
    scan(path, read.text, memory)
    if not memory.is_tmx:
        raise InputError(f"{path}: no <tmx> element at its root; is it another kind of XML?")
    if memory.others:
        what = "units hold" if memory.others > 1 else "unit holds"
        note(f"{path}: {memory.others} {what} no translation into English; they are not checked")
    yield memory.builder.document(path, "tmx", read)


class _Memory:
    """Follows the elements; gathers the text of English variants that are not the source."""

    def __init__(self, raw: str) -> None:
        self.builder = TextBuilder(raw)
        self.is_tmx = False
        self.others = 0  # units without a translation into English
        self._open: list[str] = []
        self._source_lang = ""  # of the file
        self._unit_lang = ""  # source language of the unit
        self._variants: list[tuple[str, Inline]] = []  # of the unit, with their languages
        self._inside = False

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:  # noqa: ARG002
        """An element begins."""
        if self._inside:
            self._variants[-1][1].start(name, attributes)
        elif name == "tmx":
            self.is_tmx = not self._open
        elif name == "header":
            self._source_lang = attributes.get("srclang", "")
        elif name == "tu":
            self._variants = []
            self._unit_lang = attributes.get("srclang", self._source_lang)
        elif name == "tuv":
            self._variants.append((attributes.get("lang", ""), Inline()))
        elif name == "seg" and self._variants and self._open[-1] == "tuv":
            self._inside = True
        self._open.append(name)

    def end(self, name: str, at: int) -> None:  # noqa: ARG002
        """An element ends."""
        self._open.pop()
        if self._inside and name == "seg" and self._open[-1] == "tuv":
            self._inside = False
        elif self._inside:
            self._variants[-1][1].end(name)
        elif name == "tu":
            self._unit_ends()

    def _unit_ends(self) -> None:
        stated = "" if self._unit_lang.lower() == _ALL else self._unit_lang
        if not stated:
            stated = next((lang for lang, _ in self._variants if not is_english(lang)), "")
        source = next((one for one in self._variants if _same(one[0], stated)), None)
        targets = [inline for lang, inline in self._variants if lang and is_english(lang)]
        if is_english(stated) or not targets:
            self.others += 1
            return
        for inline in targets:
            inline.put(self.builder, source[1].plain() if source else None, stated)

    def text(self, text: str, start: int, end: int) -> None:
        """A run of text."""
        if self._inside:
            self._variants[-1][1].text(text, start, end)


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower() or one.lower().split("-")[0] == other.lower()
