"""Files of every format, and what their raw pieces read as: the ground of the shared tests."""

import json
import re
from html import unescape

HTML = """<!DOCTYPE html>
<html lang="en"><head><title>News &amp; views</title><style>p { color: "<b>" }</style>
<script>if (a < b) document.write("<p>no</p>");</script></head>
<body><h1 title="Arcruns &quot;Ovan&quot;">Fighting  goes on</h1>
<p>Said <b>Arcruns</b> Ovannisyan,\r\n   a <i>spokes</i>man of <code>x</code> the R&eacute;sum&#233;.<br>
Next line&nbsp;here<br/><br/>and a third</p>
<p class=x>An open paragraph & a bare < sign <img src=x alt='Arcruns Ovannisyan'>
<ul><li>one<li translate="no">no<li>two <span class="notranslate">No</span> three</ul>
<pre>code</pre><!-- no --><a title=Foo href="?a=1&copy=2">Šuša</a></body></html>
"""
XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="a.html" source-language="ru" target-language="en" datatype="html"><body>
  <trans-unit id="1"><source>Сказал <g id="1">Арцрун</g> Ованнисян</source>
   <target state="translated">Said <g id="1">Arcruns</g> Ovannisyan &amp; <x id="2"/> sons</target><note>a note</note></trans-unit>
  <trans-unit id="2"><source>Да</source><target><bpt id="3">&lt;b title="<sub>An aside</sub>"></bpt>Yes,<ept id="3">&lt;/b></ept>
\tI said &#x160;u&#x161;a <![CDATA[R & B <i>]]></target><alt-trans><target>No</target></alt-trans></trans-unit>
  <trans-unit id="3"><source>a</source><target state="new">no</target></trans-unit>
  <trans-unit id="4" translate="no"><source>a</source><target>no</target></trans-unit>
 </body></file>
 <file original="b.html" source-language="ru" target-language="en-GB"><body>
  <trans-unit id="1"><source>Ещё</source><target>One more</target></trans-unit></body></file>
</xliff>
"""
XLIFF_2 = """<xliff version="2.1" srcLang="lv" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f1"><unit id="u1"><notes><note>n</note></notes>
<segment state="translated"><source>Viņš <pc id="1">teica</pc></source><target>He <pc id="1">said</pc> <mrk id="m1">Arcruns</mrk> Ovannisyan<ph id="2"/>.</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment state="initial"><source>x</source><target>y</target></segment></unit></file></xliff>
"""
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="lv" datatype="plaintext"/><body>
<tu tuid="1"><tuv xml:lang="lv"><seg>Sacīja <bpt i="1">&lt;b></bpt>Arcruns<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="en-GB"><prop type="x">p</prop><seg>Said <bpt i="1">&lt;b></bpt>Arcruns<ept i="1">&lt;/b></ept> Ovannisyan &amp; <ph x="1"/> sons</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>One <hi>more</hi></seg></tuv><tuv xml:lang="lv"><seg>Vēl</seg></tuv></tu>
<tu><tuv xml:lang="lv"><seg>Vēl</seg></tuv><tuv xml:lang="de"><seg>Noch</seg></tuv></tu></body></tmx>
"""
PO = r"""# A file
msgid ""
msgstr ""
"Language: en_GB\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-Language: lv\n"

#: a.c:1
#, c-format
msgctxt "menu"
msgid "Sacīja \"Arcruns\" %s"
msgstr ""
"Said \"Arcr"
"uns\" Ovannisyan\n"
"\tŠuša %s"
msgid "viens"
msgid_plural "daudzi"
msgstr[0] "one thing"
msgstr[1] "many things"

#, fuzzy
msgid "nē"
msgstr "no"

#~ msgid "vecs"
#~ msgstr "old"
"""
SRT = """1
00:00:01,000 --> 00:00:02,500
<i>Said Arcruns
Ovannisyan,</i> a spokesman

2
00:00:02,600 --> 00:00:04,000 X1:1
{\\an8}for Nikol

3
00:00:04,000 --> 00:00:05,000
Pašinjans.

4
00:00:09,000 --> 00:00:10,000
- Who?
- Him. 1984

"""
VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE no

intro
00:01.000 --> 00:02.000 align:start
<v Roger><c.x>Said</c> R&amp;D <00:01.500>Arcruns
Ovannisyan
"""
MARKDOWN = """---
title: "No"
---

# Fighting *goes* on ##

Said **Arcruns** Ovannisyan,
a [spokesman *of*](https://example.org/a_b "T") the ![Ministry **of** Defence](i.png) `code` & R&amp;D\\
and \\*so\\* on. An open * star, snake_case, [brackets], <i>Italics</i><br>Gone ~~not~~.

> Quoted Arcruns
> Ovannisyan <https://example.org>

- item one
  goes on
  1. nested [ref][r]

[r]: https://example.org

| a | b \\| c |
|---|---|
| Arcruns | *O*vannisyan `x` |

<div>
no
</div>

    code

```
no
```
Set
text
===
"""

SAMPLES = {
    "plain": ["“Arcruns” said.\r\nŠuša 😀 Arcruns\r\nOvannisyan said so.\n".encode()],
    "jsonl": [
        b'{"id": "a", "text": "x\\n\\u0161 \\ud83d\\ude00", "source": "y", "n": [1.5e3, null]}\n',
        b'{"text": "a", "id": 3}\n{"text": "\xc5\xa0 \\"q\\" Arcruns Ovannisyan", "id": "b"}\r\n\n',
    ],
    "html": [
        HTML.encode(),
        b'<meta charset="iso-8859-1"><p>Jos\xe9 &Scaron;u\xf1a said <b>so</b> \x93again\x94',
        b"\xef\xbb\xbf<p>With a mark",
    ],
    "xliff": [
        XLIFF_1.encode(),
        XLIFF_2.encode(),
        b"\xff\xfe" + XLIFF_2.replace("<xliff", '<?xml version="1.0"?><xliff').encode("utf-16-le"),
        XLIFF_1.replace("UTF-8", "windows-1251")
        .replace("<![CDATA[R & B <i>]]>", "Ж")
        .encode("cp1251"),
    ],
    "markdown": [
        MARKDOWN.encode(),
        MARKDOWN.replace("\n", "\r\n").encode("utf-16"),
    ],
    "tmx": [TMX.encode()],
    "po": [
        PO.encode(),
        PO.replace("UTF-8", "windows-1257").replace("\n", "\r\n").encode("cp1257"),
    ],
    "subtitles": [SRT.encode(), SRT.replace("\n", "\r\n").encode("utf-8-sig"), VTT.encode()],
    "tsv": [
        "id\tsource\ttarget\treference\n1\tSacīja\tSaid Arcruns Ovannisyan\tx\n\n"
        '2\t""\t"He ""said"" so"\n3\tk\ta "b" c "d\r\n4\n'.encode(),
        'lv;en\r\nviens;"One; ""two""\r\nthree"\r\nnav;\r\n'.encode("utf-8-sig"),
    ],
}


def read(format, raw):
    """What a raw piece reads as."""
    if format in ("html", "subtitles"):
        return re.sub(r"[ \t\n\f\r]+", " ", unescape(raw))
    if format == "markdown":
        return unescape(re.sub(r"\\([^\w\s])", r"\1", raw))
    if format in ("xliff", "tmx"):
        return unescape(raw).replace("\r\n", "\n").replace("\r", "\n")
    if format in ("jsonl", "po"):
        return json.loads(f'"{raw}"')
    return raw.replace('""', '"') if format == "tsv" else raw
