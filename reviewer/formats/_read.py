"""From bytes to text: byte order marks, encodings, line ends.

Text is UTF-8, or UTF-16 or UTF-32 with a byte order mark. What cannot be decoded is refused with
its place, never replaced: an article must be written back byte for byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from reviewer.errors import InputError
from reviewer.text import later

Note = Callable[[str], None]

# War and Peace has 3 MB: what is larger than this is not an article but a mistake.
MAX_ARTICLE_BYTES = 16 * 1024 * 1024

# UTF-32's marks come first: the little-endian one begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (Word, OpenDocument and EPUB files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
)
_UNICODE = frozenset(name for _, name in _MARKS)
# Encodings in which a letter's bytes depend on what came before, or that are no character sets.
_STATEFUL = (
    "iso2022",
    "hz",
    "utf-7",
    "punycode",
    "idna",
    "unicode",
    "raw_unicode",
    "rot13",
    "mbcs",
)
_NOT_BACK = (
    "the declared encoding {!r} cannot be written back byte for byte;"
    " convert the file to UTF-8 and declare that"
)
_DECLARED_WITHIN = 16384  # bytes; a licence may stand before the header of a PO file
_WORD = re.compile(r"[^\W\d_]+")
# Letters that prose in each legacy encoding is full of; the order breaks ties.
_LEGACY = (
    ("windows-1252", "äöüßéèêëáàâåãæçñíîïóòôõøúûýœ"),
    ("windows-1257", "āčēģīķļņšūžõäöüąęėįųćłńóśźżå"),
    ("windows-1250", "áčďéěíňóřšťúůýžäöüőűąćęłńśźżăâîșț"),
    ("windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђћљњџ"),
    ("koi8-r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("windows-1254", "çğıöşüâîûİ"),
    ("windows-1253", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ"),
)
_INNER_CAPITAL = later("(?<=[a-zß-öø-ÿа-яёα-ω])[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")
_QUOTES = "“”‘’„«»–—…°§€£ "


class Decoded(NamedTuple):
    """A file's text after its byte order mark, and what is needed to write it back."""

    text: str
    encoding: str
    bom: bytes
    newline: str


def silent(message: str) -> None:
    """A note that nobody wants to hear."""


def signature(head: bytes) -> tuple[str, bytes]:
    """Encoding and byte order mark that a file begins with; UTF-8 and no mark by default."""
    return next(((name, mark) for mark, name in _MARKS if head.startswith(mark)), ("utf-8", b""))


def head_text(head: bytes) -> str:
    """The first bytes of a file as text for a content sniff; what is cut or broken is left out."""
    encoding, bom = signature(head)
    return head[len(bom) :].decode(encoding, "ignore")


def read_article(path: str, stream: BinaryIO) -> bytes:
    """All bytes of a one-article file. Raises InputError beyond MAX_ARTICLE_BYTES."""
    data = stream.read(MAX_ARTICLE_BYTES + 1)
    if len(data) > MAX_ARTICLE_BYTES:
        raise InputError(too_large(path))
    return data


def too_large(where: str) -> str:
    """The message for an article beyond MAX_ARTICLE_BYTES."""
    limit = MAX_ARTICLE_BYTES // 1024**2
    return f"{where}: an article of more than {limit} MB; split it into its articles"


def decode(
    path: str, data: bytes, declared: Callable[[bytes], str | None] | None = None
) -> Decoded:
    """The text of a whole file, in the encoding of its mark, else the declared one, else UTF-8.

    ``declared`` finds the encoding that the file's first bytes name. Raises InputError naming the
    byte offset where it is not text, and for an encoding that cannot be written back as read.
    """
    encoding, bom = signature(data)
    named = declared(data[:_DECLARED_WITHIN]) if declared and not bom else None
    if named:
        encoding = _codec(path, named)
    body = data[len(bom) :]
    text = decode_part(path, body, encoding, len(bom), data[:8])
    if encoding not in _UNICODE and text.encode(encoding) != body:
        raise InputError(f"{path}: {_NOT_BACK.format(named)}")
    return Decoded(text, encoding, bom, newline_of(text))


def _codec(path: str, name: str) -> str:
    """Python's name of a declared encoding. Raises InputError for one that cannot be used."""
    try:
        codec = codecs.lookup(name).name
        plain = "<a>".encode(codec) == b"<a>"
    except (LookupError, UnicodeError, ValueError, TypeError):
        codec, plain = "", False
    if not codec:
        raise InputError(
            f"{path}: declares the encoding {name[:40]!r}, which is not known here;"
            " convert the file to UTF-8 and declare that"
        )
    if not plain or codec.startswith(_STATEFUL):
        raise InputError(f"{path}: {_NOT_BACK.format(name[:40])}")
    return codec


def decode_part(path: str, data: bytes, encoding: str, offset: int, head: bytes = b"") -> str:
    """The text of a part of a file that begins at byte ``offset``; errors as ``decode``."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"{path}: is {what}, not text; export it as plain text (UTF-8)")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(path, data, encoding, offset, error)) from None
    if (nul := text.find("\0")) >= 0:
        at = offset + len(text[:nul].encode(encoding))
        raise InputError(f"{path}: looks binary (a NUL at byte {at}){_without_mark(data)}")
    return text


def newline_of(text: str) -> str:
    r"""The line end that the text uses most: ``\n``, ``\r\n`` or ``\r``; ``\n`` by default."""
    pairs = text.count("\r\n")
    counts = {
        "\n": text.count("\n") - pairs,
        "\r\n": pairs,
        "\r": text.count("\r") - pairs,
    }
    return max(counts, key=lambda newline: counts[newline])


def _undecodable(
    path: str, data: bytes, encoding: str, offset: int, error: UnicodeDecodeError
) -> str:
    bad = data[error.start : error.start + 1]
    where = f"{path}: byte {offset + error.start} (0x{bad.hex()}) is not {encoding.upper()}"
    if encoding != "utf-8":
        return f"{where}: {error.reason}; the file is damaged or cut short, save it again as UTF-8"
    if b"\0" in data[:4096]:
        return f"{where}; the file looks binary{_without_mark(data)}"
    guess = guess_encoding(data[max(0, error.start - 2000) : error.start + 6000])
    return (
        f"{where}; perhaps {guess}. Convert it:"
        f" iconv -f {guess.upper()} -t UTF-8 FILE > NEW (nothing is guessed silently)"
    )


def _without_mark(data: bytes) -> str:
    """A hint where NUL bytes alternate with letters: UTF-16 whose byte order mark is missing."""
    head = data[:2000]
    for skip, name in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        if len(head) > 3 and head[skip::2].count(0) > len(head) * 0.4:
            return f"; perhaps {name} without byte order mark: iconv -f {name} -t UTF-8 FILE > NEW"
    return "; leave it out of the paths to check"


def guess_encoding(data: bytes) -> str:
    """The likeliest legacy encoding of some bytes, by the letters it would make of them.

    For a message only: the guess names what to try, no file is read by it.
    """
    scores = {name: _likeness(data.decode(name, "replace"), usual) for name, usual in _LEGACY}
    return max(scores, key=lambda name: scores[name])


def _likeness(text: str, usual: str) -> float:
    """How much the non-ASCII characters of a text look like prose with these usual letters.

    A capital after a small letter is what KOI8 read as windows-1251 gives and the other way round;
    a Latin word of ornamented letters alone is Cyrillic read as Latin.
    """
    score = 0.0
    latin = usual[0] < "Ͱ"
    for word in _WORD.findall(text):
        special = [char for char in word if not char.isascii()]
        if latin and len(special) > 1 and len(special) * 3 > len(word) * 2:
            score -= len(special)
        else:
            score += sum(1 if char.lower() in usual else -1 for char in special)
        score -= 2 * len(_INNER_CAPITAL.findall(word))
    others = [char for char in text if not char.isascii() and not char.isalnum()]
    return score + sum(0.5 if char in _QUOTES else -1 for char in others)
