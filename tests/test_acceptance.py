"""What an editor marks in the seed article: found at these places, and nothing else."""

from pathlib import Path

import pytest

import reviewer

SEED = Path(__file__).parent.parent / "seeds" / "nagorno-karabakh-2020.txt"
# check, code, severity, start, end, text, acceptable suggestions (one of them must come first)
MUST_FLAG = [
    ("names", "garbled-name", "error", 102, 120, "Arcruns Ovannisyan", ["Artsrun Hovhannisyan"]),
    (
        "phrases",
        "calque",
        "warning",
        262,
        290,
        "told social network Facebook",
        ["wrote on Facebook", "said on the social network Facebook"],
    ),
    (
        "phrases",
        "calque",
        "warning",
        967,
        997,
        "according to the official Baku",
        ["according to official Baku", "according to Baku"],
    ),
    (
        "phrases",
        "mistranslation",
        "error",
        1339,
        1379,
        "the number of soldiers has fallen to 525",
        ["the number of soldiers killed has risen to 525"],
    ),
    (
        "phrases",
        "wrong-word",
        "error",
        1689,
        1698,
        "trilogues",
        ["trilateral talks", "three-way talks"],
    ),
    (
        "phrases",
        "calque",
        "warning",
        2175,
        2210,
        "a predominantly Armenian population",
        [
            "which has a predominantly Armenian population",
            "an area with a predominantly Armenian population",
        ],
    ),
    ("hygiene", "stray-text", "warning", 2943, 2944, "–", [""]),
]
MUST_NOT_FLAG = [
    "Ilham Aliyev",
    "Aliyev",
    "Nikol Pashinyan",
    "Nagorno-Karabakh",
    "Karabakh",
    "Azerbaijani SSR",
    "Baku",
    "Moscow",
    "Facebook",
    "Twitter",
    "de facto",
    "European Union",
    "Turkish-organized",
]


@pytest.fixture(scope="module")
def findings():
    return reviewer.check_text(SEED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("expected", MUST_FLAG, ids=lambda e: e[5])
def test_must_flag(findings, expected):
    *fields, suggestions = expected
    (found,) = [f for f in findings if (f.start, f.end) == (expected[3], expected[4])]
    assert [found.check, found.code, found.severity, found.start, found.end, found.text] == fields
    assert found.suggestions[0] in suggestions


def test_nothing_else_above_info(findings):
    spans = {(e[3], e[4]) for e in MUST_FLAG}
    assert [f for f in findings if f.severity != "info" and (f.start, f.end) not in spans] == []


def test_right_names_are_left_alone(findings):
    text = SEED.read_text(encoding="utf-8")
    named = [f for f in findings if f.check == "names"]
    for name in MUST_NOT_FLAG:
        at = text.find(name)
        while at >= 0:
            assert not [f for f in named if f.start < at + len(name) and at < f.end], name
            at = text.find(name, at + 1)
