"""What machinery leaves in a text: unknown-word marks, subword joiners, placeholders, entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Residue:
    """A span with its code, what to say about it and what may stand there instead."""

    start: int
    end: int
    code: str
    message: str
    suggestion: str | None = None
    severity: str = "warning"


_MARKS = re.compile(
    r"(?P<joiner> ?@-@ ?|@@ ?(?=\w))"
    r"|(?P<unknown></?(?:unk|s|pad|bos|eos|mask)>|\[(?:UNK|MASK|PAD|CLS|SEP)\]|<0x[0-9A-F]{2}>|⁇)"
    r"|(?P<subword> ?▁+)"
    r"|(?P<undecodable>\ufffd+)"
)
_PLACEHOLDER = re.compile(
    r"\{\d{0,2}\}|\{\{\s?\w+\s?\}\}|\$\{\w+\}|(?<![\w%])%(?:\d\$)?[sdif](?!\w)|__[A-Z]\w*__|⟦\w+⟧"
    r"|</?(?:ph|bpt|ept|x|bx|ex|g)\b[^<>]{0,60}>|(?<!\w)X{0,2}PH_?\d+X{0,2}(?!\w)"
)
_ENTITY = re.compile(
    r"& ?(?:quot|amp|apos|lt|gt|nbsp|[lr][ad]quo|[nm]dash|hellip|shy|\#\d{2,6}"
    r"|\#x[0-9a-f]{2,5}) ?;",
    re.IGNORECASE,
)
# Addresses that a space has broken.
_SPACED = re.compile(
    r"\bhttps?\s?:\s?/\s?/\s+(?=\w)[\w./-]+|\bhttps?(?:\s:|:\s)\s?//\s?[\w./-]+"
    r"|\bwww(?:\s\.\s?|\.\s)[\w-]+\.\s?\w+[\w./-]*"
    r"|\b[\w-]+(?: \. |\. )(?:com|org|net|gov|edu)\b(?:/[\w./-]*)?"
    r"|\b[\w.-]+(?: @ ?|@ )[\w-]+ ?\. ?\w{2,}\b"
)
_INNER_SPACE = re.compile(r"\s+")
_NAMES = {
    "joiner": "a subword joiner of the translation system",
    "unknown": "the translation system's mark for what it could not write",
    "subword": "a word-boundary mark of the translation system",
    "undecodable": "a replacement character: something could not be decoded here",
}


def residue(text: str) -> Iterator[Residue]:
    """Everything in a text that no author wrote."""
    for match in _MARKS.finditer(text):
        kind = match.lastgroup or "unknown"
        suggestion = {"joiner": "-" if "-" in match[0] else "", "subword": " "}.get(kind)
        yield Residue(*match.span(), "residue", _NAMES[kind], suggestion)
    for match in _ENTITY.finditer(text):
        plain = html.unescape(match[0].replace(" ", ""))
        yield Residue(*match.span(), "broken-entity", "an escape that was not undone", plain)
    for match in _PLACEHOLDER.finditer(text):
        yield Residue(*match.span(), "placeholder", "a placeholder that nothing was put in for")
    for match in _SPACED.finditer(text):
        whole = _INNER_SPACE.sub("", match[0])
        yield Residue(*match.span(), "broken-address", "an address broken by a space", whole)
