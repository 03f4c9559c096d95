import pytest

from reviewer.errors import InputError
from reviewer.quality.pairs import edited, referenced

BEFORE = "Moscow hosted trilogues. It rained.\nArcruns Ovannisyan spoke.\n"
AFTER = "Moscow hosted three-way talks. It rained.\nArtsrun Hovhannisyan spoke.\n"


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (
            BEFORE,
            AFTER,
            [
                ("Moscow hosted trilogues.", "Moscow hosted three-way talks."),
                ("It rained.", "It rained."),
                ("Arcruns Ovannisyan spoke.", "Artsrun Hovhannisyan spoke."),
            ],
        ),
        ("He left. She stayed.", "He left and she stayed.", [("He left. She stayed.", "He left and she stayed.")]),
        ("One.\n–\nTwo.", "One.\nTwo.", [("One.", "One."), ("–", ""), ("Two.", "Two.")]),
        ("One.", "One.\n\nMore.", [("One.", "One."), ("", "More.")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_a_text_and_its_correction(before, after, pairs):
    assert edited(before, after) == pairs


@pytest.mark.parametrize(
    ("text", "reference", "pairs", "notes"),
    [
        ("a\nb\n", "A\nB", [("a", "A"), ("b", "B")], []),
        ("a\n\nb\n", "A\nB\n", [("a", "A"), ("b", "B")], []),  # blank lines are no lines
        ("a\n\nc", "A\nB\nC", [("a", "A"), ("", "B"), ("c", "C")], ["line 2 is missing"]),
        ("a\nb\nc", "A\n\nC", [("a", "A"), ("c", "C")], ["line 2 has no reference"]),
    ],
)
def test_a_translation_and_its_reference(text, reference, pairs, notes):
    said = []
    assert referenced(text, reference, "x.txt", said.append) == pairs
    assert len(said) == len(notes)
    assert all(f"x.txt: {note}" in one for note, one in zip(notes, said, strict=True))


@pytest.mark.parametrize(
    ("text", "reference", "message"),
    [
        ("a\nb\nc", "A\nB", "x.txt: has 3 lines with text and its reference 2"),
        ("a", "", "x.txt: the reference is empty"),
        ("a", " \n", "x.txt: the reference is empty"),
    ],
)
def test_what_cannot_be_paired_is_refused(text, reference, message):
    with pytest.raises(InputError, match=message):
        referenced(text, reference, "x.txt", print)
