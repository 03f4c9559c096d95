"""JSON Lines: exact places, odd records, bad lines."""

import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import InputError
from reviewer.formats import jsonl


def parse(data, note=lambda message: None):
    data = data.encode() if isinstance(data, str) else data
    return list(jsonl.parse("a.jsonl", io.BytesIO(data), note))


def one(line):
    (document,) = parse(line)
    return document


@pytest.mark.parametrize(
    ("line", "text", "raw"),
    [
        (r'{"text": "Yerevan"}', "Yerevan", "Yerevan"),
        (r'{"text":""}', "", ""),
        (r'{"te\u0078t" : "a"}', "a", "a"),
        (r'{"text": "no", "text": "last"}', "last", "last"),
        (r'{"x": {"text": "in"}, "y": ["text", "q\"]"], "text": "out"}', "out", "out"),
        (r'{"x": "\"text\": \"no\"", "text": "yes", "z": null}', "yes", "yes"),
        ('\t{ "text"\t:\r "a" , "n": 1e5 } ', "a", "a"),
        (r'{"text": "a\nb\"\\\/"}', 'a\nb"\\/', r"a\nb\"\\\/"),
        (r'{"text": "\u0160u\u0161a"}', "Šuša", r"\u0160u\u0161a"),
        (r'{"text": "\ud83D\uDE00!"}', "😀!", r"\ud83D\uDE00!"),
        ('{"text": "😀!"}', "😀!", "😀!"),
        ('{"n": ' + "9" * 5000 + ', "text": "a"}', "a", "a"),
    ],
)
def test_the_text_and_its_place(line, text, raw):
    document = one(line)
    assert document.text == text
    ((start, end),) = document.raw_ranges(0, len(text))
    assert document.raw == line
    assert document.raw[start:end] == raw


def test_each_escape_is_one_code_point():
    document = one(r'{"text": "a\n\u0161\ud83d\ude00b"}')
    raws = [document.raw[slice(*document.raw_ranges(i, i + 1)[0])] for i in range(5)]
    assert raws == ["a", r"\n", r"\u0161", r"\ud83d\ude00", "b"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (r"\ud83d!", "\ufffd!"),
        (r"\ude00\ud83d", "\ufffd\ufffd"),
        (r"\ud83d\ud83d\ude00", "\ufffd😀"),
        (r"\ud83d\n", "\ufffd\n"),
    ],
)
def test_lone_surrogates_can_be_shown_and_stay_in_the_file(raw, shown):
    document = one(f'{{"text": "{raw}", "id": "{raw}", "source": "{raw}"}}')
    assert document.text == document.record == document.segments[0].source == shown
    document.text.encode()
    ((start, end),) = document.raw_ranges(0, len(shown))
    assert document.raw[start:end] == raw


@given(st.text(), st.booleans(), st.dictionaries(st.text(), st.integers() | st.text()))
def test_every_place_decodes_to_its_text(text, ascii_only, others):
    others = {key: value for key, value in others.items() if key not in ("id", "source", "text")}
    line = json.dumps({**others, "text": text, "z": {"text": "no"}}, ensure_ascii=ascii_only)
    document = one(line)
    assert document.text == text
    for start in range(len(text)):
        ((low, high),) = document.raw_ranges(start, start + 1)
        assert json.loads(f'"{document.raw[low:high]}"') == text[start]


@given(st.text(), st.booleans())
def test_an_escaped_replacement_reads_back(replacement, ascii_only):
    document = one('{"text": "a"}' if ascii_only else '{"text": "ā"}')
    escaped = jsonl.escape(replacement, document, 0)
    assert json.loads(f'"{escaped}"') == replacement
    assert escaped.isascii() or not ascii_only


def test_records_know_their_place_in_the_file():
    data = b'\xef\xbb\xbf{"id":"a","text":"\xc5\xa1"}\r\n\r\n  \n{"id":"b","text":"x"}'
    documents = parse(data)
    assert [(d.record, d.raw_line, d.newline) for d in documents] == [
        ("a", 1, "\r\n"),
        ("b", 4, "\n"),
    ]
    text = data.decode("utf-8-sig")
    for document in documents:
        assert text.startswith(document.raw, document.raw_start)
        assert document.bom == b"\xef\xbb\xbf"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings(encoding):
    text = '{"text":"ā\u0a0a"}\n{"text":"b"}\n'
    documents = parse(text.encode(encoding))
    assert [d.text for d in documents] == ["ā\u0a0a", "b"]
    assert text.startswith(documents[1].raw, documents[1].raw_start)


@pytest.mark.parametrize(
    ("lines", "records", "says"),
    [
        (['{"id": "a", "text": ""}', '{"id": "b", "text": ""}'], ["a", "b"], []),
        (['{"text": ""}', '{"text": ""}'], ["1", "2"], ["line 1: a missing id"]),
        (['{"id": "a", "text": ""}'] * 3, ["a", "2", "3"], ["line 2: a repeated id"]),
        (['{"id": 7, "text": ""}'], ["1"], ["line 1: an id that is not a string"]),
        (['{"id": null, "text": ""}'], ["1"], ["line 1: an id that is not a string"]),
        (['{"id": "", "text": ""}'], ["1"], ["line 1: an id that is not a string"]),
        (['{"id": "2", "text": ""}', '{"text": ""}'], ["2", "line 2"], ["line 2: a missing id"]),
        (['{"id": "a", "text": "", "source": 5}'], ["a"], ['"source" that is not a string']),
    ],
)
def test_ids(lines, records, says):
    notes = []
    assert [d.record for d in parse("\n".join(lines), notes.append)] == records
    assert len(notes) == len(says)
    for note, words in zip(notes, says, strict=True):
        assert note.startswith("a.jsonl: ")
        assert words in note


def test_source_and_reference():
    (segment,) = one(
        '{"text": "a b", "source": "x", "source_lang": "lv", "reference": "y"}'
    ).segments
    assert (segment.start, segment.end) == (0, 3)
    assert (segment.source, segment.source_lang, segment.reference) == ("x", "lv", "y")
    assert one('{"text": "a", "source": null}').segments == ()


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        ("nonsense", 1, "expecting '{'"),
        ('["text"]', 1, "expecting '{'"),
        ('{"text": "a"', 13, "expecting '}'"),
        ('{"text": "a",}', 14, "Expecting value"),
        ('{"text": "a"} {"text": "b"}', 15, "more after the object's end"),
        ('{"text" "a"}', 9, "expecting ':'"),
        ('{"text": "a', 10, "Unterminated string"),
        ('{"text": "a\tb"}', 12, "Invalid control character;"),
        ("{'text': 'a'}", 2, "Expecting value"),
        ('{1: 2, "text": "a"}', 2, "expecting a key in double quotes"),
        (r'{"text": "\x"}', 11, "escape"),
        ("{", 2, "Expecting value"),
        ('{"x": ' + "[" * 100_000, 1, "nested too deeply"),
        ("{}", 1, 'no "text" (keys: none)'),
        ('{"id": "a", "body": "b"}', 1, "no \"text\" (keys: 'id', 'body')"),
        ('{"text": null}', 10, '"text" is not a string'),
        ('{"text": ["a"]}', 10, '"text" is not a string'),
    ],
)
def test_a_bad_line_is_named(line, column, says):
    with pytest.raises(InputError) as refused:
        parse('{"text": "good"}\n\n' + line)
    assert str(refused.value).startswith(f"a.jsonl:3:{column}: ")
    assert says in str(refused.value)


def test_bad_bytes_are_named_by_their_place_in_the_file():
    with pytest.raises(InputError, match=r"a\.jsonl: byte 24 \(0xe9\)"):
        parse(b'{"text": "a"}\n{"text": "\xe9"}')
    with pytest.raises(InputError, match=r"looks binary \(a NUL at byte 14"):
        parse(b'{"text": "a"}\n\0')


def test_what_comes_before_a_bad_line_was_read():
    documents = jsonl.parse("a.jsonl", io.BytesIO(b'{"text": "a"}\n{'))
    assert next(documents).text == "a"
    with pytest.raises(InputError):
        next(documents)


def test_a_long_file_is_read_in_little_memory():
    line = json.dumps({"text": "word " * 2000, "other": "x" * 10_000}).encode() + b"\n"

    class Many(io.RawIOBase):
        left = 1000  # 20 MB

        def readable(self):
            return True

        def readinto(self, buffer):
            if not self.left:
                return 0
            self.left -= 1
            buffer[: len(line)] = line
            return len(line)

    stream = io.BufferedReader(Many(), buffer_size=len(line))
    tracemalloc.start()
    assert sum(1 for _ in jsonl.parse("a.jsonl", stream)) == 1000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_an_endless_line_is_refused():
    with pytest.raises(InputError, match=r"a\.jsonl:2: an article of more than 16 MB"):
        parse(b'{"text": "a"}\n{"text": "' + b"a" * (17 * 1024**2) + b'"}')
