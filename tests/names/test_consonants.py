"""Hebrew and Arabic letters against English spellings, and Chinese by Pinyin."""

import pytest

from reviewer.names import consonants, pinyin


def best(part: str, token: str) -> float:
    return max(consonants.fits(part, form) for form in consonants.forms(token))


@pytest.mark.parametrize(
    ("token", "right", "wrong"),
    [
        ("נתניהו", "netanyahu", "nasser"),
        ("זלנסקי", "zelensky", "zelaya"),
        ("שוורצנגר", "schwarzenegger", "schwartz"),
        ("צ'רצ'יל", "churchill", "church"),
        ("ג'ונסון", "johnson", "jones"),
        ("לפוטין", "putin", "potanin"),
        ("מַקְרוֹן", "macron", "cameron"),
        ("باشينيان", "pashinyan", "bashir"),
        ("جورجيا", "georgia", "gorgan"),
        ("لبوتين", "putin", "potanin"),
        ("ميتسوتاكيس", "mitsotakis", "metaxas"),
        ("بوغدانوفيتش", "bogdanovich", "bogdan"),
    ],
)
def test_letters_fit_the_name_and_no_other(token, right, wrong):
    assert best(right, token) > 4
    assert best(wrong, token) == 0


def test_more_consonants_are_worth_more():
    assert best("ali", "علي") < best("levi", "لافي") < best("mitsotakis", "ميتسوتاكيس")


@pytest.mark.parametrize("token", ["", "abc", "שלוםabc", "พระ", "'", "ׄ"])
def test_what_has_no_letters_to_read_fits_nothing_or_all_of_nothing(token):
    assert best("netanyahu", token) == 0 or not token.strip("'ׄ")


def test_chinese_is_parted_where_the_glossary_has_a_name():
    known = {"liyan", "beijing", "xia"}
    parts = [letters for _, _, letters in pinyin.stretches("夏立言在北京", known.__contains__)]
    assert parts == ["xia", "liyan", "zai", "beijing"]
