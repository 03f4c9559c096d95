"""Looking many tokens up at once finds all that looking each up finds, and little else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reviewer.glossary.model import Glossary, Term
from reviewer.names import index as module
from reviewer.names import lexicon
from reviewer.names.index import NameIndex, build
from reviewer.names.lexicon import Lexicon
from reviewer.names.matcher import Matcher
from reviewer.names.phonetic import plain

LEAST = 0.6
LETTERS = st.text("aabeiknorstuvzš", min_size=1, max_size=9)
ANYTHING = st.text(min_size=1, max_size=80)


def sifting(names: list[str]) -> NameIndex:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SIFTED", 1)
        return build([Term(name, str(number)) for number, name in enumerate(names)])


@given(st.lists(LETTERS | ANYTHING, max_size=30), st.lists(LETTERS | ANYTHING, max_size=8))
def test_nobody_similar_is_left_out(names: list[str], asked: list[str]) -> None:
    index = sifting(names)
    if not index.sifts:
        return
    tokens = [(text, plain(text)) for text in asked]
    for (text, letters), found in zip(tokens, index.alike(tokens, LEAST), strict=True):
        near = index.near(text)
        assert found == sorted(set(found) & set(near))
        for number in set(near).difference(found):
            assert Indel.normalized_similarity(index.tokens[number], letters) < LEAST


@pytest.mark.parametrize(
    ("asked", "found", "dropped"),
    [
        ("Zukov", "zhukov", "sakefa"),
        ("Gorisa", "goris", "kyrssy"),
        ("Arcruns", "artsrun", "irzzoran"),
    ],
)
def test_who_only_sounds_alike_is_dropped(asked: str, found: str, dropped: str) -> None:
    index = sifting([found, dropped])
    near = index.near(asked)
    assert [index.tokens[number] for number in near] == [found, dropped]
    assert index.alike([(asked, plain(asked))], LEAST) == [near[:1]]


@given(st.lists(LETTERS, min_size=1, max_size=60), st.lists(LETTERS, max_size=8))
def test_of_a_crowd_the_same_are_kept_whoever_asks(names: list[str], asked: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CROWDED", 1)
        patch.setattr(module, "_CROWD", 2)
        index = sifting(names)
        together, alone = Lexicon(index), Lexicon(index)
        together.look_up(name.capitalize() for name in asked)
        for name in asked:
            token = name.capitalize(), plain(name.capitalize())
            assert together.word(*token).near == alone.word(*token).near


def test_letters_are_kept_for_a_large_index_only() -> None:
    assert not build([Term("Artsrun Hovhannisyan", "1")]).sifts
    assert sifting(["Artsrun Hovhannisyan"]).sifts


def test_an_article_reads_the_same_with_a_sieve(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Artsrun Hovhannisyan", "Nikol Pashinyan", "Goris", "Hadrut", "Ilham Aliyev"]
    text = (
        "Arcruns Ovannisyan met Nikola Pasinjans in Gorisa. Hadruta is quiet, said Ilhams Alijevs."
    )
    glossary = Glossary(terms=tuple(Term(name, name) for name in names))
    plainly = Matcher(glossary).find(text)
    assert len(plainly) > 2
    monkeypatch.setattr(lexicon, "_WORTH_SIFTING", 0)
    monkeypatch.setattr(module, "_SIFTED", 1)
    matcher = Matcher(glossary)
    assert matcher.find(text) == plainly
    assert matcher.index.sifts


def test_words_are_looked_up_at_once_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    index = sifting(["Artsrun Hovhannisyan"])
    few = Lexicon(index)
    few.look_up(["Arcruns Ovannisyan"])
    assert few.word("Arcruns", "arcruns").candidates is None
    monkeypatch.setattr(lexicon, "_WORTH_SIFTING", 0)
    many = Lexicon(index)
    many.look_up(["Arcruns Ovannisyan"])
    assert many.word("Arcruns", "arcruns").candidates == [0]
