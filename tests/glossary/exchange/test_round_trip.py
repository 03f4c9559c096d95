"""What a format says it holds comes back; what it does not hold is told."""

import csv
import io
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.glossary import exchange
from reviewer.glossary.exchange import Losses, Options
from reviewer.glossary.exchange._entry import TERM_FIELDS
from reviewer.glossary.fields import Ids
from reviewer.glossary.model import KINDS, Glossary, Rule, Term

FORMATS = exchange.formats()
PAIRS = ("deepl", "omegat", "utx", "weblate")
LETTERS = st.sampled_from("abcXYZéшԱ=+-@'\"&<>#,;| .")
NAME = (
    st.text(LETTERS, min_size=1, max_size=10)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: s.strip("'"))
)
SAFE = st.text(st.sampled_from("abcdeéшԱ'-"), min_size=1, max_size=8).map("N".__add__)


def terms(names):
    entry = st.builds(
        Term,
        term=names,
        id=st.just(""),
        kind=st.sampled_from(KINDS),
        native=st.dictionaries(
            st.sampled_from(["ru", "hy", "lv"]),
            st.lists(names, min_size=1, max_size=2, unique=True).map(tuple),
            max_size=2,
        ),
        admitted=st.lists(names, max_size=2, unique=True).map(tuple),
        deprecated=st.lists(names, max_size=2, unique=True).map(tuple),
        status=st.sampled_from(["approved", "approved", "proposed"]),
        note=names | st.just(""),
        source=st.sampled_from(["", "wikidata:Q12", "wikidata:Q7", "a book"]),
        word=st.booleans(),
    )
    unique = st.lists(entry, max_size=4, unique_by=(lambda t: t.term, lambda t: t.source or t.term))
    return unique.map(_distinct)


def _distinct(drawn):
    """Forms of all entries differ, so that no format joins two; ids as they are made."""
    ids, seen, kept = Ids(()), set(), []
    for term in drawn:
        forms = [term.term, *term.admitted, *term.deprecated, *sum(term.native.values(), ())]
        if len(set(forms)) == len(forms) and not seen & set(forms):
            seen.update(forms)
            values = {key: getattr(term, key) for key in TERM_FIELDS}
            kept.append(Term(**{**values, "id": ids.make(term.term)}))
    return kept


def holds(format):
    return import_module(f"reviewer.glossary.exchange.{format.replace('-', '_')}").HOLDS


def back_and_forth(format, given_terms, options=None):
    losses, options = Losses(), options or Options(native=("ru",) if format in PAIRS else ())
    head = Glossary((), title="T", rules=(Rule("r", "calque", words=("w",)),))
    text = "".join(exchange.write(format, head, given_terms, losses, options))
    _, read = exchange.read(text.encode(), format, "x", Losses(), options)
    return list(read), losses, text


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=20, deadline=None)
@given(drawn=terms(SAFE))
def test_round_trip(format, drawn):
    held = holds(format)
    read, losses, _ = back_and_forth(format, drawn)
    by_term = {term.term: term for term in read}
    assert set(by_term) <= {term.term for term in drawn}
    if "rules" not in held:
        assert losses.counts["phrase rules"] == 1
    for term in drawn:
        found = by_term.get(term.term)
        if found is None:
            assert any(term.term in shown for shown in losses.examples.values())
            continue
        wanted = native_kept(format, term, losses)
        assert {c: set(forms) for c, forms in found.native.items()} == wanted
        for key in TERM_FIELDS:
            if key != "native" and getattr(found, key) != getattr(term, key):
                assert key not in held
                assert losses.counts[key]


def native_kept(format, term, losses):
    """The native forms that a format said it would keep."""
    lost = {code for code in term.native if losses.counts[f"native.{code}"]}
    assert not lost or format in PAIRS
    return {code: set(forms) for code, forms in term.native.items() if code not in lost}


@pytest.mark.parametrize("format", ["toml", "json", "tbx", "tbx-dct", "tbx-v2", "csv", "tsv"])
@settings(max_examples=25, deadline=None)
@given(drawn=terms(NAME))
def test_any_name_survives(format, drawn):
    read, losses, _ = back_and_forth(format, drawn, Options())
    split = [form for form in losses.counts if "|" in form]
    if not split:
        kept = [t for t in drawn if t.status == "approved" or "status" in holds(format)]
        assert [t.term for t in read] == [t.term for t in kept]
        assert [t.admitted for t in read] == [t.admitted for t in kept]
        assert [dict(t.native) for t in read] == [dict(t.native) for t in kept]


@pytest.mark.parametrize(
    "format", ["csv", "tsv", "memoq", "weblate", "deepl", "google", "wikidata-csv"]
)
def test_no_cell_is_a_formula(format):
    evil = Term(
        "=HYPERLINK(1)", "x", native={"ru": ("+1+1", "@SUM(1)")}, note="-2", source="wikidata:Q1"
    )
    _, _, text = back_and_forth(format, [evil])
    cells = [
        cell
        for row in csv.reader(io.StringIO(text), delimiter="\t" if format == "tsv" else ",")
        for cell in row
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("format", ["tbx", "tbx-dct", "tbx-v2"])
@settings(max_examples=30, deadline=None)
@given(ident=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8))
def test_any_id_is_an_xml_id(format, ident):
    from lxml import etree

    read, _, text = back_and_forth(format, [Term("A", ident)])
    assert read[0].id == ident
    found = etree.fromstring(text.encode()).xpath("//@id")
    assert not any(char.isspace() or char in "&<>\"'" for char in found[0])
    assert found[0][0].isalpha() or found[0][0] == "_"


def test_proposed_terms_do_not_become_approved():
    proposed = Term("Anna", "anna", status="proposed")
    for format in ("tbx", "google"):
        read, losses, _ = back_and_forth(format, [proposed], Options())
        assert read == []
        assert losses.counts["proposed terms, left out (--proposed takes them)"] == 1
        read, _, _ = back_and_forth(format, [proposed], Options(proposed=True))
        assert [term.term for term in read] == ["Anna"]
