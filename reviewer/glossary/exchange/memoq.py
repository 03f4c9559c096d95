"""memoQ's term bases as CSV: a column a language by its English name, each with its Term_Info."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.errors import GlossaryError
from reviewer.glossary.exchange._entry import (
    Draft,
    Losses,
    Options,
    finished,
    form,
    held_by,
    kind,
    lose_rules,
)
from reviewer.glossary.exchange._languages import CODES, NAMES
from reviewer.glossary.exchange._table import decode, delimiter_of, refuse_shift, rows, written
from reviewer.glossary.model import Glossary, Term

NAME = "memoQ term base (CSV)"
SUFFIXES = (".csv",)
HOLDS = ("term", "kind", "native", "admitted", "deprecated", "note")
_INFO, _EXAMPLE = "term_info", "term_example"
_FORBIDDEN = "Forbidden"


def sniff(head: str, suffix: str) -> int:
    """A header with the fields of an entry or a term."""
    del suffix
    first = head.partition("\n")[0].lower()
    return 2 if "entry_id" in first or "term_info" in first else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """A row an entry; a term is the first of its language that is not forbidden."""
    text = decode(data, name)
    table = rows(text, name, delimiter_of(text))
    line, header = next(table, (1, []))
    target = options.target or "en"
    languages = {i: code for i, cell in enumerate(header) if (code := _language(cell))}
    if target not in languages.values():
        raise GlossaryError(f"{name}:{line}: no column of the language {target!r}")
    drafts = []
    for line, row in table:
        refuse_shift(row, header, f"{name}:{line}")
        cells = [*zip(header, row, strict=False)]
        words = list(_words(cells, languages, f"{name}:{line}"))
        draft = _draft(words, target, losses)
        if draft is None:
            losses.add(f"entries without a term in {target!r}", f"{name}:{line}")
        else:
            draft.line = line
            _describe(draft, cells, losses)
            drafts.append(draft)
    return Glossary((), language=target), finished(drafts, name)


def _language(cell: str) -> str:
    """The code of a column named after its language, a country or none behind it."""
    language, _, _ = cell.strip().partition("_")
    return CODES.get(cell.strip().lower()) or CODES.get(language.lower(), "")


Cells = list[tuple[str, str]]  # title of the column, content


def _words(cells: Cells, languages: dict[int, str], where: str) -> Iterator[tuple[str, str, bool]]:
    """Language, form, and whether its Term_Info forbids it."""
    for index, language in languages.items():
        if index < len(cells) and cells[index][1].strip():
            yield language, form(cells[index][1], where), _forbidden(cells[index + 1 : index + 4])


def _forbidden(following: Cells) -> bool:
    for title, cell in following:
        if title.strip().lower().endswith(_INFO):
            return _FORBIDDEN.lower() in cell.lower()
        if not title.strip().lower().endswith(_EXAMPLE):
            break
    return False


def _draft(words: list[tuple[str, str, bool]], target: str, losses: Losses) -> Draft | None:
    right = [word for language, word, forbidden in words if language == target and not forbidden]
    if not right:
        return None
    draft = Draft(right[0], admitted=dict.fromkeys(right[1:]))
    for language, word, forbidden in words:
        if language != target and forbidden:
            losses.add("forbidden native forms", word)
        elif language != target:
            draft.add_native(language, word)
        elif forbidden:
            draft.deprecated[word] = None
    return draft


def _describe(draft: Draft, cells: Cells, losses: Losses) -> None:
    for title, cell in cells:
        key = title.strip().lower()
        if not cell.strip() or key.endswith(_INFO) or key == "entry_id" or _language(title):
            continue
        if key == "entry_note":
            draft.notes[cell.strip()] = None
        elif key == "entry_subject" and kind(cell):
            draft.kind = kind(cell) or "other"
        else:
            losses.add(title.strip(), draft.term)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """Each language's column as often as an entry has forms, as memoQ itself writes it."""
    lose_rules(head.rules, losses)
    held = list(held_by(terms, HOLDS, losses, options))
    for term in held:
        for code in term.native:
            if code not in NAMES:
                losses.add(f"native.{code}", term.term)
    return written(_table(held, options.target or head.language or "en"))


def _table(terms: list[Term], target: str) -> Iterator[list[str]]:
    own = max((len(t.right_forms) + len(t.deprecated) for t in terms), default=1)
    counts: dict[str, int] = {}
    for term in terms:
        for code, forms in term.native.items():
            if code in NAMES:
                counts[code] = max(counts.get(code, 1), len(forms))
    header = ["Entry_ID", "Entry_Subject", "Entry_Note"]
    header += [NAMES.get(target, "English"), "Term_Info"] * own
    for code, count in counts.items():
        header += [NAMES[code], "Term_Info"] * count
    yield header
    for number, term in enumerate(terms, 1):
        row = [str(number), term.kind, term.note]
        words = [(word, "") for word in term.right_forms]
        words += [(word, _FORBIDDEN) for word in term.deprecated]
        row += _padded(words, own)
        for code, count in counts.items():
            row += _padded([(word, "") for word in term.native.get(code, ())], count)
        yield row


def _padded(words: list[tuple[str, str]], count: int) -> Iterator[str]:
    for word, info in [*words, *[("", "")] * (count - len(words))]:
        yield word
        yield info
