"""Plain text is read as it stands."""

import io

from hypothesis import given
from hypothesis import strategies as st

from reviewer.formats import plain


def read(data):
    (document,) = plain.parse("a.txt", io.BytesIO(data))
    return document


def test_line_ends_stay():
    document = read(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert document.text == document.raw == "one\r\ntwo\rthree\n"
    assert (document.bom, document.record, document.segments) == (b"\xef\xbb\xbf", None, ())
    assert document.raw_ranges(5, 8) == ((5, 8),)


def test_an_empty_file_is_an_empty_article():
    document = read(b"")
    assert document.text == ""
    assert document.raw_ranges(0, 0) == ((0, 0),)


@given(st.text().filter(lambda text: "\0" not in text), st.sampled_from(["utf-8", "utf-16-le"]))
def test_reading_loses_nothing(text, encoding):
    bom = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe"}[encoding]
    data = bom + text.encode(encoding)
    document = read(data)
    assert document.bom + document.raw.encode(document.encoding) == data
