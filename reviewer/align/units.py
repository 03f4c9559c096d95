"""The lines, blocks and sentences of a text, as spans in code points."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reviewer.text import sentences as english_sentences

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*|\r[ \t]*\r\s*|\Z")
_SENTENCE = re.compile(
    r"[^.!?…。！？։।؟۔]+(?:[.!?…。！？։।؟۔]+[\"'”’»“)\]]*(?=\s|$)|[.!?…。！？։।؟۔]+|\Z)"
)


def lines(text: str) -> list[Span]:
    """Every line that holds more than white space, its line end left out."""
    return [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]


def blocks(text: str) -> list[Span]:
    """What blank lines divide, without the white space around it."""
    found, start = [], len(text) - len(text.lstrip())
    for blank in _BLANK.finditer(text, start):
        end = start + len(text[start : blank.start()].rstrip())
        if end > start:
            found.append((start, end))
        start = blank.end()
    return found


def sentences(text: str, lang: str | None) -> list[Span]:
    """Sentences block by block: by the language's own rules where they are known."""
    primary = (lang or "").replace("_", "-").partition("-")[0].lower()
    found: list[Span] = []
    for low, high in blocks(text):
        block = text[low:high]
        if primary == "en":
            spans = list(english_sentences(block))
        elif (segmenter := _segmenter(primary)) is not None:
            spans = [(s.start, s.end) for s in segmenter.segment_spans(block.replace("\n", " "))]
        else:
            spans = [m.span() for m in _SENTENCE.finditer(block)]
        found.extend((low + a, low + b) for a, b in spans if block[a:b].strip())
    return found


@cache
def _segmenter(lang: str) -> Any:
    from sentencesplit import Segmenter, list_languages

    return Segmenter(language=lang, clean=False) if lang in list_languages() else None
