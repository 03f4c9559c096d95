"""The glossary's own columns, whatever divides them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.glossary import delimited
from reviewer.glossary.exchange._entry import Losses, Options, held_by, lose_rules
from reviewer.glossary.exchange._table import decode, plain, written
from reviewer.glossary.model import Glossary, Term

HOLDS = (
    "term", "id", "kind", "native", "admitted", "deprecated", "word", "status", "note", "source",
)  # fmt: skip


def own_header(head: str) -> int:
    """Is ``term`` a column of the header?"""
    first = head.lstrip().partition("\n")[0].replace("\t", ",").replace(";", ",")
    cells = {cell.strip().strip('"').lower() for cell in first.split(",")}
    return 2 if "term" in cells and not cells & {"term status", "term_info"} else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """As the glossary itself is loaded; columns nobody knows are lost."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, which the glossary does not take
        data = decode(data, name).encode()
    head, terms = delimited.read(data, name, lambda line, note: losses.add(note, f"{name}:{line}"))
    if options.target or not head.language:
        head = head.changed(language=options.target or "en")
    return head, map(_plain, terms)


def _plain(term: Term) -> Term:
    """A term as it was before its cells were made harmless."""
    if not _first_cells_guarded(term):
        return term
    return term._replace(
        term=plain(term.term),
        id=plain(term.id),
        note=plain(term.note),
        source=plain(term.source),
        admitted=_plain_first(term.admitted),
        deprecated=_plain_first(term.deprecated),
        native={code: _plain_first(forms) for code, forms in term.native.items()},
    )


def _plain_first(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms of one cell: what was guarded is its beginning."""
    return tuple(plain(form) if index == 0 else form for index, form in enumerate(forms))


def _first_cells_guarded(term: Term) -> bool:
    lists = (term.admitted, term.deprecated, *term.native.values())
    cells = (term.term, term.id, term.note, term.source, *(forms[0] for forms in lists if forms))
    return any(cell.startswith("'") for cell in cells)


def own_columns(
    head: Glossary, terms: Iterable[Term], losses: Losses, options: Options, delimiter: str
) -> Iterator[str]:
    """The table with this delimiter."""
    lose_rules(head.rules, losses)
    if head.diacritics not in ("", "info"):
        losses.add("diacritics of the glossary", head.diacritics)
    held = list(held_by(terms, HOLDS, losses, options))
    return written(_table(held, head.language, losses), delimiter)


def _table(terms: list[Term], language: str, losses: Losses) -> Iterator[list[str]]:
    languages = list(dict.fromkeys(code for term in terms for code in term.native))
    plain_columns = ["term", "id", "kind", "status"]
    lists = [key for key in ("admitted", "deprecated") if any(getattr(t, key) for t in terms)]
    texts = [key for key in ("note", "source") if any(getattr(t, key) for t in terms)]
    word = ["word"] if any(term.word for term in terms) else []
    lang = ["lang"] if language else []
    yield [*plain_columns, *lists, *(f"native_{code}" for code in languages), *texts, *word, *lang]
    for term in terms:
        row = [getattr(term, key) for key in plain_columns]
        row += [_cell(getattr(term, key), term.term, losses) for key in lists]
        row += [_cell(term.native.get(code, ()), term.term, losses) for code in languages]
        row += [getattr(term, key) for key in texts]
        yield row + [("yes" if term.word else "")] * len(word) + [language] * len(lang)


def _cell(forms: Iterable[str], term: str, losses: Losses) -> str:
    kept = []
    for form in forms:
        if "|" in form or ";" in form:
            losses.add("forms with | or ;", f"{form} ({term})")
        else:
            kept.append(form)
    return "|".join(kept)
