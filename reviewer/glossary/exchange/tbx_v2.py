"""TBX v2 (martif), TBX-Basic: for tools that do not read v3 yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange import _tbx_write
from reviewer.glossary.exchange._entry import Losses, Options
from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.model import Glossary, Term

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v2 (martif), TBX-Basic"
SUFFIXES = (".tbx", ".xml")
_DIALECT = _tbx_write.Dialect(
    head="""<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="{language}">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <sourceDesc><p>Exported by reviewer</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
""",
    tail="    </body>\n  </text>\n</martif>\n",
    concept="termEntry",
    language="langSet",
    word="tig",
    subject='<descrip type="subjectField">{}</descrip>',
    source='<admin type="source">{}</admin>',
    status='<termNote type="administrativeStatus">{}</termNote>',
)


def sniff(head: str, suffix: str) -> int:
    """Never: ``tbx`` reads this version too."""
    del head, suffix
    return 0


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The document in pieces."""
    return _tbx_write.write(_DIALECT, head, terms, losses, options)
