"""TBX v3, TBX-Basic in DCT style: data categories as elements of their own."""

from __future__ import annotations

from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.exchange._tbx_write import Dialect, never

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v3, TBX-Basic, DCT style"
SUFFIXES = (".tbx", ".xml")
sniff = never
write = Dialect(
    'tbx style="dct" type="TBX-Basic" xml:lang="{language}" xmlns="urn:iso:std:iso:30042:ed-2"\n'
    '     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"',
    subject="<min:subjectField>{}</min:subjectField>",
    source="<basic:source>{}</basic:source>",
    status="<min:administrativeStatus>{}</min:administrativeStatus>",
).write
