"""What machinery leaves in a text: unknown-word marks, subword joiners, placeholders, entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewer.text import unusual


class Residue(NamedTuple):
    """A span with its code, what to say about it and what may stand there instead."""

    start: int
    end: int
    code: str
    message: str
    suggestion: str | None = None
    severity: str = "warning"


# Each pattern begins with characters that are rare in prose, so that most text is passed over.
_MARKS = (
    ("joiner", re.compile(r"@-@|@@(?=[ ]?\w)")),
    ("unknown", re.compile(r"<(?:/?(?:unk|s|pad|bos|eos|mask)>|0x[0-9A-F]{2}>)")),
    ("unknown", re.compile(r"\[(?:UNK|MASK|PAD|CLS|SEP)\]")),
)
_RARE_MARKS = (
    ("unknown", re.compile("⁇")),
    ("subword", re.compile("▁+")),
    ("undecodable", re.compile("\ufffd+")),
)
_PLACEHOLDERS = (
    re.compile(r"\{(?:\d{0,2}\}|\{\s?\w+\s?\}\})"),
    re.compile(r"\$\{\w+\}"),
    re.compile(r"%(?<![\w%]%)(?:\d\$)?[sdif](?!\w)"),
    re.compile(r"__(?<!\w__)[A-Z]\w{0,30}__"),
    re.compile(r"</?(?:ph|bpt|ept|x|bx|ex|g)\b[^<>]{0,60}>"),
)
_BRACKETED = re.compile(r"⟦\w+⟧")
_ENTITY = re.compile(
    r"& ?(?:quot|amp|apos|lt|gt|nbsp|[lr][ad]quo|[nm]dash|hellip|shy|\#\d{2,6}"
    r"|\#x[0-9a-f]{2,5}) ?;",
    re.IGNORECASE,
)
# Addresses that a space has broken; of the last two, what stands before is looked up.
_SPACED = (
    re.compile(r"http(?<!\whttp)s?(?:://\s+|\s?:\s?/\s?/\s|\s:\s?//|:\s//)\s?(?=\w)[\w./-]+"),
    re.compile(r"www(?<!\wwww)(?:\s\.\s?|\.\s)[\w-]+\.\s?\w+[\w./-]*"),
    re.compile(r"\. (?:com|org|net|gov|edu)\b(?:/[\w./-]*)?"),
    re.compile(r"@(?: |(?<= @) ?)[\w-]+ ?\. ?\w{2,}\b"),
)
_HOST = re.compile(r"[\w.-]+\Z")
_INNER_SPACE = re.compile(r"\s+")
_NAMES = {
    "joiner": "a subword joiner of the translation system",
    "unknown": "the translation system's mark for what it could not write",
    "subword": "a word-boundary mark of the translation system",
    "undecodable": "a replacement character: something could not be decoded here",
}


def residue(text: str) -> Iterator[Residue]:
    """Everything in a text that no author wrote."""
    for kind, match in _marks(text):
        start, end = match.span()
        suggestion = {"joiner": "-" if "-" in match[0] else "", "subword": " "}.get(kind)
        if suggestion is not None:  # the spaces around a joiner are the system's too
            start -= text[start - 1 : start] == " "
            end += kind == "joiner" and text[end : end + 1] == " "
        yield Residue(start, end, "residue", _NAMES[kind], suggestion)
    for match in _ENTITY.finditer(text):
        from html import unescape  # seldom, and it loads a large table

        plain = unescape(match[0].replace(" ", ""))
        yield Residue(*match.span(), "broken-entity", "an escape that was not undone", plain)
    bracketed = [_BRACKETED] if "⟦" in unusual(text) else []
    for start, end in _apart(text, (*_PLACEHOLDERS, *bracketed)):
        yield Residue(start, end, "placeholder", "a placeholder that nothing was put in for")
    for start, end in _spaced(text):
        whole = _INNER_SPACE.sub("", text[start:end])
        yield Residue(start, end, "broken-address", "an address broken by a space", whole)


def _marks(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    rare = unusual(text)
    present = [item for item in _RARE_MARKS if item[1].search(rare)]
    for kind, pattern in (*_MARKS, *present):
        for match in pattern.finditer(text):
            yield kind, match


def _apart(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """What the patterns find, from left to right, without what overlaps something before."""
    done = 0
    for start, end in sorted(match.span() for kind in patterns for match in kind.finditer(text)):
        if start >= done:
            done = end
            yield start, end


def _spaced(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _apart(text, _SPACED):
        if text[start] in ".@":
            host = _HOST.search(text, max(0, start - 64), start - (text[start - 1] == " "))
            if not host:
                continue
            start = host.start()
        yield start, end
