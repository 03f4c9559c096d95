r"""Gettext PO: each translated ``msgstr`` is a segment, beside its ``msgid``.

Fuzzy and obsolete entries are not checked; English messages (``X-Source-Language`` says which
language they are in) are no source. Strings over several lines read as one; escapes (``\n``,
``\"``) are undone. Source: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from reviewer.errors import InputError
from reviewer.formats._languages import is_english
from reviewer.formats._read import Note, decode, head_text, read_article, silent
from reviewer.formats._text import TextBuilder
from reviewer.formats._untagged import Part, untagged
from reviewer.model import Document
from reviewer.text import later

SUFFIXES = (".po",)

_SNIFF = later(r'(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*msg(?:id|ctxt)[ \t]+"')
_CHARSET = re.compile(rb"Content-Type:[^\n]{0,80}?charset=([A-Za-z0-9._-]+)", re.IGNORECASE)
_LINE = later(r"[^\n]*\n|[^\n]+")
_KEYWORD = later(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,4})\])?)(?=[ \t\"])")
_STRING = later(r'[ \t]*"((?:[^"\\\r\n]++|\\.)*+)"')
_ESCAPE = later(r"\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
_PLACE = tuple[int, int]


class _Entry:
    """One message: where its strings lie in the file."""

    def __init__(self) -> None:
        self.fuzzy = False
        self.strings: dict[str, list[_PLACE]] = {}

    @property
    def translated(self) -> bool:
        return any(key.startswith("msgstr") for key in self.strings)


def sniff(head: bytes) -> bool:
    """Does the file begin with comments and a message?"""
    return _SNIFF.match(head_text(head)) is not None


def declared(head: bytes) -> str | None:
    """The encoding that the header names; None for a template's ``CHARSET``."""
    match = _CHARSET.search(head)
    return match[1].decode() if match and match[1] != b"CHARSET" else None


def parse(path: str, stream: BinaryIO, note: Note = silent) -> Iterator[Document]:
    """The file as one Document; none if its header's language is not English, which is noted.

    Raises InputError naming line and column of what is no PO.
    """
    read = decode(path, read_article(path, stream), declared)
    raw = read.text
    builder = TextBuilder(raw)
    source_lang: str | None = None
    fuzzy = 0
    entries = list(_entries(path, raw))
    is_bilingual = _is_bilingual(raw, entries)
    for number, entry in enumerate(entries):
        msgid = _value(raw, entry.strings.get("msgid", []))
        if not msgid and number == 0:
            fields = _header(_value(raw, entry.strings.get("msgstr", [])))
            if not is_english(language := fields.get("language")):
                note(f"{path}: its language is {language!r}; only English is checked")
                return
            source_lang = fields.get("x-source-language") or None
        elif entry.fuzzy:
            fuzzy += 1
        else:
            plural = _value(raw, entry.strings.get("msgid_plural", []))
            for key, places in entry.strings.items():
                if key.startswith("msgstr"):
                    _put(builder, raw, places)
                    source = plural if plural and key not in ("msgstr", "msgstr[0]") else msgid
                    source = source if source_lang or is_bilingual else ""
                    builder.close(source=source or None, source_lang=source_lang)
    if fuzzy:
        note(f"{path}: fuzzy entries are not checked ({fuzzy})")
    yield builder.document(path, "po", read)


def escape(replacement: str, document: Document, start: int) -> str:  # noqa: ARG001
    """The replacement as a PO string holds it."""
    escaped = replacement.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _entries(path: str, raw: str) -> Iterator[_Entry]:
    entry, key = _Entry(), ""
    for number, line in enumerate(_LINE.finditer(raw), 1):
        at, end = line.span()
        text = line.group().strip()
        if not text or text.startswith("#"):
            if entry.translated:
                yield entry
                entry, key = _Entry(), ""
            if text.startswith("#,") and "fuzzy" in re.split(r"[,\s]+", text):
                entry.fuzzy = True
            continue
        at += line.group().index(text[0])
        if keyword := _KEYWORD.match(raw, at, end):
            if keyword[1] in ("msgid", "msgctxt") and entry.translated:
                yield entry
                entry = _Entry()
            key, at = keyword[1], keyword.end()
        places = entry.strings.setdefault(key, [])
        while string := _STRING.match(raw, at, end):
            places.append(string.span(1))
            at = string.end()
        if not key or raw[at:end].strip():
            column = at - line.start() + 1
            raise InputError(
                f'{path}:{number}:{column}: not PO: expecting a keyword such as msgstr and "…";'
                " msgfmt -c says more"
            )
    if entry.strings:
        yield entry


def _is_bilingual(raw: str, entries: list[_Entry]) -> bool:
    """Are the messages in another language than English, where the header does not say?

    By custom they are English. Taken for foreign are those of which one in ten has a letter that
    English has not.
    """
    ids = ["".join(raw[a:b] for a, b in entry.strings.get("msgid", ())) for entry in entries]
    return sum(any(c.isalpha() and not c.isascii() for c in one) for one in ids) * 10 >= len(ids)


def _parts(raw: str, places: list[_PLACE]) -> Iterator[Part]:
    """The string's text: runs as they stand, escapes undone."""
    for start, end in places:
        for match in _ESCAPE.finditer(raw, start, end):
            yield raw[start : match.start()], start, match.start()
            yield _unescaped(match[0]), *match.span()
            start = match.end()
        yield raw[start:end], start, end


def _value(raw: str, places: list[_PLACE]) -> str:
    return "".join(text for text, _, _ in untagged(list(_parts(raw, places))))


def _unescaped(escape: str) -> str:
    code = escape[1:]
    if code[0] == "x" and len(code) > 1:
        value = int(code[1:], 16)
    elif code[0] in "01234567":
        value = int(code, 8)
    else:
        return _ESCAPES.get(code, code)
    return chr(value) if 0 < value < 0x80 else "\ufffd"  # part of a letter's bytes


def _put(builder: TextBuilder, raw: str, places: list[_PLACE]) -> None:
    for text, start, end in untagged(list(_parts(raw, places))):
        if start < 0:
            builder.line_break()
        else:
            builder.atom(text, start, end)


def _header(text: str) -> dict[str, str]:
    lines = (line.partition(":") for line in text.split("\n"))
    return {name.strip().lower(): value.strip() for name, _, value in lines}
