"""Subtitles, SubRip (.srt) and WebVTT (.vtt): what is spoken; times, numbers and styles are not.

A segment is a run of cues that make a sentence: a name may be divided between two lines or cues.
Specification: https://www.w3.org/TR/webvtt1/; SubRip has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from reviewer.errors import InputError
from reviewer.formats._read import Note, decode, head_text, read_article, silent
from reviewer.formats._text import TextBuilder
from reviewer.model import Document
from reviewer.text import later

SUFFIXES = (".srt", ".vtt")

_TIME = r"(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = later(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*$", re.MULTILINE)
_SRT = later(r"\s*\d+[ \t]*\r?\n[ \t]*\d+:\d\d:\d\d,\d+[ \t]*-->")
_BLANK_LINE = later(r"\n[ \t\r]*(?=\n|\Z)")
_NUMBER = later(r"\n[ \t]*\d+[ \t\r]*\Z")  # of the next cue
_MARKUP = later(r"</?(?:[a-zA-Z][^<>\n]*|\d[\d:.]*)>|\{\\[^{}\n]*\}|&(?:\w{1,31}|#\w{1,8});")
_SPEAKER = later(r"\n[ \t]*(?=[-–—])")
_SENTENCE_END = later(r"[.!?…:♪♫\])][\"”’»)\]]*\s*\Z")
_PAUSE = 3.0  # seconds; who is silent longer begins anew


class _Cue(NamedTuple):
    """A cue's text in the file, and its times in seconds."""

    start: int
    end: int
    begins: float
    ends: float


def sniff(head: bytes) -> bool:
    """Does the file begin as WebVTT, or with a SubRip cue?"""
    text = head_text(head)
    return text.startswith("WEBVTT") or _SRT.match(text) is not None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:  # noqa: ARG001
    """The subtitles as one Document. Raises InputError where no cue has a time."""
    read = decode(path, read_article(path, stream))
    cues = _cues(read.text)
    if not _TIMING.search(read.text) and not _is_vtt(read.text) and read.text.strip():
        raise InputError(
            f"{path}: no cue has a time (00:00:01,000 --> 00:00:02,000); is it SubRip?"
        )
    builder = TextBuilder(read.text, prose=True)
    ended = 0.0
    open_ = False  # does the sentence go on?
    for cue in cues:
        if open_ and cue.begins - ended <= _PAUSE:
            builder.gap(" ")
        else:
            builder.close()
        open_ = _put(builder, read.text, cue)
        ended = cue.ends
    yield builder.document(path, "subtitles", read)


def escape(replacement: str, document: Document, start: int) -> str:  # noqa: ARG001
    """The replacement as a cue holds it."""
    if not _is_vtt(document.raw):
        return replacement
    return replacement.replace("&", "&amp;").replace("<", "&lt;")


def _is_vtt(raw: str) -> bool:
    return raw.startswith("WEBVTT")


def _cues(raw: str) -> list[_Cue]:
    cues = []
    timings = list(_TIMING.finditer(raw))
    for number, timing in enumerate(timings):
        start = timing.end()
        end = timings[number + 1].start() if number + 1 < len(timings) else len(raw)
        if _is_vtt(raw):
            blank = _BLANK_LINE.search(raw, start, end)
            end = blank.start() if blank else end
        elif number + 1 < len(timings):
            tail = _NUMBER.search(raw, max(start, end - 40), end - 1)
            end = tail.start() if tail else end
        times = [float(part or 0) for part in timing.groups()]
        begins, ends = (
            (hours * 60 + minutes) * 60 + seconds + milliseconds / 1000
            for hours, minutes, seconds, milliseconds in (times[:4], times[4:])
        )
        text = raw[start:end]
        start += len(text) - len(text.lstrip())
        if text.strip():
            cues.append(_Cue(start, start + len(text.strip()), begins, ends))
    return cues


def _put(builder: TextBuilder, raw: str, cue: _Cue) -> bool:
    """Take the cue's text; does its sentence go on after it?"""
    start = cue.start
    for speaker in _SPEAKER.finditer(raw, cue.start, cue.end):
        if raw[start : speaker.start()].strip():
            _run(builder, raw, start, speaker.start())
            builder.close()
        start = speaker.end()
    _run(builder, raw, start, cue.end)
    spoken = _MARKUP.sub("", raw[start : cue.end])
    return bool(spoken.strip()) and not _SENTENCE_END.search(spoken)


def _run(builder: TextBuilder, raw: str, start: int, end: int) -> None:
    from html import unescape  # with a large table

    for match in _MARKUP.finditer(raw, start, end):
        builder.run(start, match.start())
        if match[0][0] == "&":
            builder.atom(unescape(match[0]) if _is_vtt(raw) else match[0], *match.span())
        start = match.end()
    builder.run(start, end)
