"""Which right form is suggested: the article's own, else the preferred one, in the same shape."""

from __future__ import annotations

import pytest

from reviewer.checks import names, source_names
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Document, Segment
from reviewer.names.wanted import wanted

ERDOGAN = Term("Recep Tayyip Erdoğan", "erdogan", "person", admitted=("Recep Tayyip Erdogan",))
ZALUZHNYI = Term(
    "Valerii Zaluzhnyi",
    "zaluzhnyi",
    "person",
    admitted=("Valery Zaluzhny", "Valeriy Zaluzhnyy", "General Valery Zaluzhny"),
)
ASSAD = Term("Bashar al-Assad", "assad", "person", admitted=("Bashar al-Asad", "Bashar Assad"))
PUTIN = Term("Vladimir Vladimirovich Putin", "putin", "person", admitted=("Vladimir Putin",))
MYANMAR = Term("Burma", "myanmar", "place", admitted=("Myanmar",))
KYIV = Term("Kyiv", "kyiv", "place", admitted=("Kiev",))
CONTEXT = Context(Shared(Glossary((ERDOGAN, ZALUZHNYI, ASSAD))))


@pytest.mark.parametrize(
    ("term", "nearest", "standing", "expected"),
    [
        (ZALUZHNYI, "Valery Zaluzhny", "", "Valerii Zaluzhnyi"),
        (ZALUZHNYI, "Valery Zaluzhny", "Valery Zaluzhny", "Valery Zaluzhny"),
        (ZALUZHNYI, "Valerii Zaluzhnyi", "Zaluzhny", "Valery Zaluzhny"),
        (ZALUZHNYI, "Zaluzhny", "", "Zaluzhnyi"),
        (ZALUZHNYI, "Zaluzhnyi", "Valery Zaluzhny", "Zaluzhny"),
        (ZALUZHNYI, "General Valery Zaluzhny", "", "General Valery Zaluzhny"),
        (ERDOGAN, "Recep Tayyip Erdogan", "", "Recep Tayyip Erdoğan"),
        (ERDOGAN, "Tayyip Erdogan", "", "Tayyip Erdoğan"),
        (ERDOGAN, "Erdoğan", "Erdogan", "Erdogan"),
        (ASSAD, "Bashar al-Asad", "Bashar Assad", "Bashar Assad"),
        (ASSAD, "Bashar al-Asad", "Assad", "Bashar al-Assad"),
        (ASSAD, "Asad", "", "Assad"),
        (PUTIN, "Vladimir Putin", "", "Vladimir Putin"),
        (PUTIN, "Vladimirovich", "", "Vladimirovich"),
        (MYANMAR, "Myanmar", "", "Myanmar"),
        (MYANMAR, "Myanmar", "Burma", "Myanmar"),
        (KYIV, "Kiev", "", "Kyiv"),
        (KYIV, "Kyiv", "Kiev", "Kiev"),
    ],
)
def test_form(term: Term, nearest: str, standing: str, expected: str) -> None:
    assert wanted(term, nearest, {standing, *standing.split()}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There Valerijs Zalužnijs spoke.", "Valerii Zaluzhnyi"),
        ("There Valerijs Zalužnijs spoke. Then Valery Zaluzhny left.", "Valery Zaluzhny"),
        ("There Redžeps Tajips Erdogans met Emine. Erdoğan left.", "Recep Tayyip Erdoğan"),
        ("There Redžeps Tajips Erdogans met Emine. Erdogan left.", "Recep Tayyip Erdogan"),
        ("There Bašars Asads spoke. Then Bashar al-Assad left.", "Bashar al-Assad"),
        ("There VALERIJS ZALUŽNIJS left. Valery Zaluzhny spoke.", "VALERY ZALUZHNY"),
    ],
)
def test_first_suggestion(text: str, expected: str) -> None:
    found = [f for f in names.run(Document.plain(text), CONTEXT) if f.code == "garbled-name"]
    assert [finding.suggestions[0] for finding in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There Valerijs Zalužnijs spoke.", "Valerii Zaluzhnyi"),
        ("There Valerijs Zalužnijs spoke. Then Valery Zaluzhny left.", "Valery Zaluzhny"),
    ],
)
def test_first_suggestion_beside_the_source(text: str, expected: str) -> None:
    source = "Tur runāja Valerijs Zalužnijs."
    document = Document.plain(text)
    end = text.index(".") + 1
    document = document._replace(segments=(Segment(0, end, source, "lv"),))
    found = source_names.run(document, CONTEXT)
    assert [f.suggestions[0] for f in found if f.code == "wrong-name"] == [expected]
