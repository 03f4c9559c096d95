"""Reading XML with exact places, by expat; nothing is fetched and no entity is expanded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from reviewer.errors import InputError
from reviewer.formats._read import Decoded, decode
from reviewer.model import Document
from reviewer.text import later

MAX_DEPTH = 256  # elements inside each other; no real file comes near

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CDATA = later(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


class Handler(Protocol):
    """What takes the parts of an XML file in order; offsets count code points of its text."""

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element begins at ``at``; names are local, of ``xml:`` attributes too."""

    def end(self, name: str, at: int) -> None:
        """An element's end tag begins at ``at``, or it ended with its start tag."""

    def text(self, text: str, start: int, end: int) -> None:
        """``raw[start:end]`` reads ``text``."""


def declared(head: bytes) -> str | None:
    """The encoding that an XML declaration names."""
    match = _DECLARED.match(head)
    return match[1].decode("ascii") if match else None


def decoded(path: str, data: bytes) -> Decoded:
    """The text of an XML file in its declared encoding."""
    return decode(path, data, declared)


def scan(path: str, text: str, handler: Handler) -> None:
    """Send the parts of an XML file to the handler.

    Raises InputError with line and column for what is not well-formed, for entities that the file
    declares itself (they are how small files are made to explode, or to read others), and for
    nesting beyond MAX_DEPTH.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8", " ")
    events = _Events(path, parser, handler, _code_points(text))
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = events.data
    parser.EntityDeclHandler = events.refuse_entity
    parser.SkippedEntityHandler = events.refuse_reference
    parser.DefaultHandler = events.other
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "malformed")
        raise InputError(
            f"{path}:{error.lineno}:{error.offset + 1}: not well-formed XML: {what};"
            " mend it, or export the file again"
        ) from None


def escape(replacement: str, document: Document, start: int) -> str:
    """The replacement as XML text holds it at ``start``; nothing is escaped in a CDATA section."""
    at = document.raw_offset(start)
    sections = _sections(document.raw)
    number = bisect_right(sections, at, key=lambda section: section[0]) - 1
    if number >= 0 and at <= sections[number][1]:
        return replacement.replace("]]>", "]]]]><![CDATA[>")
    escaped = replacement.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    return encodable(escaped, document.encoding)


@lru_cache(maxsize=1)
def _sections(raw: str) -> list[tuple[int, int]]:
    """What CDATA sections hold."""
    return [match.span(1) for match in _CDATA.finditer(raw)]


def encodable(text: str, encoding: str) -> str:
    """The text with numeric references for what the file's encoding has no code for."""
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)


def _code_points(text: str) -> Callable[[int], int]:
    """From offsets in the text's UTF-8, asked for in rising order, to code points."""
    if text.isascii():
        return lambda at: at
    data = text.encode()
    done = points = 0

    def code_point(at: int) -> int:
        nonlocal done, points
        points += len(data[done:at].decode())
        done = at
        return points

    return code_point


class _Events:
    """Expat's calls, with the end of each run of text found at the next call."""

    def __init__(
        self, path: str, parser: object, handler: Handler, code_point: Callable[[int], int]
    ) -> None:
        self._path, self._parser, self._handler = path, parser, handler
        self._code_point = code_point
        self._depth = 0
        self._waiting: tuple[str, int] | None = None  # text, and where it starts

    def _at(self) -> int:
        """Where the present event begins; hands on the text that ended there."""
        at = self._code_point(self._parser.CurrentByteIndex)  # type: ignore[attr-defined]
        if self._waiting:
            text, start = self._waiting
            self._waiting = None
            self._handler.text(text, start, at)
        return at

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse(f"more than {MAX_DEPTH} elements inside each other")
        local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._handler.start(name.rpartition(" ")[2], local, at)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(name.rpartition(" ")[2], self._at())

    def data(self, text: str) -> None:
        self._waiting = (text, self._at())

    def other(self, _data: str) -> None:
        self._at()

    def refuse_entity(self, name: str, *_rest: object) -> None:
        self._refuse(f"the file declares an entity of its own ({name[:40]!r})")

    def refuse_reference(self, name: str, _is_parameter: object) -> None:
        self._refuse(f"the entity {name[:40]!r} is not declared in the file")

    def _refuse(self, what: str) -> None:
        line = self._parser.CurrentLineNumber  # type: ignore[attr-defined]
        column = self._parser.CurrentColumnNumber + 1  # type: ignore[attr-defined]
        raise InputError(f"{self._path}:{line}:{column}: {what}; such XML is not read")
