import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.curate import source
from reviewer.glossary.exchange import toml

PACK = '''# The team's pack

[glossary]
title = "Test" # short

# Section one

# about Anna
[[term]]
# how we write her
term = "Anna [[term]] #1"   # not 'Ana'
admitted = [
    "Anna # One",  # seen in 2020
    "Ana",
]

note = """
[[term]]
term = "no entry"
"""
# below the note

# Section two

[[term]]
term = "Boris"
[term.native]
ru = "Борис"
uk = ["Борис"]

[[rule]]
id = 'r'
'''


def test_tables_and_their_comments():
    found = source.tables(PACK)
    assert [table.name for table in found] == ["glossary", "term", "term", "rule"]
    anna, boris = found[1:3]
    assert PACK[anna.start :].startswith("# about Anna\n[[term]]")
    assert PACK[anna.start : anna.end].endswith('no entry"\n"""\n')
    assert PACK[boris.start : boris.end].startswith("[[term]]\nterm = ")
    assert PACK[boris.start : boris.end].endswith('uk = ["Борис"]\n')
    stretches = source.between(PACK, found)
    assert stretches[0] == "# The team's pack\n\n"
    assert stretches[2] == "# below the note\n\n# Section two\n\n"


def test_fields_own_their_comments_and_all_their_lines():
    anna, boris = source.tables(PACK)[1:3]
    term, admitted, note = source.fields(PACK, anna)
    assert PACK[term.start : term.at] == "# how we write her\n"
    assert source.comment_of(PACK[term.at : term.end]) == "# not 'Ana'"
    assert PACK[admitted.at : admitted.end].endswith("]\n")
    assert note.key == "note"
    assert [(f.key, f.spread) for f in source.fields(PACK, boris)] == [
        ("term", False),
        ("native", True),
    ]


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"term": NAMES},
        optional={
            "admitted": st.lists(NAMES, max_size=12),
            "native": st.dictionaries(st.sampled_from(["ru", "hy", "sr-Latn"]), st.lists(NAMES)),
            "note": st.text(st.characters(exclude_categories=("Cs",)), max_size=40),
            "word": st.booleans(),
        },
    ),
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(ENTRIES, st.sampled_from(["", "\n", "\n# [[term]] = '''\n\n"]))
def test_what_is_written_reads_back_and_nothing_of_a_file_is_left_out(entries, gap):
    texts = [toml.entry("term", values) for values in entries]
    text = gap.join(texts)
    native = [values.get("native", {}) for values in entries]
    read = tomllib.loads(text).get("term", [])
    for values, got in zip(entries, read, strict=True):
        forms = got.pop("native", {})
        wanted = values.pop("native", {})
        assert {c: [f] if isinstance(f, str) else f for c, f in forms.items()} == wanted
        assert got == values
    assert len(native) == len(entries)
    found = source.tables(text)
    assert [text[table.header : table.end] for table in found] == texts
