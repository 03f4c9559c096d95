"""Which patterns `re` may read in the place of `regex`."""

from __future__ import annotations

import pytest

from reviewer.glossary.plain import is_plain

PLAIN = [
    r"\bofficial\s+(?P<city>Baku|Yerevan)\b(?=[.,;]|\s*$)",
    r"(?i)(?<!\bas\s)\btold\s+to\b",
    r"(?i:told)\s+to",
    r"(?:\w+ ){0,3}x",
    r"\d[\d,.]*\smillion",
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,3}theatre",
    r"[^\W\d_a-z][\w-]{1,40},",
    r"mine[-\s]thrower",
    r"(?<=\n)a|^b$",
]
OTHERS = {
    r"(a+)+b": "an endless repeat in another",
    r"(?:\w+\s*)*x": "the same of words and blanks",
    r"(?:\w+\s*){9}x": "a word can be dealt out in many ways",
    r"(?:(?:\w+){9}){9}": "a group that comes often in another",
    r"((?:a{9}){9}){9}": "the same of letters",
    r"\w*a?\w*b?\w*c?\w*d": "the same, one after the other",
    r".*foo.*bar": "anything, without end",
    r"[^,]+,": "what does not end with a word",
    r"[\d\s]*\d": "words and blanks alike",
    r"a{1000}b": "very often",
    r"\p{Lu}x": "a property",
    r"(?<!months?\s)x": "look-behind of any width",
    r"(?P<s>a)|(?P<s>b)": "one name for two groups",
    r"[[a]--b]": "sets within sets",
    r"[a--b]": "a difference of sets",
    r"a{e<=1}": "fuzzy matching",
    r"x++y": "possessive",
    r"(?>x)": "atomic",
    r"(x": "no pattern",
}


@pytest.mark.parametrize("pattern", PLAIN)
def test_what_both_libraries_read_alike_and_in_time_is_plain(pattern):
    assert is_plain(pattern)


@pytest.mark.parametrize("pattern", OTHERS, ids=OTHERS.values())
def test_what_only_regex_reads_or_can_take_long_is_not(pattern):
    assert not is_plain(pattern)
