import csv
import io
import json
import shutil

import pytest

from reviewer.config import Settings
from reviewer.decisions import new_decision, open_log
from reviewer.engine.project import Project
from tests.conftest import SEED


@pytest.fixture
def decided(project):
    """The seed article with its first finding approved and its second rejected."""
    article = project / "article.txt"
    shutil.copy(SEED, article)
    checker = Project(Settings(project, decisions=False))
    (document,) = checker.documents(article)
    first, second, *_ = checker.check(document).findings
    log = open_log(project)
    log.append(new_decision("approve", first, replacement=first.suggestions[0], who="Ann"))
    log.append(new_decision("reject", second, reason="=HYPERLINK(1)", who="Ann"))
    return article


def test_check_hears_the_log(cli, decided):
    done = cli("check", "article.txt", "--output-format", "json")
    report = json.loads(done.stdout)
    assert report["summary"]["suppressed"] == 1
    assert not [f for f in report["findings"] if f["text"] == "told social network Facebook"]
    waiting = report["findings"][0]
    assert "was approved by Ann" in waiting["message"]
    assert "reviewer decisions apply" in waiting["message"]


def test_a_correction_made_speaks_of_no_other_place(cli, project):
    """Two places between nearly the same words: one is corrected, the other waits for nothing."""
    sentence = "On Monday both sides held {} trilogues on the budget in Vienna.\n"
    article = project / "article.txt"
    article.write_text(sentence.format("long") + "\n" + sentence.format("short"), "utf-8")
    checker = Project(Settings(project, decisions=False))
    (document,) = checker.documents(article)
    first, _ = (f for f in checker.check(document).findings if f.text == "trilogues")
    open_log(project).append(new_decision("approve", first, replacement="talks", who="Ann"))
    assert cli("check", "article.txt").stdout.count("was approved by Ann") == 1
    text = article.read_text("utf-8").replace("trilogues", "talks", 1)
    article.write_text(text, "utf-8")
    done = cli("check", "article.txt", "--no-cache")
    assert "trilogues" in done.stdout
    assert "was approved" not in done.stdout
    assert "was approved" not in cli("check", "article.txt").stdout  # nor from the cache
    piped = cli("check", "-", "--stdin-filename", "article.txt", stdin=text)
    assert "trilogues" in piped.stdout
    assert "was approved" not in piped.stdout
    assert cli("decisions", "apply").stdout == "0 corrections written\n"


def test_isolated_does_not(cli, decided):
    done = cli("check", "--isolated", "--glossary", "mt-phrases", "article.txt")
    assert "told social network Facebook" in done.stdout


def test_apply_writes_the_approved_spans_only(cli, decided):
    before = decided.read_bytes()
    done = cli("decisions", "apply")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "article.txt: 1 corrections\n1 corrections written\n"
    assert decided.read_bytes() == before.replace(b"Arcruns Ovannisyan", b"Artsrun Hovhannisyan")
    assert "was approved" not in cli("check", "article.txt").stdout
    assert cli("decisions", "apply").stdout == "0 corrections written\n"


def test_apply_to_a_read_only_article_says_so_and_changes_nothing(cli, decided):
    before = decided.read_bytes()
    decided.chmod(0o444)
    done = cli("decisions", "apply")
    assert done.returncode == 2
    assert "is read-only" in done.stderr
    assert decided.read_bytes() == before


def test_list_and_export(cli, decided):
    listed = cli("decisions", "list").stdout.splitlines()
    assert "approve  article.txt  “Arcruns Ovannisyan” → “Artsrun Hovhannisyan”" in listed[0]
    assert listed[2].startswith("2 reviewed: 1 approved, 1 rejected")
    assert [d["action"] for d in json.loads(cli("decisions", "export").stdout)] == [
        "approve",
        "reject",
    ]
    rows = list(csv.DictReader(io.StringIO(cli("decisions", "export", "--format", "csv").stdout)))
    assert rows[1]["reason"] == "'=HYPERLINK(1)"
