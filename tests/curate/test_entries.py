import tomllib

import pytest

from reviewer.curate import entries
from reviewer.errors import GlossaryError
from tests.curate.test_source import PACK


def lines_changed(before, after):
    """Lines only in the one, lines only in the other."""
    old, new = before.splitlines(), after.splitlines()
    return [x for x in old if x not in new], [x for x in new if x not in old]


def test_add_goes_after_the_last_term_and_touches_nothing_else():
    added = entries.add(PACK, {"term": "Clara", "kind": "person", "status": "approved"}, "p")
    assert (
        added.replace('\n[[term]]\nterm = "Clara"\nkind = "person"\nstatus = "approved"\n', "")
        == PACK
    )
    assert [t["term"] for t in tomllib.loads(added)["term"]] == [
        "Anna [[term]] #1",
        "Boris",
        "Clara",
    ]


@pytest.mark.parametrize(
    "text", ["", "# only a comment", '[glossary]\ntitle = "x"', '[[term]]\nterm = "A"\n\n\n# end']
)
def test_add_to_small_files(text):
    added = entries.add(text, {"term": "B"}, "p")
    assert tomllib.loads(added)["term"][-1] == {"term": "B"}
    assert added.replace('[[term]]\nterm = "B"\n', "").split() == text.split()


def test_add_keeps_windows_line_ends():
    added = entries.add(PACK.replace("\n", "\r\n"), {"term": "Clara"}, "p")
    assert added.count("\n") == added.count("\r\n") == PACK.count("\n") + 3


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"term": "Boris"}, "p:25: 'Boris' is there already; edit it"),
        ({"term": "Boris", "note": "the other"}, "is there already"),
        ({"term": "B", "id": "r"}, "the id 'r' is taken"),
        ({"term": ""}, "field 'term': is empty"),
        ({"term": "A\nB"}, "holds the control character U+000A"),
        ({"term": "B", "native": {"Russian!": ["Б"]}}, "not a language code"),
    ],
)
def test_add_refuses(values, problem):
    with pytest.raises(GlossaryError, match="p:") as caught:
        entries.add(PACK, values, "p")
    assert problem in str(caught.value)


def test_two_people_of_one_name_are_told_apart_by_notes():
    once = entries.edit(PACK, "Boris", {"note": "the poet"}, "p")
    twice = entries.add(once, {"term": "Boris", "note": "the king"}, "p")
    with pytest.raises(GlossaryError, match=r"2 entries 'Boris', on lines 25, 32; .*--line"):
        entries.remove(twice, "Boris", "p")
    assert "the king" not in entries.remove(twice, "Boris", "p", line=32)


@pytest.mark.parametrize(
    ("values", "gone", "new"),
    [
        (
            {"term": "Anna"},
            ["term = \"Anna [[term]] #1\"   # not 'Ana'"],
            ["term = \"Anna\"  # not 'Ana'"],
        ),
        ({"admitted": ["Ana", "Anya"]}, ['    "Anna # One",  # seen in 2020'], ['    "Anya",']),
        ({"admitted": None}, ["admitted = [", '    "Anna # One",  # seen in 2020'], []),
        ({"kind": "person"}, [], ['kind = "person"']),
        ({"native": {"hy": ["Աննա"]}}, [], ['native = { hy = "Աննա" }']),
    ],
)
def test_edit_changes_only_the_field(values, gone, new):
    edited = entries.edit(PACK, "Anna [[term]] #1", values, "p")
    removed, added = lines_changed(PACK, edited)
    assert [line for line in removed if line in gone] == gone
    assert added == new
    assert len(removed) <= max(len(gone) + 2, 1)
    wanted = {key: value for key, value in values.items() if value is not None}
    entry = tomllib.loads(edited)["term"][0]
    for key, value in wanted.items():
        got = entry[key]
        assert ({c: [f] for c, f in got.items()} if key == "native" else got) == value


def test_edit_of_a_table_spread_out_joins_it():
    edited = entries.edit(PACK, "Boris", {"native": {"ru": ["Борис", "Бориска"]}}, "p")
    assert 'native = { ru = ["Борис", "Бориска"] }\n\n[[rule]]' in edited


def test_edit_refuses():
    with pytest.raises(GlossaryError, match="p: no entry 'Nobody'"):
        entries.edit(PACK, "Nobody", {"note": "x"}, "p")
    with pytest.raises(GlossaryError, match="'r' is a rule"):
        entries.edit(PACK, "r", {"note": "x"}, "p")
    with pytest.raises(GlossaryError, match=r"p:27: .*unknown kind 'persn'"):
        entries.edit(PACK, "Boris", {"kind": "persn"}, "p")


def test_remove_takes_the_entry_its_comments_and_one_blank_line():
    without = entries.remove(PACK, "Anna [[term]] #1", "p")
    assert "about Anna" not in without
    assert "# Section one\n\n# below the note" in without
    assert entries.remove(PACK, "Boris", "p").endswith("# Section two\n\n[[rule]]\nid = 'r'\n")
    assert entries.remove(PACK, "r", "p").endswith('uk = ["Борис"]\n')


def test_adding_and_removing_leaves_the_file_as_it_was():
    added = entries.add(PACK, {"term": "Clara"}, "p")
    assert entries.remove(added, "Clara", "p") == PACK
