"""Plain text: what a reader reads is what the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reviewer.formats._read import Note, decode, read_article, silent
from reviewer.model import Document, Piece

SUFFIXES = (".txt", ".text")


def sniff(head: bytes) -> bool:  # noqa: ARG001
    """True: any text may be plain text, so detection asks this format last."""
    return True


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:  # noqa: ARG001
    """The file as one Document. Raises InputError where it is not text."""
    read = decode(path, read_article(path, stream))
    yield Document(
        path=path,
        text=read.text,
        raw=read.text,
        pieces=(Piece(0, len(read.text), 0, len(read.text)),),
        format="plain",
        encoding=read.encoding,
        bom=read.bom,
        newline=read.newline,
    )


def escape(replacement: str, document: Document, start: int) -> str:  # noqa: ARG001
    """The replacement itself: plain text escapes nothing."""
    return replacement
