"""An acronym is read letter by letter: no word is a garbled one."""

import pytest

from reviewer.glossary.model import Glossary, Term
from reviewer.names.matcher import Matcher

GLOSSARY = Glossary(
    [
        Term("UNDP", "undp", kind="acronym"),
        Term("OSCE", "osce", kind="acronym", deprecated=("EDSO",)),
        Term("Hovik Abrahamyan", "hovik", kind="person"),
    ]
)


@pytest.mark.parametrize(
    "text", ["The UNDP opened a Nadpis shop.", "Undip signed it.", "He works for OSCE and Oske."]
)
def test_a_word_is_no_garbled_acronym(text: str) -> None:
    assert {match.kind for match in Matcher(GLOSSARY).find(text)} <= {"exact"}


def test_an_acronym_of_another_language_is_found() -> None:
    (match,) = Matcher(GLOSSARY).find("The EDSO mission left.")
    assert (match.kind, match.canonical) == ("deprecated", "OSCE")


def test_other_names_are_found_as_before() -> None:
    (match,) = Matcher(GLOSSARY).find("Hoviks Abrahamjans resigned.")
    assert match.kind == "garbled"
