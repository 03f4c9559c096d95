"""Bytes to text: what is read, what is refused, and with which words."""

import io

import pytest

from reviewer.errors import InputError
from reviewer.formats._read import MAX_ARTICLE_BYTES, decode, guess_encoding, newline_of
from reviewer.formats.plain import parse

TEXT = "Mayor Šķēle met “Artsrun” 😀\r\nin Yerevan.\r\n"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
def test_marks_and_encodings_are_kept(bom, encoding):
    data = bom + TEXT.encode(encoding)
    read = decode("a.txt", data)
    assert (read.text, read.encoding, read.bom, read.newline) == (TEXT, encoding, bom, "\r\n")
    assert read.bom + read.text.encode(read.encoding) == data


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\nb", "\n"),
        ("a\r\nb\r\n", "\r\n"),
        ("a\rb\rc", "\r"),
        ("a\r\nb\nc\n", "\n"),
    ],
)
def test_newline(text, newline):
    assert newline_of(text) == newline


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Café".encode("cp1252"), ["byte 3 (0xe9) is not UTF-8", "iconv -f WINDOWS-1252 -t UTF-8"]),
        (b"\xef\xbb\xbfab\xff", ["byte 5 (0xff)"]),
        (b"ok\xe2\x82", ["byte 2 (0xe2)"]),
        (b"\xff\xfea", ["byte 2", "UTF-16-LE", "damaged"]),
        (b"\xff\xfe\x00\xd8a\x00", ["byte 2", "damaged"]),
        (b"one\0two", ["looks binary", "byte 3", "leave it out"]),
        (b"\xef\xbb\xbfone\0", ["looks binary", "byte 6"]),
        ("plain words".encode("utf-16-le"), ["UTF-16LE without byte order mark"]),
        ("plain words".encode("utf-16-be"), ["UTF-16BE without byte order mark"]),
        (b"\x00\x01\xff\xfe" * 9, ["looks binary"]),
        (b"%PDF-1.7 x", ["a PDF", "export it as plain text"]),
        (b"PK\x03\x04rest", ["Word"]),
        (b"\x89PNG\r\n\x1a\n\0", ["PNG"]),
    ],
)
def test_what_is_not_text_is_refused_with_place_and_advice(data, says):
    with pytest.raises(InputError) as refused:
        decode("news/a.txt", data)
    message = str(refused.value)
    assert message.startswith("news/a.txt: ")
    assert "\n" not in message
    for words in says:
        assert words in message


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ministrs Šķēle teica, ka “Ķegums” nav slēgts, un Rēzekne gaida", "windows-1257"),
        ("Café Müller, São Paulo, señor Núñez – “très bien”", "windows-1252"),
        ("Премьер Никол Пашинян заявил, что бои идут на юге", "windows-1251"),
        ("Премьер Никол Пашинян заявил, что бои идут на юге", "koi8-r"),
        ("Příští týden přijede Tomáš Šťastný z Třebíče, řekl Jiří", "windows-1250"),
        ("Ο πρωθυπουργός Κυριάκος Μητσοτάκης είπε", "windows-1253"),
    ],
)
def test_the_guess(text, encoding):
    assert guess_encoding(text.encode(encoding)) == encoding


def test_the_guess_only_advises():
    with pytest.raises(InputError, match="perhaps windows-1251"):
        decode("a.txt", "Никол Пашинян заявил".encode("cp1251"))


def test_an_endless_article_is_refused():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            return b"a" * size

    with pytest.raises(InputError, match="more than 16 MB; split it"):
        list(parse("a.txt", Endless()))
    whole = b"a" * MAX_ARTICLE_BYTES
    assert len(next(parse("a.txt", io.BytesIO(whole))).text) == len(whole)
