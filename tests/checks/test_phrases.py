import pytest

from reviewer.checks import phrases
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary, Rule
from reviewer.model import Document

TRILOGUE = Rule(
    "trilogue",
    "wrong-word",
    words=("trilogue", "trilogues"),
    replace=("three-way talks",),
    unless=("European Parliament",),
    within="paragraph",
    severity="error",
)
SHORT = Rule("official", "calque", words=("the official",), replace=("official",))
LONG = Rule("official-x", "calque", words=("the official Baku",), replace=("Baku",))
QUOTED = Rule("units", "jargon", words=("power ministries",), replace=("police",), quoted=False)
NAMED = Rule("may", "wrong-word", words=("White House of Russia",), replace=("government seat",))
GROUPS = Rule(
    "fallen",
    "mistranslation",
    pattern=r"number of (?P<who>soldiers|civilians) has fallen to (?P<n>\d+)",
    trigger="has fallen to",
    replace=(r"number of \g<who> killed has risen to \g<n>",),
    when=("casualties",),
    severity="error",
)
SPAN = Rule(
    "span", "calque", pattern=r"reached (?P<span>an understanding)\b", trigger="an understanding"
)
SLOW = Rule("slow", "calque", pattern=r"(?:a|a)*[bc]", trigger="aaaa", place=("slow.toml", 7))


def check(text, *rules, problem=lambda message: None, options=None):
    glossary = Glossary((), rules=rules)
    context = Context(Shared(glossary, problem=problem), options or {})
    return list(phrases.run(Document.plain(text), context))


@pytest.mark.parametrize(
    ("text", "rule", "found", "suggestion"),
    [
        ("Moscow hosted trilogues.", TRILOGUE, "trilogues", "three-way talks"),
        ("Trilogues began.", TRILOGUE, "Trilogues", "Three-way talks"),
        ("TRILOGUES BEGIN", TRILOGUE, "TRILOGUES", "THREE-WAY TALKS"),
        (
            "Of casualties: the number of soldiers has fallen to 52.",
            GROUPS,
            "number of soldiers has fallen to 52",
            "number of soldiers killed has risen to 52",
        ),
        ("They reached an understanding.", SPAN, "an understanding", None),
        ("The power ministries met.", QUOTED, "power ministries", "police"),
        ("In the White House of Russia.", NAMED, "White House of Russia", "Government seat"),
    ],
)
def test_finds(text, rule, found, suggestion):
    (finding,) = check(text, rule)
    assert finding.text == found
    assert text[finding.start : finding.end] == found
    assert finding.suggestions == (() if suggestion is None else (suggestion,))
    assert (finding.code, finding.severity, finding.term) == (rule.code, rule.severity, rule.id)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The European Parliament closed the trilogue.", TRILOGUE),
        ("Catalogues and trilogues2 are other words, metrilogue too.", TRILOGUE),
        ("The number of soldiers has fallen to 52.", GROUPS),
        ("“The power ministries met,” he said.", QUOTED),
        ('He said "the power ministries met" twice.', QUOTED),
        ("A white house of russia is a house.", NAMED),
    ],
)
def test_stays_silent(text, rule):
    assert check(text, rule) == []


def test_the_longest_match_wins():
    assert [f.term for f in check("so the official Baku said", SHORT, LONG)] == ["official-x"]
    assert [f.term for f in check("so the official said", SHORT, LONG)] == ["official"]


def test_a_longer_match_whose_condition_fails_does_not_hide_a_shorter():
    picky = Rule("long", "calque", words=("the official Baku",), when=("never here",))
    assert [f.term for f in check("so the official Baku said", SHORT, picky)] == ["official"]


def test_conditions_reach_no_further_than_their_unit():
    other = "The European Parliament met.\n\nMoscow hosted trilogues."
    assert [f.text for f in check(other, TRILOGUE)] == ["trilogues"]


def test_offsets_survive_letters_whose_lower_case_is_longer():
    text = "İİİ hosted trilogues."
    (finding,) = check(text, TRILOGUE)
    assert text[finding.start : finding.end] == "trilogues"


WIDE = Rule(
    "wide",
    "calque",
    pattern=r"(?i)\bon the\s+eve\s+of\s+\d{4}\b",
    trigger="eve",
    required=((" on the eve of 0000 ",),),
)
FOREIGN = Rule("foreign", "untranslated", words=("доларів", "@@"), replace=("dollars",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was on the\n    eve of 1999.", ["on the\n    eve of 1999"]),
        ("Even so.\n\nOn the eve of 1999 it began.\n\nEve.", ["On the eve of 1999"]),
        ("On the eve\n\nof 1999", []),
        ("sixty доларів, @@ more", ["доларів", "@@"]),
    ],
)
@pytest.mark.parametrize("filler", ["", "It was so. " * 6000])
def test_finds_across_lines_and_in_other_letters(text, found, filler):
    findings = check(f"{filler}\n\n{text}", WIDE, FOREIGN)
    assert [f.text for f in findings] == found


def test_a_pattern_that_runs_out_of_time_is_named_and_loses_no_other_finding():
    problems = []
    text = "a" * 5000 + " and trilogues"
    findings = check(text, SLOW, TRILOGUE, problem=problems.append, options={"timeout": 0.05})
    assert [f.text for f in findings] == ["trilogues"]
    assert len(problems) == 1
    assert "rule 'slow' (slow.toml:7) ran out of time" in problems[0]
