import pytest

from reviewer.checks import hygiene
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary
from reviewer.model import Document

CONTEXT = Context(Shared(Glossary(())))

BAD = [
    ("The talks ended.\n–", "stray-text", "–", ""),
    ("The talks ended.\n,\nThey went home.", "stray-text", ",", ""),
    ("The talks ended.\r\n–\r\n", "stray-text", "–", ""),
    ("He went to the the office.", "repeated-word", "the the", "the"),
    ("It was a\na long day.", "repeated-word", "a\na", "a"),
    ("They said in the end in the end that no.", "repeated-phrase", None, "in the end"),
    ("Two  spaces stand here.", "doubled-space", "  ", " "),
    ("He came , and left.", "space-before-punctuation", " ", ""),
    ("The (new law was passed.", "unpaired-mark", "(", None),
    ("The new law) was passed.", "unpaired-mark", ")", None),
    ("He said it” and left.", "unpaired-mark", "”", None),
    ("Pay\u202eload", "invisible-character", "\u202e", ""),
    ("zero\u200bwidth", "invisible-character", "\u200b", ""),
    ("bell\x07 rings", "invisible-character", "\x07", ""),
]
GOOD = [
    "He had had enough, and that that was so is known.",
    "Baden Baden and Duran Duran are names.",
    "A list:\n- one\n- two\n\n* * *\n\nNext part.\n\n---\n\nLast part.",
    "“A quotation that runs on.\n\n“It opens each paragraph and closes the last.”",
    "Points a) and b) are lists; so is 1) here.",
    "It’s the players’ view, and the ’90s were long ago.",
    "„Deutsch“ and “English” and «French» quotes.",
    "An emoji :) is no bracket pair, nor is a score of 5 : 3 a mistake.",
    "A soft\u00adhyphen and a no-break\u00a0space are ordinary.",
    "He said no, no, and again no.",
    "“de facto”",
]


@pytest.mark.parametrize(("text", "code", "found", "suggestion"), BAD)
def test_finds(text, code, found, suggestion):
    findings = list(hygiene.run(Document.plain(text), CONTEXT))
    assert [f.code for f in findings] == [code]
    assert found is None or findings[0].text == found
    assert findings[0].suggestions == (() if suggestion is None else (suggestion,))


@pytest.mark.parametrize("text", GOOD)
def test_stays_silent(text):
    assert list(hygiene.run(Document.plain(text), CONTEXT)) == []


def test_message_never_holds_the_raw_character():
    (finding,) = hygiene.run(Document.plain("a\u202eb"), CONTEXT)
    assert finding.message == "right-to-left override"
