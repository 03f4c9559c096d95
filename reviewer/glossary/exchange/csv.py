"""CSV with the glossary's own columns: the form that loads as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange._entry import Losses, Options
from reviewer.glossary.exchange._own import HOLDS, own_columns, own_header, read
from reviewer.glossary.model import Glossary, Term

__all__ = ["HOLDS", "NAME", "SUFFIXES", "read", "sniff", "write"]

NAME = "CSV with the glossary's own columns"
SUFFIXES = (".csv",)


def sniff(head: str, suffix: str) -> int:
    """A header with the column term, or that word alone."""
    return 0 if suffix == ".tsv" else own_header(head)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A header of the columns that are used, then a row a term."""
    return own_columns(head, terms, losses, options, ",")
