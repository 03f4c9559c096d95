"""Which script a text is written in, as an ISO 15924 code."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

# First code points of the blocks that letters of names come from (Unicode 16, Blocks.txt and
# Scripts.txt), each valid up to the next entry.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, "Latn"),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0800, "Zzzz"),
    (0x0860, "Syrc"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, "Cher"),
    (0x1400, "Cans"),
    (0x1680, "Zzzz"),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x18B0, "Zzzz"),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1CC0, "Zzzz"),
    (0x1D00, "Latn"),
    (0x1D26, "Grek"),
    (0x1D2B, "Cyrl"),
    (0x1D2C, "Latn"),
    (0x1D78, "Cyrl"),
    (0x1D79, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, "Latn"),
    (0x2100, "Zyyy"),
    (0x212A, "Latn"),
    (0x212C, "Zyyy"),
    (0x2C60, "Latn"),
    (0x2C80, "Copt"),
    (0x2D00, "Geor"),
    (0x2D30, "Tfng"),
    (0x2D80, "Ethi"),
    (0x2DE0, "Cyrl"),
    (0x2E00, "Zzzz"),
    (0x2E80, "Hani"),
    (0x3040, "Hira"),
    (0x30A0, "Kana"),
    (0x3100, "Bopo"),
    (0x3130, "Hang"),
    (0x3190, "Hani"),
    (0x31F0, "Kana"),
    (0x3200, "Zzzz"),
    (0x3400, "Hani"),
    (0xA000, "Yiii"),
    (0xA4D0, "Zzzz"),
    (0xA640, "Cyrl"),
    (0xA6A0, "Zzzz"),
    (0xA720, "Latn"),
    (0xA800, "Zzzz"),
    (0xAB30, "Latn"),
    (0xAB70, "Cher"),
    (0xABC0, "Zzzz"),
    (0xAC00, "Hang"),
    (0xD7FC, "Zzzz"),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, "Zzzz"),
    (0xFE70, "Arab"),
    (0xFEFF, "Zzzz"),
    (0xFF21, "Latn"),
    (0xFF66, "Kana"),
    (0xFFA0, "Hang"),
    (0xFFE0, "Zzzz"),
    (0x20000, "Hani"),
    (0x32000, "Zzzz"),
)
_STARTS = [start for start, _ in _BLOCKS]
_LATIN = frozenset({"Latn"})
_JAPANESE = frozenset({"Hani", "Hira", "Kana"})
_KOREAN = frozenset({"Hani", "Hang"})


def scripts_of(text: str) -> frozenset[str]:
    """The ISO 15924 codes of the letters of a text; of letters it does not know, ``Zzzz``."""
    if text.isascii():
        return _LATIN if any(map(str.isalpha, text)) else frozenset()
    return frozenset(
        _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]
        for char in set(text)
        if char.isalpha() and not "\u02b0" <= char <= "\u02ff"
    )


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of a text's letters: ``Latn``, ``Cyrl``, ``Armn``, ``Geor``, ``Grek``, ``Arab`` …

    ``Jpan`` and ``Kore`` where kana or hangul stand with Chinese characters, ``Zyyy`` where there
    is no letter, ``mixed`` where letters of several scripts stand together. Simplified and
    traditional characters are both ``Hani``.
    """
    found = scripts_of(text)
    if not found:
        return "Zyyy"
    if len(found) == 1:
        return next(iter(found))
    if found <= _JAPANESE:
        return "Jpan"
    return "Kore" if found <= _KOREAN else "mixed"
