"""Sentences of two versions of one text, one beside the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from reviewer.errors import InputError
from reviewer.text import sentences

Pair = tuple[str, str]


def edited(original: str, corrected: str) -> list[Pair]:
    """The sentences of a text before and after correction; what has no partner faces ``""``.

    Line by line, and sentence by sentence where a line has as many of them in both versions: edit
    rates of long texts cost the square of their length. Lines may have come or gone.
    """
    before, after = lines(original), lines(corrected)
    if len(before) == len(after):
        return [pair for old, new in zip(before, after, strict=True) for pair in _split(old, new)]
    found: list[Pair] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        for old, new in zip_longest(before[a:b], after[c:d], fillvalue=""):
            found += _split(old, new)
    return found


def referenced(text: str, reference: str, name: str, note: Callable[[str], None]) -> list[Pair]:
    """The lines of a translation beside those of its reference; ``name`` is the article's.

    Where blank lines show which one is missing: a line that the translation lacks is scored as
    ``""``, one that the reference lacks is left out, and ``note`` hears of both. Raises InputError
    where the numbers of lines differ otherwise, and where there is no reference at all.
    """
    if not reference.strip():
        raise InputError(f"{name}: the reference is empty; leave it out, or give its text")
    ours, theirs = lines(text), lines(reference)
    if len(ours) != len(theirs):
        ours, theirs = text.rstrip("\r\n").split("\n"), reference.rstrip("\r\n").split("\n")
    if len(ours) != len(theirs):
        raise InputError(
            f"{name}: has {len(lines(text))} lines with text and its reference"
            f" {len(lines(reference))}; a reference has a line for each line of the translation"
        )
    pairs = []
    for number, (old, new) in enumerate(zip(ours, theirs, strict=True), 1):
        if old.strip() and not new.strip():
            note(f"{name}: line {number} has no reference and was left out")
        elif new.strip():
            if not old.strip():
                note(f"{name}: line {number} is missing in the translation: scored as empty")
            pairs.append((old.strip(), new.strip()))
    return pairs


def lines(text: str) -> list[str]:
    """The lines that hold something, without white space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _split(old: str, new: str) -> Iterator[Pair]:
    ours, theirs = _sentences(old), _sentences(new)
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
    else:
        yield old, new


def _sentences(line: str) -> Sequence[str]:
    return [line[start:end] for start, end in sentences(line)] or [line]
