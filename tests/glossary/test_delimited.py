"""Reading CSV and TSV: columns, cells, and what each mistake is told."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.errors import GlossaryError
from reviewer.glossary import delimited
from reviewer.glossary.model import Term


def read(text):
    notes = []
    data = text if isinstance(text, bytes) else text.encode()
    glossary, terms = delimited.read(data, "n.csv", lambda line, note: notes.append((line, note)))
    return glossary, list(terms), notes


def test_every_column_is_read():
    _, terms, notes = read(
        "term,id,kind,status,lang,admitted,deprecated,native_hy,native:sr-Latn,note,source,word\n"
        'Vahe Manukyan,vm,person,proposed,en,Vahe Manukian|Vahé Manukyan,"Vage; Vache",'
        'Վահե Մանուկյան,Vahe,"painter, born 1960",editorial,yes\n'
    )
    assert notes == []
    assert terms == [
        Term(
            term="Vahe Manukyan",
            id="vm",
            kind="person",
            native={"hy": ("Վահե Մանուկյան",), "sr-Latn": ("Vahe",)},
            admitted=("Vahe Manukian", "Vahé Manukyan"),
            deprecated=("Vage", "Vache"),
            status="proposed",
            note="painter, born 1960",
            source="editorial",
            word=True,
            origin=("n.csv", 2),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "term\nAna Mora\nBo Li\n",
        "term\r\nAna Mora\r\nBo Li",
        "\ufeffTerm,Kind\nAna Mora,\nBo Li,\n",
        "term\tkind\nAna Mora\tother\nBo Li\n",
        "kind;term\nother;Ana Mora\n;Bo Li\n",
        'term,note\n"Ana Mora",\n\n,\n  Bo Li  ,\n',
    ],
)
def test_the_same_two_names(text):
    assert [(term.term, term.kind) for term in read(text)[1]] == [
        ("Ana Mora", "other"),
        ("Bo Li", "other"),
    ]


def test_origin_is_the_line_a_row_begins_on():
    text = 'term,note\nAna,"two\nlines"\n\nBo,x\n'
    assert [term.origin for term in read(text)[1]] == [("n.csv", 2), ("n.csv", 5)]


def test_kinds_under_other_names():
    _, terms, notes = read("term,kind\nA,org\nB,ORG\nC,Person\nD,persn\nE,persn\nF,boat\n")
    assert [term.kind for term in terms] == [
        "organization",
        "organization",
        "person",
        "other",
        "other",
        "other",
    ]
    assert [line for line, _ in notes] == [5, 7]
    assert notes[0][1] == "unknown kind 'persn'; did you mean 'person'? (read as 'other')"


def test_a_shifted_column_is_not_told_a_thousand_times():
    _, terms, notes = read("term,kind\n" + "".join(f"N{i},k{i}\n" for i in range(1000)))
    assert len(terms) == 1000
    assert len(notes) == 5


def test_an_unknown_column_is_told():
    _, _, notes = read("term,admited\nAna,Anna\n")
    assert notes == [(1, "unknown column 'admited'; did you mean 'admitted'? (left out)")]


def test_lang_is_the_glossarys_language():
    assert read("term,lang\nAna,de\nBo,\n")[0].language == "de"
    assert read("term\nAna\n")[0].language == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "n.csv:1: no column 'term'; the first line must be a header"),
        ("Ana Mora\nBo Li\n", "n.csv:1: no column 'term'"),
        ("term,kind,Term\nA,person,B\n", "n.csv:1: column 'Term' stands twice"),
        ("term,native:\nA,B\n", "n.csv:1: column 'native:': '' is not a language code"),
        ("term,kind\nAna,person\n,person\n", "n.csv:3: column 'term': is empty"),
        ("term,kind\nMora, Ana,person\n", "n.csv:2: 3 cells, but the header has 2; put quotation"),
        (
            'term,kind\n"Ana,person\nBo,person\n',
            "n.csv:2: not a readable row: unexpected end of data",
        ),
        ('term,kind\n"Ana"x,person\n', "n.csv:2: not a readable row"),
        pytest.param(
            "term\n" + "x" * 200_000, "n.csv:2: not a readable row: field larger", id="long"
        ),
        ('term\nOk\n"Ana\nMora"\n', "n.csv:3: column 'term': holds the control character U+000A"),
        ("term\nAna\x00Mora\n", "n.csv:2: column 'term': holds the control character U+0000"),
        (
            "term,status\nAna,aproved\n",
            "n.csv:2: column 'status': unknown status 'aproved'; did you",
        ),
        ("term,word\nAna,maybe\n", "n.csv:2: column 'word': 'maybe' is neither yes nor no"),
        ("term,id\nAna,a\nBo,b\nCy,a\n", "n.csv:4: column 'id': 'a' is taken by n.csv:2"),
        ("term,lang\nAna,en\nBo,de\n", "n.csv:3: column 'lang': 'de' after 'en'"),
        ("term,lang\nAna,English\n", "n.csv:2: column 'lang': 'English' is not a language code"),
        (b"term\nAna\nJos\xe9 Mora\n", "n.csv:3: not UTF-8 (byte 12)"),
        ("term\nAna\n".encode("utf-16"), "n.csv:1: not UTF-8 (byte 0)"),
    ],
)
def test_a_mistake_names_file_line_and_column(text, message):
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


@given(st.text(alphabet='term,kind\n\r\t;|"x \x00ł\ufeff', max_size=60))
@example("term\r\rx")
def test_whatever_stands_there_is_read_or_told(text):
    with contextlib.suppress(GlossaryError):
        read("term,kind,admitted\n" + text)
    with contextlib.suppress(GlossaryError):
        read(text)
