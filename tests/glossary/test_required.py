"""The filter before a pattern: it may pass too much, never too little."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.glossary import store
from reviewer.glossary.required import required
from reviewer.glossary.said import holds, said


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("living force", [["living force"]]),
        (r"(?i)\bLiving\s+forces?\b", [[" living force ", " living forces "]]),
        ("(?:the )?living", [["living", "the living"]]),
        ("(red|blue) star", [["red star", "blue star"]]),
        (
            "(?P<a>red thread|big (?:blue|green) thing)s",
            [["red threads", "big blue things", "big green things"]],
        ),
        ("(?:red|x?) star", [["red star", " star", "x star"]]),
        ("(?!never)well(?<=well)", [["well"]]),
        ("colou?rs", [["colors", "colours"]]),
        ("ab{2}cd{0,3}ef", [["abbcef", "abbcdef", "abbcddef", "abbcdddef"]]),
        ("abc+de", [["abc"], ["cde"]]),
        ("abc*de", [["ab"], ["de"]]),
        ("a(?:bc|de){2}f", [["abcbcf", "abcdef", "adebcf", "adedef"]]),
        ("ab(?:cd|.)ef", [["ab"], ["ef"]]),
        ("ab(?:cd|ef.)gh", [["ab"], ["cd", "ef"], ["gh"]]),
        (r"ab\.cd\-ef", [["ab cd ef"]]),
        (r"ab,?\s+[\"“]?cd(?=ef)\b", [["ab cd "]]),
        (r"on \d{1,2}[-–\s]May", [["on 0 may", "on 00 may"]]),
        (r"sub-(?:1[5-9]|2[0-3])s", [["sub 00s"]]),
        (r"sub-[a-f5-9]s", [["sub "]]),
        (r"on \d+ May 2020", [["on 0"], ["0 may 0000"]]),
        ("[Tt]he [a-z]end", [["the "], ["end"]]),
        ("[bc]at[^x]at", [["bat", "cat"], ["at"]]),
        (r"caf\u00e9s", [["caf"]]),
        ("cafés", [["caf s"]]),
        (r"\p{L}+ing", [["ing"]]),
        (r"one|two", [["one", "two"]]),
        (r"one|\w+", []),
        (r"(?i:one|two)s", [["ones", "twos"]]),
        (
            r"(?:one|two|three|four|five) (?:a|b|c|d|e) cat",
            [
                ["one ", "two ", "three ", "four ", "five "],
                ["a cat", "b cat", "c cat", "d cat", "e cat"],
            ],
        ),
        (r"(?x) a b c", []),
        (r"(?P<q>['\"])word(?P=q)", []),
        (r"word(", []),
        (r"(?:word){e<=1}", []),
        (r"(?:word){1,e}", []),
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
    r"[Oo]n\b\W+\d{1,2}(?:st|nd)?[-,\s]\s*(?:May|June)\b",
    r"\b(?:un|re)?(?:do|make)(?:ing|s)?\b",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The  U.S.\n\tsaid: “No!”", " the u s said no "),
        ("12,5 or ١٢ x_y", " 00 0 or 00 x y "),
        ("Łódź café", " d caf "),
        ("—", "  "),
    ],
)
def test_what_is_said(text, words):
    assert said(text) == words


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_whatever_matches_holds_what_is_required(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True))
    assert holds(required(pattern), said(text))


def test_the_packs_own_examples_hold_what_is_required():
    rules = [rule for rule in store.load(store.shipped()).rules if rule.pattern]
    assert sum(bool(required(rule.pattern)) for rule in rules) > 0.9 * len(rules)
    for rule in rules:
        for text in rule.bad:
            assert holds(required(rule.pattern), said(text)), rule.id
