"""Documents: how text lies in the file, and how edits are dealt out to it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import FixError
from reviewer.model import Document, Edit, Piece, deal, fingerprint

_PART = re.compile(r"<[^>]*>|&amp;|\|\||[^<&|]+")


def marked(raw):
    """A document of toy markup: tags are no text, ``&amp;`` is &, ``||`` a line break of no raw."""
    text, pieces = "", []
    for match in _PART.finditer(raw):
        part = match.group()
        if part.startswith("<"):
            continue
        if part == "||":
            text += "\n\n"
            continue
        shown = "&" if part == "&amp;" else part
        pieces.append(Piece(len(text), len(text) + len(shown), *match.span()))
        text += shown
    return Document(path="a", text=text, raw=raw, pieces=tuple(pieces))


def dealt(raw, old, new):
    """The raw after the edit."""
    document = marked(raw)
    start = document.text.index(old)
    for low, high, part, *_ in reversed(deal(document, Edit(start, start + len(old), new))):
        raw = raw[:low] + part + raw[high:]
    return raw


@pytest.mark.parametrize(
    ("raw", "old", "raws"),
    [
        ("Arcruns said", "said", ["said"]),
        ("<b>Arcruns</b> Ovan", "Arcruns Ovan", ["Arcruns", " Ovan"]),
        ("a &amp; b", "a & b", ["a &amp; b"]),
        ("a &amp; b", "&", ["&amp;"]),
        ("a &amp; b", " b", [" b"]),
        ("one||two", "one\n\ntwo", ["one", "two"]),
        ("one||two", "\n\n", []),
        ("<b>a</b><i>b</i>", "b", ["b"]),
        ("<b>a</b><i>b</i>", "ab", ["a", "b"]),
    ],
)
def test_raw_ranges(raw, old, raws):
    document = marked(raw)
    start = document.text.index(old)
    end = start + len(old)
    assert [raw[low:high] for low, high in document.raw_ranges(start, end)] == raws
    assert len(document.text_ranges(start, end)) == len(raws)


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("Arcruns Ovan", "Arcruns", "Artsrun", "Artsrun Ovan"),
        ("<b>Arc</b> Ovan.", "Arc Ovan", "Art Hovhan", "<b>Art</b> Hovhan."),
        ("<b>Arc </b>Ovan", "Arc Ovan", "Art Hovhan", "<b>Art </b>Hovhan"),
        ("<b>Arc</b><i> </i>Ovan", "Arc Ovan", "Art Hovhan", "<b>Art</b><i> </i>Hovhan"),
        ("<b>A</b>rc Ovan", "Arc Ovan", "Art Hovhan", "<b>Art</b> Hovhan"),
        ("A<b>rc O</b>van", "Arc Ovan", "Art Hovhan", "Art<b> Hovhan</b>"),
        ("<b>Arc</b> Ovan", "Arc Ovan", "Art", "<b>Art</b>"),
        ("<b>Arc</b> Ovan", "Arc Ovan", "Art van Ho", "<b>Art</b> van Ho"),
        ("<b>Arc</b> Ovan", "Arc Ovan", "", "<b></b>"),
        ("<b>Arc</b> <i>Ov</i>", "Arc Ov", "Art  Ho", "<b>Art</b>  <i>Ho</i>"),
        ("Arc||Ov", "Arc\n\nOv", "Art Ho", "Art||Ho"),
        ("Arc||Ov", "Arc\n\nOv", "Art", "Art||"),
        ("a &amp; b", "&", "and", "a and b"),
    ],
)
def test_words_stay_in_their_markup(raw, old, new, expected):
    assert dealt(raw, old, new) == expected


@given(
    st.lists(st.sampled_from(["Arc", "Ov an", " ", "<b>", "</b>", "&amp;", "é"]), min_size=1),
    st.lists(st.sampled_from(["Art", "Hovhan", "x"])),
    st.data(),
)
def test_what_is_dealt_out_is_the_replacement(parts, new, data):
    document = marked("".join(parts))
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    replacement = " ".join(new)
    pieces = deal(document, Edit(start, end, replacement))
    assert "".join(part.text for part in pieces) == replacement
    assert [p[:2] for p in pieces] == sorted(p[:2] for p in pieces)
    assert [(part.raw_start, part.raw_end) for part in pieces] == list(
        document.raw_ranges(start, end)
    )


@given(st.lists(st.sampled_from(["Arc", " ", "<b>", "&amp;", "||", "\r\n"])), st.data())
def test_raw_ranges_decode_to_the_text(parts, data):
    document = marked("".join(parts))
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    raws = [document.raw[low:high] for low, high in document.raw_ranges(start, end)]
    shown = "".join(document.text[low:high] for low, high in document.text_ranges(start, end))
    assert "".join(raws).replace("&amp;", "&") == shown
    if "||" not in document.raw:
        assert shown == document.text[start:end]


def test_offsets_of_an_empty_document():
    for document in (Document.plain(""), Document(path="a", text="", raw="<b>", pieces=())):
        assert document.raw_ranges(0, 0) == ((0, 0),)
        assert not document.inside_atom(0)


@pytest.mark.parametrize(
    ("document", "edit", "says"),
    [
        (marked("one||two"), Edit(3, 5, "x"), "between two segments"),
        (Document.plain("one", "a"), Edit(2, 9, "x"), "not in the text"),
        (
            Document(
                "a", "a<=b", "a&x;b", (Piece(0, 1, 0, 1), Piece(1, 3, 1, 4), Piece(3, 4, 4, 5))
            ),
            Edit(2, 4, "x"),
            "cuts through an escaped character",
        ),
    ],
)
def test_edits_that_have_no_place(document, edit, says):
    with pytest.raises(FixError, match=says) as refused:
        deal(document, edit)
    assert str(refused.value).startswith("a: the span")


def test_fingerprints():
    assert fingerprint("names", "a") == fingerprint("names", "a")
    assert len({fingerprint(*p) for p in [("names", "a"), ("phrases", "a"), ("names", "b")]}) == 3
    assert len(fingerprint("names", "\ud83d")) == 16
