import tomllib

import pytest

from reviewer.curate.merge import merge
from reviewer.errors import GlossaryError

BASE = """# The team's

[glossary]
title = "Ours"
updated = 2026-01-01

# People

[[term]]
term = "Anna"
kind = "person"
admitted = ["Ana", "Anne"]
note = "poet"

[[term]]
term = "Boris"  # the tall one
kind = "person"

# Places

[[term]]
term = "Gyumri"
kind = "place"

[[rule]]
id = "r"
code = "calque"
words = ["foo"]
"""


def clean(ours, theirs, base=BASE):
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    tomllib.loads(merged.text)
    return merged.text


def test_one_side_alone():
    theirs = BASE.replace("poet", "singer").replace('"Gyumri"', '"Giumri"') + "# end\n"
    assert clean(BASE, BASE) == BASE
    assert clean(BASE, theirs) == theirs
    assert clean(theirs, BASE) == theirs


def test_different_entries_and_comments():
    ours = BASE.replace("poet", "singer").replace("# Places", "# Places of Armenia")
    theirs = BASE.replace('term = "Boris"', 'term = "Boris"\nnote = "king"').replace(
        "# People", "# All people"
    )
    text = clean(ours, theirs)
    assert "singer" in text
    assert 'term = "Boris"\nnote = "king"' in text
    assert "# All people" in text
    assert "# Places of Armenia" in text


def test_both_add_entries_at_the_same_place():
    new = '[[term]]\nterm = "{}"\nkind = "place"\n\n[[rule]]'
    ours, theirs = (BASE.replace("[[rule]]", new.format(name)) for name in ("Goris", "Kapan"))
    text = clean(ours, theirs)
    names = [term["term"] for term in tomllib.loads(text)["term"]]
    assert sorted(names) == ["Anna", "Boris", "Goris", "Gyumri", "Kapan"]
    assert text.count("# Places") == 1
    assert "\n\n\n" not in text


def test_both_append_at_the_end():
    ours, theirs = (f'{BASE}\n[[term]]\nterm = "{name}"\n' for name in ("Goris", "Kapan"))
    text = clean(ours, theirs)
    assert text.endswith('"\n')
    assert {"Goris", "Kapan"} < {term["term"] for term in tomllib.loads(text)["term"]}


def test_fields_of_one_entry_are_merged():
    ours = BASE.replace('"Ana", "Anne"', '"Ana", "Anya"').replace("2026-01-01", "2026-03-01")
    theirs = BASE.replace('"Ana", "Anne"', '"Ana", "Anne", "Aneta"').replace(
        'note = "poet"', 'note = "poet"\nsource = "editorial"'
    )
    theirs = theirs.replace("2026-01-01", "2026-02-01")
    text = clean(ours, theirs)
    anna = tomllib.loads(text)["term"][0]
    assert anna["admitted"] == ["Ana", "Anya", "Aneta"]
    assert anna["source"] == "editorial"
    assert "updated = 2026-03-01" in text


def test_removals():
    without = BASE.replace('[[term]]\nterm = "Gyumri"\nkind = "place"\n\n', "")
    assert clean(without, BASE) == clean(BASE, without) == without
    assert clean(without, without) == without


@pytest.mark.parametrize(
    ("ours", "theirs", "problem"),
    [
        (("poet", "singer"), ("poet", "king"), "both sides changed note"),
        (
            ("poet", "singer"),
            ('[[term]]\nterm = "Anna"', None),
            "changed in ours, removed in theirs",
        ),
        (('[[term]]\nterm = "Anna"', None), ("poet", "king"), "removed in ours, changed in theirs"),
    ],
)
def test_conflicts_stay_visible_and_the_rest_is_merged(ours, theirs, problem):
    def changed(change, also):
        old, new = change
        text = BASE.replace(*also)
        if new is None:
            start = text.index(old)
            return text[:start] + text[text.index("[[term]]", start + 1) :]
        return text.replace(old, new)

    merged = merge(
        BASE,
        changed(ours, ("# the tall one", "# tall")),
        changed(theirs, ('"Gyumri"', '"Giumri"')),
    )
    (conflict,) = merged.conflicts
    assert (conflict.what, conflict.name, conflict.problem) == ("term", "Anna", problem)
    assert "<<<<<<< ours\n" in merged.text
    assert "\n=======\n" in merged.text
    assert ">>>>>>> theirs\n" in merged.text
    assert "Giumri" in merged.text
    assert "# tall" in merged.text


def test_namesakes_are_kept_apart():
    base = '[[term]]\nterm = "A"\nnote = "1"\n\n[[term]]\nterm = "A"\nnote = "2"\n'
    ours = base.replace('"2"', '"second"')
    theirs = base.replace('"1"', '"first"')
    assert clean(ours, theirs, base) == ours.replace('"1"', '"first"')


def test_windows_line_ends_are_ours():
    text = merge(BASE, BASE.replace("\n", "\r\n"), BASE.replace("poet", "king")).text
    assert text == BASE.replace("poet", "king").replace("\n", "\r\n")


def test_a_version_that_is_no_glossary():
    with pytest.raises(GlossaryError, match="their version:1"):
        merge(BASE, BASE, "[[term]\n")
