r"""JSON Lines: one article a line, its text in the string field ``text``.

``{"id", "text", "source"?, "source_lang"?, "reference"?}``; other keys stay as they are.
The text's place in the line is exact: escapes (``\n``, ``\u0161``, surrogate pairs) are mapped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from reviewer.errors import InputError
from reviewer.formats._read import (
    MAX_ARTICLE_BYTES,
    Note,
    decode,
    decode_part,
    head_text,
    newline_of,
    signature,
    silent,
    too_large,
)
from reviewer.model import Document, Piece, Segment
from reviewer.text import later

SUFFIXES = (".jsonl", ".ndjson")

_ESCAPE = later(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_SURROGATE = later("[\ud800-\udfff]")
_SPACE = later(r"[ \t\r\n]*")
# Numbers stay strings: one of ten thousand digits must not stop the reading.
_JSON = json.JSONDecoder(parse_int=str, parse_float=str)


class _Value(NamedTuple):
    """One value of the line's object and where it is written."""

    value: Any
    start: int
    end: int
    is_string: bool


def sniff(head: bytes) -> bool:
    """Does the file begin with a JSON object that has a key?"""
    return re.match(r'\s*\{\s*"', head_text(head)) is not None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:
    """One Document a line, read as asked for. Raises InputError naming line and column.

    ``note`` hears once of ids that had to be replaced by line numbers, and of sources that are not
    strings.
    """
    ids = _Ids(path, note)
    encoding, bom, lines = _lines(path, stream)
    raw_start = 0
    for number, line in enumerate(lines, 1):
        raw = line.rstrip("\r\n")
        if raw.strip(" \t\r"):
            members = _object(path, number, raw)
            text = _text(path, number, members)
            yield Document(
                path=path,
                text=_readable(text.value),
                raw=raw,
                pieces=_pieces(raw, text.start + 1, text.end - 1),
                format="jsonl",
                record=ids.of(number, members.get("id")),
                segments=_segments(text.value, members, ids),
                raw_start=raw_start,
                raw_line=number,
                encoding=encoding,
                bom=bom,
                newline=newline_of(line),
            )
        raw_start += len(line)


def escape(replacement: str, document: Document, start: int) -> str:  # noqa: ARG001
    """The replacement as a JSON string holds it; in ASCII where the record is all ASCII."""
    return json.dumps(replacement, ensure_ascii=document.raw.isascii())[1:-1]


def _lines(path: str, stream: BinaryIO) -> tuple[str, bytes, Iterator[str]]:
    """Encoding, mark and lines of a file, line ends kept.

    UTF-8 is read line by line. The line ends of UTF-16 and UTF-32 are not single bytes: such a file
    is read whole.
    """
    first = stream.readline(MAX_ARTICLE_BYTES + 1)
    encoding, bom = signature(first)
    if encoding == "utf-8":
        return encoding, bom, _utf8_lines(path, stream, first, bom)
    text = decode(path, first + stream.read()).text
    return encoding, bom, iter(re.findall(r"[^\n]*\n|[^\n]+", text))


def _utf8_lines(path: str, stream: BinaryIO, line: bytes, bom: bytes) -> Iterator[str]:
    offset, number = len(bom), 1
    head, line = line[:8], line[len(bom) :]
    while line:
        if len(line) > MAX_ARTICLE_BYTES:
            raise InputError(too_large(f"{path}:{number}"))
        yield decode_part(path, line, "utf-8", offset, head)
        offset, number, head = offset + len(line), number + 1, b""
        line = stream.readline(MAX_ARTICLE_BYTES + 1)


def _object(path: str, number: int, raw: str) -> dict[str, _Value]:
    """The members of the line's object; of a repeated key the last one, as JSON readers take it."""
    try:
        return _members(raw)
    except json.JSONDecodeError as error:
        what, column = error.msg.removesuffix(" at"), error.pos + 1
    except RecursionError:
        what, column = "nested too deeply", 1
    raise InputError(
        f"{path}:{number}:{column}: not a JSON object: {what};"
        ' each line must be one object such as {"id": "a1", "text": "..."}'
    )


def _members(raw: str) -> dict[str, _Value]:
    members: dict[str, _Value] = {}
    at = _expect(raw, 0, "{")
    if raw[at : at + 1] == "}":
        _end(raw, at + 1)
        return members
    while True:
        key, at = _value(raw, at)
        if not key.is_string:
            raise json.JSONDecodeError("expecting a key in double quotes", raw, key.start)
        value, at = _value(raw, _expect(raw, at, ":"))
        members[key.value] = value
        if raw[at : at + 1] != ",":
            _end(raw, _expect(raw, at, "}"))
            return members
        at = _expect(raw, at, ",")


def _value(raw: str, at: int) -> tuple[_Value, int]:
    """The value that begins at ``at``, and where the next token begins."""
    value, end = _JSON.raw_decode(raw, at)
    return _Value(value, at, end, raw[at] == '"'), _skip(raw, end)


def _skip(raw: str, at: int) -> int:
    match = _SPACE.match(raw, at)
    return match.end() if match else at


def _expect(raw: str, at: int, char: str) -> int:
    """Where the token after ``char`` begins, which must come next."""
    at = _skip(raw, at)
    if raw[at : at + 1] != char:
        raise json.JSONDecodeError(f"expecting {char!r}", raw, at)
    return _skip(raw, at + 1)


def _end(raw: str, at: int) -> None:
    at = _skip(raw, at)
    if at < len(raw):
        raise json.JSONDecodeError("more after the object's end", raw, at)


def _text(path: str, number: int, members: dict[str, _Value]) -> _Value:
    text = members.get("text")
    if text is None:
        known = ", ".join(repr(key)[:40] for key in list(members)[:8]) or "none"
        raise InputError(
            f'{path}:{number}:1: no "text" (keys: {known}); put the article\'s text under "text"'
        )
    if not text.is_string:
        raise InputError(
            f'{path}:{number}:{text.start + 1}: "text" is not a string;'
            " put the article's text there in double quotes"
        )
    return text


def _readable(text: str) -> str:
    """Lone surrogates, which no terminal or report can show, as U+FFFD; the file keeps its own."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _pieces(raw: str, start: int, end: int) -> tuple[Piece, ...]:
    """How ``raw[start:end]``, a string's content, reads: runs letter for letter, escapes whole."""
    pieces: list[Piece] = []
    offset = 0
    for match in _ESCAPE.finditer(raw, start, end):
        if match.start() > start:
            run = match.start() - start
            pieces.append(Piece(offset, offset + run, start, match.start()))
            offset += run
        pieces.append(Piece(offset, offset + 1, match.start(), match.end()))
        offset, start = offset + 1, match.end()
    if start < end or not pieces:
        pieces.append(Piece(offset, offset + end - start, start, end))
    return tuple(pieces)


def _segments(text: str, members: dict[str, _Value], ids: _Ids) -> tuple[Segment, ...]:
    def string(key: str) -> str | None:
        member = members.get(key)
        if member is None or member.value is None:
            return None
        if not member.is_string:
            ids.say(key, f'a "{key}" that is not a string is ignored')
            return None
        return _readable(member.value)

    source, reference = string("source"), string("reference")
    if source is None and reference is None:
        return ()
    return (Segment(0, len(text), source, string("source_lang"), reference),)


class _Ids:
    """The records' names: each its own id, or its line number where that cannot name it."""

    def __init__(self, path: str, note: Note) -> None:
        self._path, self._note = path, note
        self._seen: set[str] = set()
        self._said: set[str] = set()

    def of(self, number: int, member: _Value | None) -> str:
        if member is None:
            why = "a missing id"
        elif not (member.is_string and member.value):
            why = "an id that is not a string"
        elif (name := _readable(member.value)) in self._seen:
            why = "a repeated id"
        else:
            self._seen.add(name)
            return name
        self.say("id", f"line {number}: {why} is replaced by the line number (said once)")
        name = str(number)
        while name in self._seen:
            name = f"line {name}"
        self._seen.add(name)
        return name

    def say(self, topic: str, message: str) -> None:
        """Tell the reader's ``note``, once a topic."""
        if topic not in self._said:
            self._said.add(topic)
            self._note(f"{self._path}: {message}")
