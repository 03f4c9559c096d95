"""TBX v2 (martif), TBX-Basic: for tools that do not read v3 yet."""

from __future__ import annotations

from reviewer.glossary.exchange._tbx import HOLDS, read
from reviewer.glossary.exchange._tbx_write import Dialect, never

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TBX v2 (martif), TBX-Basic"
SUFFIXES = (".tbx", ".xml")
sniff = never
write = Dialect(
    'martif type="TBX-Basic" xml:lang="{language}"',
    header="martifHeader",
    encoding='    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n',
    concept="termEntry",
    language="langSet",
    word="tig",
).write
