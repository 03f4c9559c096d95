"""The names check: codes, severities, replacements for exactly the span, hostile names."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.checks import names
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Document, Finding

TERMS = (
    Term("Artsrun Hovhannisyan", "artsrun", kind="person"),
    Term("Vygaudas Ušackas", "vygaudas", kind="person"),
    Term("Kyiv", "kyiv", kind="place", deprecated=("Kiev",)),
    Term("Sergei Lavrov", "sergei", kind="person"),
)


def check(text: str, terms: tuple[Term, ...] = TERMS, **fields: object) -> list[Finding]:
    context = Context(Shared(Glossary(terms, **fields)), dict(names.OPTIONS))  # type: ignore[arg-type]
    return list(names.run(Document.plain(text), context))


@pytest.mark.parametrize(
    ("text", "code", "severity", "span", "suggestion"),
    [
        ("Arcruns Ovannisyan said", "garbled-name", "error", "Arcruns Ovannisyan", "Artsrun Hovhannisyan"),
        ("ARCRUNS OVANNISYAN SAID", "garbled-name", "error", "ARCRUNS OVANNISYAN", "ARTSRUN HOVHANNISYAN"),
        ("the capital, Kiev, slept", "deprecated-name", "error", "Kiev", "Kyiv"),
        ("Sergey Lavrov said", "romanisation", "info", "Sergey Lavrov", "Sergei Lavrov"),
        ("Usackas said", "diacritics", "info", "Usackas", "Ušackas"),
    ],
)  # fmt: skip
def test_codes(text: str, code: str, severity: str, span: str, suggestion: str) -> None:
    (found,) = check(text)
    assert (found.code, found.severity) == (code, severity)
    assert text[found.start : found.end] == found.text == span
    assert found.suggestions[0] == suggestion
    assert found.code in names.CODES


def test_the_possessive_stays() -> None:
    text = "It was Arcruns Ovannisyan's plan."
    (found,) = check(text)
    corrected = text[: found.start] + found.suggestions[0] + text[found.end :]
    assert corrected == "It was Artsrun Hovhannisyan's plan."
    assert check(corrected) == []


def test_a_surname_alone_is_replaced_by_the_surname() -> None:
    (found,) = check("Vygaudas Ušackas lost. K. Ušacki won? No: Ušacki lost.")[-1:]
    assert (found.text, found.suggestions) == ("Ušacki", ("Ušackas",))
    assert "Vygaudas Ušackas stands elsewhere in the article" in found.explanation


def test_a_garbled_mention_is_no_witness() -> None:
    found = check("Arcruns Ovannisyan lost. Then Arcruns Ovannisyan won.")
    assert [finding.text for finding in found] == ["Arcruns Ovannisyan"] * 2
    assert not any("elsewhere" in line for one in found for line in one.explanation)


def test_an_article_is_explained_by_one_language() -> None:
    terms = tuple(Term(name, name, kind="person") for name in ("Kaja Wolska", "Erik Washer"))
    alone, *_ = check("There Kaja Volska came.", terms)
    both = check("There Kaja Volska came. There Ēriks Vašers left.", terms)
    assert "or similar" in alone.explanation[0]
    assert ["Latvian" in finding.explanation[0] for finding in both] == [True, True]
    assert "or similar" not in both[0].explanation[0]


def test_explanations_are_short_and_say_why() -> None:
    (found,) = check("Arcruns Ovannisyan said")
    assert 1 <= len(found.explanation) <= 3
    assert all(len(line) < 160 for line in found.explanation)
    assert found.term == "artsrun"
    assert found.message == "garbled name: Arcruns Ovannisyan → Artsrun Hovhannisyan"


@pytest.mark.parametrize("worth", ["info", "warning", "error"])
def test_diacritics_are_worth_what_the_glossary_says(worth: str) -> None:
    (found,) = check("Usackas said", diacritics=worth)
    assert found.severity == worth


def test_diacritics_may_be_off() -> None:
    assert check("Usackas said", diacritics="off") == []


def test_a_name_that_is_a_word_needs_evidence() -> None:
    terms = (Term("Wheatley", "w", kind="place", word=True),)
    assert check("The Wheatlej is old.", terms) == []
    (found,) = check("Wheatley is a town. The Wheatlej is old.", terms)
    assert found.suggestions == ("Wheatley",)


NASTY = (
    "",
    "A",
    "ǅ",
    "A" * 300,
    "Ab " * 100,
    "И" * 300,
    "a\u0301" * 150,
    "شمال كوريا",
    "Aа" * 100,
    "1234567890",
    "O'" * 100,
    "\ud800",
    "\u202eabc",
)


@pytest.mark.parametrize("name", NASTY)
def test_hostile_names_in_text_and_glossary(name: str) -> None:
    started = time.perf_counter()
    check(
        f"He met {name} and Arcruns {name} Ovannisyan.",
        (*TERMS, Term(name, "n"), Term(f"Ann {name}", "m")),
    )
    check(f"{name} " * 200, (Term(name, "n"), Term(name + "s", "m", native={"ru": (name,)})))
    assert time.perf_counter() - started < 10


LETTERS = st.text(st.characters(codec="utf-8"), max_size=30)
# Letters of any script, marks, digits, hyphens, apostrophes and spaces between them.
WRITTEN = st.text(
    st.one_of(
        st.characters(codec="utf-8", categories=("L", "M", "Nd")),
        st.sampled_from("aAbnoK'’-‐– \u0301\u0130ßﬁ1"),
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WRITTEN, min_size=1, max_size=4), LETTERS)
def test_a_right_name_is_never_flagged(listed: list[str], around: str) -> None:
    terms = tuple(
        Term(f"Ann {name.strip()} Bel", str(i), kind="person", admitted=(f"{name} Bell",))
        for i, name in enumerate(listed)
    )
    for term in terms:
        for form in term.right_forms:
            found = check(f"yesterday {form} spoke", terms)
            assert [f.code for f in found if f.severity != "info"] == []
    check(f"{around} {terms[0].term}{around}", terms)


def test_fixing_ends_the_finding() -> None:
    text = "Arcruns Ovannisyan met Vygaudui Ušackui and Ovannisyan left for Kiev."
    for _ in range(5):
        found = [f for f in check(text) if f.severity != "info"]
        if not found:
            break
        text = text[: found[0].start] + found[0].suggestions[0] + text[found[0].end :]
    assert text == "Artsrun Hovhannisyan met Vygaudas Ušackas and Hovhannisyan left for Kyiv."
