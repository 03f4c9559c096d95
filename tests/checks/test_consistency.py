"""Names spelled two ways: found without a glossary, relatives and namesakes let be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks import consistency
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary, Term
from reviewer.model import Document

EMPTY = Context(Shared(Glossary(())))


def document(text, path="a.txt"):
    return Document.plain(text)._replace(path=path)


def check(text, context=EMPTY):
    return [
        (f.text, f.suggestions[0], f.severity) for f in consistency.run(document(text), context)
    ]


BAD = [
    # full names with one given name: sure
    ("Mateusz Morawiecki spoke. Then Mateusz Moravecki left. Mateusz Morawiecki waved.",
     "Mateusz Moravecki", "Mateusz Morawiecki", "warning"),
    ("Zohrab Mnatsakanyan came. Zohrab Mnacakanjan sat down. Zohrab Mnatsakanyan spoke.",
     "Zohrab Mnacakanjan", "Zohrab Mnatsakanyan", "warning"),
    ("Irakli Kobakhidze agreed. Later Irakli Kobahidze refused. Irakli Kobakhidze slept.",
     "Irakli Kobahidze", "Irakli Kobakhidze", "warning"),
    # another romanisation: right, but not the article's
    ("Nikol Pashinyan spoke. Nikol Pashinian left. Nikol Pashinyan waved.",
     "Nikol Pashinian", "Nikol Pashinyan", "info"),
    # a surname alone: may be another's
    ("Mateusz Morawiecki spoke. Reporters asked Moravecki. Mateusz Morawiecki left.",
     "Moravecki", "Morawiecki", "info"),
    # places, long and much alike
    ("They left Stepanakert. Shells fell on Stepanakjert. In Stepanakert it is quiet.",
     "Stepanakjert", "Stepanakert", "info"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right", "severity"), BAD)
def test_two_spellings(text, wrong, right, severity):
    assert check(text) == [(wrong, right, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Bashar al-Assad followed Hafez al-Assad.",
        "Ilham Aliyev is married to Mehriban Aliyeva. Aliyev and Aliyeva were there.",
        "Serzh Sargsyan met Armen Sarkissian. Sargsyan and Sarkissian shook hands.",
        "Wladimir Klitschko is the brother of Vitali Klitschko.",
        "John Smith and John Smithson came. Smith and Smithson left.",
        "Erik Jansen lost. Erik Hansen won. Jansen congratulated Hansen.",
        "Estonia and Estonian ministers; the Aliyevs and Aliyev; Slovakia and Slovenia.",
        "Gori lies in Georgia, Goris in Armenia.",
        "Austria plays Australia. Niger borders Nigeria.",
        "Maria Petrova and Marina Petrova are sisters.",
        "Nancy Pelosi, Pelosi’s office, PELOSI",
        "Mr Kallas and Ms Kallas spoke. Kaja Kallas left.",
        "Petr Novák married Jana Nováková.",
        "The price rose. Prince Price praised Prices.",
        "",
        "A",
    ],
)
def test_different_names_are_let_be(text):
    assert check(text) == []


def test_the_glossary_decides_against_the_majority():
    context = Context(Shared(Glossary((Term("Mateusz Morawiecki", "a"),))))
    text = "Mateusz Moravecki spoke. Mateusz Moravecki left. Mateusz Morawiecki waved."
    assert check(text, context) == [("Mateusz Moravecki", "Mateusz Morawiecki", "warning")] * 2


def test_two_names_of_the_glossary_are_two_names():
    terms = (Term("Marko Kovačić", "a"), Term("Marko Kovačević", "b"))
    context = Context(Shared(Glossary(terms)))
    assert check("Marko Kovačić met Marko Kovačević.", context) == []


def judged(*texts):
    facts = [
        fact
        for number, text in enumerate(texts)
        for fact in consistency.facts(document(text, f"{number}.txt"), EMPTY)
    ]
    return [(f.path, f.text, f.suggestions[0], f.severity) for f in consistency.judge(facts, EMPTY)]


def test_across_articles_is_told_once_an_article_as_info():
    texts = (
        "Irakli Kobakhidze spoke. Irakli Kobakhidze left.",
        "Irakli Kobahidze spoke. Irakli Kobahidze left.",
        "Irakli Kobakhidze again.",
    )
    assert judged(*texts) == [("1.txt", "Irakli Kobahidze", "Irakli Kobakhidze", "info")]


def test_what_an_article_tells_itself_is_not_told_again():
    text = "Irakli Kobakhidze spoke. Irakli Kobahidze left. Irakli Kobakhidze waved."
    assert len(check(text)) == 1
    assert judged(text, "Irakli Kobakhidze slept.") == []


def test_surnames_alone_are_not_compared_across_articles():
    assert judged("Morawiecki spoke.", "Moravecki spoke.") == []


def test_cost_grows_with_the_text():
    names = [
        f"{a}{b}{c}ov" for a in ("Ba", "De", "Gi", "Ko") for b in "rlmnst" for c in ("ad", "ek")
    ]
    assert check(" ".join(f"Then Ivan {name} spoke." for name in names * 40)) is not None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_no_text_breaks_it(texts):
    judged(*(f"{text} Ivan Petrov {text}" for text in texts))
    for text in texts:
        check(text)
