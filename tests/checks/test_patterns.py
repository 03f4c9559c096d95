"""A rule's pattern by `re` or by `regex`: nobody can tell which it was."""

from __future__ import annotations

import re

import pytest

from reviewer.checks import _patterns
from reviewer.checks._patterns import matches
from reviewer.glossary import store
from reviewer.glossary.model import Rule

PARAGRAPHS = {
    "In official Baku, 5 km from here.": True,
    "In “official” Kraków — Đà Nẵng’s café…": True,
    "m² of land": False,  # a letter to one of the libraries alone
    "Łoʹdz\u0301": False,  # and so is a mark
    "Kılıç": False,  # a dotless i is an i to `re` alone
    "a" * 61: False,
    "a" + " " * 9 + "b": False,
}


@pytest.mark.parametrize(("paragraph", "ordinary"), PARAGRAPHS.items())
def test_re_reads_a_plain_pattern_in_an_ordinary_paragraph(paragraph, ordinary):
    for plain in (True, False):
        rule = Rule("r", "calque", pattern=r"\w+\b", trigger="a", plain=plain)
        found = [match.re for match in matches(rule, paragraph, 0, len(paragraph), 1.0)]
        assert found
        assert all(isinstance(one, re.Pattern) == (plain and ordinary) for one in found)


def test_both_libraries_find_the_same_in_every_sentence_of_the_packs():
    rules = [rule for rule in store.load(store.shipped()).rules if rule.pattern]
    plain = [rule for rule in rules if rule.plain]
    assert len(plain) > 0.95 * len(rules)  # else most runs would load regex
    for rule in plain:
        for text in (*rule.bad, *rule.good):
            ours = _patterns._plain(rule.pattern).finditer(text)
            theirs = _patterns._full(rule.pattern).finditer(text)
            told = [(match.span(), match.groupdict()) for match in ours]
            assert told == [(match.span(), match.groupdict()) for match in theirs], rule.id
