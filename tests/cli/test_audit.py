"""``reviewer audit``: draw, judge in the plain review, report, verify."""

import json
import re

import pytest

from tests.quality import making
from tests.quality.test_audit import ONE, TWO


@pytest.fixture
def articles(project):
    return making.project(project, a=ONE, b=TWO)


def test_from_the_draw_to_the_certificate(articles, cli):
    done = cli("audit", "draw", "--size", "5", "--seed", "3")
    assert done.returncode == 0, done.stderr
    assert "5 of 8 names that no check flagged (articles: 2), with seed 3" in done.stdout
    assert not any(name in done.stdout for name in ("Yerevan", "Aliyev", "Pashinyan"))  # blind
    done = cli("review", "--plain", stdin="y\n" + "n\n" * 5)
    assert done.returncode == 0
    assert "6 reviewed: 1 approved, 5 rejected" in done.stdout
    assert "audit" not in done.stdout.lower()
    done = cli("audit", "report")
    assert done.stdout.startswith("With 95% confidence at most ")
    assert "5 drawn at random and judged blind: 5 right, 0 wrong, 0 unanswered" in done.stdout
    assert cli("audit", "report", "--output-format", "json", "-o", "c.json").returncode == 0
    done = cli("audit", "verify", "c.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "are as the log says" in done.stdout
    told = json.loads((articles / "c.json").read_text())
    (articles / "c.json").write_text(json.dumps(told | {"wrong": 4}))
    done = cli("audit", "verify", "c.json")
    assert done.returncode == 1
    assert "the certificate says wrong is 4; by the log it is 0" in done.stderr


def test_a_gate(articles, invoke):
    invoke("audit", "draw", "--size", "4")
    assert invoke("audit", "report", "--fail-above", "0.02").status == 1
    assert invoke("audit", "report", "--fail-above", "1").status == 0


def test_without_a_seed_each_draw_has_its_own(articles, invoke):
    seeds = {
        re.search(r"seed (\d+)", invoke("audit", "draw", "--size", "4").out)[1] for _ in range(2)
    }
    assert len(seeds) == 2


def test_checks_and_lists_do_not_mind_a_draw(articles, invoke):
    before = invoke("check").out
    invoke("audit", "draw", "--size", "4")
    assert invoke("check").out == before
    assert "4 of 8 names in 2 articles" in invoke("decisions", "list").out


def test_a_log_with_torn_lines_is_named_and_survived(articles, invoke):
    invoke("audit", "draw", "--size", "4")
    log = articles / ".reviewer" / "decisions.jsonl"
    log.write_bytes(log.read_bytes() + b'{"id": "torn')
    done = invoke("audit", "report")
    assert done.status == 0
    assert "1 lines of the log are torn" in done.err
    assert invoke("audit", "verify").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report"], "no audit was drawn here"),
        (["verify"], "no audit was drawn here"),
        (["verify", "nowhere.json"], "cannot be read"),
        (["verify", "a.txt"], "is no certificate"),
        (["draw", "--size", "99"], "the articles hold 8 names that were not flagged"),
        (["draw", "--isolated"], "has no decision log"),
        (["draw", "nowhere"], "no such file or folder"),
    ],
)
def test_what_makes_no_sense_is_refused(articles, invoke, arguments, message):
    done = invoke("audit", *arguments)
    assert done.status == 2
    assert message in done.err
    assert done.out == ""


def test_a_correction_that_a_verdict_brought_is_applied_like_any_other(articles, cli):
    cli("audit", "draw", "--size", "8")
    answers = "n\n" + "n\n" * 2 + "e\nNikol Pashinian\n" + "q\nn\n"
    done = cli("review", "--plain", "a.txt", stdin=answers)
    assert "1 edited" in done.stdout
    assert "Nikol Pashinyan" in (articles / "a.txt").read_text()
    done = cli("decisions", "apply", "a.txt")
    assert "1 corrections written" in done.stdout
    assert "Nikol Pashinian" in (articles / "a.txt").read_text()
    assert "“Nikol Pashinyan” → “Nikol Pashinian”" in cli("audit", "report").stdout
    assert cli("audit", "verify").returncode == 0  # by the original that was kept
