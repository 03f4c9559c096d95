"""OmegaT's glossaries: source, target and comment between tabs; lines with # are comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary.exchange._entry import Losses, Options, lose_rules
from reviewer.glossary.exchange._pairs import Pair, gathered, one_language, ordered, paired
from reviewer.glossary.exchange._table import decode, guarded, rows
from reviewer.glossary.model import Glossary, Term

NAME = "OmegaT glossary (tab-separated text)"
SUFFIXES = (".txt", ".utf8", ".tab")
HOLDS = ("term", "native", "note")


def sniff(head: str, suffix: str) -> int:
    """Lines of two or three cells between tabs, comments apart."""
    lines = [line for line in head.splitlines()[:-1] or [head] if line and line[0] != "#"]
    if (
        head.startswith("#UTX")
        or not lines
        or not all(1 <= line.count("\t") <= 2 for line in lines)
    ):
        return 0
    return int(suffix in SUFFIXES or head.startswith("#"))


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The pairs, grouped by target; comments become notes."""
    native = one_language(options, NAME)
    text = decode(data, name)
    pairs = (
        Pair(row[0], "".join(row[1:2]), line, "; ".join(row[2:]), native)
        for line, row in rows(text, name, "\t", comment="#", quoting=False)
    )
    return Glossary((), language=options.target or "en"), gathered(pairs, name, losses, options)


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """A line a native form."""
    native = one_language(options, NAME)
    lose_rules(head.rules, losses)
    for term, form in paired(terms, native, HOLDS, losses, options):
        cells = [
            *ordered(form, term.term, options),
            *([" ".join(term.note.split())] if term.note else []),
        ]
        line = "\t".join(guarded(cell) for cell in cells)
        if line.startswith("#"):
            losses.add("forms that begin with #", form)
            continue
        yield f"{line}\n"
