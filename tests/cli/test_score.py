import pytest

from reviewer.errors import InputError
from reviewer.quality.scores import chrf, paired_sentences, ter

BEFORE = "Moscow hosted trilogues. It rained.\nArcruns Ovannisyan spoke.\n"
AFTER = "Moscow hosted three-way talks. It rained.\nArtsrun Hovhannisyan spoke.\n"


def test_sentences_are_paired_line_by_line():
    assert paired_sentences(BEFORE, AFTER) == [
        ("Moscow hosted trilogues.", "Moscow hosted three-way talks."),
        ("It rained.", "It rained."),
        ("Arcruns Ovannisyan spoke.", "Artsrun Hovhannisyan spoke."),
    ]


def test_a_line_whose_sentences_differ_is_one_unit():
    pairs = paired_sentences("He left. She stayed.", "He left and she stayed.")
    assert pairs == [("He left. She stayed.", "He left and she stayed.")]


@pytest.mark.parametrize(("a", "b"), [("x\ny", "x"), ("", ""), ("x", "")])
def test_versions_that_cannot_be_paired_are_refused(a, b):
    with pytest.raises(InputError):
        paired_sentences(a, b)


def test_the_same_text_scores_perfectly_and_signatures_are_sacrebleus():
    pairs = paired_sentences(AFTER, AFTER)
    assert ter(pairs).value == 0
    assert chrf(pairs).value == pytest.approx(100)
    assert ter(pairs).signature.startswith("nrefs:1|case:mixed|tok:tercom|norm:yes|punct:yes")
    assert "nw:2" in chrf(pairs).signature


def test_a_correction_of_capitals_alone_counts():
    assert ter([("the kremlin spoke", "the Kremlin spoke")]).value > 0


def test_the_command_prints_both(cli, project):
    (project / "a.txt").write_text(BEFORE)
    (project / "b.txt").write_text(AFTER)
    done = cli("score", "a.txt", "b.txt")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3 sentences\nTER ")
    (project / "b.txt").write_text("one line")
    done = cli("score", "a.txt", "b.txt")
    assert done.returncode == 2
    assert "needs the same lines" in done.stderr
