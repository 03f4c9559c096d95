"""TMX: which variants are translations into English, and of what."""

import pytest

from reviewer import formats
from reviewer.errors import InputError

FILE = '<tmx version="1.4"><header srclang="{}"/><body>{}</body></tmx>'


def tuv(lang, text):
    return f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>'


def unit(*variants, attributes=""):
    return f"<tu {attributes}>{''.join(tuv(*variant) for variant in variants)}</tu>"


def parse(text, note=lambda message: None):
    (document,) = formats.parse("a.tmx", text.encode(), format="tmx", note=note)
    found = [(document.text[s.start : s.end], s.source, s.source_lang) for s in document.segments]
    return document, found


@pytest.mark.parametrize(
    ("header", "units", "segments"),
    [
        ("lv", unit(("lv", "a"), ("en", "b")), [("b", "a", "lv")]),
        ("lv", unit(("en-US", "b"), ("LV", "a")), [("b", "a", "lv")]),
        ("lv", unit(("lv-LV", "a"), ("EN", "b")), [("b", "a", "lv")]),
        ("*all*", unit(("ru", "a"), ("en", "b"), ("de", "c")), [("b", "a", "ru")]),
        ("en", unit(("ru", "a"), ("en", "b"), attributes='srclang="ru"'), [("b", "a", "ru")]),
        (
            "lv",
            unit(("lv", "a"), ("en-GB", "b"), ("en-US", "c")),
            [("b", "a", "lv"), ("c", "a", "lv")],
        ),
        ("en", unit(("en", "a"), ("lv", "b")), []),
        ("lv", unit(("lv", "a"), ("de", "b")), []),
        ("lv", unit(("lv", "a"), ("en", "")), []),
    ],
)
def test_which_variants_are_read(header, units, segments):
    document, found = parse(FILE.format(header, units))
    assert found == segments
    assert document.text == "\n\n".join(text for text, _, _ in segments)


@pytest.mark.parametrize(
    ("seg", "text"),
    [
        ("a <bpt i='1'>&lt;b></bpt>b<ept i='1'>&lt;/b></ept>", "a b"),
        ("a <hi>b</hi><ph>x</ph>", "a b\ufffc"),
        ("a<it pos='begin'>x</it><ut>y</ut>b", "ab"),
        ("a<ph>x<sub>c</sub></ph>", "a\ufffc\n\nc"),
        ("a<ph type='lb'/>b", "a\nb"),
    ],
)
def test_inline_codes(seg, text):
    document, _ = parse(FILE.format("lv", unit(("lv", "x"), ("en", seg))))
    assert document.text == text


def test_other_languages_are_said():
    notes = []
    parse(FILE.format("en", unit(("en", "a"), ("lv", "b")) * 2), notes.append)
    assert notes == ["a.tmx: 2 units hold no translation into English; they are not checked"]


def test_another_kind_of_xml_is_refused():
    with pytest.raises(InputError, match="no <tmx> element"):
        parse("<xliff/>")
