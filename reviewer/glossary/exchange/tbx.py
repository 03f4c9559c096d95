"""TBX v3, TBX-Basic in DCA style: what a tool for terms most likely reads. Reads every TBX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange import _tbx, _tbx_write
from reviewer.glossary.exchange._entry import Losses, Options
from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.model import Glossary, Term

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v3, TBX-Basic, DCA style (reads v2 and v3, every style)"
SUFFIXES = (".tbx", ".xml")
_DIALECT = _tbx_write.Dialect(
    head="""<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="{language}" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <sourceDesc><p>Exported by reviewer</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
""",
    tail="    </body>\n  </text>\n</tbx>\n",
    concept="conceptEntry",
    language="langSec",
    word="termSec",
    subject='<descrip type="subjectField">{}</descrip>',
    source='<admin type="source">{}</admin>',
    status='<termNote type="administrativeStatus">{}</termNote>',
)


def sniff(head: str, suffix: str) -> int:
    """The root element says so."""
    del suffix
    return 2 if _tbx.sniff(head) else 0


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The document in pieces."""
    return _tbx_write.write(_DIALECT, head, terms, losses, options)
