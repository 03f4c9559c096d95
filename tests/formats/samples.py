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
}


def read(format, raw):
    """What a raw piece reads as."""
    if format == "html":
        return re.sub(r"[ \t\n\f\r]+", " ", unescape(raw))
    if format in ("xliff", "tmx"):
        return unescape(raw).replace("\r\n", "\n").replace("\r", "\n")
    if format == "jsonl":
        return json.loads(f'"{raw}"')
    return raw
