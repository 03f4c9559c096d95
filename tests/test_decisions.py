"""The decision log: what is kept, what survives, and which finding a decision speaks of."""

import errno
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import decisions
from reviewer.decisions import Log, active, from_line, match, new_decision, to_line
from reviewer.decisions.record import editor
from reviewer.errors import DecisionsError
from reviewer.model import Decision, Document, Finding, fingerprint
from reviewer.text import context, fold


def decision(name, action="reject", **fields):
    fields = {"time": f"2026-01-01T00:00:00.{name:0>6}+00:00", "who": "Ann", **fields}
    return Decision(id=str(name), action=action, **fields)


def finding(text, start, end, path="a.txt", **fields):
    found = text[start:end]
    return Finding(
        path=path,
        start=start,
        end=end,
        text=found,
        check="names",
        code="garbled",
        severity="error",
        confidence=0.9,
        message="",
        fingerprint=fingerprint("names", fold(found)),
        context=context(text, start, end),
        **fields,
    )


def findings_of(text, name, **fields):
    found, start = [], text.find(name)
    while start >= 0:
        found.append(finding(text, start, start + len(name), **fields))
        start = text.find(name, start + 1)
    return found


# -- one line -------------------------------------------------------------------------------------


def test_a_line_holds_what_is_set_in_a_fixed_order():
    made = decision("1", "approve", path="ä.txt", end=3, replacement="", confidence=0.5)
    assert to_line(made).decode() == (
        '{"id": "1", "time": "2026-01-01T00:00:00.000001+00:00", "who": "Ann", "action": "approve",'
        ' "path": "ä.txt", "end": 3, "replacement": "", "confidence": 0.5}\n'
    )


texts = st.text(st.characters(exclude_categories=()))
made_up = st.builds(
    Decision,
    id=texts.filter(bool),
    time=texts.filter(bool),
    who=texts.filter(bool),
    action=st.sampled_from(["approve", "edit", "reject", "mark", "undo", "draw", "right", "wrong"]),
    scope=st.sampled_from(["one", "article", "everywhere"]),
    path=texts,
    record=st.none() | texts,
    start=st.integers(0, 10**9),
    text=texts,
    replacement=st.none() | texts,
    confidence=st.none() | st.floats(0, 1),
    seconds=st.none() | st.integers(0, 100),
    reason=texts,
    ref=st.none() | texts,
)


@given(made_up)
def test_every_decision_reads_back(made):
    line = to_line(made)
    assert line.count(b"\n") == 1
    assert from_line(line) == made


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"<<<<<<< HEAD",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": "1", "time": "t", "who": "w"}',
        b'{"id": "1", "time": "t", "who": "w", "action": "dance"}',
        b'{"id": 1, "time": "t", "who": "w", "action": "reject"}',
        b'{"id": "1", "time": "t", "who": "w", "action": ["reject"]}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "start": "0"}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "start": true}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "start": 1.5}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "path": null}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "scope": "all"}',
        b'{"id": "1", "time": "t", "who": "w", "action": "reject", "seconds": NaN}',
    ],
)
def test_foreign_lines_are_no_decisions(line):
    assert from_line(line) is None


def test_keys_of_later_versions_are_passed_over():
    line = b'{"id": "1", "time": "t", "who": "w", "action": "reject", "mood": "good"}'
    assert from_line(line) == Decision(id="1", time="t", who="w", action="reject")


def test_new_decisions_sort_as_they_were_made():
    made = [new_decision("reject", who="Ann") for _ in range(500)]
    assert sorted(made, key=lambda d: d.id) == sorted(made, key=lambda d: d.time) == made
    assert len({d.id for d in made}) == 500
    assert all(d.time.endswith("+00:00") for d in made)


def test_a_new_decision_takes_over_its_finding():
    about = finding("Arcruns said", 0, 7, record="r1")
    made = new_decision("approve", about, path="news/a.txt", replacement="Artsrun", who="Ann")
    assert (made.path, made.record, made.start, made.end) == ("news/a.txt", "r1", 0, 7)
    assert (made.fingerprint, made.context) == (about.fingerprint, about.context)
    assert (made.check, made.code, made.text) == ("names", "garbled", "Arcruns")
    assert (made.replacement, made.confidence, made.scope) == ("Artsrun", 0.9, "one")


def test_who_is_gits_user_name_else_the_login(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.fspath(tmp_path / "config"))
    monkeypatch.setenv("LOGNAME", "ann-login")
    (tmp_path / "config").write_text('[user]\nname = "Ann \\tLee"\n')
    editor.cache_clear()
    assert editor() == "Ann Lee"
    (tmp_path / "config").write_text("")
    editor.cache_clear()
    assert editor() == "ann-login"
    editor.cache_clear()


# -- the log --------------------------------------------------------------------------------------


def test_what_was_appended_is_read(tmp_path):
    log = Log(tmp_path / "new" / "folder")
    assert log.read() == []
    assert not log.folder.exists()
    log.append(decision(1))
    log.append(decision(2), decision(3))
    assert [d.id for d in Log(log.folder).read()] == ["1", "2", "3"]


def test_order_is_by_time_and_a_merge_may_repeat_lines(tmp_path):
    one, two, three = (decision(n) for n in (1, 2, 3))
    (tmp_path / "decisions.jsonl").write_bytes(
        b"".join(map(to_line, [three, one, two, one])) + b"=======\n\n"
    )
    log = Log(tmp_path)
    assert log.read() == [one, two, three]
    assert log.skipped == 1


def test_a_line_torn_at_any_byte_loses_nothing_else(tmp_path):
    log, file = Log(tmp_path), tmp_path / "decisions.jsonl"
    whole = to_line(decision(2, text="Ōvannisyan 😀\n"))
    for cut in range(len(whole)):
        file.write_bytes(to_line(decision(1)) + whole[:cut])
        before = [d.id for d in log.read()]
        assert before == (["1", "2"] if cut == len(whole) - 1 else ["1"])
        log.append(decision(3))
        assert [d.id for d in log.read()] == [*before, "3"]
        assert log.skipped == (0 < cut < len(whole) - 1)


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path, monkeypatch):
    log, file = Log(tmp_path), tmp_path / "decisions.jsonl"
    log.append(decision(1))
    before = file.read_bytes()
    write = os.write
    for room in (0, 1, 30):
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", lambda handle, data, room=room: write(handle, data[:room]))
            with pytest.raises(DecisionsError, match="not kept: No space left on device; free"):
                log.append(decision(2))
        assert file.read_bytes() == before
    with monkeypatch.context() as patch:

        def broken(handle):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        patch.setattr(os, "fsync", broken)
        with pytest.raises(DecisionsError, match="not kept"):
            log.append(decision(2))
    assert file.read_bytes() == before


def test_a_decision_is_synced_before_append_returns(tmp_path, monkeypatch):
    synced = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (synced.append(os.fstat(handle)), fsync(handle))
    )
    log = Log(tmp_path / "state")
    log.append(decision(1))
    sizes = [status.st_size for status in synced if status.st_ino == _inode(log)]
    assert sizes == [len(to_line(decision(1)))]
    assert (tmp_path / "state").stat().st_ino in {status.st_ino for status in synced}


def _inode(log):
    return (log.folder / "decisions.jsonl").stat().st_ino


def test_writers_side_by_side_lose_nothing(tmp_path):
    script = (
        "import sys; from pathlib import Path; from reviewer.decisions import *\n"
        "log = Log(Path(sys.argv[1]))\n"
        "for _ in range(50): log.append(new_decision('reject', who=sys.argv[2]))"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, os.fspath(tmp_path), str(n)])
        for n in range(3)
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    log = Log(tmp_path)
    assert len(log.read()) == 150
    assert log.skipped == 0


def test_a_link_in_the_logs_place_is_not_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "decisions.jsonl").symlink_to(victim)
    with pytest.raises(DecisionsError, match="it is a link; put a file in its place"):
        Log(tmp_path).append(decision(1))
    assert victim.read_text() == "mine"


def test_a_folder_in_the_logs_place_is_named(tmp_path):
    (tmp_path / "decisions.jsonl").mkdir()
    with pytest.raises(DecisionsError, match="cannot be read"):
        Log(tmp_path).read()
    with pytest.raises(DecisionsError, match="not kept"):
        Log(tmp_path).append(decision(1))


def test_state_lies_in_the_project(tmp_path):
    log = decisions.open_log(tmp_path)
    assert log.folder == decisions.state_folder(tmp_path) == tmp_path / ".reviewer"
    assert log.read() == []
    assert list(tmp_path.iterdir()) == []


def test_state_of_a_read_only_project_lies_with_the_user(tmp_path, monkeypatch):
    project = tmp_path / "project"
    Log(project / ".reviewer").append(decision(1))
    monkeypatch.setenv("XDG_STATE_HOME", os.fspath(tmp_path / "state"))
    monkeypatch.setattr(
        os, "access", lambda path, mode: not os.fspath(path).startswith(str(project))
    )
    notes = []
    log = decisions.open_log(project, notes.append)
    assert [d.id for d in log.read()] == ["1"]
    assert notes == []
    log.append(decision(2))
    log.append(decision(3))
    assert len(notes) == 1
    assert os.fspath(tmp_path / "state") in notes[0]
    assert [d.id for d in decisions.open_log(project).read()] == ["1", "2", "3"]
    assert decisions.state_folder(tmp_path / "project") != decisions.state_folder(project / "sub")


# -- undo -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "held"),
    [
        ([], []),
        (["a"], ["a"]),
        (["a", "b"], ["a", "b"]),
        (["a", "u1:a"], []),
        (["a", "b", "u1:a"], ["b"]),
        (["a", "u1:a", "u2:u1"], ["a"]),
        (["a", "u1:a", "u2:u1", "u3:u2"], []),
        (["a", "u1:a", "u2:a"], []),
        (["a", "u1:a", "u2:a", "u3:u1"], []),
        (["a", "u1:a", "u2:a", "u3:u1", "u4:u2"], ["a"]),
        (["u1:a", "a"], []),
        (["u2:u1", "u1:a", "a"], ["a"]),
        (["a", "u1:missing"], ["a"]),
        (["a", "u1:u2", "u2:u1"], ["a"]),
        (["a", "u1:u1"], ["a"]),
    ],
)
def test_undo_and_redo(log, held):
    made = []
    for entry in log:
        name, colon, ref = entry.partition(":")
        made.append(decision(name, "undo" if colon else "reject", ref=ref or None))
    assert [d.id for d in active(made)] == held


@given(st.data())
def test_active_heeds_no_order_and_agrees_with_a_stack(data):
    made, stack, undone = [], [], []
    for number in range(data.draw(st.integers(0, 12))):
        move = data.draw(st.sampled_from(["decide", "undo", "redo"]))
        if move == "decide":
            made.append(decision(number))
            stack.append((made[-1], made[-1].id))
            undone.clear()
        elif move == "undo" and stack:
            what, ref = stack.pop()
            made.append(decision(number, "undo", ref=ref))
            undone.append((what, made[-1].id))
        elif move == "redo" and undone:
            what, ref = undone.pop()
            made.append(decision(number, "undo", ref=ref))
            stack.append((what, made[-1].id))
    expected = [what for what, _ in stack]
    shuffled = data.draw(st.permutations(made))
    assert sorted(active(shuffled), key=lambda d: d.time) == expected


def test_a_long_row_of_undo_and_redo():
    made = [decision("a")]
    for number in range(5000):
        made.append(decision(f"u{number}", "undo", ref=made[-1].id))
    assert active(made) == made[:1]
    assert active(made[:-1]) == []


# -- matching -------------------------------------------------------------------------------------

TEXT = (
    "Heavy rain fell on the port, Arcruns told reporters on Monday morning.\n\n"
    "The bridge will stay closed until spring, said Arcruns, who leads the town council.\n\n"
    "Asked about money, Arcruns pointed at the ministry and left the room.\n"
)
FOUND = findings_of(TEXT, "Arcruns")


def held(text, made, name="Arcruns", path="a.txt", record=None):
    """For each mention of the name the id of the decision that holds, or None."""
    document = Document.plain(text, "a.txt")._replace(record=record)
    matched = match(path, document, findings_of(text, name), active(made))
    return [decision and decision.id for decision in matched]


def about(number, name, action="reject", **fields):
    base = decision(name, action, **fields)
    taken = FOUND[number]
    fields = {"path": taken.path, "start": taken.start, "end": taken.end, "text": taken.text}
    fields |= {"fingerprint": taken.fingerprint, "context": taken.context}
    return base._replace(**{k: v for k, v in fields.items() if getattr(base, k) in ("", 0)})


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([], [None, None, None]),
        ([about(1, "1")], [None, "1", None]),
        ([about(1, "1", "approve"), about(0, "2")], ["2", "1", None]),
        ([about(1, "1"), about(1, "2", "edit")], [None, "2", None]),
        ([about(1, "2", "edit"), about(1, "1")], [None, "2", None]),
        ([about(1, "1", scope="article")], ["1", "1", "1"]),
        ([about(1, "1", scope="everywhere")], ["1", "1", "1"]),
        ([about(1, "1", scope="article"), about(2, "2")], ["1", "1", "2"]),
        ([about(2, "1"), about(1, "2", scope="article")], ["2", "2", "2"]),
        ([about(1, "1", scope="article", path="b.txt")], [None, None, None]),
        ([about(1, "1", scope="everywhere", path="b.txt")], ["1", "1", "1"]),
        ([about(1, "1", path="b.txt")], [None, None, None]),
        ([about(1, "1", record="r")], [None, None, None]),
        ([about(1, "1", fingerprint="other")], [None, None, None]),
        ([about(1, "1", "right")], [None, None, None]),
        ([about(1, "1"), decision("2", "undo", ref="1")], [None, None, None]),
        ([about(1, "1", context="quite other words|that nobody wrote here")], [None] * 3),
    ],
)
def test_scopes(made, expected):
    assert held(TEXT, made) == expected


def test_records_are_kept_apart():
    made = [about(0, "1", record="r")]
    assert held(TEXT, made, record="r") == ["1", None, None]
    assert held(TEXT, made, record="s") == [None, None, None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Heavy rain", "A long new first paragraph.\n\nHeavy rain"),
        ("until spring, said", "till spring, said"),
        ("said Arcruns, who", "says Arcruns, who now"),
        ("the port", "the harbour"),
        ("Asked about money, Arcruns", "Asked of money then, Arcruns"),
        ("Heavy rain fell on the port, Arcruns told reporters on Monday morning.\n\n", ""),
        ("Arcruns told", "Artsrun told"),
    ],
)
def test_decisions_survive_edits_elsewhere_and_beside(old, new):
    assert old in TEXT
    names = ["1", "2", "3"]
    made = [about(number, name) for number, name in enumerate(names)]
    text = TEXT.replace(old, new)
    gone = len(findings_of(text, "Arcruns")) < 3
    assert held(text, made) == names[gone:]


def test_a_decision_on_a_place_that_is_gone_speaks_of_no_other():
    text = TEXT.replace("Arcruns told", "Artsrun told")
    assert held(text, [about(0, "1")]) == [None, None]


def test_equal_contexts_share_a_fate():
    text = "Photo: Arcruns / archive\n" * 3
    (first, *_), document = findings_of(text, "Arcruns"), Document.plain(text, "a.txt")
    middle = findings_of(text, "Arcruns")[1]
    made = decision("1", path="a.txt", fingerprint=first.fingerprint, context=middle.context)
    matched = match("a.txt", document, [middle, middle._replace(start=90, end=97)], [made])
    assert matched == [made, made]


def test_of_equally_close_places_the_nearest_is_taken():
    def place(start, words):
        return FOUND[0]._replace(start=start, end=start + 7, context=words)

    made = [
        decision(n, path="a.txt", fingerprint=FOUND[0].fingerprint, start=start, context=words)
        for n, start, words in [
            (1, 10, "the late mayor A|of Riga"),
            (2, 500, "the late mayor B|of Riga"),
        ]
    ]
    places = [place(20, "the late mayor C|of Riga"), place(510, "the late mayor D|of Riga")]
    matched = match("a.txt", Document.plain(""), places, made)
    assert matched == made


def test_a_spelling_is_rejected_whatever_its_case():
    document = Document.plain("ARCRUNS said")
    (shouted,) = findings_of("ARCRUNS said", "ARCRUNS")
    assert shouted.fingerprint == FOUND[0].fingerprint
    made = about(0, "1", scope="everywhere")
    assert match("z.txt", document, [shouted], [made]) == [made]


def test_the_close_matcher_is_loaded_only_when_contexts_changed():
    script = (
        "import sys\nfrom reviewer.decisions import match\n"
        "from reviewer.model import Decision, Document, Finding\n"
        "f = Finding('a', 0, 1, 'x', 'names', 'c', 'error', 1.0, '', fingerprint='f', context='a|b')\n"
        "d = Decision('1', 't', 'w', 'reject', path='a', fingerprint='f', context='a|b')\n"
        "assert match('a', Document.plain('x'), [f], [d]) == [d]\n"
        "assert not {'rapidfuzz', 'platformdirs', 'subprocess'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_log_can_be_read_by_any_json_reader(tmp_path):
    Log(tmp_path).append(about(0, "1", "approve", replacement="\ud83d\u2028"))
    (line,) = (tmp_path / "decisions.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert json.loads(line)["replacement"] == "\ud83d\u2028"
