import pytest

from reviewer.curate.lint import _run
from reviewer.errors import GlossaryError, UsageError

GOOD = [  # (what, entry): each is silent
    ("namesakes with notes", 'term = "Ivan Petrov"\nkind = "person"\nnote = "the poet"'),
    ("namesakes with notes", 'term = "Ivan Petrov"\nkind = "person"\nnote = "the king"'),
    ("a place and a person", 'term = "Kirov"\nkind = "place"'),
    ("a place and a person", 'term = "Kirov"\nkind = "person"'),
    ("diacritics", 'term = "Łódź"\nkind = "place"\nnative = { pl = "Łódź" }'),
    ("an exonym", 'term = "Germany"\nkind = "place"\nnative = { ru = "Германия" }'),
    ("Latvian", 'term = "Vladimir Putin"\nkind = "person"\nnative = { lv = "Vladimirs Putins" }'),
    ("Polish", 'term = "Lech Wałęsa"\nkind = "person"\nnative = { ru = "Лех Валенса" }'),
    (
        "Ukrainian",
        'term = "Oleksandr Syrskyi"\nkind = "person"\nnative = { uk = "Олександр Сирський" }',
    ),
    (
        "Greek",
        'term = "Kyriakos Mitsotakis"\nkind = "person"\nnative = { el = "Κυριάκος Μητσοτάκης" }',
    ),
    (
        "Georgian",
        'term = "Mikheil Saakashvili"\nkind = "person"\nnative = { ka = "მიხეილ სააკაშვილი" }',
    ),
    ("Chinese, no scheme", 'term = "Xi Jinping"\nkind = "person"\nnative = { zh = "习近平" }'),
    ("Persian joiner", 'term = "Ali"\nkind = "person"\nnative = { fa = "علی\\u200cها" }'),
    (
        "Serbian Latin",
        'term = "Novi Sad"\nkind = "place"\nnative = { sr-Latn = "Novi Sad", sr = "Нови Сад" }',
    ),
    (
        "a multi-word deprecated form",
        'term = "Zolote"\nkind = "place"\ndeprecated = ["Golden Town"]',
    ),
    ("an apostrophe", 'term = "Shi’an"\nkind = "place"'),
]
BAD = [  # (code, entries)
    ("duplicate-term", 'term = "A"\n[[term]]\nterm = "A"'),
    ("admitted-elsewhere", 'term = "Abz"\n[[term]]\nterm = "Cd"\nadmitted = ["Abz"]'),
    ("deprecated-elsewhere", 'term = "Abz"\n[[term]]\nterm = "Cd"\ndeprecated = ["Abz"]'),
    ("deprecated-elsewhere", 'term = "Abz"\nadmitted = ["Xy"]\n[[term]]\nterm = "C"\ndeprecated = ["Xy"]'),
    ("conflicting-terms", 'term = "Abz"\nnative = { ru = "Аб" }\n[[term]]\nterm = "Abb"\nnative = { ru = "Аб" }'),
    ("deprecated-word", 'term = "Priit"\ndeprecated = ["Price"]'),
    ("deprecated-name", 'term = "Michal"\nkind = "person"\ndeprecated = ["Michael"]'),
    ("contradictory-form", 'term = "Abz"\ndeprecated = ["Abz"]'),
    ("repeated-form", 'term = "Abz"\nadmitted = ["Xy", "Xy"]'),
    ("not-nfc", 'term = "E\u0301va"'),
    ("stray-space", 'term = " Ab"'),
    ("stray-space", 'term = "Ab\u00a0Cd"'),
    ("invisible-character", 'term = "Ab\u202ecd"'),
    ("invisible-character", 'term = "Ab\u200bcd"'),
    ("homoglyph", 'term = "Mоscow"'),  # a Cyrillic о
    ("wrong-script", 'term = "Москва"'),
    ("wrong-script", 'term = "Moscow"\nnative = { ru = "Moskva" }'),
    ("wrong-script", 'term = "Yerevan"\nnative = { hy = "Ереван" }'),
    ("native-mismatch", 'term = "Ivan Petrov"\nkind = "person"\nnative = { ru = "Мария Захарова" }'),
    ("missing-source", 'term = "Abz"'),
]  # fmt: skip
RULE = '[[rule]]\nid = "r"\ncode = "calque"\norigin = "lv"\n'
RULES = [
    ("", 'words = ["make sense of"]\nreplace = ["grasp"]\nbad = ["They make sense of it."]\ngood = ["They do."]'),
    ("bad-example", 'words = ["foo"]\nbad = ["Nothing here."]\ngood = ["No."]'),
    ("good-example", 'words = ["foo"]\nbad = ["A foo."]\ngood = ["Some foo there."]'),
    ("replacement-flagged", 'words = ["foo"]\nreplace = ["foo bar"]\nbad = ["A foo."]\ngood = ["No."]'),
    ("replacement-flagged", "pattern = '''\\bfo+\\b'''\ntrigger = \"fo\"\nreplace = [\"foooo\"]\nbad = [\"A foo.\"]\ngood = [\"No.\"]"),
    ("no-examples", 'words = ["foo"]'),
    ("slow-pattern", "pattern = '''(?:x|xx)+$(?<!x)'''\ntrigger = \"x\"\nbad = [\"" + "x" * 34 + "\"]\ngood = [\"No.\"]"),
]  # fmt: skip


def codes_of(text, tmp_path, ignore=("missing-source",)):
    path = tmp_path / "pack.toml"
    path.write_text(text, encoding="utf-8")
    return [finding.code for finding in _run.lint([path], ignore=ignore)]


def test_good_entries_are_silent(tmp_path):
    text = "\n".join(f"[[term]]\n{entry}\nsource = 'editorial'\n" for _, entry in GOOD)
    assert codes_of(text, tmp_path) == []


@pytest.mark.parametrize(("code", "entry"), BAD)
def test_bad_entries_are_told(tmp_path, code, entry):
    found = codes_of(f"[[term]]\n{entry}\n", tmp_path, ignore=())
    assert code in found
    assert set(found) <= {code, "missing-source"}


@pytest.mark.parametrize(("code", "fields"), RULES)
def test_rules_and_their_examples(tmp_path, code, fields):
    found = codes_of(RULE + fields + "\n", tmp_path)
    assert found[:1] == ([code] if code else [])


def test_findings_point_at_the_form(tmp_path):
    path = tmp_path / "pack.toml"
    text = '# é\n[[term]]\nterm = "Priit"\ndeprecated = [\n    "Priest",\n    "Price",\n]\n'
    path.write_text(text, encoding="utf-8")
    (finding,) = _run.lint([path], select=["deprecated-word"], ignore=[])[1:]
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (6, 6, 11)
    assert text[finding.start : finding.end] == finding.text == "Price"
    assert finding.term == "priit"


def test_conflicts_across_files_are_reported_on_the_files_asked_for(tmp_path):
    ours, theirs = tmp_path / "ours.toml", tmp_path / "theirs.csv"
    ours.write_text('[[term]]\nterm = "Kyiv"\nsource = "x"\ndeprecated = ["Kiev"]\n')
    theirs.write_text("term,source\nKiev,y\nKyiv,y\n")
    found = _run.lint([ours], beside=[theirs, ours])
    assert sorted(f.code for f in found) == ["deprecated-elsewhere", "duplicate-term"]
    assert all(f.path.endswith("ours.toml") and "theirs.csv" in f.message for f in found)


def test_a_flood_of_one_kind_is_counted(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("term\n" + "".join(f"Name{n}\n" for n in range(_run.MOST + 50)))
    found = _run.lint([path])
    assert len(found) == _run.MOST + 1
    assert found[-1].message == "… and 50 more of this kind in this file"


def test_errors(tmp_path):
    with pytest.raises(UsageError, match="unknown code 'duplicate-trm'; did you mean"):
        _run.lint([], select=["duplicate-trm"])
    broken = tmp_path / "broken.toml"
    broken.write_text("[[term]\n")
    with pytest.raises(GlossaryError, match=r"broken\.toml:1"):
        _run.lint([broken])


def test_every_code_is_explained():
    for code, meaning in _run.codes().items():
        assert code == code.lower()
        assert meaning.short
        assert meaning.long.endswith(".")
