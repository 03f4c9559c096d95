import pytest
from hypothesis import given, settings

from reviewer.curate.fmt import formatted
from reviewer.errors import GlossaryError
from reviewer.glossary.exchange import toml
from tests.curate.test_source import ENTRIES, PACK

MESSY = """


# top
[glossary]   # head
language="en"
title='T'



# section
[[ term ]]
source = "editorial"
# why so
kind = 'org'  # a body
"term" = "  E\u0301tat  "
native.fr = "E\u0301tat"
native.de = ["Staat"]
admitted = ["One form that is long enough", "Another form that is long enough", "A third one that is"]
deprecated = [
  "Etta",   # seen
]
[[rule]]
code = "calque"
pattern = "\\\\bmake\\\\s+sense"
trigger = "sense"
id = "sense"
replace = ["\\\\g<0>"]
"""
CLEAN = """# top
[glossary]  # head
title = "T"
language = "en"

# section
[[term]]
term = "État"
# why so
kind = "organization"  # a body
native = { fr = "État", de = "Staat" }
admitted = [
    "One form that is long enough",
    "Another form that is long enough",
    "A third one that is",
]
deprecated = [
  "Etta",   # seen
]
source = "editorial"

[[rule]]
id = "sense"
code = "calque"
pattern = \'\'\'\\bmake\\s+sense\'\'\'
trigger = "sense"
replace = ['\\g<0>']
"""


def test_canonical_form():
    assert formatted(MESSY, "p") == CLEAN


@pytest.mark.parametrize("text", ["", "# nothing yet\n", CLEAN, CLEAN.replace("\n", "\r\n")])
def test_what_is_canonical_stays(text):
    assert formatted(text, "p") == text


def test_comments_survive_and_spread_tables_are_joined():
    pack = PACK.replace("id = 'r'", "id = 'r'\ncode = 'calque'\nwords = ['w']")
    pack = pack.replace('ru = "Борис"', '# Russian\nru = "Борис"  # usual')
    new = formatted(pack, "p")
    for line in pack.splitlines():
        if "#" in line and "term =" not in line:
            assert line[line.index("#") :] in new
    assert '# Russian\n# usual\nnative = { ru = "Борис", uk = "Борис" }\n' in new
    assert formatted(new, "p") == new


@pytest.mark.parametrize("text", ["[[term]\n", '[[term]]\nterm = ""\n', '[[term]]\nfoo = "x"\n'])
def test_a_faulty_glossary_is_refused(text):
    with pytest.raises(GlossaryError, match="p:"):
        formatted(text, "p")


def test_inline_entries_are_left_as_they_are():
    text = 'term = [{ term = "A" }]\n'
    assert formatted(text, "p") == text


@settings(max_examples=40, deadline=None)
@given(ENTRIES)
def test_formatting_twice_is_formatting_once(entries):
    names = [values for values in entries if not values["term"].isspace()]
    for values in names:
        values["admitted"] = [form for form in values.get("admitted", []) if form.strip()]
        values.pop("native", None)
    text = "\n\n\n".join(toml.entry("term", dict(reversed(v.items()))) for v in names)
    try:
        once = formatted(text, "p")
    except GlossaryError:
        return
    assert formatted(once, "p") == once
