import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.names.inflection import stems


@pytest.mark.parametrize(
    ("lang", "inflected", "nominative"),
    [
        ("ru", "Ованнисяна", "Ованнисян"),
        ("ru", "Москве", "Москва"),
        ("ru", "Моравецкого", "Моравецкий"),
        ("uk", "Ковальчукові", "Ковальчук"),
        ("lv", "Pašinjanam", "Pašinjan"),
        ("lv", "Rīgas", "Rīga"),
        ("lv", "Daugavpilī", "Daugavpils"),
        ("lt", "Pašinjanu", "Pašinjan"),
        ("lt", "Panevėžį", "Panevėžys"),
        ("et", "Tallinnas", "Tallinna"),
        ("et", "Kallasele", "Kallas"),
        ("fi", "Niinistöllä", "Niinistö"),
        ("pl", "Dudą", "Duda"),
        ("cs", "Merkelové", "Merkel"),
        ("cs", "Fialy", "Fiala"),
        ("hu", "Orbánnak", "Orbán"),
        ("tr", "Erdoğan'ın", "Erdoğan"),
        ("de", "Merkels", "Merkel"),
        ("is", "Katrínu", "Katrína"),
        ("el", "Μητσοτάκη", "Μητσοτάκης"),
        ("hy", "Փաշինյանի", "Փաշինյան"),
        ("ka", "კობახიძის", "კობახიძე"),
        ("nb", "Oslos", "Oslo"),
        ("ru-RU", "Пашиняну", "Пашинян"),
    ],
)
def test_the_nominative_is_among_the_guesses(lang, inflected, nominative):
    assert nominative in stems(inflected, lang)


@pytest.mark.parametrize(("token", "lang"), [("Ана", "ru"), ("Rīgas", "xx"), ("Oslo", None)])
def test_short_and_unknown_stay(token, lang):
    assert stems(token, lang) == (token,)


@given(st.text(max_size=20), st.sampled_from(["ru", "lv", "ka", "tr", None, ""]))
def test_the_token_comes_first_and_guesses_are_few(token, lang):
    found = stems(token, lang)
    assert found[0] == token
    assert len(found) <= 14 == len(set(found)) or len(found) == len(set(found))
