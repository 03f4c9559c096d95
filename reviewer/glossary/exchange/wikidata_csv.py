"""Answers of Wikidata's query service as CSV: item, itemLabel, itemAltLabel, itemLabel_ru …"""

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
    held_by,
    lose_rules,
)
from reviewer.glossary.exchange._table import decode, delimiter_of, refuse_shift, rows, written
from reviewer.glossary.model import Glossary, Term

NAME = "Wikidata query answer (CSV)"
SUFFIXES = (".csv",)
HOLDS = ("term", "native", "admitted", "note", "source")
_QID = re.compile(r"(?:.*/)?(Q\d+)")
_COLUMN = re.compile(
    r"(?:(?P<item>[a-z]+)(?P<what>Label|AltLabel|Description)|label|native)"
    r"(?:_(?P<lang>[a-zA-Z-]+))?"
)
_ITEM = ("item", "person", "place", "entity")


def sniff(head: str, suffix: str) -> int:
    """A header with item and its label."""
    del suffix
    first = head.partition("\n")[0].replace("\t", ",")
    cells = {cell.strip().strip('"?') for cell in first.split(",")}
    return 2 if any(item in cells and f"{item}Label" in cells for item in _ITEM) else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The rows of one item together, whatever the query multiplied."""
    text = decode(data, name)
    table = rows(text, name, delimiter_of(text))
    line, titles = next(table, (1, []))
    header = [title.strip().lstrip("?") for title in titles]
    item = next((title for title in header if title in _ITEM), "")
    if not item or f"{item}Label" not in header:
        raise GlossaryError(f"{name}:{line}: no columns 'item' and 'itemLabel'")
    target = options.target or "en"
    roles = [_role(title, item, target, f"{name}:{line}") for title in header]
    drafts: dict[str, Draft] = {}
    for line, row in table:
        where = f"{name}:{line}"
        refuse_shift(row, header, where)
        cells = dict(zip(header, row, strict=False))
        found = _QID.fullmatch(cells[item].strip())
        label = cells.get(f"{item}Label", "").strip()
        if not found or not label or label == found[1]:
            losses.add("rows without an item or its label", where)
            continue
        fresh = Draft(form(label, where), line, source=f"wikidata:{found[1]}")
        draft = drafts.setdefault(found[1], fresh)
        for role, (title, cell) in zip(roles, cells.items(), strict=False):
            if not _take(draft, role, cell, where):
                losses.add(f"column {title}", draft.term)
    return Glossary((), language=target), finished(drafts.values(), name)


def _role(title: str, item: str, target: str, where: str) -> tuple[str, str]:
    """What a column holds (known already, note, alias, native, lost), and in which language."""
    found = _COLUMN.fullmatch(title)
    if title in (item, f"{item}Label"):
        return "known", ""
    if not found or (found["item"] or item) != item:
        return "lost", ""
    language = code(found["lang"], where) if found["lang"] else target
    if found["what"] == "Description":
        return ("note", "") if language == target else ("lost", "")
    if language != target:
        return ("aliases of" if found["what"] == "AltLabel" else "native"), language
    return ("aliases of", "") if found["what"] else ("lost", "")


def _take(draft: Draft, role: tuple[str, str], cell: str, where: str) -> bool:
    """Put a cell where it belongs; False where it belongs nowhere."""
    what, language = role
    if what == "note" and cell.strip():
        draft.notes[cell.strip()] = None
    elif what in ("aliases of", "native"):
        several = cell.split(", ") if what == "aliases of" else [cell]
        forms = [form(one, where) for one in several if one.strip()]
        if language:
            draft.add_native(language, *forms)
        else:
            draft.admitted.update(dict.fromkeys(forms))
    return what != "lost" or not cell.strip()


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The terms that have a QID; further forms as alternative labels."""
    lose_rules(head.rules, losses)
    held = []
    for term in held_by(terms, HOLDS, losses, options):
        if not _QID.fullmatch(term.source.removeprefix("wikidata:")):
            losses.add("terms without a Wikidata source", term.term)
            continue
        if term.kind != "other":
            losses.add("kind", term.term)
        held.append(term)
    return written(_table(held, losses))


def _table(terms: list[Term], losses: Losses) -> Iterator[list[str]]:
    codes = list(dict.fromkeys(code for term in terms for code in term.native))
    native = [f"item{what}_{code}" for code in codes for what in ("Label", "AltLabel")]
    yield ["item", "itemLabel", "itemAltLabel", "itemDescription", *native]
    for term in terms:
        ident = term.source.removeprefix("wikidata:")
        row = [f"http://www.wikidata.org/entity/{ident}", term.term]
        row += [_listed(term.admitted, term, losses), term.note]
        for language in codes:
            first, *others = term.native.get(language, ("",))
            row += [first, _listed(others, term, losses)]
        yield row


def _listed(forms: Iterable[str], term: Term, losses: Losses) -> str:
    kept = []
    for one in forms:
        if ", " in one:
            losses.add("alternative forms with a comma", f"{one} ({term.term})")
        else:
            kept.append(one)
    return ", ".join(kept)
