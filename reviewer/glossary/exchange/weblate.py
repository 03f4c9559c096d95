"""Weblate's glossaries as CSV: source, target and comments by name of the column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange._entry import Losses, Options, lose_rules
from reviewer.glossary.exchange._pairs import Pair, gathered, one_language, ordered, paired
from reviewer.glossary.exchange._table import decode, delimiter_of, refuse_shift, rows, written
from reviewer.glossary.model import Glossary, Term

NAME = "Weblate glossary (CSV with source, target and context)"
SUFFIXES = (".csv",)
HOLDS = ("term", "native", "note", "status")
_COLUMNS = (
    "location", "source", "target", "id", "fuzzy", "context", "translator_comments",
    "developer_comments",
)  # fmt: skip
_NOTES = ("context", "translator_comments", "developer_comments")


def sniff(head: str, suffix: str) -> int:
    """A header that names source and target."""
    del suffix
    cells = {cell.strip().strip('"').lower() for cell in head.partition("\n")[0].split(",")}
    return 2 if {"source", "target"} <= cells <= {*_COLUMNS, "source", "target"} else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The pairs, grouped by target; a fuzzy one is proposed."""
    native = one_language(options, NAME)
    text = decode(data, name)
    table = rows(text, name, delimiter_of(text))
    _, titles = next(table, (1, []))
    header = [title.strip().lower() for title in titles]
    return Glossary((), language=options.target or "en"), gathered(
        _pairs(table, header, name, native, losses), name, losses, options
    )


def _pairs(
    table: Iterator[tuple[int, list[str]]],
    header: list[str],
    name: str,
    native: str,
    losses: Losses,
) -> Iterator[Pair]:
    for line, row in table:
        refuse_shift(row, header, f"{name}:{line}")
        cells = dict(zip(header, row, strict=False))
        note = "; ".join(dict.fromkeys(cells[key] for key in _NOTES if cells.get(key)))
        fuzzy = cells.get("fuzzy", "").strip().lower() in ("true", "1", "yes")
        for key in ("location", "id"):
            if cells.get(key):
                losses.add(key, cells.get("target", ""))
        status = "proposed" if fuzzy else "approved"
        yield Pair(cells.get("source", ""), cells.get("target", ""), line, note, native, status)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The header, then a row a native form."""
    native = one_language(options, NAME)
    lose_rules(head.rules, losses)
    return written(_table(paired(terms, native, HOLDS, losses, options), options))


def _table(pairs: Iterable[tuple[Term, str]], options: Options) -> Iterator[tuple[str, ...]]:
    yield ("source", "target", "fuzzy", "developer_comments")
    for term, form in pairs:
        fuzzy = "" if term.status == "approved" else "True"
        yield (*ordered(form, term.term, options), fuzzy, term.note)
