"""The packs' own examples, through the real check: each bad one matches, each good one does not."""

import pytest

from reviewer.checks import phrases
from reviewer.checks._context import Context, Shared
from reviewer.glossary import store
from reviewer.model import Document

GLOSSARY = store.load(store.shipped())
BAD = [(rule.id, text) for rule in GLOSSARY.rules for text in rule.bad]
GOOD = [(rule.id, text) for rule in GLOSSARY.rules for text in rule.good]


def found(text):
    problems = []
    context = Context(Shared(GLOSSARY, problem=problems.append))
    findings = list(phrases.run(Document.plain(text), context))
    assert problems == []
    return {f.term for f in findings}


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_matches(rule, text):
    assert rule in found(text)


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_does_not(rule, text):
    assert rule not in found(text)


def test_every_rule_has_both():
    assert [rule.id for rule in GLOSSARY.rules if not rule.bad or not rule.good] == []
