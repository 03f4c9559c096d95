"""The tokens of HTML with their places, as the HTML standard's tokenizer takes them.

Each step looks forward only and what is left open runs to the end of the file, as in a browser: the
time is linear whatever the input. (Parsers that could be had give no places, stop at tag soup, or
take quadratic time on unclosed comments and tags.) Source: https://html.spec.whatwg.org/#tokenization
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.text import later

_MARK = later(r"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*)|!--|[!?/])")
_ATTRIBUTE = later(
    r"[\t\n\f\r /]*(?:([^\t\n\f\r />][^\t\n\f\r />=]*)"
    r"(?:[\t\n\f\r ]*=[\t\n\f\r ]*(\"|'|[^\t\n\f\r >\"'])?)?)?"
)
_UNQUOTED = later(r"[^\t\n\f\r >]*")
_COMMENT_END = later(r"--!?>")
# Elements whose content holds no tags.
_RAW_TEXT = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
_ESCAPABLE = frozenset(("textarea", "title"))


class Attribute(NamedTuple):
    """An attribute and where its value stands inside its quotes (``quote`` is empty for none)."""

    name: str
    start: int
    end: int
    quote: str


class Tag(NamedTuple):
    """A start or end tag; names are in lower case."""

    name: str
    start: int
    end: int
    closing: bool
    attributes: tuple[Attribute, ...]


class Text(NamedTuple):
    """A run of text, in which character references are not yet resolved."""

    start: int
    end: int


def tokens(raw: str) -> Iterator[Tag | Text]:
    """The tags and texts of HTML in order; comments, declarations and scripts' content are gone."""
    is_xml = raw.lstrip()[:5] == "<?xml"  # where <script/> has no content
    at = 0
    while match := _MARK.search(raw, at):
        start = match.start()
        if start > at:
            yield Text(at, start)
        if name := match[2]:
            tag, at = _tag(raw, start, match.end(), name.lower(), bool(match[1]))
            if tag is None:
                return
            yield tag
            if is_xml and raw[tag.end - 2] == "/":
                yield Tag(tag.name, at, at, True, ())
            elif not tag.closing and (name := tag.name) in _RAW_TEXT | _ESCAPABLE:
                end = _raw_text_end(raw, at, name)
                if name in _ESCAPABLE and end > at:
                    yield Text(at, end)
                at = end
        else:
            at = _comment_end(raw, start)
    if at < len(raw):
        yield Text(at, len(raw))


def _tag(raw: str, start: int, at: int, name: str, closing: bool) -> tuple[Tag | None, int]:
    """The tag and where it ends; None where the file ends inside it."""
    attributes: list[Attribute] = []
    while match := _ATTRIBUTE.match(raw, at):
        at = match.end()
        if at == len(raw):
            break
        if match[1] is None:
            end = at + 1  # the only thing that can stand here is ">"
            return Tag(name, start, end, closing, tuple(attributes)), end
        quote = match[2] or ""
        if quote in ('"', "'"):
            begin, at = at, raw.find(quote, at)
            if at < 0:
                break
            attributes.append(Attribute(match[1].lower(), begin, at, quote))
            at += 1
        elif quote:
            unquoted = _UNQUOTED.match(raw, at)
            begin, at = at - 1, unquoted.end() if unquoted else at
            attributes.append(Attribute(match[1].lower(), begin, at, ""))
        else:
            attributes.append(Attribute(match[1].lower(), at, at, ""))
    return None, len(raw)


def _raw_text_end(raw: str, at: int, name: str) -> int:
    match = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII).search(raw, at)
    return match.start() if match else len(raw)


def _comment_end(raw: str, start: int) -> int:
    if raw.startswith("<!--", start):
        match = _COMMENT_END.search(raw, start + 2)
        return match.end() if match else len(raw)
    mark = "]]>" if raw.startswith("<![CDATA[", start) else ">"
    end = raw.find(mark, start)
    return end + len(mark) if end >= 0 else len(raw)
