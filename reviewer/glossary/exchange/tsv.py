"""TSV with the glossary's own columns: the form that loads as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange._entry import Losses, Options
from reviewer.glossary.exchange._own import HOLDS, own_columns, own_header, read
from reviewer.glossary.model import Glossary, Term

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "TSV with the glossary's own columns"
SUFFIXES = (".tsv",)


def sniff(head: str, suffix: str) -> int:
    """A header with the column term between tabs."""
    return own_header(head) if suffix == ".tsv" else 0


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A header of the columns that are used, then a row a term."""
    return own_columns(head, terms, losses, options, "\t")
