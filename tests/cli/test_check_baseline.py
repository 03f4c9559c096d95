"""``--baseline``: what is known is silent, what is new is not."""

import json

import pytest

KNOWN = "They held trilogues in Moscow.\nHe wrote on the social network Facebook.\n"


@pytest.fixture
def article(named):
    path = named / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text(KNOWN)
    return path


@pytest.fixture
def known(invoke, article):
    done = invoke("check", "--baseline", "known.json", "--write-baseline")
    assert (done.status, done.out) == (0, "")
    assert "known.json: 2 findings written" in done.err
    return article


def check(invoke, *arguments):
    done = invoke("check", "--baseline", "known.json", "--output-format", "json", *arguments)
    return done, json.loads(done.out)["summary"] if done.out else None


def test_known_findings_are_counted_and_silent(invoke, known):
    done, summary = check(invoke)
    assert (done.status, done.err) == (0, "")
    assert (summary["findings"], summary["suppressed"]) == (0, 2)


def test_edits_elsewhere_leave_them_known(invoke, known):
    known.write_text(f"A new first line.\n\n{KNOWN}\nA last one.\n")
    assert check(invoke)[1]["findings"] == 0


def test_one_more_of_the_same_is_new(invoke, known):
    known.write_text(KNOWN + "They held trilogues in Sochi.\n")
    done, summary = check(invoke)
    assert done.status == 1
    assert (summary["findings"], summary["suppressed"]) == (1, 2)


def test_equal_findings_are_counted(invoke, article):
    article.write_text("They held trilogues.\n\n" * 2)
    invoke("check", "--baseline", "known.json", "--write-baseline")
    article.write_text("They held trilogues.\n\n" * 3)
    assert (check(invoke)[1]["findings"], check(invoke)[1]["suppressed"]) == (1, 2)


def test_words_changed_on_one_side_leave_it_known_on_both_it_is_new(invoke, known):
    known.write_text(KNOWN.replace("Moscow", "Sochi"))
    assert check(invoke)[1]["findings"] == 0
    known.write_text(KNOWN.replace("Moscow", "Sochi").replace("They held", "There were"))
    assert check(invoke)[1]["findings"] == 1


def test_what_is_gone_is_told_and_dropped_on_request(invoke, known, project):
    known.write_text("He wrote on the social network Facebook.\n")
    before = (project / "known.json").read_bytes()
    done, _ = check(invoke)
    assert done.status == 0
    assert "known.json: 1 finding of it no longer there; --prune-baseline drops them" in done.err
    assert "news/a.txt: wrong-word: trilogues" in done.err
    assert (project / "known.json").read_bytes() == before
    assert "dropped" in check(invoke, "--prune-baseline")[0].err
    done, summary = check(invoke)
    assert (done.err, summary["suppressed"]) == ("", 1)


def test_what_this_run_could_not_find_is_not_gone(invoke, known, project):
    (project / "b.txt").write_text("Nothing.\n")
    assert check(invoke, "b.txt")[0].err == ""
    assert check(invoke, "--select", "names")[0].err == ""
    known.unlink()
    assert "2 findings of it no longer there" in check(invoke, "b.txt")[0].err


def test_writing_for_one_article_keeps_the_others(invoke, known, project):
    (project / "b.txt").write_text("They held trilogues.\n")
    done = invoke("check", "--baseline", "known.json", "--write-baseline", "b.txt")
    assert "1 finding written (2 of articles not checked now were kept)" in done.err
    assert check(invoke)[1]["suppressed"] == 3


def test_the_working_folder_does_not_matter(invoke, known, project, monkeypatch):
    monkeypatch.chdir(project / "news")
    done = invoke("check", "--baseline", "../known.json", "a.txt")
    assert (done.status, done.err) == (0, "")


def test_the_file_is_stable_and_an_entry_a_line(invoke, known, project):
    written = (project / "known.json").read_text("utf-8")
    lines = [line for line in written.splitlines() if '"path"' in line]
    assert len(lines) == 2
    assert lines[0].startswith('  {"path": "news/a.txt", "check": "phrases", "code": "calque"')
    assert '"line"' not in written
    invoke("check", "--baseline", "known.json", "--write-baseline")
    assert (project / "known.json").read_text("utf-8") == written
    assert not list(project.glob(".known*"))


def test_a_finding_rejected_meanwhile_counts_once(invoke, known, project):
    from reviewer.config import Settings
    from reviewer.decisions import new_decision, open_log
    from reviewer.engine.project import Project

    glossaries = (project / "names.toml",)
    checker = Project(Settings(project, packs=(), glossaries=glossaries, decisions=False))
    (document,) = checker.documents(known)
    open_log(project).append(new_decision("reject", checker.check(document).findings[0]))
    done, summary = check(invoke)
    assert summary["suppressed"] == 2
    assert "1 finding of it no longer there" in done.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such baseline"),
        (b"{", "line 1: not a baseline (no JSON)"),
        (b"\xff", "not a baseline (no JSON)"),
        (b"[]", "not a baseline"),
        (b'{"schema": 2}', "a baseline of schema 2, this program reads 1"),
        (b'{"schema": 1, "findings": [{"path": "a"}]}', "not a baseline"),
        (
            b'{"schema":1,"findings":[{"path":"a","check":"c","code":"c","text":"","context":"","count":0}]}',
            "not a baseline",
        ),
    ],
)
def test_a_baseline_that_is_none_is_an_error(invoke, article, project, content, says):
    if content is not None:
        (project / "known.json").write_bytes(content)
    done, _ = check(invoke)
    assert done.status == 2
    assert f"known.json: {says}" in done.err
    assert "--write-baseline" in done.err
