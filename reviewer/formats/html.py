"""HTML: what a reader of the page reads, and ``alt``, ``title`` and ``aria-label``.

A segment is a block of the page; tags inside it do not divide words. White space is layout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from reviewer.errors import InputError
from reviewer.formats._read import Note, decode, head_text, read_article, silent
from reviewer.formats._tags import Attribute, Tag, tokens
from reviewer.formats._text import OBJECT, TextBuilder
from reviewer.formats._xml import encodable
from reviewer.model import Document
from reviewer.text import later

SUFFIXES = (".html", ".htm", ".xhtml")

MAX_DEPTH = 1000  # elements inside each other; browsers stop at 512

_SNIFF = later(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_CHARSET = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)|<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""",
    re.IGNORECASE,
)
_REFERENCE = later(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{0,31};?)")
_WHOLE_REFERENCE = later(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{0,31});")
_READ = frozenset(("alt", "title", "aria-label"))


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


_INLINE = _elements(
    "a abbr acronym audio b bdi bdo big cite code data del dfn em font i img input ins kbd label"
    " map mark math nobr output picture q rb rp rt rtc ruby s samp script slot small source span"
    " strike strong sub sup svg template time tt u var video wbr"
)
_VOID = _elements("area base br col embed hr img input link meta param source track wbr")
_CODE = _elements("code kbd math samp tt var")  # inline: something stands there
_SKIPPED = _CODE | _elements(
    "canvas iframe noembed noframes noscript object pre script style svg template textarea xmp"
)
# What ends when another begins, though no tag says so.
_ENDS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th"),
    "body": ("head",),
}


def sniff(head: bytes) -> bool:
    """Does the file begin as an HTML page does?"""
    return _SNIFF.match(head_text(head)) is not None


def declared(head: bytes) -> str | None:
    """The encoding that the page names, as browsers understand the name."""
    match = _CHARSET.search(head)
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    if name in ("iso-8859-1", "latin1", "iso8859-1", "ascii", "us-ascii"):
        return "windows-1252"
    return "utf-8" if name.startswith("utf-16") else name


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:  # noqa: ARG001
    """The page as one Document. Raises InputError where it is not text or nested too deeply."""
    read = decode(path, read_article(path, stream), declared)
    page = _Page(path, read.text)
    for token in tokens(read.text):
        if isinstance(token, Tag):
            page.tag(token)
        else:
            page.text(token.start, token.end)
    page.block_ends()
    yield page.builder.document(path, "html", read)


def escape(replacement: str, document: Document, start: int) -> str:
    """The replacement as the page holds it there, in an attribute's quotes or in the text."""
    escaped = replacement.replace("&", "&amp;").replace("<", "&lt;")
    at = document.raw_offset(start)
    inside = next((a for a in _attributes(document.raw) if a.start <= at <= a.end), None)
    if inside:
        escaped = escaped.replace(">", "&gt;")
        if inside.quote != "'":
            escaped = escaped.replace('"', "&quot;")
        if inside.quote != '"':
            escaped = escaped.replace("'", "&#39;")
        if not inside.quote:
            escaped = re.sub(r"[\s=`]", lambda match: f"&#{ord(match[0])};", escaped)
    return encodable(escaped, document.encoding)


@lru_cache(maxsize=1)
def _attributes(raw: str) -> tuple[Attribute, ...]:
    """The attributes of the page that are read."""
    return tuple(
        attribute
        for token in tokens(raw)
        if isinstance(token, Tag)
        for attribute in token.attributes
        if attribute.name in _READ
    )


class _Page:
    """Which elements are open, and what of them is read."""

    def __init__(self, path: str, raw: str) -> None:
        self.builder = TextBuilder(raw, prose=True)
        self._path, self._raw = path, raw
        self._open: list[tuple[str, bool]] = []  # elements, and whether they are read
        self._names: Counter[str] = Counter()  # of the open elements
        self._beside: list[Attribute] = []  # read after the block they stand in

    @property
    def _reading(self) -> bool:
        return self._open[-1][1] if self._open else True

    def text(self, start: int, end: int) -> None:
        if not self._reading:
            return
        self._resolve(start, end, _REFERENCE)

    def tag(self, tag: Tag) -> None:
        name = tag.name
        if not tag.closing:
            self._implied_ends(name)
        if name not in _INLINE and name != "br":
            self.block_ends()
        if tag.closing:
            self._end(name)
            return
        reading = self._reading and name not in _SKIPPED and self._translated(tag)
        if reading:
            self._beside += [a for a in tag.attributes if a.name in _READ and a.end > a.start]
            if name == "br":
                self.builder.line_break()
        elif self._reading and name in _INLINE and (name in _CODE or name not in _SKIPPED):
            self.builder.gap(OBJECT)
        if name in _VOID:
            return
        self._open.append((name, reading))
        self._names[name] += 1
        if len(self._open) > MAX_DEPTH:
            line = self._raw.count("\n", 0, tag.start) + 1
            raise InputError(
                f"{self._path}:{line}: more than {MAX_DEPTH} elements inside each other;"
                " such a page is not read"
            )

    def block_ends(self) -> None:
        """End the segment; what its attributes say follows."""
        self.builder.close()
        for attribute in self._beside:
            self._resolve(attribute.start, attribute.end, _WHOLE_REFERENCE)
            self.builder.close()
        self._beside.clear()

    def _resolve(self, start: int, end: int, references: re.Pattern[str]) -> None:
        from html import unescape  # with a large table

        for match in references.finditer(self._raw, start, end):
            self.builder.run(start, match.start())
            self.builder.atom(unescape(match[0]), *match.span())
            start = match.end()
        self.builder.run(start, end)

    def _translated(self, tag: Tag) -> bool:
        for attribute in tag.attributes:
            value = self._raw[attribute.start : attribute.end]
            if attribute.name == "translate" and value.lower() == "no":
                return False
            if attribute.name == "class" and "notranslate" in value.split():
                return False
        return True

    def _implied_ends(self, name: str) -> None:
        """End what a start tag ends though no end tag says so."""
        if name in _INLINE or name in _VOID:
            return
        ended = ("p", *_ENDS.get(name, ()))
        if not any(self._names[other] for other in ended):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self._open[depth][0]
            if opened in ended:
                self._close(depth)
            elif opened not in _INLINE:
                return

    def _end(self, name: str) -> None:
        if self._names[name]:
            depth = len(self._open) - 1
            while self._open[depth][0] != name:
                depth -= 1
            self._close(depth)

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            self._names[self._open.pop()[0]] -= 1
