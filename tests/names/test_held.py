"""Which entries a source sentence holds, and how sure that is."""

import pytest

from reviewer.glossary.model import Glossary, Term
from reviewer.names.held import Holder
from reviewer.names.matcher import Matcher
from reviewer.names.source import Reader, likeness, source_tokens

NAMES = (
    "Artsrun Hovhannisyan",
    "Ilham Aliyev",
    "Museum of Occupations",
    "Bank of Georgia",
    "Kutaisi",
)
MATCHER = Matcher(Glossary(tuple(Term(name, name) for name in NAMES)))
HOLDER = Holder(MATCHER.glossary, MATCHER.index, MATCHER.term, Reader(MATCHER.index))


def held(source, lang):
    tokens = source_tokens(source)
    return {one.form: one.nats for one in HOLDER.held(tokens, source, lang) if one.nats > 3}


@pytest.mark.parametrize(
    ("lang", "source", "form"),
    [
        ("ru", "Об этом сказал Арцрун Ованнисян.", "Artsrun Hovhannisyan"),
        ("ru", "Заявление Ованнисяна удивило.", "Artsrun Hovhannisyan"),
        ("lv", "Par to runāja Ilhams Alijevs.", "Ilham Aliyev"),
        ("et", "Okupatsioonide Muuseumis avati näitus.", "Museum of Occupations"),
        ("ka", "ქალაქ ქუთაისში წვიმს.", "Kutaisi"),
        ("he", "כך אמר אילהאם אלייב.", "Ilham Aliyev"),
        ("ar", "قال إلهام علييف ذلك.", "Ilham Aliyev"),
        ("hy", "Խոսեց Արծրուն Հովհաննիսյանը։", "Artsrun Hovhannisyan"),
    ],
)
def test_held(lang, source, form):
    assert form in held(source, lang)


@pytest.mark.parametrize(
    ("lang", "source"),
    [
        ("ru", "Гейдар Алиев умер."),  # another one of the surname
        ("ru", "Музей открыли вчера."),  # a word of a name is not the name
        ("ru", "Грузия победила."),
        ("ru", "о горе и радости"),  # written small
        ("he", "הנשיא אמר שהמצב קשה."),  # words that no name of the glossary spells
        ("th", "อิลฮัม อาลีเยฟ"),  # a script that is not read
        ("lv", "Ilhams Petrovs runāja."),  # a given name alone
    ],
)
def test_not_held(lang, source):
    assert held(source, lang) == {}


def test_a_word_also_written_small_is_no_name():
    assert not source_tokens("Гори ясно. Мы гори не видели.")[0].capital


def test_tokens_know_where_sentences_open():
    source = "Рига ждёт. «Осло» ждёт и Минск."
    assert [(t.text, t.opening) for t in source_tokens(source) if t.capital] == [
        ("Рига", True),
        ("Осло", True),
        ("Минск", False),
    ]


def test_likeness_ranks_exact_over_romanised_over_spelled():
    exact, romanised = likeness("pashinyan", "Pashinyan"), likeness("pashinyan", "Pashinian")
    spelled, other = likeness("pashinyan", "Pašinjan"), likeness("pashinyan", "Kovalchuk")
    assert exact[0] > romanised[0] > spelled[0] > 5 > 0 > other[0]
