"""What was not translated: words of the source, its letters, and the machinery's own marks.

False alarms are avoided by flagging a Latin word only where it stands in the source sentence (or
spells a word of it), is written in lower case and is no English word, loan, compound or derivation;
by leaving names, quoted words and glosses in brackets at ``info``; by letting Greek symbols be; and
by passing over placeholders that the source holds too. A text in another language is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewer.align import SURE, aligned
from reviewer.checks import _addresses, _residue, _scripts, _source_words
from reviewer.checks._context import Code, Context, finding
from reviewer.checks._english import is_english, may_be_name
from reviewer.model import Document, Finding, Segment, Severity
from reviewer.text import later, unusual, visible

CODES = {
    "untranslated-word": Code(
        "warning",
        "left in the source language",
        "A word of the source, or of another script, stands in the English text.",
    ),
    "transliterated-word": Code(
        "warning",
        "spelled in Latin letters instead of translated",
        "The word is no English one: it spells a common word of the source sentence.",
    ),
    "mixed-script": Code(
        "warning",
        "letters of two scripts in one word",
        "A letter that only looks like a Latin one hides the word from search and screen readers.",
    ),
    "not-english": Code(
        "info",
        "a text that is not English",
        "Most of the text is in another language; it is said once, not word by word.",
    ),
    "residue": Code(
        "warning",
        "a mark of the translation system",
        "Unknown-word marks, subword joiners and undecodable bytes are no text.",
    ),
    "placeholder": Code(
        "warning", "an unfilled placeholder", "Nothing was put in the placeholder's place."
    ),
    "broken-entity": Code(
        "warning", "an escape that was not undone", "Markup's escapes stand in the running text."
    ),
    "broken-address": Code(
        "warning",
        "a broken or changed address",
        "A web or mail address holds a space, or is not the source's.",
    ),
}
OPTIONS: dict[str, Any] = {"english": 0.4}  # the least share of English words in an English text

_GLOSS = later(r"[(\[][^)\]\n]{0,60}\Z|[\"“”„«»‘:]\s?\Z")
_OPEN = later(r"(?:[\"“„«‘(\[]|(?<!\w)')[^\"“”„«»()\[\]\n]{0,40}\Z")
_CLOSE = later(r"[^\"“”„«»()\[\]\n]{0,40}[\"”“»’'\)\]]")
_CAPITAL_BEFORE = later(r"(?<![\w-])([A-Z\u00c0-\u00de\u0100-\u024f]\w*)[ \u00a0]\Z")
_LETTER = later(r"[^\W\d_]")
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_MIN_LETTERS = 20  # of a text whose script can be told


def run(document: Document, context: Context) -> Iterable[Finding]:
    """Findings in the whole text, then those that the source shows."""
    share = float(context.options.get("english", OPTIONS["english"]))
    segments = aligned(document)
    if _is_foreign(document.text, share):
        return [_not_english(document, has_source=bool(segments))]
    source = "\n".join(segment.source or "" for segment in segments)
    found = [*_residues(document, source), *_foreign_script(document, segments)]
    for segment in segments:
        found.extend(_words(document, segment))
        found.extend(_changed_addresses(document, segment))
    return found


def _make(
    document: Document,
    span: tuple[int, int],
    code: str,
    message: str,
    *,
    suggestion: str | None = None,
    severity: Severity = "warning",
    confidence: float = 0.9,
    why: tuple[str, ...] = (),
) -> Finding:
    return finding(
        document,
        *span,
        check="leftovers",
        code=code,
        severity=severity,
        confidence=confidence if severity == "warning" else min(confidence, 0.5),
        message=message,
        suggestions=() if suggestion is None else (suggestion,),
        explanation=why,
    )


def _is_foreign(text: str, share: float) -> bool:
    """Is the text as a whole in another language?"""
    rare = unusual(text)
    foreign = len(_scripts.foreign().findall(rare)) if _scripts.stands_in(rare) else 0
    if 2 * foreign > _MIN_LETTERS:
        letters = len(_LETTER.findall(rare))
        letters += len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
        if 2 * foreign > letters > _MIN_LETTERS:
            return True
    return not _source_words.is_english_text(text[:4000], share)


def _not_english(document: Document, *, has_source: bool) -> Finding:
    text = document.text
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    what = "the text was not translated" if has_source else "the text is not English"
    what += ": nothing in it is checked word by word"
    severity: Severity = "warning" if has_source else "info"
    return _make(document, (start, start + len(line)), "not-english", what, severity=severity)


def _residues(document: Document, source: str) -> Iterator[Finding]:
    for item in _residue.residue(document.text):
        if item.code == "placeholder" and document.text[item.start : item.end] in source:
            continue
        span = (item.start, item.end)
        yield _make(document, span, item.code, item.message, suggestion=item.suggestion)


def _foreign_script(document: Document, segments: tuple[Segment, ...]) -> Iterator[Finding]:
    text = document.text
    if not _scripts.stands_in(unusual(text)):
        return
    for start, end in _scripts.runs(text):
        if _in_address(text, start, end):
            continue
        written = text[start:end]
        if _scripts.mixed(written):
            yield _make(
                document,
                (start, end),
                "mixed-script",
                f"letters of two scripts in one word: {visible(written)}",
                suggestion=_scripts.latin(written),
            )
        elif (plain := _scripts.latin(written)) and _scripts.LONE.fullmatch(written):
            what = f"a letter that only looks like {_LETTER.findall(plain)[0]}"
            yield _make(
                document, (start, end), "mixed-script", what, suggestion=plain, severity="info"
            )
        else:
            gloss = not segments and _GLOSS.search(text, max(0, start - 80), start)
            yield _make(
                document,
                (start, end),
                "untranslated-word",
                f"not in English letters: {visible(written)}",
                severity="info" if gloss else "warning",
            )


def _in_address(text: str, start: int, end: int) -> bool:
    """Does an address of the line share letters with the span?"""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)]
    found = _addresses.addresses(line)
    return any(begin + low < end and start < begin + high for low, high, _ in found)


def _words(document: Document, segment: Segment) -> Iterator[Finding]:
    """Words of the segment that are the source's own, copied or spelled in Latin letters."""
    source = segment.source or ""
    places = _source_words.candidates(document.text[segment.start : segment.end])
    if not places:
        return
    copied = dict.fromkeys(_source_words.copied(places, source), "")
    rest = [word for word in places if word not in copied]
    spelled = dict(_source_words.romanised(rest, source, segment.source_lang))
    for word, other in {**copied, **spelled}.items():
        code = "transliterated-word" if other else "untranslated-word"
        what = f"{word} is no English word: "
        what += f"it spells the source's {visible(other)}" if other else "the source has it too"
        for low, high in places[word]:
            span = (segment.start + low, segment.start + high)
            doubtful = segment.confidence < SURE or _may_stay(document.text, word, *span, source)
            severity: Severity = "info" if doubtful else "warning"
            yield _make(
                document, span, code, what, severity=severity, confidence=0.85 * segment.confidence
            )


def _may_stay(text: str, word: str, start: int, end: int, source: str) -> bool:
    """Is the word part of a name or title, or does the text show it as a foreign word?"""
    if word[0].isupper() and may_be_name(word):
        return True
    if word in source.lower() and _scripts.foreign().search(source):
        return True  # a brand or a title: the source writes it in Latin letters too
    if _OPEN.search(text, max(0, start - 80), start) and _CLOSE.match(text, end):
        return True
    capital = _CAPITAL_BEFORE.search(text, max(0, start - 80), start)
    if not capital:
        return False
    if not _scripts.foreign().search(source):
        return capital.group() + text[start:end] in source
    return not is_english(capital[1].lower()) and not may_be_name(capital[1])


def _changed_addresses(document: Document, segment: Segment) -> Iterator[Finding]:
    text = document.text[segment.start : segment.end]
    for low, high, address in _addresses.changed(text, segment.source or ""):
        yield _make(
            document,
            (segment.start + low, segment.start + high),
            "broken-address",
            f"the source has {visible(address)}",
            suggestion=address,
            severity="warning" if segment.confidence >= SURE else "info",
        )
