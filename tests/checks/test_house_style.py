"""The house's form where usage is divided: found, suggested, and nowhere forced on a right text."""

import pytest

from reviewer.checks import house_style
from reviewer.checks._context import Context, Shared
from reviewer.checks._style import HouseStyle
from reviewer.config import Settings
from reviewer.engine.checker import Checker
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Document

FORMS = {
    "Kiev": "Kyiv",
    "Karabakh": "Nagorno-Karabakh",
    "Republic of Turkey": "Republic of Türkiye",
    "St. Petersburg": "Saint Petersburg",
}


def found(text, forms=FORMS):
    context = Context(Shared(Glossary(()), style=HouseStyle(forms)))
    return [(f.text, *f.suggestions) for f in house_style.run(Document.plain(text), context)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kiev answered.", [("Kiev", "Kyiv")]),
        ("Kiev’s mayor, a pro-Kiev rally", [("Kiev", "Kyiv")] * 2),
        ("KIEV ANSWERS", [("KIEV", "KYIV")]),
        ("the Republic of\nTurkey", [("Republic of\nTurkey", "Republic of Türkiye")]),
        ("in St. Petersburg.", [("St. Petersburg", "Saint Petersburg")]),
        ("Karabakh and Nagorno-Karabakh", [("Karabakh", "Nagorno-Karabakh")]),
        ("Kyiv, Kievan Rus, Kievsky, kiev, Turkey", []),
    ],
)
def test_forms_of_others_are_found(text, wanted):
    assert found(text) == wanted


def test_without_a_house_style_every_form_passes():
    assert found("Kiev and Kyiv", {}) == []


def test_two_forms_for_each_other_are_exchanged_once():
    assert found("Kiev, Kyiv", {"Kiev": "Kyiv", "Kyiv": "Kiev"}) == [
        ("Kiev", "Kyiv"),
        ("Kyiv", "Kiev"),
    ]


@pytest.mark.parametrize(
    ("forms", "suggested"), [({}, "Kyiv"), (FORMS, "Kyiv"), ({"Kyiv": "Kiev"}, "Kiev")]
)
def test_suggestions_of_other_checks_follow(tmp_path, forms, suggested):
    glossary = Glossary((Term("Kyiv", "kyiv", "place", deprecated=("Kijeva",)),))
    checker = Checker(Settings(tmp_path, house_style=forms), glossary)
    (finding,) = checker.check(Document.plain("They left Kijeva on Tuesday.")).findings
    assert finding.suggestions == (suggested,)
    assert finding.message.endswith(f"→ {suggested}")
