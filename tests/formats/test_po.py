"""PO: which messages are read, how their escapes and lines are undone and written."""

import pytest

from reviewer import formats
from reviewer.errors import InputError
from reviewer.fixes import corrected
from reviewer.model import Edit

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'


def parse(text, note=lambda message: None):
    data = text if isinstance(text, bytes) else text.encode()
    return list(formats.parse("a.po", data, format="po", note=note))


@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ('msgid "s"\nmsgstr "one"\n', "one"),
        ('msgid "s"\nmsgstr ""\n', ""),
        ('msgid "s"\nmsgstr ""\n"one "\n"two"\n', "one two"),
        ('msgid "s"\nmsgstr "one" " two"\r\n', "one two"),
        ('msgid "s"\nmsgstr "a\\n\\tb\\"c\\"\\\\ \\x41\\101"\n', 'a\n\tb"c"\\ AA'),
        ('msgid "s"\nmsgid_plural "p"\nmsgstr[0] "one"\nmsgstr[1] "many"\n', "one\n\nmany"),
        ('#, fuzzy\nmsgid "s"\nmsgstr "no"\n\nmsgid "t"\nmsgstr "yes"\n', "yes"),
        ('#, c-format, fuzzy\n#| msgid "old"\nmsgid "s"\nmsgstr "no"\n', ""),
        ('#, no-fuzzy-really\nmsgid "s"\nmsgstr "yes"\n', "yes"),
        ('#~ msgid "s"\n#~ msgstr "no"\n', ""),
        ('msgctxt "c"\nmsgid "s"\nmsgstr "a"\nmsgctxt "d"\nmsgid "s"\nmsgstr "b"\n', "a\n\nb"),
        ('  msgid "s"\n\tmsgstr\t"a"', "a"),
        (
            'msgid "s"\nmsgstr "<b>a</b> <a href=\\"x\\">b</a> <i"\n">c</i> <d> e < f"\n',
            "a b c <d> e < f",
        ),
        ('msgid "s"\nmsgstr "<p>one</p>two<BR />three<wbr>"\n', "one\ntwo\nthree"),
    ],
)
def test_what_is_read(entries, text):
    (document,) = parse(HEADER.format("en", "UTF-8") + entries)
    assert document.text == text
    (document,) = parse(entries)
    assert document.text == text


def test_each_translation_lies_beside_its_message():
    entries = (
        '"X-Source-Language: lv\\n"\nmsgid "viens"\nmsgid_plural "da"\n"udzi"\nmsgstr[0] "a"\n'
        'msgstr[1] "b"\nmsgstr[2] "c"\n'
    )
    (document,) = parse(HEADER.format("en", "UTF-8").rstrip() + "\n" + entries)
    assert [(s.source, s.source_lang) for s in document.segments] == [
        ("viens", "lv"),
        ("daudzi", "lv"),
        ("daudzi", "lv"),
    ]


@pytest.mark.parametrize(
    ("header", "message", "source"),
    [
        ("", "one", None),
        ("", "viens ā", "viens ā"),
        ("X-Source-Language: en", "viens ā", None),
        ("X-Source-Language: id", "satu", "satu"),
    ],
)
def test_english_messages_are_no_source(header, message, source):
    text = f'msgid ""\nmsgstr "{header}\\n"\n\nmsgid "{message}"\nmsgstr "a"\n'
    (document,) = parse(text)
    assert [s.source for s in document.segments] == ([source] if source else [])


def test_what_is_passed_over_is_said():
    notes = []
    assert parse(HEADER.format("lv", "UTF-8") + 'msgid "s"\nmsgstr "a"\n', notes.append) == []
    assert parse('msgid "x"\nmsgstr "y"\n#, fuzzy\nmsgid "s"\nmsgstr "a"\n', notes.append)
    assert notes == [
        "a.po: its language is 'lv'; only English is checked",
        "a.po: fuzzy entries are not checked (1)",
    ]


@pytest.mark.parametrize(
    ("written", "old", "new", "changed"),
    [
        ('"Arcruns Ov"', "Arcruns Ov", "Artsrun Hov", '"Artsrun Hov"'),
        ('"Arcruns "\n"Ov"', "Arcruns Ov", "Artsrun Hov", '"Artsrun "\n"Hov"'),
        ('"a"', "a", 'b\\n "c"', r'"b\\n \"c\""'),
        (r'"a\nb"', "a\nb", "c d", r'"c\nd"'),
        (r'"\"a\""', '"a"', "b", '"b"'),
    ],
)
def test_how_it_is_written(written, old, new, changed):
    text = HEADER.format("en", "UTF-8") + f'msgid "a"\nmsgstr {written}\n'
    (document,) = parse(text)
    assert document.text == old
    edits = [Edit(0, len(old), new)]
    assert corrected("a.po", text.encode(), [(document, edits)]).decode() == text.replace(
        f"msgstr {written}", f"msgstr {changed}"
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (HEADER.format("en", "windows-1257").encode() + b'msgid "s"\nmsgstr "\xd0"\n', "cp1257"),
        (HEADER.format("en", "CHARSET").encode() + 'msgid "s"\nmsgstr "Š"\n'.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + 'msgid "s"\nmsgstr "Š"\n'.encode(), "utf-8"),
    ],
)
def test_encodings(data, encoding):
    (document,) = parse(data)
    assert (document.text, document.encoding) == ("Š", encoding)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('msgid "a\nmsgstr "b"\n', r"a\.po:1:6: not PO"),
        ('"a"\n', r"a\.po:1:4: not PO"),
        ("words\n", r"a\.po:1:1: not PO"),
        ('msgid "a"\nmsgstr "b" c\n', r"a\.po:2:11: not PO"),
        (HEADER.format("en", "nonsense"), "'nonsense', which is not known"),
    ],
)
def test_what_is_refused(text, says):
    with pytest.raises(InputError, match=says):
        parse(text)
