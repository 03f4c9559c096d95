"""HTML: what of a page is read, where it lies, and how a correction is written there."""

from contextlib import suppress

import pytest

from reviewer import formats
from reviewer.errors import InputError
from reviewer.fixes import corrected
from reviewer.model import Edit


def page(html):
    data = html if isinstance(html, bytes) else html.encode()
    (document,) = formats.parse("a.html", data, format="html")
    return document


def put(document, old, new):
    start = document.text.index(old)
    data = document.bom + document.raw.encode(document.encoding)
    edits = [Edit(start, start + len(old), new)]
    return corrected("a.html", data, [(document, edits)]).decode(document.encoding)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain words", "plain words"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("<p> one \n\t two </p>\n", "one two"),
        ("a <b> b </b> c", "a b c"),
        ("Arc<b>runs</b>", "Arcruns"),
        ("Hovhan<wbr>nisyan", "Hovhannisyan"),
        ("<td>a<td>b", "a\n\nb"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<br>one<br></p>", "one"),
        ("&lt;b&gt; &eacute;&#233;&#xe9; &nosuch; &amp", "<b> ééé &nosuch; &"),
        ("a&nbsp;b", "a\u00a0b"),
        ("a & b < c <3 </ p> d", "a & b < c <3 d"),
        ("<!-- no --><!doctype html><?no?><![CDATA[no]]>a<!-->b<!--->c", "abc"),
        ("<script>no</script ><style>no</style>a", "a"),
        ("<SCRIPT>a</b>no</SCRIPT>b", "b"),
        ("<title>A &amp; <b></title>", "A & <b>"),
        ("<textarea>no <b></textarea>a", "a"),
        ("<template>no</template><svg><text>no</text></svg><noscript>no</noscript>a", "a"),
        ("the <code>x</code> the", "the \ufffc the"),
        ("<pre>no</pre>a", "a"),
        ("<p translate='no'>no<p>yes", "yes"),
        ("<div translate=NO>no <p>no <b translate=yes>no</b></p></div>yes", "yes"),
        ("<li class='x notranslate'>no<li>yes", "yes"),
        ("an <i translate=no>x</i> b", "an \ufffc b"),
        ("<p>a <img alt='Pic &quot;q&quot;'> b</p>c", 'a b\n\nPic "q"\n\nc'),
        ("<a href='x' title=\"T\">l</a>", "l\n\nT"),
        ("<a title=Foo/bar>l</a><a title>m</a>", "lm\n\nFoo/bar"),
        ("<button ARIA-LABEL='Close'>x</button>", "x\n\nClose"),
        ("<i alt=''>a", "a"),
        ("<img alt='AT&TT &amp x'>", "AT&TT &amp x"),
        ("<p>unclosed <b title='", "unclosed"),
        ("<p>unclosed <!-- a", "unclosed"),
        ("a<script>unclosed", "a"),
        ("<?xml version='1.0'?><html><script src='x'/><p>a</p></html>", "a"),
        ("<script src='x'/><p>no", ""),
        ("</p></div>a</b>", "a"),
    ],
)
def test_what_is_read(html, text):
    assert page(html).text == text


@pytest.mark.parametrize(
    ("html", "old", "new", "changed"),
    [
        ("<b>Arcruns</b> Ovan", "Arcruns Ovan", "Artsrun Hov", "<b>Artsrun</b> Hov"),
        ("Arcruns\r\n  Ovan", "Arcruns Ovan", "Artsrun Hov", "Artsrun\r\n  Hov"),
        (
            "<b>Arcruns</b>\n<i>Ovan</i>",
            "Arcruns Ovan",
            "Artsrun Hov",
            "<b>Artsrun</b>\n<i>Hov</i>",
        ),
        ("Arcruns&nbsp;Ovan", "Arcruns\u00a0Ovan", "Artsrun Hov", "Artsrun&nbsp;Hov"),
        ("Arcruns\n Ovan", "Arcruns Ovan", "One", "One"),
        ("R&eacute;sum&eacute; &amp; x", "Résumé", "Resume", "Resume &amp; x"),
        ("x", "x", "R&D <b> \"q\" 'a' é", "R&amp;D &lt;b> \"q\" 'a' é"),
        ('<i title="x">a', "x", "\"q\" 'a' <>&", "<i title=\"&quot;q&quot; 'a' &lt;&gt;&amp;\">a"),
        ("<i title='x'>a", "x", "\"q\" 'a'", "<i title='\"q\" &#39;a&#39;'>a"),
        ("<i title=x>a", "x", "b c=d'e", "<i title=b&#32;c&#61;d&#39;e>a"),
    ],
)
def test_how_it_is_written(html, old, new, changed):
    assert put(page(html), old, new) == changed


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b'<meta charset="windows-1251"><p>\xcf', "cp1251", "П"),
        (b'<meta http-equiv=x content="text/html; charset=ISO-8859-1">\x93a\x94', "cp1252", "“a”"),
        (b'<?xml version="1.0" encoding="koi8-r"?><p>\xf0', "koi8-r", "П"),
        (b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9", "utf-8", "é"),
        (b"<meta charset=utf-16>\xc3\xa9", "utf-8", "é"),
        (b"<p>\xc3\xa9", "utf-8", "é"),
        ("<meta charset=shift_jis>日本".encode("shift_jis"), "shift_jis", "日本"),
    ],
)
def test_encodings(data, encoding, text):
    document = page(data)
    assert (document.encoding, document.text) == (encoding, text)


def test_what_the_encoding_lacks_is_written_as_a_reference():
    document = page(b"<meta charset=latin1>x")
    assert put(document, "x", "Šuša Աբ").endswith("Šuša &#1329;&#1378;")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<p>\xe9t\xe9", "perhaps windows-125"),
        (b"<meta charset=utf-8>\xe9", "is not UTF-8"),
        (b"<meta charset=nonsense>a", "'nonsense', which is not known"),
        (b"<meta charset=iso-2022-jp>a", "cannot be written back"),
        (b"<meta charset=utf-7>a", "cannot be written back"),
        (b"<meta charset=base64>a", "not known"),
        (b"<meta charset=cp1252>\x81", "CP1252"),
    ],
)
def test_what_cannot_be_decoded(data, says):
    with pytest.raises(InputError, match=says) as refused:
        page(data)
    assert str(refused.value).startswith("a.html: ")


@pytest.mark.parametrize(
    "part", ["<!--", "<a ", "<a b='", "&", "<p>", "</p>", "<", "<script>", "<![CDATA["]
)
def test_time_is_linear(part):
    with suppress(InputError):  # nested too deeply
        page(part * 100_000)
