"""Google's glossaries of equivalent terms: a column a language, its code in the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from reviewer.errors import GlossaryError
from reviewer.glossary.exchange._entry import (
    Draft,
    Losses,
    Options,
    code,
    finished,
    form,
    held_by,
    lose_rules,
)
from reviewer.glossary.exchange._table import decode, delimiter_of, refuse_shift, rows, written
from reviewer.glossary.model import Glossary, Term

NAME = "Google glossary (equivalent term set, CSV)"
SUFFIXES = (".csv",)
HOLDS = ("term", "native", "note")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_OTHER = ("pos", "description")


def sniff(head: str, suffix: str) -> int:
    """A header of language codes."""
    del suffix
    cells = [cell.strip().strip('"') for cell in head.partition("\n")[0].split(delimiter_of(head))]
    languages = [cell for cell in cells if cell not in _OTHER]
    fits = len(languages) > 1 and all(_CODE.fullmatch(cell) for cell in languages)
    return 2 if fits and any(cell.partition("-")[0] == "en" for cell in languages) else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """A row a concept; rows of one term come together."""
    text = decode(data, name)
    table = rows(text, name, delimiter_of(text))
    line, header = next(table, (1, []))
    target = options.target or "en"
    languages = {
        index: code(cell, f"{name}:{line}")
        for index, cell in enumerate(header)
        if cell.strip() not in _OTHER
    }
    column = next((i for i, c in languages.items() if c.partition("-")[0] == target), None)
    if column is None:
        raise GlossaryError(f"{name}:{line}: no column of the language {target!r}")
    drafts: dict[str, Draft] = {}
    for line, row in table:
        where = f"{name}:{line}"
        refuse_shift(row, header, where)
        if column >= len(row) or not row[column].strip():
            losses.add(f"rows without a term in {target!r}", where)
            continue
        term = form(row[column], where)
        draft = drafts.setdefault(term, Draft(term, line))
        for index, cell in enumerate(row):
            if index == column or not cell.strip():
                continue
            if index in languages:
                draft.add_native(languages[index], form(cell, where))
            elif header[index].strip() == "description":
                draft.notes[cell.strip()] = None
            else:
                losses.add("pos", term)
    return Glossary((), language=target), finished(drafts.values(), name)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A row a native form of each language: what has several goes over several rows."""
    lose_rules(head.rules, losses)
    held = list(held_by(terms, HOLDS, losses, options))
    languages = list(options.native or dict.fromkeys(c for term in held for c in term.native))
    for term in held:
        for other in term.native:
            if other not in languages:
                losses.add(f"native.{other}", term.term)
    return written(_table(held, options.target or head.language or "en", languages))


def _table(terms: list[Term], target: str, languages: list[str]) -> Iterator[tuple[str, ...]]:
    yield (target, *languages, "description")
    for term in terms:
        forms = [term.native.get(language, ()) for language in languages]
        for cells in list(zip_longest(*forms, fillvalue="")) or [("",) * len(languages)]:
            yield (term.term, *cells, term.note)
