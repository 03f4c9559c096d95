import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks import hygiene
from reviewer.checks._context import Context, Shared
from reviewer.glossary.model import Glossary
from reviewer.model import Document, Segment

CONTEXT = Context(Shared(Glossary(())))

BAD = [
    ("The talks ended.\n–", "stray-text", "–", ""),
    ("The talks ended.\n,\nThey went home.", "stray-text", ",", ""),
    ("The talks ended.\r\n–\r\n", "stray-text", "–", ""),
    ("He went to the the office.", "repeated-word", "the the", "the"),
    ("It was a\na long day.", "repeated-word", "a\na", "a"),
    ("They said in the end in the end that no.", "repeated-phrase", None, "in the end"),
    ("A very very large large house", "repeated-word", "large large", "large"),
    ("It was space space space space here.", "repeated-word", "space space space space", "space"),
    ("The the end came.", "repeated-word", "The the", "The"),
    ("He grererererered her.", "repeated-word", "rererererere", "re"),
    (
        "Thanks to the arts thanks to the arts, we live.",
        "repeated-phrase",
        None,
        "Thanks to the arts",
    ),
    ("It burned, the agency said, the agency said.", "repeated-phrase", None, "the agency said"),
    (
        "Members of the Senate and the Senate and the House",
        "repeated-phrase",
        None,
        "the Senate and",
    ),
    (
        "The mayor opened the bridge today. The mayor opened the bridge today.",
        "repeated-phrase",
        None,
        "The mayor opened the bridge today",
    ),
    (
        f"{'A paragraph that is long enough to be counted as one of prose.'}\n\n" * 2,
        "repeated-paragraph",
        None,
        "",
    ),
    (
        "The committee that was elected in spring has asked the government for the",
        "cut-off",
        "the",
        None,
    ),
    (
        "The committee that was elected in spring has asked the government and\n\nNext paragraph.",
        "cut-off",
        "and",
        None,
    ),
    ("The court met in the old building. ________________________", "stray-text", None, ""),
    ("The court ( ) met.", "stray-text", "( )", ""),
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
    "In 28 games he scored 39 (20+19) points, in 2019 (1:0), born (in 1998), for ever (b. 19).",
    "It broke :( and a (smile :) here) too.",
    "Points a) and b) are lists; so is 1) here.",
    "It’s the players’ view, and the ’90s were long ago.",
    "„Deutsch“ and “English” and «French» quotes.",
    "An emoji :) is no bracket pair, nor is a score of 5 : 3 a mistake.",
    "A soft\u00adhyphen and a no-break\u00a0space are ordinary.",
    "He said no, no, and again no.",
    "“de facto”",
    "More and more and more people came, again and again and again.",
    "New York, New York, it says; South Korea, South Korean films.",
    "He was born in Riga. He was born there in May.",
    "A box of 80 x 80 x 80 cm",
    "He laughed hahahaha and sang lalalala.",
    "The United States and the United States-led coalition agreed.",
    "Trump\n\nTrump said so.",
    "Elections\r\n\r\nelections are held.",
    "Open papapapa3 and x_tetetete.",
    "The title of the war\nThe war began long ago.",
    "Vitamins of the group that we call A",
    "What it is made of and what it is for",
    "Name: ____ Date: ____",
    "Call f() and g[] in the code.",
    "No, no, no! Very, very good; come on, come on.",
    "The TAR tar archive",
    "The law (which was passed in spring, when the old\nparliament still sat) is in force.",
    "«A quotation that runs\nover two paragraphs» and (see also\nthe other list [of\n1998]).",
    "Come back (we miss you :)\nPeople write so (and mean no harm :).",
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


def test_a_text_full_of_two_spaces_is_told_so_once():
    slips = [f"He  came in the year {year}." for year in range(1990, 2010)]
    few = list(hygiene.run(Document.plain("\n\n".join(slips)), CONTEXT))
    assert [f.suggestions for f in few] == [(" ",)] * 20
    (many,) = hygiene.run(Document.plain("\n\n".join(["name  age  town", *slips])), CONTEXT)
    assert (many.code, many.start, many.suggestions) == ("doubled-space", 4, ())


@pytest.mark.parametrize(("text", "code", "found", "suggestion"), BAD)
def test_finds_the_same_in_a_long_text(text, code, found, suggestion):
    filler = "\n\n".join(f"On day {day} they met in hall {2000 - day}." for day in range(100))
    (alone,) = hygiene.run(Document.plain(text), CONTEXT)
    (long,) = hygiene.run(Document.plain(f"{filler}\n\n{text}\n\n{filler}"), CONTEXT)
    assert (long.code, long.text, long.suggestions) == (alone.code, alone.text, alone.suggestions)


def test_message_never_holds_the_raw_character():
    (finding,) = hygiene.run(Document.plain("a\u202eb"), CONTEXT)
    assert finding.message == "right-to-left override"


def with_source(text, source):
    return Document.plain(text)._replace(segments=(Segment(0, len(text), source, "ru"),))


def test_what_the_source_repeats_too_is_only_noted():
    text = "Hear the wind, the old wind, hear hear the wind the old wind the old wind."
    alone = list(hygiene.run(Document.plain(text), CONTEXT))
    assert {f.severity for f in alone} == {"warning"}
    source = "Слышишь ветер, старый ветер, старый ветер, старый ветер."
    both = list(hygiene.run(with_source(text, source), CONTEXT))
    assert [f.text for f in both] == [f.text for f in alone]
    assert {f.severity for f in both} == {"info"}


def test_a_comma_at_the_end_counts_where_the_source_ends_its_sentence():
    text = "The committee that was elected in spring has asked the old government,"
    (finding,) = hygiene.run(Document.plain(text), CONTEXT)
    assert (finding.code, finding.severity) == ("cut-off", "info")
    source = "Избранный весной комитет обратился к старому правительству за помощью."
    (finding,) = hygiene.run(with_source(text, source), CONTEXT)
    assert (finding.code, finding.severity) == ("cut-off", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "a " * 50_000,
        "ab" * 50_000,
        "(" * 50_000,
        "[" * 50_000 + "]" * 50_000,
        "word word " * 10_000,
        "\n" * 50_000,
        "- \n" * 30_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_texts_take_no_time(text):
    started = time.process_time()
    list(hygiene.run(Document.plain(text), CONTEXT))
    assert time.process_time() - started < 5


@given(st.text("ab .,\n()”“", max_size=120))
def test_every_span_is_inside_and_its_suggestion_differs(text):
    for finding in hygiene.run(Document.plain(text), CONTEXT):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.text not in finding.suggestions
