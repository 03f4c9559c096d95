"""Figures are sacrebleu's own: equal to the last digit to those of its command line."""

import json
import os
import subprocess
import sys

import pytest

from reviewer.errors import InputError, UsageError
from reviewer.quality.references import Referenced
from reviewer.quality.scores import counts, edit_rate, edit_signature, edits, score
from reviewer.quality.significance import compared, interval, seed

REFERENCE = [
    "Artsrun Hovhannisyan spoke to reporters on Thursday.",
    "Three-way talks will be held in Moscow.",
    "Nobody left the city & its suburbs.",
    "The president welcomed the delegation from Yerevan.",
    "It rained.",
]
FIRST = [
    "Arcruns Ovannisyan spoke to reporters on Thursday.",
    "Trilogues will be held in Moscow .",
    "Nobody has left the city and suburbs.",
    "President greeted delegation of Yerevan.",
    "It was raining.",
]
SECOND = [
    "Artsrun Hovhannisyan spoke to journalists Thursday.",
    "Three-way talks will take place in moscow.",
    "No one left the city & its suburbs.",
    "",
    "It rained.",
]


def pairs(hypotheses):
    return list(zip(hypotheses, REFERENCE, strict=True))


def sacrebleu(folder, *options, systems=(FIRST,)):
    (folder / "ref").write_text("\n".join(REFERENCE) + "\n")
    for number, lines in enumerate(systems):
        (folder / f"sys{number}").write_text("\n".join(lines) + "\n")
    names = [str(folder / f"sys{number}") for number in range(len(systems))]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sacrebleu",
            str(folder / "ref"),
            "-i",
            *names,
            *options,
            "-w",
            "10",
        ],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={name: value for name, value in os.environ.items() if name != "SACREBLEU_SEED"},
    )
    return json.loads(done.stdout) if "text" not in options else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("BLEU", ["-m", "bleu"]),
        ("chrF2++", ["-m", "chrf", "--chrf-word-order", "2"]),
        ("TER", ["-m", "ter", "--ter-normalized", "--ter-case-sensitive"]),
    ],
)
def test_scores_and_signatures_are_those_of_sacrebleus_command(tmp_path, name, options):
    theirs = sacrebleu(tmp_path, *options)
    ours = score(name, counts(name, pairs(FIRST)))
    assert (ours.name, round(ours.value, 10)) == (theirs["name"], theirs["score"])
    assert ours.signature == theirs["signature"]


def test_the_edit_rate_is_ter(tmp_path):
    theirs = sacrebleu(tmp_path, "-m", "ter", "--ter-normalized", "--ter-case-sensitive")
    for _ in range(2):  # counted, then remembered
        assert round(100 * edit_rate(edits(pairs(FIRST))), 10) == theirs["score"]
    assert edit_signature() == theirs["signature"]


def test_what_was_remembered_wrongly_is_counted_again(monkeypatch, tmp_path):
    monkeypatch.setenv("REVIEWER_CACHE_DIR", str(tmp_path))
    before = edits(pairs(FIRST))
    (file,) = (tmp_path / "edits").iterdir()
    file.write_text('{"half": ')
    assert edits(pairs(FIRST)) == before
    file.write_text('{"x": "not numbers"}')
    assert edits(pairs(FIRST)) == before


def test_a_correction_of_capitals_alone_counts_and_no_correction_is_none():
    assert edits([("the kremlin spoke", "the Kremlin spoke")])[0].rate == pytest.approx(1 / 3)
    assert edits([("the Kremlin, they say", "the Kremlin, they say")])[0].words == 5
    assert edits([("gone", "")])[0].rate == 1


def test_nothing_is_an_error_with_advice():
    with pytest.raises(InputError, match="no sentence to score; give articles"):
        score("BLEU", [])


def test_randomisation_is_that_of_sacrebleus_command(tmp_path):
    options = ["-m", "bleu", "chrf", "--chrf-word-order", "2", "--paired-ar"]
    theirs = sacrebleu(tmp_path, *options, systems=(FIRST, SECOND))
    ours = compared(*(Referenced.of([("a", pairs(lines))]) for lines in (FIRST, SECOND)))
    for one in ours:
        rows = [row[one.name] for row in theirs]
        assert list(one.values) == [row["score"] for row in rows]
        assert one.p == rows[1]["p_value"]
    shown = sacrebleu(tmp_path, *options, "-f", "text", systems=(FIRST, SECOND))
    assert all(one.signature in shown for one in ours)


def test_different_references_cannot_be_compared():
    one = Referenced.of([("a", pairs(FIRST))])
    other = Referenced.of([("a", pairs(SECOND)[:-1])])
    with pytest.raises(InputError, match="different references"):
        compared(one, other)


def test_an_interval_draws_articles_and_repeats():
    articles = [counts("chrF2++", [pair]) for pair in pairs(FIRST)]
    low, high = interval("chrF2++", articles)
    assert 0 < low < score("chrF2++", [c for a in articles for c in a]).value < high < 100
    assert interval("chrF2++", articles) == (low, high)
    assert interval("chrF2++", articles[:1]) is None
    same = interval("chrF2++", articles, articles)
    assert same == (0, 0)


@pytest.mark.parametrize("value", ["0", "none", "x", "-1"])
def test_a_seed_that_repeats_nothing_is_refused(monkeypatch, value):
    monkeypatch.setenv("SACREBLEU_SEED", value)
    with pytest.raises(UsageError, match="must be repeatable"):
        seed()


def test_the_worst_come_first():
    found = Referenced.of([("a", pairs(SECOND))])
    worst = found.worst(2)
    assert worst[0][2] == ("", REFERENCE[3])
    assert worst[0][0] == 0 <= worst[1][0]
