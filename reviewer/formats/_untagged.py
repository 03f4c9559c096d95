"""HTML tags that stand in a message as text, as localisation files carry them.

A name they divide must still be found, so tags are no text. A pair of brackets round
anything else (``<name>``, ``a < b``) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.text import later

Part = tuple[
    str, int, int
]  # text and its place in the file; no place (-1) for what stands for a code

_NAMES = (
    r"a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark"
    r"|ol|p|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|var|wbr"
)
_TAG = later(rf"</?({_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NAME = later(_NAMES, re.IGNORECASE)
_BREAKS = later(r"br|div|h[1-6]|hr|li|ol|p|t(?:able|body|d|h|r)|ul", re.IGNORECASE)
LINE_BREAK: Part = ("\n", -1, -1)


def stands_for(tag: str) -> str | None:
    """What an element of this name leaves in the text: nothing, a line break; None if unknown."""
    if not _NAME.fullmatch(tag):
        return None
    return "\n" if _BREAKS.fullmatch(tag) else ""


def untagged(parts: list[Part]) -> list[Part]:
    """The parts of a message without the tags in it; a tag that begins a line is a line break."""
    text = "".join(part[0] for part in parts)
    if "<" not in text:
        return parts
    tags = [(*match.span(), _BREAKS.fullmatch(match[1])) for match in _TAG.finditer(text)]
    return list(_without(parts, tags)) if tags else parts


def _without(
    parts: list[Part], tags: list[tuple[int, int, re.Match[str] | None]]
) -> Iterator[Part]:
    number = at = 0  # of the next tag; in the text
    for text, start, end in parts:
        low, done = at, at + len(text)
        while number < len(tags) and tags[number][0] < done:
            tag_start, tag_end, is_break = tags[number]
            if low < tag_start:
                yield _cut(text, start, end, low - at, tag_start - at)
            if tag_end > done:
                low = done
                break
            low = tag_end
            number += 1
            if is_break:
                yield LINE_BREAK
        if low < done:
            yield _cut(text, start, end, low - at, done - at)
        at = done


def _cut(text: str, start: int, end: int, low: int, high: int) -> Part:
    if end - start == len(text):
        return text[low:high], start + low, start + high
    return text, start, end  # an escape is one character
