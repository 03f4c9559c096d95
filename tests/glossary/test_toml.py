"""Reading TOML: what is right, and what each mistake is told."""

import contextlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.errors import GlossaryError
from reviewer.glossary import toml
from reviewer.glossary.model import Rule, Term


def read(text):
    data = text.encode() if isinstance(text, str) else text
    glossary, terms = toml.read(data, "names.toml")
    return glossary, list(terms)


FULL = '''\
# A comment with [[term]] in it.
[glossary]
title = "Test"
language = "en"
updated = 2026-11-22
diacritics = "warning"

[[term]]
term = "Dzhokhar Ryabov"
kind = "person"
native = { ru = "Джохар Рябов", ka = ["ჯოხარ რიაბოვ", "ჯოხარ რიაბოვი"] }
admitted = ["Jokhar Ryabov"]
deprecated = ["Johar Rjabov"]
status = "proposed"
note = """
[[term]]
kind = "not a field"
"""
source = "editorial"
word = true

[[rule]]
id = "summit"
code = "calque"
pattern = \'\'\'(?P<who>\\w+) tops\'\'\'
trigger = "tops"
replace = ['\\g<who> leaders']
unless = ["charts"]
within = "paragraph"
severity = "error"
safe = true
quoted = false
bad = ["EU tops met."]
good = ["She tops the charts."]
origin = "lv: galotne"

[[term]]
term = "Łódź Fabryczna"
kind = "org"
[term.native]
pl = "Łódź Fabryczna"
'''


def test_every_field_is_read():
    glossary, terms = read(FULL)
    assert (glossary.title, glossary.language, glossary.diacritics) == ("Test", "en", "warning")
    assert terms == [
        Term(
            term="Dzhokhar Ryabov",
            id="dzhokhar-ryabov",
            kind="person",
            native={"ru": ("Джохар Рябов",), "ka": ("ჯოხარ რიაბოვ", "ჯოხარ რიაბოვი")},
            admitted=("Jokhar Ryabov",),
            deprecated=("Johar Rjabov",),
            status="proposed",
            note='[[term]]\nkind = "not a field"\n',
            source="editorial",
            word=True,
            origin=("names.toml", 8),
        ),
        Term(
            term="Łódź Fabryczna",
            id="lodz-fabryczna",
            kind="organization",
            native={"pl": ("Łódź Fabryczna",)},
            origin=("names.toml", 37),
        ),
    ]
    assert tuple(rule._replace(required=(), plain=False) for rule in glossary.rules) == (
        Rule(
            id="summit",
            code="calque",
            pattern=r"(?P<who>\w+) tops",
            trigger="tops",
            replace=(r"\g<who> leaders",),
            unless=("charts",),
            within="paragraph",
            severity="error",
            safe=True,
            quoted=False,
            bad=("EU tops met.",),
            good=("She tops the charts.",),
            origin="lv: galotne",
            place=("names.toml", 22),
        ),
    )


@pytest.mark.parametrize(
    "text", ["", "\ufeff[[term]]\nterm = 'Ana'\n", "[glossary]\r\ntitle='x'\r\n"]
)
def test_small_files_are_glossaries(text):
    read(text)


TERM = '[[term]]\nterm = "Ana"\n'
RULE = '[[rule]]\nid = "r"\ncode = "calque"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[term]\n", ":1:7: invalid TOML: Expected ']]' at the end of an array declaration"),
        ('[[term]]\nterm = "Ana\n', ":2:12: invalid TOML: Illegal character '\\n'"),
        ('[[term]]\nterm = "Ana', ": invalid TOML: Unterminated string (at end of document)"),
        pytest.param("x = " + "[" * 99999, ": invalid TOML: nested too deeply", id="deep"),
        (b'# caf\xe9\n[[term]]\nterm="Ana"\n', ": byte 5: not UTF-8 (invalid continuation byte)"),
        ("\n[[terms]]\nterm='Ana'\n", ":2: unknown table 'terms'; did you mean 'term'?"),
        ("a = 1\nb = 2\n", ":1: unknown table 'a'; known: glossary, term, rule"),
        ("[term]\nterm = 'Ana'\n", ":1: entries of 'term' begin with [[term]]"),
        ("glossary = 3\n", ":1: 'glossary' must be one table [glossary]"),
        (
            "[glossary]\ntitel = 'x'\n",
            ":2: [glossary]: unknown field 'titel'; did you mean 'title'?",
        ),
        (
            "[glossary]\ndiacritics = 'warn'\n",
            ":2: [glossary]: field 'diacritics': unknown level 'warn'; did you mean 'warning'?",
        ),
        (
            "[glossary]\nlanguage = 'English'\n",
            ":2: [glossary]: field 'language': 'English' is not a language code such as 'hy'",
        ),
        (
            TERM + "\n" + '[[term]]\nterm = "X"\n\n# kind = "work"\nkind = "persn"\n',
            ":8: term 'X': field 'kind': unknown kind 'persn'; did you mean 'person'?",
        ),
        (TERM + "knd = 'person'\n", ":3: term 'Ana': unknown field 'knd'; did you mean 'kind'?"),
        (TERM + "status = 'done'\n", ":3: term 'Ana': field 'status': unknown status 'done'"),
        (TERM + "admitted = 'Anna'\n", ":3: term 'Ana': field 'admitted': must be a list of"),
        (
            TERM + "admitted = [1]\n",
            ":3: term 'Ana': field 'admitted': item 1 must be a string, not an",
        ),
        (TERM + "admitted = ['']\n", ":3: term 'Ana': field 'admitted': item 1 is empty"),
        (TERM + "word = 'yes'\n", ":3: term 'Ana': field 'word': must be true or false, not a str"),
        (TERM + "note = 3\n", ":3: term 'Ana': field 'note': must be a string, not an integer"),
        (
            TERM + "note = 1979-05-27\n",
            ":3: term 'Ana': field 'note': must be a string, not a date",
        ),
        (TERM + "native = 'Ана'\n", ":3: term 'Ana': field 'native': must be a table such as"),
        (TERM + "native = { ru = 7 }\n", ":3: term 'Ana': field 'native': 'ru': must be a list of"),
        (
            TERM + "native = { Russian = 'Ана' }\n",
            ":3: term 'Ana': field 'native': 'Russian': 'Russian'",
        ),
        (
            TERM + "\n[term.native]\nru = 7\n",
            ":4: term 'Ana': field 'native': 'ru': must be a list",
        ),
        ("[[term]]\nkind = 'person'\n", ":1: term number 1: field 'term': is missing"),
        ("[[term]]\nterm = ' '\n", ":2: term number 1: field 'term': is empty"),
        (
            '[[term]]\nterm = "A\\u001b[31mna"\n',
            "term 'A\\x1b[31mna': field 'term': holds the control character U+001B; remove it",
        ),
        (
            TERM + "id = 'a'\n" + TERM + "id = 'a'\n",
            ":6: term 'Ana': field 'id': 'a' is taken by the entry at names.toml:3; choose another",
        ),
        ("[[term]]\nterm = '{0}'\nid = 3\n", ":3: term '{0}': field 'id': must be a string"),
        (RULE, ":1: rule 'r': field 'words': is missing; a rule needs words = […] or a pattern"),
        (RULE + "words = []\n", ":4: rule 'r': field 'words': is missing"),
        ("[[rule]]\ncode = 'calque'\nwords = ['x']\n", ":1: rule number 1: field 'id': is missing"),
        ("[[rule]]\nid = 'r'\nwords = ['x']\n", ":1: rule 'r': field 'code': is missing"),
        (
            "[[rule]]\nid = 'r'\ncode = 'calk'\n",
            ":3: rule 'r': field 'code': unknown code 'calk'; did",
        ),
        (RULE + "pattern = 'x'\n", ":4: rule 'r': field 'pattern': needs a trigger"),
        (
            RULE + "words = ['x']\ntrigger = 'x'\n",
            ":5: rule 'r': field 'trigger': belongs to a pattern",
        ),
        (
            RULE + "words = ['x']\npattern = 'x'\ntrigger = 'x'\n",
            ":5: rule 'r': field 'pattern': cannot stand beside words",
        ),
        (
            RULE + "trigger = 'x'\npattern = '(x'\n",
            ":5: rule 'r': field 'pattern': does not compile: missing ) at position 2",
        ),
        (
            RULE + "trigger = 'x'\npattern = '(?au)x'\n",
            ":5: rule 'r': field 'pattern': does not comp",
        ),
        pytest.param(
            RULE + f"trigger = 'x'\npattern = '{'(' * 9999}x{')' * 9999}'\n",
            ":5: rule 'r': field 'pattern': does not compile: nested too deeply",
            id="deep pattern",
        ),
        (
            RULE + "trigger = 'x'\npattern = '(?P<n>x)'\nreplace = ['ok', '\\g<m>']\n",
            ":6: rule 'r': field 'replace': '\\\\g<m>' refers to a group that the pattern lacks",
        ),
        (
            RULE + "trigger = 'x'\npattern = '(x)'\nreplace = ['\\2']\n",
            ":6: rule 'r': field 'replace': '\\\\2' refers to a group that the pattern lacks",
        ),
        (
            RULE + "trigger = 'x'\npattern = '(x)'\nreplace = ['\\q']\n",
            ":6: rule 'r': field 'replace': '\\\\q' cannot be expanded: bad escape \\q",
        ),
        (
            RULE + "words = ['x']\nreplace = ['\\g<1>']\n",
            ":5: rule 'r': field 'replace': '\\\\g<1>' refers to a group, and words have none",
        ),
        (
            RULE + "words = ['x']\nwithin = 'page'\n",
            ":5: rule 'r': field 'within': unknown reach 'page'",
        ),
        (
            RULE + "words = ['x']\nseverity = 'eror'\n",
            "unknown severity 'eror'; did you mean 'error'?",
        ),
        (
            RULE + "words = ['x']\n" + RULE + "words = ['y']\n",
            ":6: rule 'r': field 'id': 'r' is taken by the entry at names.toml:2",
        ),
    ],
)
def test_a_mistake_names_file_line_and_field(text, message):
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert str(caught.value).startswith("names.toml:")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("terms", "ids"),
    [
        (
            ["Nino Kobalia", "Nino Kobalia", "NINO KOBALIA!"],
            ["nino-kobalia", "nino-kobalia-2", "nino-kobalia-3"],
        ),
        (["Ana 2", "Ana", "Ana"], ["ana-2", "ana", "ana-3"]),
        (["Şəki", "Łódź", "Māris Bērziņš"], ["saki", "lodz", "maris-berzins"]),
        (["東京", "東京", "***"], ["u6771-4eac", "u6771-4eac-2", "u2a-2a-2a"]),
    ],
)
def test_ids_are_made_from_the_term(terms, ids):
    text = "".join(f'[[term]]\nterm = "{term}"\n' for term in terms)
    assert [term.id for term in read(text)[1]] == ids


def test_an_id_given_by_hand_is_never_taken_by_a_slug():
    text = '[[term]]\nterm = "Ana"\n[[term]]\nterm = "Anna"\nid = "ana"\n'
    assert [term.id for term in read(text)[1]] == ["ana-2", "ana"]


# JSON strings, numbers, true and arrays are TOML too.
value = st.recursive(
    st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]))
    | st.integers()
    | st.booleans(),
    lambda inner: st.lists(inner, max_size=3),
)
key = st.sampled_from(
    [*Rule.__slots__, *Term.__slots__, "glossary", "[[term]]", "[[rule]]", "[x.y]"]
)


@given(st.lists(st.tuples(key, value), max_size=12))
@example([("term", 3)])
def test_whatever_stands_there_is_read_or_told(pairs):
    text = "".join(f"{k}\n" if k[0] == "[" else f"{k} = {json.dumps(v)}\n" for k, v in pairs)
    with contextlib.suppress(GlossaryError):
        read("[[rule]]\n" + text)
