"""What is wrong with the text whatever it says: doubled words, unpaired marks, cut-off sentences.

False alarms are avoided by listing what English doubles rightly (*had had*, *New York, New York*),
by leaving to ``info`` what the source repeats too, by looking for a mark's partner in the whole
paragraph (a quotation may run over several), by taking a line of punctuation as residue only where
no section break can stand, and a sentence as cut off only after a word that ends none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import compress, count, islice, repeat
from operator import contains, eq
from typing import Any

from reviewer.align import aligned
from reviewer.checks._context import Code, Context, finding
from reviewer.checks._marks import unpaired
from reviewer.checks._repetition import repetitions
from reviewer.model import Document, Finding
from reviewer.text import flat, later, lines, places, unusual, visible

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
    "repeated-paragraph": Code(
        "warning",
        "a paragraph twice in a row",
        "The same paragraph stands twice, word for word.",
    ),
    "cut-off": Code(
        "warning",
        "a sentence cut off",
        "The paragraph ends in a word or mark that no sentence ends in: its end was lost.",
    ),
    "unpaired-mark": Code(
        "info",
        "a bracket or quotation mark without its partner",
        "A bracket or quotation mark opens or closes in this paragraph and its partner is missing.",
    ),
    "doubled-space": Code(
        "info",
        "two spaces",
        "Two spaces or more between words of one line; said once of a text that is full of them.",
    ),
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

_STRAY = re.compile(r"[ \t]*([\-‐‑‒–—―,;:.•·|»«”“\"'’‘)(\]\[]{1,2})[ \t]*\r?(?=\n|\Z)")
_SHORT = frozenset((1, 2))  # characters of such a line
_INLINE = (  # each begins with what is rare: what stands before is asked after it
    re.compile(r"_(?:(?<=[\w.!?”\"] _)|(?<=[\w.!?”\"]_))_{11,}"),
    re.compile(r"\((?<=[\s,]\()\s?\)"),
    re.compile(r"\[(?<=[\s,]\[)\s?\]"),
    re.compile(r"“(?<=[\s,]“)\s?”"),
)
_PARAGRAPH_END = later(r"\n[ \t]*(?:\r?\n|\Z)")
_ENDLESS = (
    ",",
    *(
        f"{before}{word}"
        for before in " ,"
        for word in (
            *("the", "an", "a", "and", "or", "because", "although", "whose", "its", "their"),
            *("our", "your", "my", "of", "from", "into", "than"),
        )
    ),
)
_COMMA_END = later(r",(?<=\w,)(?=[ \t]*(?:\r?\n[ \t]*(?:\r?\n|\Z)|\Z))")
_TERMINAL = later(r"[.!?…。！？։।؟۔][\"'”’»)\]]*\s*\Z")
# These too begin with what is rare; what must stand before is asked of what they find.
_SPACE = re.compile(r" {2,}(?=\S)")
_BEFORE = re.compile(r"[ \t](?:[,;!?.]|:(?!\s*\d))(?=\s|$)")
_PUNCTUATION = bytes.maketrans(b"\t;!?.:", b" ,,,,,")
_CLOSED = later(r"[\w”\")]")
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W\d_]{3}")
_HABIT = 20  # doubled spaces; more are columns, or what a typist puts after a stop
_LONG = 60  # characters of a line that nobody writes twice
# Controls but tab and line ends; zero-width space, bidi marks, embeddings, overrides and isolates,
# word joiner, byte order mark, interlinear and tag characters. Soft hyphens are ordinary; joiners
# shape scripts.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def run(document: Document, _context: Context) -> Iterable[Finding]:
    """Findings of every rule of this check."""
    for rule in (_stray, _repeated, _paragraphs, _cut_off, _spaces, _before, _unpaired, _invisible):
        yield from rule(document)


def _make(
    document: Document,
    span: tuple[int, int],
    code: str,
    message: str,
    suggestion: str | None,
    *,
    sure: bool = True,
) -> Finding:
    severity = CODES[code].severity if sure else "info"
    return finding(
        document,
        *span,
        check="hygiene",
        code=code,
        severity=severity,
        confidence=0.9 if severity == "warning" else 0.6,
        message=message,
        suggestions=() if suggestion is None else (suggestion,),
    )


def _stray(document: Document) -> Iterator[Finding]:
    text = document.text
    starts, bare, _ = lines(text)
    for number in compress(count(), map(_SHORT.__contains__, map(len, bare))):
        if match := _STRAY.match(text, starts[number]):
            what = visible(match[1])
            message = f"a line of nothing but {what}: what is left of a paragraph cut off?"
            yield _make(document, match.span(1), "stray-text", message, "")
    for pattern in _INLINE:
        for match in pattern.finditer(text):
            yield _make(document, match.span(), "stray-text", "marks with nothing in them", "")


def _repeated(document: Document) -> Iterator[Finding]:
    """Words and phrases twice in a row; what the source says twice too may be meant."""
    found = repetitions(document.text)
    segments = aligned(document) if found else ()
    for item in found:
        sources = (s.source or "" for s in segments if s.start < item.end and item.start < s.end)
        sure = item.sure and not any(repetitions(source) for source in sources)
        message = f"twice in a row: {visible(item.once)}"
        yield _make(document, (item.start, item.end), item.code, message, item.once, sure=sure)


def _paragraphs(document: Document) -> Iterator[Finding]:
    """A long line that says what the one before it said."""
    said = list(filter(None, lines(document.text.replace("\r", "\n")).bare))
    same = map(eq, said, islice(said, 1, None))
    if not any(len(line) >= _LONG for line in compress(said, same)):
        return
    before = ""
    for line in _LINE.finditer(document.text):
        if line.group().isspace():
            continue
        text = line.group().strip()
        if text == before and len(text) >= _LONG and _WORD.search(text):
            message = f"the paragraph before says the same: {visible(text[:60])}…"
            yield _make(document, line.span(), "repeated-paragraph", message, "")
        before = text


def _cut_off(document: Document) -> Iterator[Finding]:
    """Paragraphs that end in a word that ends no sentence, or in a comma where the source ends."""
    text = document.text
    starts, bare, blank = lines(text)
    ends = (number for number in (*blank, len(bare)) if number)
    commas: list[tuple[int, int]] = []
    for number in [number for number in ends if bare[number - 1].endswith(_ENDLESS)]:
        start, stop = starts[number - 1], starts[number] - (number < len(bare))
        end = start + len(text[start:stop].rstrip())
        if text[end - 1] == ",":
            if _COMMA_END.match(text, end - 1) and _is_prose(text, end - 1):
                commas.append((end - 1, end))
            continue
        before = max(text.rfind(mark, start, end) for mark in " ,")
        if _is_prose(text, before) and (stop == len(text) or _PARAGRAPH_END.match(text, stop)):
            message = f"the paragraph ends in “{text[before + 1 : end]}”"
            yield _make(document, (before + 1, end), "cut-off", message, None)
    segments = aligned(document) if commas else ()
    whole = {segment.end for segment in segments if _TERMINAL.search(segment.source or "")}
    for span in commas:
        message = "the paragraph ends in a comma"
        yield _make(document, span, "cut-off", message, None, sure=span[1] in whole)


def _is_prose(text: str, end: int) -> bool:
    """Is the line up to here long enough for a sentence, rather than a title or a verse?"""
    return end - text.rfind("\n", 0, end) > _LONG


def _spaces(document: Document) -> Iterator[Finding]:
    """Each place; but once where a text holds many: its columns, or the habit of a typist."""
    text = document.text
    starts, bare, _ = lines(text)
    doubled = compress(count(), map(contains, bare, repeat("  ")))
    found = (
        match.span()
        for number in doubled
        for match in _SPACE.finditer(text, starts[number], starts[number + 1])
    )
    within = (span for span in found if span[0] and not text[span[0] - 1].isspace())
    spans = list(islice(within, _HABIT + 1))
    if len(spans) > _HABIT:
        message = "more than one space, here and in many places of the text"
        yield _make(document, spans[0], "doubled-space", message, None)
        return
    for span in spans:
        yield _make(document, span, "doubled-space", "more than one space", " ")


def _before(document: Document) -> Iterator[Finding]:
    text = document.text
    for place in places(flat(text).translate(_PUNCTUATION), b" ,"):
        if not _BEFORE.match(text, place):
            continue
        start = end = place + 1
        while start and text[start - 1] in " \t":
            start -= 1
        if start and _CLOSED.match(text, start - 1):
            message = f"a space before {text[end]}"
            yield _make(document, (start, end), "space-before-punctuation", message, "")


def _unpaired(document: Document) -> Iterator[Finding]:
    for at in unpaired(document.text):
        message = f"{document.text[at]} has no partner"
        yield _make(document, (at, at + 1), "unpaired-mark", message, None)


def _invisible(document: Document) -> Iterator[Finding]:
    if not _INVISIBLE.search(unusual(document.text)):
        return
    for match in _INVISIBLE.finditer(document.text):
        char = match.group()
        name = unicodedata.name(char, f"control character U+{ord(char):04X}").lower()
        yield _make(document, match.span(), "invisible-character", name, "")
