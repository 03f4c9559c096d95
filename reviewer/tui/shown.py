"""Text as it may stand on a screen: what cannot be seen has a sign, one code point for one."""

from __future__ import annotations

import unicodedata


class _Signs(dict[int, str | int]):
    """Signs for code points that would act on the terminal or vanish; found out once each."""

    def __missing__(self, code: int) -> str | int:
        sign = self[code] = _sign(code)
        return sign


def _sign(code: int) -> str | int:
    if code in (0x09, 0x0A, 0x0D):
        return " " if code == 0x09 else chr(0x2400 + code)
    if code < 0x20:
        return chr(0x2400 + code)  # control pictures
    if code == 0x7F:
        return "\u2421"
    if code in (0x200C, 0x200D):  # joiners shape letters and emoji
        return code
    category = unicodedata.category(chr(code))
    if category == "Cf":  # bidi controls, zero-width space, soft hyphen, tags
        return "\u2423"
    if category in ("Zl", "Zp"):
        return "\u240a"
    return "\ufffd" if category in ("Cc", "Cs", "Cn", "Co") else code


_SIGNS = _Signs()


def shown(text: str) -> str:
    """The text with control pictures for controls and ``␣`` for invisible format characters.

    Its length is the text's, so offsets hold in both; no character of the result moves the cursor,
    changes the direction of writing or fails to encode.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_SIGNS)


def one_line(text: str) -> str:
    """The text for a label: white space folded, then as ``shown``."""
    return shown(" ".join(text.split()))
