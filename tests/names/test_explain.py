"""Explanations name the right origin, in few words."""

import pytest

from reviewer.names.changes import changes
from reviewer.names.compare import compare
from reviewer.names.explain import explain, languages

# name, variant, what the explanation must hold, what it must not
CASES = [
    ("Artsrun Hovhannisyan", "Arcruns Ovannisyan",
     ["ts→c Latvian spelling", "h dropped, as in Russian", "-s Latvian nominative"], ["known rule"]),
    ("George Bush", "Džordžs Bušs", ["sh→š Latvian", "-s Latvian nominative"], ["known rule"]),
    ("Michelle Bachelet", "Mišela Bačeleta", ["ch→š", "ch→č Latvian"], ["known rule"]),
    ("Yerevan", "Jerevāna", ["ye→je Latvian", "-a Latvian"], ["known rule"]),
    ("Washington", "Vašingtonas", ["w→v", "-as Lithuanian nominative"], ["Latvian"]),
    ("Angela Merkel", "Angelos Merkel", ["-a→-os Lithuanian genitive"], ["Latvian"]),
    ("Charles Michel", "Šarlis Mišelis", ["ch→š Latvian or Lithuanian"], []),
    ("Khachatur Poghosyan", "Hatšatur Poghosjan", ["ch→tš", "Estonian"], ["Latvian"]),
    ("Toomas Hendrik Ilves", "Toomase Hendrik Ilvese", ["-e Estonian"], ["Latvian"]),
    ("Nikita Khrushchev", "Nikita Chruszczow", ["shch→szcz", "Polish spelling"], ["German"]),
    ("Volodymyr Zelenskyy", "Wołodymyr Zełenski", ["v→w", "Polish spelling"], ["German"]),
    ("Mikhail Gorbachev", "Michail Gorbatschow", ["ch→tsch", "German spelling"], ["Polish"]),
    ("Anton Chekhov", "Anton Tschechow", ["kh→ch", "German spelling"], ["known rule"]),
    ("Vladimir Putin", "Vladimir Poutine", ["u→ou", "French spelling"], ["known rule"]),
    ("Leonid Kuchma", "Leonid Koutchma", ["ch→tch", "French spelling"], ["known rule"]),
    ("Robert Kocharyan", "Robert Koçaryan", ["ch→ç Turkish"], ["Latvian"]),
    ("Shusha", "Şuşa", ["sh→ş Turkish"], ["known rule"]),
    ("Khankendi", "Xankəndi", ["kh→x", "e→ə", "Azerbaijani spelling"], ["Turkish"]),
    ("Hernan Cortes", "Ernan Kortes", ["h dropped, as in Russian"], ["known rule"]),
    ("Friedhelm Funkel", "Fridgelm Funkel", ["h→g, as in Russian"], []),
    ("Oleh Blokhin", "Oleg Blokhin", ["h→g, as in Russian"], ["known rule"]),
    ("Ihor Kolomoisky", "Igor Kolomoisky", ["h→g, as in Russian"], ["known rule"]),
    ("Gomel", "Homel", ["g→h, as in Ukrainian"], []),
    ("Hillary Clinton", "Hillary Clintonová", ["-ová Czech feminine ending"], []),
    ("Leonid Brezhnev", "Leonyid Brezsnyev", ["zh→zs Hungarian"], ["known rule"]),
    ("Nikita Khrushchev", "Nyikita Hruscsov", ["shch→scs Hungarian"], ["known rule"]),
    ("Thor Vilhjalmsson", "Þór Vilhjálmsson", ["th→þ", "Icelandic"], ["Latvian"]),
    ("Joseph Biden", "Joe Biden", ["Joe often stands for Joseph"], ["known rule"]),
    ("Ilham Aliyev", "Heydar Aliyev", ["Heydar is not Ilham"], ["spelling"]),
    ("Elizabeth II", "Elizabeth I", ["I is not II"], []),
    ("Goris", "Gori", ["Gori is not Goris"], ["Latvian"]),
    ("Sergey Lavrov", "Sergei Lavrov", ["another romanisation"], []),
    ("Chisinau", "Chișinău", ["diacritics differ"], []),
    ("Mateusz Morawiecki", "Mateušs Moraveckis", ["sz→š", "Latvian spelling", "-s Latvian"],
     ["Icelandic", "known rule"]),
    ("Recep Tayyip Erdoğan", "Redžeps Tajips Erdogans", ["c→dž, y→j Latvian spelling"],
     ["German", "Icelandic", "known rule"]),
    ("Cortes", "Kortes", ["c→k Latvian, Lithuanian or similar"], ["Estonian"]),
    ("Bashar al-Assad", "Bašars Asads", ["sh→š Latvian"], ["missing"]),
    ("Ursula von der Leyen", "Ursula fon der Leiena", ["y→i", "-a "], ["Fon", "Von"]),
    ("Ban Ki-moon", "Ban Ki Moon", ["order, case or hyphens"], []),
]  # fmt: skip


@pytest.mark.parametrize(("canonical", "variant", "told", "untold"), CASES)
def test_real_cases(canonical, variant, told, untold):
    lines = explain(compare(canonical, variant))
    text = " / ".join(lines)
    assert [part for part in told if part not in text] == [], text
    assert [part for part in untold if part in text] == [], text
    assert 1 <= len(lines) <= 3
    assert all(len(line) < 160 for line in lines)


def test_the_language_of_the_article_decides_between_equals():
    found = compare("Shushan Stepanyan", "Šušan Stepanian")
    assert "sh→š, y→i Lithuanian spelling" in explain(found, "lt")[0]
    assert "Latvian spelling" in explain(found, "lv")[0]


def test_a_language_that_explains_nothing_does_not_decide():
    found = compare("Mikhail Gorbachev", "Michail Gorbatschow")
    assert "German" in explain(found, "tr")[0]


@pytest.mark.parametrize("name", ["", "a" * 300, "a b " * 80, "\x1b[31m", "王", "é" * 200])
def test_hostile_names_are_explained(name):
    for pair in ((name, "Artsrun Hovhannisyan"), ("Artsrun Hovhannisyan", name), (name, name)):
        lines = explain(compare(*pair))
        assert 1 <= len(lines) <= 3


def test_changes_spell_both_tokens():
    found = changes("chekhov", "tschechow")
    assert [(c.canonical, c.variant, c.kind) for c in found] == [
        ("ch", "tsch", "spelling"),
        ("kh", "ch", "spelling"),
        ("v", "w", "spelling"),
    ]


def test_the_language_is_the_one_that_leaves_least_untold():
    assert languages("Mateusz Morawiecki", "Mateušs Moraveckis") == ("lv",)
    assert languages("Mikhail Gorbachev", "Michail Gorbatschow") == ("de",)
    assert languages("Artsrun", "Artsrun") == ()
