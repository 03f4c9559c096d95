"""TBX v3, TBX-Basic in DCA style: what a tool for terms most likely reads. Reads every TBX."""

from __future__ import annotations

from reviewer.glossary.exchange import _tbx
from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.exchange._tbx_write import Dialect

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v3, TBX-Basic, DCA style (reads v2 and v3, every style)"
SUFFIXES = (".tbx", ".xml")
write = Dialect(
    'tbx style="dca" type="TBX-Basic" xml:lang="{language}" xmlns="urn:iso:std:iso:30042:ed-2"'
).write


def sniff(head: str, suffix: str) -> int:
    """The root element says so."""
    del suffix
    return 2 if _tbx.sniff(head) else 0
