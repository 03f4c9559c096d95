"""What the tables are learned from and how: the same on every machine, and really learned."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from reviewer.names import train
from reviewer.names.classifier import from_tables
from reviewer.names.learning import corpus, segments, tokenpairs
from reviewer.names.learning.boosting import Settings, fit
from reviewer.names.learning.corpus import FOLDER, Same

SOURCES = (FOLDER / "SOURCES.md").read_text("utf-8")


def test_the_corpus_is_small_and_its_sources_are_named():
    assert sum(f.stat().st_size for f in FOLDER.iterdir()) <= 5_000_000
    rows = corpus.same()
    assert all(f"| `{source}` |" in SOURCES for source in {row.source for row in rows})
    for count in (len(rows), len(corpus.labelled()), len(corpus.different())):
        assert f"| {count:,} |" in SOURCES


def test_shipped_tables_are_small():
    tables = ["channel", "classifier", "common", "equivalents"]
    assert sum((train.DATA / f"{name}.json").stat().st_size for name in tables) < 700_000


def test_cyrillic_is_spelt_as_translations_spell_it():
    assert corpus.romanised("Ованнисян", "ru", 0) == "Ovannisyan"
    assert corpus.romanised("Ованнисян", "ru", 2) == "Ovannisjan"
    assert corpus.romanised("Горбачёв", "ru", 4) == "Gorbatschjow"
    assert corpus.romanised("Гомель", "be", 0) == "Homel"


def test_tokens_of_two_spellings_are_paired_in_any_order():
    row = Same("n", "ep", 1, "Artsrun Hovhannisyan", "lv", "Ovannisjans Arcruns")
    assert set(tokenpairs.token_pairs([row], 10)) == {
        ("artsrun", "arcruns"),
        ("hovhannisyan", "ovannisjans"),
    }


PAIRS = [(f"{a}sh{b}", f"{a}š{b}") for a in "abdefgklmno" for b in ("aron", "evin", "ota", "ula")]


def test_letters_that_stand_for_others_are_learned():
    model, counts = segments.learn(PAIRS)
    assert sum(counts[pair] for pair in counts if "š" in pair[1]) == len(PAIRS)
    good, _ = model.cut("^pishel$", "^pišel$")
    bad, _ = model.cut("^pishel$", "^pikel$")
    assert good < bad


def test_learning_does_not_depend_on_the_order_of_hashes():
    program = (
        "import json; from reviewer.names.learning import segments as s;"
        "from reviewer.names.packing import packed;"
        f"m, _ = s.learn({PAIRS!r});"
        "print(json.dumps(packed(m)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["segments"]


def test_boosting_learns_what_no_single_feature_tells():
    rows = np.array([[x, y] for x in range(20) for y in range(20)], dtype=float)
    labels = ((rows[:, 0] > 9) != (rows[:, 1] > 9)).astype(int)
    settings = Settings(trees=40, depth=3, rate=0.3, columns=1.0, rows=0.8)
    tables = fit(rows, labels, np.ones(len(rows)), settings)
    assert tables == fit(rows, labels, np.ones(len(rows)), settings)
    model = from_tables(features=("x", "y"), **tables)
    for row, label in zip(rows.tolist(), labels.tolist(), strict=True):
        assert (model.probability(row) > 0.5) == bool(label)
