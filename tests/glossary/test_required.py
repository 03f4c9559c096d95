"""The filter before a pattern: it may pass too much, never too little."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.phrases import holds
from reviewer.glossary import store
from reviewer.glossary.required import required
from reviewer.text import lower


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("living force", [["living force"]]),
        (r"(?i)\bLiving\s+forces?\b", [["living"], ["force"]]),
        ("(?:the )?living", [["living"]]),
        ("(red|blue) star", [["red", "blue"], [" star"]]),
        ("(?P<a>red thread|big (?:blue|green) thing)s", [["red thread", " thing"]]),
        ("(?:red|x?) star", [[" star"]]),
        ("(?!never)well(?<=well)", [["well"]]),
        ("colou?rs", [["colo"], ["rs"]]),
        ("ab{2}cd{0,3}ef", [["ef"]]),
        ("abc+d", [["ab"]]),
        (r"ab\.cd\-ef", [["ab.cd-ef"]]),
        ("[Tt]he [a-z]end", [["the "], ["end"]]),
        (r"caf\u00e9s", [["caf"]]),
        (r"\p{L}+ing", [["ing"]]),
        (r"one|two", [["one", "two"]]),
        (r"one|\d+", []),
        (r"(?x) a b c", []),
        (r"(?P<q>['\"])word(?P=q)", []),
        (r"word(", []),
        (r"(?:word){e<=1}", []),
        (r"[[a-z]--[x]]word", []),
        ("", []),
    ],
)
def test_what_a_pattern_requires(pattern, expected):
    assert sorted(list(choice) for choice in required(pattern)) == sorted(expected)


PATTERNS = [
    r"(?i)\b(?:living|live)\s+forces?\b",
    r"(?:a|an|the)?\s?(?P<v>take|took)\s+(?:out\s+)?credits?(?:!|\?)?",
    r"[Tt]he\s+(?:[A-Z]\w+\s+){0,2}fraction(?P<s>s?)",
    r"x{2,}y?|z(?:ab|cd)+e",
    r"(?:(?:a|b)c|de*f)g\.?h",
    r"sub[-‐‑](?P<n>1[5-9]|2[0-3])",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_whatever_matches_holds_what_is_required(pattern, data):
    text = lower(data.draw(st.from_regex(re.compile(pattern), fullmatch=True)))
    assert holds(required(pattern), text, 0, len(text))


def test_the_packs_own_examples_hold_what_is_required():
    rules = [rule for rule in store.load(store.shipped()).rules if rule.pattern]
    assert sum(bool(required(rule.pattern)) for rule in rules) > 0.9 * len(rules)
    for rule in rules:
        for text in map(lower, rule.bad):
            assert holds(required(rule.pattern), text, 0, len(text)), rule.id
