"""The compiled form gives back what went in, or nothing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary import compiled
from reviewer.glossary.model import KINDS, RULE_CODES, WITHIN, Glossary, Rule, Term
from reviewer.glossary.records import Joined
from reviewer.model import SEVERITIES

# Anything a reader lets through, quotes, brackets and other scripts included.
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
forms = st.lists(text, max_size=3).map(tuple)
approved_or_not = st.sampled_from(["approved", "proposed"])
term_strategy = st.builds(
    Term,
    term=text,
    id=text,
    kind=st.sampled_from(KINDS),
    native=st.dictionaries(text, forms, max_size=3),
    admitted=forms,
    deprecated=forms,
    status=approved_or_not,
    note=text,
    source=text,
    word=st.booleans(),
    origin=st.tuples(st.just("f"), st.integers(0, 10**7)),
)
rule_strategy = st.builds(
    Rule,
    id=text,
    code=st.sampled_from(RULE_CODES),
    words=forms,
    pattern=text,
    trigger=text,
    replace=forms,
    unless=forms,
    when=forms,
    within=st.sampled_from(WITHIN),
    severity=st.sampled_from(SEVERITIES),
    safe=st.booleans(),
    quoted=st.booleans(),
    note=text,
    bad=forms,
    good=forms,
    origin=text,
    place=st.tuples(st.just("f"), st.integers(0, 10**7)),
)


EMPTY = Glossary(())


def native_forms(term):
    return tuple(form for forms in term.native.values() for form in forms)


def opened(terms, glossary=EMPTY, notes=()):
    return compiled.open_data(compiled.dump(glossary, terms, notes, "source"), "source", "f")


@given(st.lists(term_strategy, max_size=12), st.lists(rule_strategy, max_size=3), text)
def test_what_goes_in_comes_out(terms, rules, title):
    head = Glossary((), tuple(rules), title=title, language="de", diacritics="off")
    found = opened(terms, head, [(3, title)])
    ordered = [t for t in terms if t.status == "approved"]
    ordered += [t for t in terms if t.status != "approved"]
    assert list(found.terms) == ordered
    assert [found.terms[i] for i in range(len(terms))] == ordered
    assert list(found.terms.right_forms()) == [t.right_forms for t in ordered]
    assert list(found.terms.native_forms()) == [native_forms(t) for t in ordered]
    assert all(t.status == "approved" for t in found.terms[: found.approved])
    assert all(t.status == "proposed" for t in found.terms[found.approved :])
    assert vars(found.glossary) == vars(head.changed(digest="source"))
    assert found.notes == ((3, title),)


@given(st.lists(term_strategy, max_size=8), st.slices(8), text)
def test_slices_and_ids_as_in_a_list(terms, cut, other):
    terms = list(opened(terms).terms)
    part = opened(terms).terms[cut]
    assert list(part) == terms[cut]
    assert list(part.right_forms()) == [t.right_forms for t in terms[cut]]
    assert list(part.native_forms()) == [native_forms(t) for t in terms[cut]]
    for ident in {other, *(t.id for t in terms)}:
        assert part.find(ident) == next((t for t in terms[cut] if t.id == ident), None)


@given(st.lists(st.lists(term_strategy, max_size=4), max_size=4), text)
def test_joined_files_are_one_list(files, other):
    parts = [opened(terms).terms for terms in files]
    flat = [term for part in parts for term in part]
    joined = Joined(parts)
    assert list(joined) == flat
    assert [joined[i] for i in range(-len(flat), len(flat))] == flat + flat
    assert list(joined[1:]) == flat[1:]
    assert list(joined.right_forms()) == [t.right_forms for t in flat]
    assert list(joined.native_forms()) == [native_forms(t) for t in flat]
    assert joined.find(other) == next((t for t in flat if t.id == other), None)
    with pytest.raises(IndexError):
        joined[len(flat)]


def test_more_terms_than_are_decoded_at_once():
    terms = [Term(f"Name {i}", f"name-{i}", origin=("f", i)) for i in range(2500)]
    found = opened(terms).terms
    assert list(found) == terms
    assert list(found[1000:2100]) == terms[1000:2100]
    assert found.find("name-2499") == terms[2499]


SMALL = compiled.dump(
    Glossary((), (Rule("r", "calque", words=("x",)),), title="T", language="en"),
    [Term("Ana Mora", "ana-mora", note="n"), Term("Бо", "b", status="proposed")],
    [],
    "source",
)


def test_damage_at_any_byte_is_seen():
    for position in range(len(SMALL)):
        damaged = bytearray(SMALL)
        damaged[position] ^= 0x20
        with pytest.raises(compiled.DamagedError):
            compiled.open_data(bytes(damaged), "source", "f")


def test_a_torn_file_is_seen():
    for length in range(len(SMALL)):
        with pytest.raises(compiled.DamagedError):
            compiled.open_data(SMALL[:length], "source", "f")


def test_another_source_is_seen():
    with pytest.raises(compiled.DamagedError):
        compiled.open_data(SMALL, "other", "f")


def test_another_schema_or_byte_order_is_seen(monkeypatch):
    monkeypatch.setattr(compiled.sys, "byteorder", "middle")
    with pytest.raises(compiled.DamagedError):
        compiled.open_data(SMALL, "source", "f")
    monkeypatch.undo()
    monkeypatch.setattr(compiled, "SCHEMA", 0)
    with pytest.raises(compiled.DamagedError):
        compiled.open_data(SMALL, "source", "f")


@pytest.mark.skipif(compiled.sys.byteorder != "little", reason="the golden is little-endian")
def test_the_form_belongs_to_its_schema():
    """Where this fails, the form has changed: raise SCHEMA, then put the new hash here."""
    digest = hashlib.sha256(SMALL).hexdigest()[:16]
    assert (compiled.SCHEMA, digest) == (5, "e5fd004045b50959")
