"""What every format owes: exact places, bytes left alone, errors that say what to do."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import formats
from reviewer.errors import InputError
from reviewer.fixes import corrected
from tests.formats.properties import documents, edited, hold, placed, spans
from tests.formats.samples import SAMPLES, read

EVERY = [(name, number) for name in SAMPLES for number in range(len(SAMPLES[name]))]
XML = ("xliff", "tmx")


def test_every_format_has_samples():
    assert set(SAMPLES) == set(formats.names())


@pytest.mark.parametrize(("name", "number"), EVERY)
def test_samples_read(name, number):
    data = SAMPLES[name][number]
    found = documents(name, data)
    assert found
    placed(found, data)
    assert all(document.format.partition(":")[0] == name for document in found)
    assert corrected("a", data, [(document, []) for document in found]) == data
    for document in found:
        assert document.text
        for piece in document.pieces:
            raw = document.raw[piece.raw_start : piece.raw_end]
            assert read(name, raw) == document.text[piece.start : piece.end]


@pytest.mark.parametrize(("name", "number"), EVERY)
@given(st.data())
def test_one_edit_changes_its_span_alone(name, number, data):
    content = SAMPLES[name][number]
    document = data.draw(st.sampled_from(documents(name, content)))
    rng = data.draw(st.randoms(use_true_random=False))
    letters = "abcŠé'\"&<>[]*_`\\|,;-. \u00a0€ж"
    word = st.text(letters, min_size=1, max_size=8).map(str.strip).filter(bool)
    new = "A" + data.draw(word)
    if document.encoding not in ("utf-8", "utf-16-le") and name not in (*XML, "html"):
        new = new.encode(document.encoding, "ignore").decode(document.encoding)
    if name in ("xliff", "tmx", "po", "subtitles"):  # where tags as text are none
        new = new.replace("<", "")
    for start, end in spans(document, rng, 1):
        if name == "markdown":  # an emphasis that loses its words would be two asterisks
            new = " ".join(
                ["word"] * (len(document.text[start:end].split()) - 1) + ["A" + new[1:] + "a"]
            )
        assert edited(document, content, start, end, new)


@pytest.mark.parametrize("name", SAMPLES)
@given(st.data())
def test_damaged_files(name, data):
    damaged = data.draw(st.sampled_from(SAMPLES[name]))
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        end = min(len(damaged), start + data.draw(st.integers(0, 9)))
        damaged = damaged[:start] + data.draw(_splices(name)) + damaged[end:]
    hold(name, damaged, random.Random(0))


def _splices(name):
    marks = [
        b"",
        b"\\",
        b'"',
        b"{",
        b"\n",
        b"\r",
        b"\0",
        b"\xff",
        b"\\ud83d",
        b"\xef\xbb\xbf",
        b",",
    ]
    marks += [
        b"<",
        b">",
        b"&",
        b"&#1;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"'",
        b"</p>",
        b"<b>",
        b"\t",
    ]
    return st.sampled_from(marks) | st.binary(max_size=3)


@pytest.mark.parametrize("name", SAMPLES)
@given(st.binary())
def test_any_bytes(name, data):
    found = documents(name, data)
    if found:
        placed(found, data)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "jsonl"])
def test_an_endless_article_is_refused(name):
    with pytest.raises(InputError, match="more than 16 MB; split it"):
        list(formats.parse("a", b"a" * (17 * 1024**2), format=name))


@pytest.mark.parametrize("name", [name for name in SAMPLES if name in XML])
@pytest.mark.parametrize(
    ("doctype", "says"),
    [
        ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', "declares an entity"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "declares an entity"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>', "declares an entity"),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">', "entity 'b' is not declared"),
        ("", "undefined entity"),
    ],
)
def test_xml_entities_are_refused(name, doctype, says):
    with pytest.raises(InputError, match=says):
        list(formats.parse("a", f"{doctype}<{name}>&b;</{name}>".encode(), format=name))


@pytest.mark.parametrize("name", [name for name in SAMPLES if name in (*XML, "html")])
def test_deep_nesting_is_refused(name):
    with pytest.raises(InputError, match="elements inside each other"):
        list(formats.parse("a", b"<xliff>" + b"<div>" * 10_000, format=name))


@pytest.mark.parametrize("part", [b"> ", b"- ", b"1. ", b"> 1. - "])
def test_deep_quotes_and_lists_are_refused(part):
    with pytest.raises(InputError, match="quotes or lists inside each other"):
        list(formats.parse("a", b"a\n\n" + part * 10_000 + b"x", format="markdown"))
