"""UTX 1.20 (AAMT): tab-separated, two header lines, a status for every pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.errors import GlossaryError
from reviewer.glossary.exchange._entry import (
    Draft,
    Losses,
    Options,
    code,
    finished,
    form,
    lose_rules,
)
from reviewer.glossary.exchange._pairs import one_language, paired
from reviewer.glossary.exchange._table import decode, guarded, refuse_shift, rows
from reviewer.glossary.model import Glossary, Term

NAME = "UTX 1.20 (AAMT)"
SUFFIXES = (".utx",)
HOLDS = ("term", "id", "native", "admitted", "deprecated", "status", "note")
_FIRST = re.compile(r"#\s*UTX(?:-S)?\s*[\d.]*\s*;?\s*([A-Za-z-]+)\s*/\s*([A-Za-z-]+)")
_RIGHT = {"": "approved", "-": "approved", "approved": "approved", "provisional": "proposed"}
_WRONG = ("forbidden", "rejected")
_USED = ("src", "tgt", "src:pos", "term status", "concept id", "comment")


def sniff(head: str, suffix: str) -> int:
    """The first line says UTX."""
    return 2 if suffix in SUFFIXES or re.match(r"\ufeff?#\s*UTX", head) else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The pairs by concept id, or else by native form and term."""
    text = decode(data, name)
    source, target, header = _header(text, name)
    if options.swap or target.partition("-")[0] != (options.target or target.partition("-")[0]):
        source, target = target, source
        header = [{"src": "tgt", "tgt": "src"}.get(title, title) for title in header]
    for title in header:
        if title not in _USED and title:
            losses.add(f"column {title}", name)
    drafts = _drafts(text, header, source, name, losses)
    language = target.partition("-")[0].lower()
    return Glossary((), language=language), finished(drafts, name)


def _header(text: str, name: str) -> tuple[str, str, list[str]]:
    lines = text.splitlines()
    found = _FIRST.match(lines[0]) if lines else None
    columns = next((i for i, line in enumerate(lines[:50]) if line.startswith("#src")), None)
    if not found or columns is None:
        raise GlossaryError(
            f"{name}:1: not UTX: the first line must be like"
            " '#UTX 1.20; ru/en; …', and one after it like '#src<tab>tgt<tab>src:pos'"
        )
    header = [cell.strip().lower() for cell in lines[columns][1:].split("\t")]
    if "tgt" not in header:
        raise GlossaryError(f"{name}:{columns + 1}: no column 'tgt'")
    return code(found[1], f"{name}:1"), code(found[2], f"{name}:1"), header


def _drafts(
    text: str, header: list[str], source: str, name: str, losses: Losses
) -> Iterable[Draft]:
    drafts: dict[str, Draft] = {}
    held: list[tuple[str, str, str]] = []
    for line, row in rows(text, name, "\t", comment="#", quoting=False):
        where = f"{name}:{line}"
        refuse_shift(row, header, where)
        cells = dict(zip(header, row, strict=False))
        if not (cells.get("src", "").strip() and cells.get("tgt", "").strip()):
            losses.add("rows without a form or a term", where)
            continue
        native, word = form(cells["src"], where), form(cells["tgt"], where)
        status = cells.get("term status", "").strip().lower()
        concept = cells.get("concept id", "").strip().strip("-")
        if status in _RIGHT:
            key = concept or word
            draft = drafts.setdefault(key, Draft(word, line, concept, status=_RIGHT[status]))
            if draft.term != word:
                draft.admitted[word] = None
            draft.add_native(source, native)
            if comment := cells.get("comment", "").strip():
                draft.notes[comment] = None
        else:
            held.append((concept or native, word, status))
    _attach(held, drafts, source, losses)
    return drafts.values()


def _attach(
    held: list[tuple[str, str, str]], drafts: dict[str, Draft], source: str, losses: Losses
) -> None:
    """Put forms that are not the right one to the entries they belong to."""
    by_native = {
        native: draft for draft in drafts.values() for native in draft.native.get(source, {})
    }
    for key, word, status in held:
        draft = drafts.get(key) or by_native.get(key)
        if draft is None:
            losses.add(f"{status} terms without an approved one", word)
        elif status in _WRONG:
            draft.deprecated[word] = None
        else:
            draft.admitted[word] = None


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A row a native form for the term, a row more for each other form."""
    native = one_language(options, NAME)
    lose_rules(head.rules, losses)
    yield f"#UTX 1.20; {native}/{options.target or head.language or 'en'}; ; {_title(head.title)}\n"
    yield "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\n"
    written: set[str] = set()
    for term, form_ in paired(terms, native, HOLDS, losses, options):
        status = "approved" if term.status == "approved" else "provisional"
        yield _row(form_, term.term, status, term.id, term.note)
        if term.id not in written:
            written.add(term.id)
            for word in term.admitted:
                yield _row(form_, word, "non-standard", term.id, "")
            for word in term.deprecated:
                yield _row(form_, word, "forbidden", term.id, "")


def _row(native: str, word: str, status: str, ident: str, note: str) -> str:
    cells = (native, word, "properNoun", status, ident, " ".join(note.split()))
    return "\t".join(guarded(cell.replace("\t", " ")) for cell in cells) + "\n"


def _title(title: str) -> str:
    return " ".join(title.replace(";", ",").split())
