"""A TMX 1.4b translation memory of approved pairs.

A pair is approved where an editor has reviewed the article, nothing in the sentence waits for a
decision, and source and translation are surely each other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from reviewer import __version__
from reviewer.align import SURE, aligned
from reviewer.model import Segment
from reviewer.quality.articles import Article
from reviewer.quality.exchange._units import one_line

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="reviewer" creationtoolversion={version} segtype="sentence" o-tmf="reviewer"\
 adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
"""
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def render(articles: Sequence[Article]) -> str:
    """The approved pairs of the articles as they stand, each once."""
    made: dict[str, None] = {}
    for article in articles:
        for segment in _approved(article):
            target = article.now.text[segment.start : segment.end]
            made[_pair(segment, target)] = None
    head = _HEAD.format(version=quoteattr(__version__))
    return head + "".join(made) + "</body>\n</tmx>\n"


def _approved(article: Article) -> Iterator[Segment]:
    if not article.reviewed:
        return
    found = article.project.check(article.now).findings
    held = article.project.decisions(article.now.path, article.now.record, found)
    waiting = [
        finding
        for finding, decision in zip(found, held, strict=True)
        if finding.severity != "info" and not (decision and decision.action == "reject")
    ]
    for segment in aligned(article.now):
        inside = any(f.start < segment.end and segment.start < f.end for f in waiting)
        if segment.source and segment.source_lang and segment.confidence >= SURE and not inside:
            yield segment


def _pair(segment: Segment, target: str) -> str:
    languages = ((segment.source_lang or "", segment.source or ""), ("en", target))
    variants = "".join(
        f"<tuv xml:lang={quoteattr(_safe(lang))}><seg>{escape(_safe(text))}</seg></tuv>"
        for lang, text in languages
    )
    return f"<tu>{variants}</tu>\n"


def _safe(text: str) -> str:
    """The text on one line without what XML cannot hold."""
    return _NO_XML.sub("\ufffd", one_line(text)).strip()
