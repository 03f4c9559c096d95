"""The inline codes of XLIFF and TMX: what of a segment is text, and what stands for a code."""

from __future__ import annotations

from reviewer.formats._text import OBJECT, TextBuilder
from reviewer.formats._untagged import Part, stands_for, untagged

_NATIVE = frozenset(("bpt", "ept", "it", "ph", "ut"))  # they hold a code of the original format
_PLACEHOLDERS = frozenset(("x", "ph"))
_STYLES = frozenset(("bold", "italic", "underlined", "link", "fmt"))
_BREAKS = frozenset(("lb", "xlf:lb"))


def _stands_for(attributes: dict[str, str]) -> str:
    """What a placeholder leaves in the text: nothing for a style, a line break, or U+FFFC."""
    kinds = {attributes.get(key, "") for key in ("ctype", "type", "subType")}
    if kinds & _BREAKS:
        return "\n"
    if kinds & _STYLES:
        return ""
    html = next((kind[2:] for kind in kinds if kind.startswith("x-")), "")  # as Angular says it
    text = stands_for(html)
    return OBJECT if text is None or html == "img" else text


class Inline:
    """Takes what one source or target element holds.

    What paired codes enclose is text, a placeholder reads as U+FFFC, a forced line break as a line
    break; the texts inside codes (``sub``) are segments of their own.
    """

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._subs: list[list[Part]] = []
        self._codes = 0  # native codes open
        self._depth = 0  # ``sub`` elements open

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An inline element begins."""
        if name == "sub":
            self._depth += 1
            self._subs.append([])
        elif name in _PLACEHOLDERS and not self._depth:
            text = _stands_for(attributes)
            self._parts += [(text, -1, -1)] if text else []
        self._codes += name in _NATIVE

    def end(self, name: str) -> None:
        """An inline element ends."""
        self._codes -= name in _NATIVE
        self._depth -= name == "sub"

    def text(self, text: str, start: int, end: int) -> None:
        """A run of text."""
        if self._depth:
            self._subs[-1].append((text, start, end))
        elif not self._codes:
            self._parts.append((text, start, end))

    def plain(self) -> str | None:
        """The whole text; None for none."""
        return "".join(text for text, _, _ in untagged(self._parts)) or None

    def put(self, builder: TextBuilder, source: str | None, source_lang: str | None) -> None:
        """Add the segment and those inside its codes to the document."""
        for text, start, end in untagged(self._parts):
            if start >= 0:
                builder.atom(text, start, end)
            elif text == "\n":
                builder.line_break()
            else:
                builder.gap(text)
        builder.close(source=source, source_lang=source_lang)
        for sub in self._subs:
            for text, start, end in sub:
                builder.atom(text, start, end)
            builder.close()
