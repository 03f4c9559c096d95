"""Which suggestions a program may put into the file as they are."""

from __future__ import annotations

import re

from reviewer.model import Finding
from reviewer.text import hidden

_NEWLINE = re.compile(r"\r\n|\n|\r")
# What some format would read as markup, an escape or a field's end: HTML, XML, Markdown, JSON, TSV.
_SPECIAL = re.compile(r'[&<>"\\*_`\[\]|{}]')


def replacements(finding: Finding) -> tuple[str, ...]:
    """The suggestions that can stand in the place of the finding's region in the file, best first.

    None where the region holds more than the finding's text (markup, escapes, a folded line
    break): replacing it would destroy that. A suggestion with a character that needs an escape in
    some format is left out, as a report does not know the file's format. Empty means delete.
    """
    if not _verbatim(finding):
        return ()
    return tuple(text for text in finding.suggestions if _plain(text))


def _verbatim(finding: Finding) -> bool:
    """Does the text, written at the region's start, end where the region ends?"""
    at = finding.place
    if at is None:
        return False
    *before, last = _NEWLINE.split(finding.text)
    end_column = len(last) + (1 if before else at.column)
    return (at.line + len(before), end_column) == (at.end_line, at.end_column)


def _plain(text: str) -> bool:
    return not _SPECIAL.search(text) and (text.isprintable() or not any(map(hidden, text)))
