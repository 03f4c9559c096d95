"""Corrections in the file: only their bytes change, or nothing does."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import fixes, formats
from reviewer.errors import FixError
from reviewer.fixes import corrected, keep_original, save, sha256, write
from reviewer.model import Document, Edit, Piece

ARTICLE = "Arcruns Ovannisyan spoke.\r\nŠuša “fell” 😀.\r\n"


def edit(document, old, new):
    start = document.text.index(old)
    return Edit(start, start + len(old), new)


def fixed(path, data, *olds_and_news):
    """The data with each ``old`` of the one document replaced by its ``new``."""
    (document,) = formats.parse(path, data)
    return corrected(path, data, [(document, [edit(document, *pair) for pair in olds_and_news])])


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
    ],
)
def test_only_the_spans_change(encoding, bom):
    data = bom + ARTICLE.encode(encoding)
    new = fixed(
        "a.txt",
        data,
        ("Arcruns Ovannisyan", "Artsrun Hovhannisyan"),
        ("😀", "🙂"),
        ("Šuša", "Shusha"),
    )
    text = "Artsrun Hovhannisyan spoke.\r\nShusha “fell” 🙂.\r\n"
    assert new == bom + text.encode(encoding)


def test_no_edits_change_nothing():
    data = ARTICLE.encode()
    (document,) = formats.parse("a.txt", data)
    assert corrected("a.txt", data, []) is data
    assert corrected("a.txt", data, [(document, [])]) is data


def test_records_of_one_file():
    data = (
        b'\xef\xbb\xbf{"id":"a", "text":"one\\nArcruns \\"x\\"", "n":1.50}\r\n\r\n'
        b'{"text":"\xc5\xa0u\xc5\xa1a fell \\ud83d", "x":"Arcruns"}\r\n'
        b'{"id":"c","text":"caf\\u00e9 \\ud83d\\ude00"}'
    )
    first, second, third = formats.parse("a.jsonl", data)
    new = corrected(
        "a.jsonl",
        data,
        [
            (third, [edit(third, "café 😀", 'ā"\\')]),
            (first, [edit(first, "Arcruns", "Ārtsrun")]),
            (second, [edit(second, "Šuša", 'Šuši "city"')]),
        ],
    )
    assert new == (
        b'\xef\xbb\xbf{"id":"a", "text":"one\\n\\u0100rtsrun \\"x\\"", "n":1.50}\r\n\r\n'
        b'{"text":"\xc5\xa0u\xc5\xa1i \\"city\\" fell \\ud83d", "x":"Arcruns"}\r\n'
        b'{"id":"c","text":"\\u0101\\"\\\\"}'
    )


def test_equal_edits_count_once():
    data = b"Arcruns said"
    assert fixed("a.txt", data, ("Arcruns", "Artsrun"), ("Arcruns", "Artsrun")) == b"Artsrun said"


def test_edits_may_touch_and_take_away():
    assert fixed("a.txt", b"one two", ("one", "1"), (" ", ""), ("two", "2")) == b"12"
    (document,) = formats.parse("a.txt", b"one")
    assert corrected("a.txt", b"one", [(document, [Edit(3, 3, "!"), Edit(0, 0, "¡")])]) == (
        "¡one!".encode()
    )
    (empty,) = formats.parse("a.jsonl", b'{"text": ""}')
    assert corrected("a", b'{"text": ""}', [(empty, [Edit(0, 0, "x")])]) == b'{"text": "x"}'


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        (
            [Edit(0, 7, "Artsrun"), Edit(0, 18, "Artsrun Hovhannisyan")],
            "overlap: “Arcruns” → “Artsrun”",
        ),
        ([Edit(0, 7, "A"), Edit(0, 7, "B")], "overlap"),
        ([Edit(0, 7, "A"), Edit(6, 9, "B")], "overlap"),
        ([Edit(3, 3, "A"), Edit(3, 3, "B")], "overlap"),
        ([Edit(0, 7, "A"), Edit(3, 3, "B")], "overlap"),
        ([Edit(0, 999, "A")], "not in the text"),
        ([Edit(-3, 2, "A")], "not in the text"),
        ([Edit(5, 2, "A")], "not in the text"),
        ([Edit(0, 7, "Arts\nrun")], r"control character U\+000A"),
        ([Edit(0, 7, "\x1b[31mArtsrun")], r"control character U\+001B"),
        ([Edit(0, 7, "Arts\0run")], r"control character U\+0000"),
        ([Edit(0, 7, "\ud83d")], r"control character U\+D83D"),
    ],
)
def test_edits_that_cannot_be_made(edits, says):
    data = ARTICLE.encode()
    (document,) = formats.parse("a.txt", data)
    with pytest.raises(FixError, match=says) as refused:
        corrected("a.txt", data, [(document, edits)])
    assert str(refused.value).startswith("a.txt: ")


def test_a_line_break_that_the_span_held_may_stay():
    assert fixed("a.txt", b"Arcruns\r\nOvan", ("Arcruns\r\nOvan", "Ar\r\nHo")) == b"Ar\r\nHo"


def test_an_encoding_that_cannot_hold_the_replacement():
    data = "Šuša".encode("cp1257")
    document = Document.plain("Šuša", "a.txt")._replace(encoding="cp1257")
    with pytest.raises(FixError, match="its encoding cp1257 has no 'Շ'"):
        corrected("a.txt", data, [(document, [Edit(0, 4, "Շուշի")])])


@pytest.mark.parametrize("data", [b"other text", b"", b"\xef\xbb\xbfArcruns", b"\xff\xff"])
def test_a_file_that_was_not_reviewed(data):
    (document,) = formats.parse("a.txt", b"Arcruns")
    with pytest.raises(FixError, match="not the file that was reviewed"):
        corrected("a.txt", data, [(document, [Edit(0, 7, "Artsrun")])])


def test_what_would_not_read_as_approved_is_not_written():
    # the space goes, and two halves of a surrogate pair become one character
    data = b'{"text": "\\ud83d \\ude00"}'
    (document,) = formats.parse("a.jsonl", data)
    with pytest.raises(FixError, match="would not read as approved"):
        corrected("a.jsonl", data, [(document, [Edit(1, 2, "")])])


def test_what_would_not_read_at_all_is_not_written():
    data = b'{"text": "Arcruns"}'
    (document,) = formats.parse("a.jsonl", data)
    broken = document._replace(pieces=(Piece(0, 7, 9, 16),))  # the quotation mark's own place
    with pytest.raises(FixError, match="would not read: "):
        corrected("a.jsonl", data, [(broken, [Edit(0, 1, "A")])])


words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)


@given(st.data())
def test_bytes_outside_the_spans_are_the_same(data):
    text = data.draw(st.text(max_size=60).filter(lambda text: "\0" not in text))
    bom, encoding = data.draw(
        st.sampled_from([(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")])
    )
    if not bom and text.startswith("\ufeff"):
        text = "x" + text
    before = bom + text.encode(encoding)
    (document,) = formats.parse("a.txt", before)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(words)
    if not bom and start == 0 and new.startswith("\ufeff"):
        new = "x" + new
    after = corrected("a.txt", before, [(document, [Edit(start, end, new)])])
    head = bom + text[:start].encode(encoding)
    tail = text[end:].encode(encoding)
    assert after == head + new.encode(encoding) + tail


@given(st.data())
def test_json_lines_stay_as_they_are_around_the_spans(data):
    import json

    ascii_only = data.draw(st.booleans())
    texts = data.draw(st.lists(st.text(max_size=20), min_size=1, max_size=4))
    lines = [
        json.dumps({"id": str(n), "text": text, "k": text}, ensure_ascii=ascii_only)
        for n, text in enumerate(texts)
    ]
    before = "\r\n".join(lines).encode()
    documents = list(formats.parse("a.jsonl", before))
    number = data.draw(st.integers(0, len(texts) - 1))
    document, text = documents[number], texts[number]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(words)
    after = corrected("a.jsonl", before, [(document, [Edit(start, end, new)])])
    changed = after.decode().split("\r\n")
    assert changed[:number] + changed[number + 1 :] == lines[:number] + lines[number + 1 :]
    assert json.loads(changed[number]) == {
        "id": str(number),
        "text": text[:start] + new + text[end:],
        "k": text,
    }
    low = document.raw_offset(start)
    assert changed[number].startswith(document.raw[:low])
    if end > start:
        low, high = document.raw_ranges(start, end)[0]
        assert changed[number].endswith(document.raw[high:])


# -- the disk -------------------------------------------------------------------------------------


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    return path


def left_behind(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_replaced_whole_and_keeps_its_mode(article):
    article.chmod(0o640)
    before = article.stat()
    write(article, b"new", sha256(b"old"))
    after = article.stat()
    assert article.read_bytes() == b"new"
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert after.st_ino != before.st_ino
    assert left_behind(article.parent) == ["a.txt"]


def test_a_links_target_is_replaced_not_the_link(article, tmp_path):
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to("../a.txt")
    write(link, b"new", sha256(b"old"))
    assert link.is_symlink()
    assert article.read_bytes() == b"new"
    assert left_behind(folder) == ["link.txt"]


def test_a_changed_file_is_not_overwritten(article):
    with pytest.raises(FixError, match=r"a\.txt: was changed on disk meanwhile; nothing was over"):
        write(article, b"new", sha256(b"older"))
    assert article.read_bytes() == b"old"
    assert left_behind(article.parent) == ["a.txt"]


def test_a_file_changed_while_the_new_one_is_written_is_not_overwritten(article, monkeypatch):
    fsync = os.fsync

    def slow(handle):
        article.write_bytes(b"somebody else's")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FixError, match="changed on disk"):
        write(article, b"new", sha256(b"old"))
    assert article.read_bytes() == b"somebody else's"
    assert left_behind(article.parent) == ["a.txt"]


def test_a_deleted_file_does_not_come_back(article):
    article.unlink()
    with pytest.raises(FixError, match="was deleted or moved meanwhile"):
        write(article, b"new", sha256(b"old"), display="news/a.txt")
    assert left_behind(article.parent) == []


def test_a_read_only_file_stays(article):
    article.chmod(0o444)
    with pytest.raises(FixError, match=r"is read-only; make it writable \(chmod u\+w\)"):
        write(article, b"new", sha256(b"old"))
    assert article.read_bytes() == b"old"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_full_disk_leaves_the_old_file(article, monkeypatch, code):
    def full(handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FixError, match=r"a\.txt: was not saved: .*the old file is whole"):
        write(article, b"new", sha256(b"old"))
    assert article.read_bytes() == b"old"
    assert left_behind(article.parent) == ["a.txt"]


def test_saving_keeps_the_original_once(tmp_path):
    path, originals = tmp_path / "news" / "a.txt", tmp_path / ".reviewer" / "originals"
    path.parent.mkdir()
    path.write_bytes(b"Arcruns said Ovan")
    data = path.read_bytes()
    for old, new in [("Arcruns", "Artsrun"), ("Ovan", "Hovhan")]:
        (document,) = formats.parse("news/a.txt", data)
        changes = [(document, [edit(document, old, new)])]
        data = save(path, changes, sha256(data), originals=originals, key="news/a.txt")
        assert path.read_bytes() == data
    assert data == b"Artsrun said Hovhan"
    assert (originals / "news" / "a.txt").read_bytes() == b"Arcruns said Ovan"
    assert left_behind(originals / "news") == ["a.txt"]


def test_saving_nothing_touches_nothing(article, tmp_path):
    before = article.stat()
    assert save(article, [], sha256(b"old"), originals=tmp_path / "o", key="a.txt") == b"old"
    assert article.stat() == before
    assert not (tmp_path / "o").exists()


def test_without_a_kept_original_nothing_is_written(article, tmp_path):
    (tmp_path / "o").write_text("a file where the folder should be")
    (document,) = formats.parse("a.txt", b"old")
    with pytest.raises(FixError, match=r"original could not be kept: .*nothing was changed"):
        save(
            article,
            [(document, [Edit(0, 3, "new")])],
            sha256(b"old"),
            originals=tmp_path / "o",
            key="a.txt",
        )
    assert article.read_bytes() == b"old"


@pytest.mark.parametrize("key", ["/etc/passwd", "../../a.txt", "a/../../b", ""])
def test_an_original_stays_in_its_folder(tmp_path, key):
    originals = tmp_path / "deep" / "originals"
    kept = keep_original(originals, key, b"x")
    assert kept.resolve().is_relative_to(originals.resolve())
    assert kept.read_bytes() == b"x"
    assert keep_original(originals, key, b"y").read_bytes() == b"x"


def test_an_original_kept_by_another_process_stays(tmp_path, monkeypatch):
    link = os.link

    def slower(source, target):
        target.write_bytes(b"first")
        link(source, target)

    monkeypatch.setattr(os, "link", slower)
    assert keep_original(tmp_path, "a.txt", b"second").read_bytes() == b"first"
    assert left_behind(tmp_path) == ["a.txt"]


def test_an_original_on_a_disk_without_links(tmp_path, monkeypatch):
    def never(source, target):
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", never)
    assert keep_original(tmp_path, "a.txt", b"x").read_bytes() == b"x"
    assert left_behind(tmp_path) == ["a.txt"]


def test_the_hash_is_sha256():
    assert fixes.sha256(b"abc").startswith("ba7816bf8f01cfea")
