"""A text as literals are looked for in it: its words alone, whatever stands between them."""

from __future__ import annotations

from reviewer.text import flat, unusual

Required = tuple[tuple[str, ...], ...]  # of each choice, one literal must be there
_SAID = bytes(
    ord("0") if char.isdecimal() else ord(char.lower()) if char.isalpha() else ord(" ")
    for char in (*map(chr, range(0x80)), *" " * 0x80)
)


def said(text: str) -> str:
    """The words of a text in small letters, with one blank between them, before and after.

    All digits are zeros; letters beyond ASCII are blanks.
    """
    if text.isascii() and text.isalpha():
        return f" {text.lower()} "
    for char in set(unusual(text)) if not text.isascii() else ():
        if char.isdecimal():
            text = text.replace(char, "0")
    return f" {' '.join(flat(text).translate(_SAID).decode('ascii').split())} "


def holds(required: Required, words: str) -> bool:
    """Does a text, as `said` has it, hold one literal of each choice?"""
    return all(any(map(words.__contains__, choice)) for choice in required)
