"""Whatever the bytes, a format reads them or refuses them with a message."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer import formats
from reviewer.errors import InputError

REAL = {
    "plain": "“Arcruns” said.\r\nŠuša 😀\n".encode(),
    "jsonl": b'{"id": "a", "text": "x\\n\\u0161 \\ud83d\\ude00", "source": "y", "n": [1.5e3, null]}\n'
    b'{"text": "\xc5\xa0 \\"q\\"", "id": 3}\r\n\n',
}
_SPLICES = [
    b"",
    b"\\",
    b'"',
    b"{",
    b"}",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\\ud83d",
    b"\xef\xbb\xbf",
    b",",
]


@pytest.mark.parametrize("name", formats.names())
@given(st.data())
@example(None)
def test_damaged_files(name, data):
    damaged = REAL[name]
    for _ in range(data.draw(st.integers(0, 4)) if data else 0):
        start = data.draw(st.integers(0, len(damaged)))
        end = min(len(damaged), start + data.draw(st.integers(0, 3)))
        splice = data.draw(st.sampled_from(_SPLICES) | st.binary(max_size=3))
        damaged = damaged[:start] + splice + damaged[end:]
    _read(name, damaged)


@pytest.mark.parametrize("name", formats.names())
@given(st.binary())
def test_any_bytes(name, data):
    _read(name, data)


def _read(name, data):
    try:
        documents = list(formats.parse("a", data, format=name))
    except InputError as error:
        message = str(error)
        assert message.startswith("a:")
        assert message.isprintable()
        return
    for document in documents:
        document.text.encode()
        encoded = document.bom + document.raw.encode(document.encoding)
        assert (
            data == encoded if name == "plain" else document.raw.encode(document.encoding) in data
        )
        last = 0
        for piece in document.pieces:
            assert piece.start == last
            assert document.raw[piece.raw_start : piece.raw_end] or piece.start == piece.end
            last = piece.end
        assert last == len(document.text)
