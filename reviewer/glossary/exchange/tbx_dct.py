"""TBX v3, TBX-Basic in DCT style: data categories as elements of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange import _tbx_write
from reviewer.glossary.exchange._entry import Losses, Options
from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.model import Glossary, Term

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v3, TBX-Basic, DCT style"
SUFFIXES = (".tbx", ".xml")
_DIALECT = _tbx_write.Dialect(
    head="""<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="{language}" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
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
    subject="<min:subjectField>{}</min:subjectField>",
    source="<basic:source>{}</basic:source>",
    status="<min:administrativeStatus>{}</min:administrativeStatus>",
)


def sniff(head: str, suffix: str) -> int:
    """Never: ``tbx`` reads this style too."""
    del head, suffix
    return 0


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The document in pieces."""
    return _tbx_write.write(_DIALECT, head, terms, losses, options)
