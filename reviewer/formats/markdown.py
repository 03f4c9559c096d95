"""Markdown (CommonMark with tables and strikethrough): what a reader reads of it.

A segment is a paragraph, a heading, a cell of a table, or an image's description. Front matter,
code, the targets of links and HTML blocks are not text. Source: https://spec.commonmark.org/0.31.2/
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from reviewer.errors import InputError
from reviewer.formats._read import Note, decode, head_text, read_article, silent
from reviewer.formats._text import OBJECT, TextBuilder
from reviewer.model import Document
from reviewer.text import later

if TYPE_CHECKING:
    from reviewer.formats._commonmark import Block, Mark

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_FRONT_MATTER = later(r"(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?\1[ \t]*(?:\r?\n|\Z)")
_SNIFF = later(r"---[ \t]*\r?\n[A-Za-z_]+:")
_LINE = later(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BREAKS = later(r"\r\n?")
_OPENS_BLOCK = later(r"(?:#{1,6}|[-+*]|\d{1,9}[.)])(?=\s|$)|[>|=~-]")


class _Run(NamedTuple):
    r"""A stretch of an inline's content on one line of the file: as it is, or ``|`` as ``\|``."""

    start: int
    end: int
    raw: int
    raw_end: int


def sniff(head: bytes) -> bool:
    """Does the file begin with front matter? Other Markdown reads as plain text does."""
    return _SNIFF.match(head_text(head)) is not None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:  # noqa: ARG001
    """The file as one Document. Raises InputError where it is not text or nested too deeply."""
    from reviewer.formats import _commonmark as commonmark

    read = decode(path, read_article(path, stream))
    raw = read.text
    front = _FRONT_MATTER.match(raw)
    begin = front.end() if front else 0
    lines = [match.span() for match in _LINE.finditer(raw, begin)]
    builder = TextBuilder(raw, prose=True)
    markdown = commonmark.reader()
    env: dict[str, Any] = {}
    text = _BREAKS.sub("\n", raw[begin:])
    cell = (-1, 0)  # the line of the last cell, and where it ends
    try:
        for block in commonmark.blocks(markdown, text, env):
            first = cell[1] if block.cell and cell[0] == block.first else lines[block.first][0]
            runs = _runs(raw, lines[block.first : block.last], block, first)
            if runs and block.cell:
                cell = (block.first, runs[-1].raw_end)
            _put(builder, runs, block.content, commonmark.marks(markdown, block.content, env))
    except commonmark.NestingError as error:
        line = raw.count("\n", 0, lines[error.line][0]) + 1
        limit = commonmark.MAX_DEPTH // 2
        raise InputError(
            f"{path}:{line}: about {limit} quotes or lists inside each other; it is not read"
        ) from None
    yield builder.document(path, "markdown", read)


def escape(replacement: str, document: Document, start: int) -> str:
    """The replacement with backslashes where Markdown would take it for markup."""
    raw, at = document.raw, document.raw_offset(start)
    line = raw[max(raw.rfind("\n", 0, at), raw.rfind("\r", 0, at)) + 1 : at]
    escaped = re.sub(r"([\\`*\[\]<|])|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#|\w)", r"\\\g<0>", replacement)
    if not line.strip(" \t>") and (match := _OPENS_BLOCK.match(escaped)):
        escaped = f"{escaped[: match.end() - 1]}\\{escaped[match.end() - 1 :]}"
    return escaped


def _runs(raw: str, lines: list[tuple[int, int]], block: Block, first: int) -> list[_Run]:
    """Where each line of the content stands in the file.

    A line loses what leads to it (quote marks, indentation) and the white space at its ends.
    """
    runs = []
    offset = 0
    for number, line in enumerate(block.content.split("\n")):
        text = line.strip(" \t")
        start = offset + len(line) - len(line.lstrip(" \t"))
        offset += len(line) + 1
        if not text or number >= len(lines):
            continue
        low, high = lines[number]
        stripped = raw[low:high].rstrip(" \t\r\n")
        if block.cell:
            runs += _cell(raw, max(low, first), high, start, text)
            continue
        if block.heading:
            mark = raw.index("#", low)
            at = raw.find(text, mark + len(raw[mark:high]) - len(raw[mark:high].lstrip("#")))
        else:
            at = low + len(stripped) - len(text)
        if raw.startswith(text, at):
            runs.append(_Run(start, start + len(text), at, at + len(text)))
    return runs


def _cell(raw: str, low: int, high: int, start: int, text: str) -> list[_Run]:
    r"""The parts of a cell, divided by the bars that are written ``\|``."""
    at = raw.find(text.replace("|", "\\|"), low, high)
    runs = []
    for part in re.split(r"(\|)", text):
        end = at + len(part) + (part == "|")
        if part:
            runs.append(_Run(start, start + len(part), at, end))
        start, at = start + len(part), end
    return runs


def _put(builder: TextBuilder, runs: list[_Run], content: str, marks: list[Mark]) -> None:
    """Take a block's text; the descriptions of its images follow it."""
    images: list[tuple[int, int, list[Mark]]] = []
    starts = [run.start for run in runs]

    def text(start: int, end: int) -> None:
        for number in range(max(0, bisect_right(starts, start) - 1), len(runs)):
            run = runs[number]
            if run.start >= end:
                return
            low, high = max(start, run.start), min(end, run.end)
            if low < high and run.raw_end - run.raw != run.end - run.start:
                builder.atom(content[run.start : run.end], run.raw, run.raw_end)
            elif low < high:
                builder.run(run.raw + low - run.start, run.raw + high - run.start)

    def pieces(start: int, end: int, inside: list[Mark]) -> None:
        for number, mark in enumerate(inside):
            if mark.start < start:
                continue
            text(start, mark.start)
            start = mark.end
            run = runs[max(0, bisect_right(starts, mark.start) - 1)] if runs else None
            if mark.kind == "escape" and run:
                at = run.raw + mark.start - run.start
                builder.atom(mark.text, at, at + mark.end - mark.start)
            elif mark.kind == "break":
                builder.gap(" ")
            elif mark.kind == "line break":
                builder.line_break()
            elif mark.kind == "code":
                builder.gap(OBJECT)
            elif mark.kind == "image":
                closing = _closing(inside, number)
                images.append((mark.end, inside[closing].start, inside[number + 1 : closing]))
                start = inside[closing].end
        text(start, end)

    pieces(0, len(content), marks)
    builder.close()
    while images:
        pieces(*images.pop(0))
        builder.close()


def _closing(marks: list[Mark], number: int) -> int:
    """The number of the mark after an image's description; images may hold images."""
    depth = 0
    for other in range(number, len(marks)):
        if marks[other].kind == "image":
            depth += 1 if marks[other].text else -1
        if not depth:
            return other
    return number
