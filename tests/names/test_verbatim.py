"""Forms that runs of capitalised tokens do not hold are known by their letters."""

from __future__ import annotations

import pytest

from reviewer.glossary.model import Glossary, Term
from reviewer.names.index import ABROAD, ROMANISED, forms
from reviewer.names.matcher import Matcher
from reviewer.names.verbatim import inside_right_form

GLOSSARY = Glossary(
    tuple(
        Term(form, str(i))
        for i, form in enumerate(
            (
                "Médecins sans frontières",
                "Ann aAaA Bel",
                "O'Neil",
                "თბილისი",
                "New  York",
                "A1b Corp",
            )
        )
    )
)
MATCHER = Matcher(GLOSSARY)


@pytest.mark.parametrize(
    ("text", "stretch", "expected"),
    [
        ("said Ann aAaA Bel today", "Bel", True),
        ("said Ann aAaA Bel today", "Ann", True),
        ("said Ann Bel today", "Bel", False),
        ("medecins sans frontieres", "medecins", True),  # marks and case do not count
        ("MÉDECINS SANS\nFRONTIÈRES", "SANS\nFRONTIÈRES", True),  # nor does white space
        ("Médecins sans frontièresque", "Médecins", False),  # a longer word
        ("Médecins sans la frontière", "Médecins", False),
        ("in New York", "York", True),
        ("O’Neil came", "Neil", True),
        ("O’Neil came", "O’Neil came", False),  # more than the form
        ("A1b Corp fell", "Corp", True),
        ("თბილისი", "თბილისი", True),
    ],
)
def test_is_it_inside_a_right_form(text: str, stretch: str, expected: bool) -> None:
    start = text.index(stretch)
    found = inside_right_form(text, start, start + len(stretch), MATCHER.index, MATCHER.term)
    assert found is expected


@pytest.mark.parametrize(
    ("term", "native", "right", "abroad"),
    [
        # The first language is the name's own …
        ("Artsrun Hovhannisyan", {"hy": "Արծրուն Հովհաննիսյան", "ru": "Арцрун Ованнисян"},
         "Artsrun Hovhannisian", "Artsrun Ovannisyan"),
        # … unless another one's spelling is nearer to the glossary's form …
        ("Artsrun Hovhannisyan", {"ru": "Арцрун Ованнисян", "hy": "Արծրուն Հովհաննիսյան"},
         "Artsrun Hovhannisian", None),
        ("Kharkiv", {"uk": "Харків", "ru": "Харьков"}, "Kharkiv", "Kharkov"),
        # … and in a script that is not read it is taken at its word.
        ("Jafar Panahi", {"fa": "جعفر پناهی", "ru": "Джафар Панахи"}, None, "Dzhafar Panakhi"),
        ("Maia Sandu", {"ro": "Maia Sandu", "ru": "Майя Санду"}, None, "Mayya Sandu"),
    ],
)  # fmt: skip
def test_romanisations_of_the_names_own_language_are_right(
    term: str, native: dict[str, str], right: str | None, abroad: str | None
) -> None:
    listed = set(forms(Term(term, "t", native={lang: (form,) for lang, form in native.items()})))
    assert right is None or (ROMANISED, right) in listed
    assert abroad is None or (ABROAD, abroad) in listed
