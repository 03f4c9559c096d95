"""What is wrong with the text whatever it says: doubled words, unpaired marks, residue.

False alarms are avoided by listing what English doubles rightly (*had had*), by looking for a
mark's partner in the whole paragraph (a quotation may run over several), and by taking a line of
punctuation as residue only where no section break can stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from reviewer.checks._context import Code, Context, finding
from reviewer.model import Document, Finding
from reviewer.text import visible

CODES = {
    "stray-text": Code(
        "warning",
        "a stray line of punctuation",
        "A line that holds nothing but a dash or a mark: the residue of a paragraph cut off.",
    ),
    "repeated-word": Code(
        "warning", "a word twice in a row", "The same word stands twice, as the system stuttered."
    ),
    "repeated-phrase": Code(
        "warning",
        "a phrase twice in a row",
        "The same run of words stands twice, as happens when decoding loops.",
    ),
    "unpaired-mark": Code(
        "info",
        "a bracket or quotation mark without its partner",
        "A bracket or quotation mark opens or closes in this paragraph and its partner is missing.",
    ),
    "doubled-space": Code("info", "two spaces", "Two spaces or more between words of one line."),
    "space-before-punctuation": Code(
        "info", "a space before a punctuation mark", "English writes no space before this mark."
    ),
    "invisible-character": Code(
        "warning",
        "a character that cannot be seen",
        "A control, zero-width or bidirectional character inside the text can hide or reorder it.",
    ),
}
OPTIONS: dict[str, Any] = {}

# Words that English doubles rightly, and names and interjections that come in pairs.
_DOUBLED = frozenset(
    "had that is was do did her you who in on so very many much no yes ha bye blah knock tut now"  # noqa: SIM905
    " there well hear hush chop night far more long half cha can boo bora pago walla sing zsa ping"
    " aye go pom yo mau tom".split()
)
_REPEATED = re.compile(r"\b([^\W\d_]+)[ \t\r\n]+(?=(\1)\b)", re.IGNORECASE)
_PHRASE = re.compile(r"\b((?:[^\W\d_]+[ ,]+){2,7}[^\W\d_]+)[ ,]+(?=(\1)\b)", re.IGNORECASE)
_STRAY = re.compile(r"^[ \t]*([\-‐‑‒–—―,;:.•·|»«”“\"'’‘)(\]\[]{1,2})[ \t]*\r?$", re.MULTILINE)
_SPACE = re.compile(r"(?<=\S)( {2,})(?=\S)")
_BEFORE = re.compile(r"(?<=[\w”\")])([ \t]+)(?=[,;!?.](?:\s|$)|:(?!\s*\d)(?:\s|$))")
_LINE = re.compile(r"[^\r\n]+")
# Brackets and double quotation marks, but for emoticons and the items of a list: a) iv) 12)
_MARK = re.compile(
    r"[(\[“„«»”\]]|(?<![:;=8][-'])(?<![:;=8])(?<!\b[ivx\d]{2})(?<!\b[a-z\d])(?<!\b[ivx]{3})\)"
)
_OPENING = "([“„«"
_PARTNERS = {")": "(", "]": "[", "”": "“„", "“": "„", "»": "«"}
# Controls but tab and line ends; zero-width space, bidi marks, embeddings, overrides and isolates,
# word joiner, byte order mark, interlinear and tag characters. Soft hyphens are ordinary; joiners
# shape scripts.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def run(document: Document, _context: Context) -> Iterable[Finding]:
    """Findings of every rule of this check."""
    for rule in (_stray, _repeated, _phrases, _spaces, _before, _unpaired, _invisible):
        yield from rule(document)


def _make(
    document: Document, span: tuple[int, int], code: str, message: str, suggestion: str | None
) -> Finding:
    return finding(
        document,
        *span,
        check="hygiene",
        code=code,
        severity=CODES[code].severity,
        confidence=0.9 if CODES[code].severity == "warning" else 0.6,
        message=message,
        suggestions=() if suggestion is None else (suggestion,),
    )


def _stray(document: Document) -> Iterator[Finding]:
    for match in _STRAY.finditer(document.text):
        mark = match.group(1)
        message = f"a line of nothing but {visible(mark)}: what is left of a paragraph cut off?"
        yield _make(document, match.span(1), "stray-text", message, "")


def _repeated(document: Document) -> Iterator[Finding]:
    for match in _REPEATED.finditer(document.text):
        first, second = match.group(1), match.group(2)
        if first.casefold() in _DOUBLED or (first[0].isupper() and second[0].isupper()):
            continue  # names come in pairs: Baden Baden, Duran Duran
        if len(first) == 1 and first.casefold() not in "ai":
            continue
        span = (match.start(), match.end(2))
        yield _make(document, span, "repeated-word", f"twice in a row: {first}", first)


def _phrases(document: Document) -> Iterator[Finding]:
    for match in _PHRASE.finditer(document.text):
        if len(set(match.group(1).casefold().split())) > 1:
            span = (match.start(), match.end(2))
            message = f"twice in a row: {match.group(1)}"
            yield _make(document, span, "repeated-phrase", message, match.group(1))


def _spaces(document: Document) -> Iterator[Finding]:
    for match in _SPACE.finditer(document.text):
        yield _make(document, match.span(1), "doubled-space", "more than one space", " ")


def _before(document: Document) -> Iterator[Finding]:
    for match in _BEFORE.finditer(document.text):
        mark = document.text[match.end()]
        yield _make(
            document, match.span(1), "space-before-punctuation", f"a space before {mark}", ""
        )


def _unpaired(document: Document) -> Iterator[Finding]:
    for line in _LINE.finditer(document.text):
        opened: list[int] = []
        for match in _MARK.finditer(document.text, *line.span()):
            mark = match.group()
            partner = _PARTNERS.get(mark, "")
            if opened and document.text[opened[-1]] in partner:
                opened.pop()
            elif mark in _OPENING:
                opened.append(match.start())
            else:
                yield _lonely(document, match.start())
        # A quotation that runs on opens each of its paragraphs and closes only the last.
        for at in opened:
            if document.text[at] in "([":
                yield _lonely(document, at)


def _lonely(document: Document, at: int) -> Finding:
    message = f"{document.text[at]} has no partner"
    return _make(document, (at, at + 1), "unpaired-mark", message, None)


def _invisible(document: Document) -> Iterator[Finding]:
    for match in _INVISIBLE.finditer(document.text):
        char = match.group()
        name = unicodedata.name(char, f"control character U+{ord(char):04X}").lower()
        yield _make(document, match.span(), "invisible-character", name, "")
