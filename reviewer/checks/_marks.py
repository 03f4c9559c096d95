"""Brackets and quotation marks whose partner is missing.

A partner is sought up to the next blank line: lines may be wrapped, and a quotation may run over
several paragraphs. What pairs off there lacks nothing, whatever else it may draw: ``(thanks :)``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress, count

from reviewer.text import flat, later, lines, unusual

_BEYOND = {"„": "\x84", "“": "\x93", "”": "\x94"}  # Latin-1: a byte each, as Windows-1252 has it
_PAIRS = (b"\x84\x93", b"\x93\x94", b"\x84\x94", b"\xab\xbb", b"()", b"[]")
_DEEPEST = 4  # marks within marks that are told quickly
_OTHERS = bytes(set(range(256)).difference(b"\n", *_PAIRS))
# A mark; a round bracket with its partner and no mark between, where neither draws a face.
_MARK = later(
    r"[()\[\]“„«»”]"
    r"(?:(?<=\()(?<![:;=]\()(?<![:;=][-']\()"
    r"[^()\[\]“„«»”\n]*\)(?<![:;=]\))(?<![:;=][-']\)))?"
)
_EMOTICON = later(r"[:;=][-']?[()]\Z")
_ITEM = later(r"(?<![^\s(])(?:[a-z]|\d{1,2}|[ivx]{2,4})\)\Z")  # of a list: a) iv) 12)
_OPENING = "([“„«"
_PARTNERS = {")": "(", "]": "[", "”": "“„", "“": "„", "»": "«"}


def unpaired(text: str) -> Iterator[int]:
    """Where brackets stand alone, and quotation marks that close nothing.

    One that opens may do so alone: a quotation that runs on opens each of its paragraphs and closes
    only the last.
    """
    body = text
    for mark in _BEYOND.keys() & set(unusual(text)):
        body = body.replace(mark, _BEYOND[mark])
    marks = flat(body).translate(None, _OTHERS).split(b"\n")
    odd = {line for line in set(marks) if not _pair_off(line)}
    if not odd:
        return
    starts, _, blank = lines(text)
    end = 0
    for number in compress(count(), map(odd.__contains__, marks)):
        if number >= end:
            block = bisect_right(blank, number)
            start = blank[block - 1] if block else 0
            end = blank[block] if block < len(blank) else len(marks)
            if not _pair_off(b"".join(marks[start:end])):
                yield from _alone(text, starts[start], starts[end])


def _pair_off(marks: bytes) -> bool:
    """Is nothing left of the marks when neighbours that are partners are taken away?"""
    for _ in range(_DEEPEST):
        for pair in _PAIRS:
            marks = marks.replace(pair, b"")
    return not marks


def _alone(text: str, start: int, end: int) -> Iterator[int]:
    opened: list[int] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if len(mark) > 1:
            continue
        if mark in "()" and _EMOTICON.search(text, max(0, at - 2), match.end()):
            continue
        if opened and text[opened[-1]] in _PARTNERS.get(mark, ""):
            opened.pop()
        elif mark == ")" and _ITEM.search(text, max(0, at - 4), match.end()):
            continue
        elif mark in _OPENING:
            opened.append(at)
        else:
            yield at
    yield from (at for at in opened if text[at] in "([")
