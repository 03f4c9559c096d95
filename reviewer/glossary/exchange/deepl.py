"""DeepL's glossaries: source, target and, if wanted, their two language codes; no header."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange._entry import Losses, Options, code, lose_rules
from reviewer.glossary.exchange._pairs import Pair, gathered, one_language, ordered, paired
from reviewer.glossary.exchange._table import decode, delimiter_of, rows, written
from reviewer.glossary.model import Glossary, Term

NAME = "DeepL glossary (two columns, CSV or TSV)"
SUFFIXES = (".csv", ".tsv")
HOLDS = ("term", "native")


def sniff(head: str, suffix: str) -> int:
    """Two cells a line, or four of which two are language codes."""
    if suffix not in SUFFIXES or head.startswith("#"):
        return 0
    first = next(csv.reader([head.partition("\n")[0].strip()], delimiter=delimiter_of(head)), [])
    if len(first) == 4 and all(len(cell) in range(2, 6) for cell in first[2:]):
        return 1
    return int(
        len(first) == 2 and not {"term", "source", "src", "item"} & set(map(str.lower, first))
    )


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The pairs, grouped by target."""
    text = decode(data, name)
    return Glossary((), language=options.target or "en"), gathered(
        _pairs(text, name, options), name, losses, options
    )


def _pairs(text: str, name: str, options: Options) -> Iterator[Pair]:
    for line, row in rows(text, name, delimiter_of(text)):
        cells = [*row, "", "", "", ""]
        side = cells[3] if options.swap else cells[2]
        native = code(side, f"{name}:{line}") if side.strip() else one_language(options, NAME)
        yield Pair(cells[0], cells[1], line, language=native)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A row a native form; CSV without language codes, as the API takes it too."""
    native = one_language(options, NAME)
    lose_rules(head.rules, losses)
    pairs = paired(terms, native, HOLDS, losses, options)
    return written(ordered(form, term.term, options) for term, form in pairs)
