"""Whole names: the same in other letters, or another's."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.names.compare import compare, score, score_pairs

# language the variant comes from, the name, the variant
SAME = """
lv | Artsrun Hovhannisyan | Arcruns Ovannisyan
lv | Volodymyr Zelenskyy | Volodimirs Zelenskis
lv | George Bush | Džordžs Bušs
lv | Michelle Bachelet | Mišela Bačeleta
lv | Yerevan | Jerevāna
lt | Angela Merkel | Angelos Merkel
lt | Charles Michel | Šarlis Mišelis
lt | Washington | Vašingtonas
et | Khachatur Poghosyan | Hatšatur Poghosjan
et | Chernihiv | Tšernihiv
et | Toomas Hendrik Ilves | Toomase Hendrik Ilvese
pl | Volodymyr Zelenskyy | Wołodymyr Zełenski
pl | Nikita Khrushchev | Nikita Chruszczow
pl | Kharkiv | Charków
de | Mikhail Gorbachev | Michail Gorbatschow
de | Anton Chekhov | Anton Tschechow
fr | Vladimir Putin | Vladimir Poutine
fr | Leonid Kuchma | Leonid Koutchma
tr | Shusha | Şuşa
tr | Robert Kocharyan | Robert Koçaryan
az | Donald Trump | Donald Tramp
az | Khankendi | Xankəndi
ru | Hernan Cortes | Ernan Kortes
ru | Friedhelm Funkel | Fridgelm Funkel
uk | Oleh Blokhin | Oleg Blokhin
cs | Hillary Clinton | Hillary Clintonová
cs | Boris Yeltsin | Boris Jelcin
cs | Carrie Lam | Carrie Lamová
cs | New Athos | Nový Athos
sk | Central America | Stredná Amerika
pl | New Caledonia | Nowa Kaledonia
az | Central America | Mərkəzi Amerika
hu | Leonid Brezhnev | Leonyid Brezsnyev
hu | Nikita Khrushchev | Nyikita Hruscsov
is | Gudrun Jonsdottir | Guðrún Jónsdóttir
ro | Chisinau | Chișinău
sr | George Washington | Džordž Vašington
-- | New Market | Newmarket
-- | Hamid Reza Karimi | Hamidreza Karimi
-- | Joseph Biden | Joe Biden
-- | Ban Ki-moon | Ki-moon Ban
-- | Saddam Hussein | Saddām Ḥusayn
-- | John F. Kennedy | John Fitzgerald Kennedy
-- | Muhammad bin Salman | Mohammed Salman
-- | Hovhannisyan | Ovannisyan
-- | Morawiecki | Moravecki
"""
DIFFERENT = """
Ilham Aliyev | Heydar Aliyev
Serzh Sargsyan | Vazgen Sargsyan
Hosni Mubarak | Gamal Mubarak
Bashar al-Assad | Hafez al-Assad
Angela Merkel | Angela Davis
Nové Zámky | New Orleans
New Athos | Nowy Sad
North Macedonia | Južna Makedonija
Sergey Lavrov | Sergey Shoigu
Donald Tusk | Donald Trump
Vladimir Putin | Dmitry Medvedev
Kim Jong Un | Kim Jong Il
Elizabeth II | Elizabeth I
Louis XIV | Louis XVI
John Smith Jr. | John Smith Sr.
George W. Bush | George H. W. Bush
Austria | Australia
Goris | Gori
Slovakia | Slovenia
Iran | Iraq
Niger | Nigeria
Mali | Malawi
Guinea | Guyana
Paraguay | Uruguay
Latvia | Lithuania
Budapest | Bucharest
Yerevan | London
Vilnius | Villach
Pashinyan | Sargsyan
Hovhannisyan | Petrosyan
Merkel | Macron
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "canonical", "variant"), _rows(SAME))
def test_the_same_name(language, canonical, variant):
    found = compare(canonical, variant)
    assert found.score > 0.5
    assert found.verdict != "different"


@pytest.mark.parametrize(("canonical", "variant"), _rows(DIFFERENT))
def test_another_name(canonical, variant):
    assert compare(canonical, variant).verdict == "different"
    assert compare(variant, canonical).verdict == "different"


@pytest.mark.parametrize(
    ("canonical", "variant", "verdict"),
    [
        ("Jean-Luc Godard", "Jean Luc Godard", "same-form"),
        ("Ban Ki-moon", "BAN KI-MOON", "same-form"),
        ("Ban Ki-moon", "Ki-moon Ban", "same-form"),
        ("O'Neill", "O’Neill", "same-form"),
        ("Sergey Lavrov", "Sergei Lavrov", "romanisation"),
        ("Nikol Pashinyan", "Nikol Pashinian", "romanisation"),
        ("Chișinău", "Chisinau", "romanisation"),
        ("Artsrun Hovhannisyan", "Arcruns Ovannisyan", "garbled"),
        ("Ilham Aliyev", "Heydar Aliyev", "different"),
    ],
)
def test_verdicts(canonical, variant, verdict):
    assert compare(canonical, variant).verdict == verdict


def test_tokens_say_what_stands_for_what():
    found = compare("Artsrun Hovhannisyan", "Ovannisyan Arcruns Jr.")
    assert [(t.canonical, t.variant) for t in found.tokens] == [
        ("artsrun", "arcruns"),
        ("hovhannisyan", "ovannisyan"),
        (None, "jr"),
    ]


def test_a_name_in_another_script_is_romanised():
    assert compare("Artsrun Hovhannisyan", "Арцрун Ованнисян").score > 0.9
    assert compare("Արծրուն Հովհաննիսյան", "Arcruns Ovannisyan").score > 0.5
    assert compare("Artsrun Hovhannisyan", "Владимир Путин").score < 0.5


def test_a_cyrillic_letter_in_a_latin_name_is_read_as_its_look_alike():
    assert score("Gorbachev", "G\u043erbachev") == 1.0


def test_pairs_are_scored_as_one_by_one():
    pairs = [("Artsrun Hovhannisyan", "Arcruns Ovannisyan"), ("Iran", "Iraq"), ("", "")]
    assert score_pairs(pairs) == [score(a, b) for a, b in pairs]
    pairs *= 500  # so many that the trees are asked all at once
    assert score_pairs(pairs) == [score(a, b) for a, b in pairs]


def test_many_pairs_are_shared_out_and_keep_their_order():
    pairs = [("Hovhannisyan", f"Ovannis{a}{b}an") for a in "yijae" for b in "yijaeou"] * 60
    assert score_pairs(pairs, jobs=2) == score_pairs(pairs)


@pytest.mark.parametrize(
    "name",
    ["", " ", "-", "'", "x", "7", "7 7 7", "\u200f\u05d0", "\u0301", "ა" * 300, "a b " * 80,
     "é" * 300, "a" * 300, "\u202eabc\u202c", "王", "الأسد", "a\u0308\u0301\u0323" * 90, "\x00\x1b[2J"],
)  # fmt: skip
def test_hostile_names_are_judged_quickly(name):
    start = time.process_time()
    for other in ("Artsrun Hovhannisyan", name, "", "b" * 300, "c d " * 80):
        assert 0 <= compare(name, other).score <= 1
        assert 0 <= compare(other, name).score <= 1
    assert time.process_time() - start < 2


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_get_a_score_and_a_verdict(a, b):
    found = compare(a, b)
    assert 0 <= found.score <= 1
    assert found.verdict in ("same-form", "romanisation", "garbled", "different")


@given(st.text("abcdehiklmnoprstuvyz -", min_size=1, max_size=30))
@settings(max_examples=50, deadline=None)
def test_a_name_is_itself(name):
    assert score(name, name) == (1.0 if name.replace("-", " ").strip() else 0.0)
