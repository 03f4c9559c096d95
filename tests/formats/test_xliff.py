"""XLIFF: which targets are read, through which codes, beside which source."""

import pytest

from reviewer import formats
from reviewer.errors import InputError
from reviewer.fixes import corrected
from reviewer.model import Edit

ONE = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
    ' source-language="ru" target-language="{}"><body>{}</body></file></xliff>'
)
TWO = (
    '<xliff version="2.1" srcLang="ru" trgLang="{}" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
    '<file id="f"><unit id="u">{}</unit></file></xliff>'
)
MATCHES = (
    "<m:matches xmlns:m='urn:m'><m:match><source>a</source><target>b</target></m:match></m:matches>"
)


def parse(text, note=lambda message: None):
    return list(formats.parse("a.xlf", text.encode(), format="xliff", note=note))


def unit(target, attributes="", source="S"):
    return f"<trans-unit id='1' {attributes}><source>{source}</source>{target}</trans-unit>"


def segment(target, attributes=""):
    return f"<segment {attributes}><source>S</source>{target}</segment>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (unit("<target>a</target>"), "a"),
        (unit("<target state='translated'>a</target>"), "a"),
        (unit("<target state='needs-review-translation'>a</target>"), "a"),
        (unit("<target state='new'>a</target>"), ""),
        (unit("<target state='needs-translation'>a</target>"), ""),
        (unit("<target/>"), ""),
        (unit(""), ""),
        (unit("<target>a</target>", "translate='no'"), ""),
        (f"<group translate='no'>{unit('<target>a</target>')}</group>", ""),
        (
            "<group translate='no'>" + unit("<target>a</target>", "translate='yes'") + "</group>",
            "a",
        ),
        (unit("<target>a</target><alt-trans><target>b</target></alt-trans><note>c</note>"), "a"),
        (unit("<seg-source>no</seg-source><target><mrk mtype='seg' mid='1'>a</mrk></target>"), "a"),
        (unit("<target>a<g id='1'>b<g id='2'>c</g></g></target>"), "abc"),
        (unit("<target>a<bpt id='1'>&lt;b></bpt>b<ept id='1'>&lt;/b></ept></target>"), "ab"),
        (unit("<target>a<it id='1' pos='open'>x</it><bx id='2'/>b<ex id='2'/></target>"), "ab"),
        (unit("<target>a <x id='1'/>, <ph id='2'>{0}</ph></target>"), "a \ufffc, \ufffc"),
        (unit("<target>a<x id='1' ctype='lb'/>b</target>"), "a\nb"),
        (unit("<target>a<x id='1' ctype='bold'/>b</target>"), "ab"),
        (unit("<target>a<x id='1' ctype='x-strong'/>b<x id='2' ctype='x-p'/>c</target>"), "ab\nc"),
        (
            unit("<target>a<x id='1' ctype='x-img'/>b<x id='2' ctype='x-y'/></target>"),
            "a\ufffcb\ufffc",
        ),
        (unit("<target>a<ph id='1'>x<sub>alt</sub>y</ph>b</target>"), "a\ufffcb\n\nalt"),
        (unit("<target>&lt;b>Arc&lt;/b>runs&lt;br/>a &lt; b</target>"), "Arcruns\na < b"),
        (unit("<target><![CDATA[<p class='x'>a <i>b</i></p>]]></target>"), "a b"),
        (unit("<target>a &amp;&#233;<![CDATA[<x>]]></target>"), "a &é<x>"),
    ],
)
def test_version_1(inner, text):
    (document,) = parse(ONE.format("en", inner))
    assert document.text == text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (segment("<target>a</target>"), "a"),
        (segment("<target>a</target>", "state='reviewed'"), "a"),
        (segment("<target>a</target>", "state='initial'"), ""),
        (f"<notes><note>n</note></notes>{segment('<target>a</target>')}", "a"),
        ("<ignorable><source> </source><target> x</target></ignorable>", ""),
        (MATCHES + segment("<target>c</target>"), "c"),
        (segment("<target>a<pc id='1'>b</pc><mrk id='2'>c</mrk></target>"), "abc"),
        (segment("<target>a<sc id='1'/>b<ec/><cp hex='0001'/></target>"), "ab"),
        (segment("<target>a <ph id='1'/> b</target>"), "a \ufffc b"),
        (segment("<target>a<ph id='1' type='fmt' subType='xlf:lb'/>b</target>"), "a\nb"),
        (segment("<target>a<ph id='1' type='fmt' subType='xlf:b'/>b</target>"), "ab"),
    ],
)
def test_version_2(inner, text):
    (document,) = parse(TWO.format("en-GB", inner))
    assert document.text == text


def test_each_target_lies_beside_its_source():
    source = "Один <g id='1'>&amp;</g> <x id='2'/>"
    inner = unit("<target>One</target>", source=source) + unit("<target>Two</target>", source="")
    (document,) = parse(ONE.format("en", inner))
    assert document.text == "One\n\nTwo"
    (segment,) = document.segments
    assert (segment.start, segment.end) == (0, 3)
    assert (segment.source, segment.source_lang) == ("Один & \ufffc", "ru")
    (document,) = parse(
        TWO.format("en", "<segment><source>Да</source><target>Yes</target></segment>")
    )
    assert [(s.source, s.source_lang) for s in document.segments] == [("Да", "ru")]


def test_each_file_is_an_article_of_its_own():
    part = '<file original="{}" source-language="ru" target-language="{}"><body>{}</body></file>'
    target = unit("<target>a</target>")
    files = [("x", "en"), ("y", "de"), ("x", "en"), ("", "en")]
    inner = "\n".join(part.format(name, lang, target) for name, lang in files)
    text = f"<xliff version='1.2'>\n{inner}</xliff>"
    notes = []
    found = parse(text, notes.append)
    assert [d.record for d in found] == ["x", "3", "4"]
    assert [(d.raw_line, d.raw_column) for d in found] == [(2, 1), (4, 1), (5, 1)]
    for document in found:
        assert text.startswith(document.raw, document.raw_start)
        assert document.raw.startswith("<file ")
        assert document.raw.endswith("</file>")
        ((low, high),) = document.raw_ranges(0, 1)
        assert document.raw[low:high] == "a"
    (note,) = notes
    assert note == "a.xlf [y]: its target language is 'de'; only English is checked"


def test_files_are_told_apart_whatever_they_are_called():
    found = parse("<xliff>" + "<file original='3'/>" * 2 + "<file><file/></file></xliff>")
    assert [d.record for d in found] == ["3", "2", "file 3"]
    assert found[2].raw == "<file><file/></file>"


@pytest.mark.parametrize(
    ("lang", "read"), [("en", 1), ("EN_us", 1), ("", 1), ("de", 0), ("enm", 0)]
)
def test_the_target_language(lang, read):
    assert len(parse(ONE.format(lang, ""))) == len(parse(TWO.format(lang, ""))) == read


@pytest.mark.parametrize(
    ("target", "old", "new", "changed"),
    [
        ("<g id='1'>Arcruns</g> Ov", "Arcruns Ov", "Artsrun Hov", "<g id='1'>Artsrun</g> Hov"),
        ("A &amp; B", "A & B", "R&D <", "R&amp;D &lt;"),
        ("<![CDATA[A & B]]>", "A & B", "R&D <]]>", "<![CDATA[R&D <]]]]><![CDATA[>]]>"),
        ("A <x id='1'/> B", "A \ufffc B", "C D", "C <x id='1'/> D"),
        ("A\r\n  B", "A\n  B", "C D", "C\r\n  D"),
    ],
)
def test_how_it_is_written(target, old, new, changed):
    text = ONE.format("en", unit(f"<target>{target}</target>"))
    (document,) = parse(text)
    assert document.text == old
    edits = [Edit(0, len(old), new)]
    written = corrected("a.xlf", text.encode(), [(document, edits)]).decode()
    assert written == text.replace(target, changed)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<xliff><file></xliff>", r"a\.xlf:1:16: not well-formed XML: mismatched tag"),
        ("<tmx/>", "no <xliff> element"),
        ("", "no element found"),
        ("<?xml version='1.0' encoding='klingon'?><xliff/>", "'klingon', which is not known"),
    ],
)
def test_what_is_refused(text, says):
    with pytest.raises(InputError, match=says):
        parse(text)
