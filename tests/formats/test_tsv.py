"""Tables: columns by header or by name, quotes, and what a cell must not become."""

import pytest

from reviewer import formats
from reviewer.errors import FixError, InputError, UsageError
from reviewer.fixes import corrected
from reviewer.model import Edit


def parse(text, path="a.tsv", columns=""):
    (document,) = formats.parse(path, text.encode(), format=f"tsv:{columns}")
    return document


def rows(document):
    return [
        (document.text[s.start : s.end], s.source, s.source_lang, s.reference)
        for s in document.segments
    ]


@pytest.mark.parametrize(
    ("text", "columns", "found"),
    [
        ("source\ttarget\na\tb\n", "", [("b", "a", None, None)]),
        ("Target\tSource\r\nb\ta\r\n", "", [("b", "a", None, None)]),
        ("id\tsrc\tsource_lang\tmt\tref\n1\ta\tlv\tb\tc\n", "", [("b", "a", "lv", "c")]),
        ("id\tlv\ten\n1\ta\tb\n", "", [("b", "a", "lv", None)]),
        ("a\tb\n", "target=2,source=1", [("b", "a", None, None)]),
        ("source\ttarget\na\tb\n", "target=2,source=1", [("b", "a", None, None)]),
        ("one\ttwo\na\tb\n", "target=two,source=ONE", [("b", "a", None, None)]),
        ("one\ttwo\na\tb\n", "target=two,source=1,source_lang=ru", [("b", "a", "ru", None)]),
        ("ru\ttwo\na\tb\n", "target=two,source=ru", [("b", "a", "ru", None)]),
        ("source\ttarget\na\n\nb\tc\n", "", [("c", "b", None, None)]),
        ("source\ttarget\na\t\nb\tc", "", [("c", "b", None, None)]),
    ],
)
def test_columns(text, columns, found):
    assert rows(parse(text, columns=columns)) == found
    comma = text.replace("\t", ",")
    assert rows(parse(comma, "a.csv", columns)) == found
    assert rows(parse(text.replace("\t", ";"), "-", columns)) == found


@pytest.mark.parametrize(
    ("path", "cell", "text"),
    [
        ("a.tsv", '"a ""b"" c"', 'a "b" c'),
        ("a.tsv", '"a" b', '"a" b'),
        ("a.tsv", '"a', '"a'),
        ("a.tsv", 'a "b"', 'a "b"'),
        ("a.csv", '"a, ""b""\nc"', 'a, "b"\nc'),
        ("a.csv", 'a "b"', 'a "b"'),
        ("a.csv", '""', ""),
    ],
)
def test_quotes(path, cell, text):
    mark = "\t" if path == "a.tsv" else ","
    assert parse(f"source{mark}target{mark}x\ns{mark}{cell}{mark}y\n", path).text == text


@pytest.mark.parametrize(
    ("cell", "old", "new", "changed"),
    [
        ('"a ""b"" c"', 'a "b"', 'd "e", f', '"d ""e"", f c"'),
        ("a b", "a b", 'c "d"', 'c "d"'),
        ("=a", "=a", "=b", "=b"),
        ("a b", "b", "-c", "a -c"),
    ],
)
def test_how_it_is_written(cell, old, new, changed):
    text = f"source,target\ns,{cell}\n"
    document = parse(text, "a.csv")
    start = document.text.index(old)
    edits = [Edit(start, start + len(old), new)]
    written = corrected("a.csv", text.encode(), [(document, edits)]).decode()
    assert written == f"source,target\ns,{changed}\n"


@pytest.mark.parametrize(
    ("cell", "new", "says"),
    [
        ("a", "=1+1", "for a formula"),
        ('"a"', "@sum", "for a formula"),
        ("a", "b, c", "quote the cell first"),
        ("a", '"b', "quote the cell first"),
    ],
)
def test_what_a_cell_must_not_become(cell, new, says):
    text = f"source,target\ns,{cell}\n"
    with pytest.raises(FixError, match=says):
        corrected("a.csv", text.encode(), [(parse(text, "a.csv"), [Edit(0, 1, new)])])


@pytest.mark.parametrize(
    ("path", "text", "columns", "error", "says"),
    [
        ("a.tsv", "term\tkind\nx\ty\n", "", InputError, "--columns target=COLUMN"),
        ("a.csv", 'source,target\na,"b\n', "", InputError, r"a\.csv:2: a cell's quotes"),
        ("a.csv", 'source,target\na,"b"c\n', "", InputError, r"a\.csv:2: a cell's quotes"),
        ("a.tsv", "a\tb\n", "source=1", UsageError, "expected target=COLUMN"),
        ("a.tsv", "a\tb\n", "target=2,colour=1", UsageError, "expected target=COLUMN"),
        ("a.tsv", "a\tb\n", "target=c", UsageError, r"no column 'c' \('a', 'b'\)"),
        ("a.tsv", "a\tb\n", "target=0", UsageError, "no column '0'"),
    ],
)
def test_what_is_refused(path, text, columns, error, says):
    with pytest.raises(error, match=says):
        parse(text, path, columns)


def test_an_empty_table_is_an_empty_article():
    assert parse("").text == parse("source\ttarget\n").text == ""
