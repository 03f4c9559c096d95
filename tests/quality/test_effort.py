"""Edit effort and the program's own calibration."""

import pytest

from reviewer.decisions import new_decision
from reviewer.model import Finding
from reviewer.quality import effort
from reviewer.quality.statistics import wilson
from tests.quality import making
from tests.quality.making import ARTICLE, articles, decide, opened


def decision(action, confidence=0.9, code="garbled-name", seconds=2.0, **more):
    about = Finding("a.txt", 0, 3, "Abc", "names", code, "error", confidence, "", context=str(more))
    return new_decision(action, about, seconds=seconds, **more)


def test_hter_by_article_and_sentence(project):
    making.project(project, a=ARTICLE, b="Nobody looked at this.\n")
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    decide(session, "trilogues", lambda s: s.edit("talks"))
    session.save("a.txt")
    found, _ = articles("a.txt", "b.txt")
    (edited,) = effort.hter(found)  # what nobody reviewed has no rate
    assert edited.article == "a.txt"
    assert [(made.edits, made.words) for _, made in edited.sentences] == [(2, 13), (1, 15)]
    assert edited.rate == pytest.approx(3 / 28)


def test_an_article_reviewed_and_left_alone_has_the_rate_0(project):
    making.project(project, a=ARTICLE)
    decide(opened("a.txt"), "Arcruns Ovannisyan", lambda s: s.reject())
    found, _ = articles("a.txt")
    assert [one.rate for one in effort.hter(found)] == [0]


def test_of_two_decisions_on_one_place_the_last_counts_and_undone_ones_do_not(project):
    making.project(project, a=ARTICLE)
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    session.go(0)
    session.reject()
    decide(session, "trilogues", lambda s: s.approve())
    session.undo()
    found, _ = articles("a.txt")
    assert [d.action for d in effort.deciding(found)] == ["reject"]


def test_rates_by_check_and_the_time_they_took():
    made = [
        decision("approve", seconds=1.0),
        decision("edit", seconds=3.0),
        decision("reject", seconds=9000.0),  # whoever takes so long was elsewhere
        decision("reject", code="romanisation", seconds=None),
    ]
    first, second = effort.rates(made, effort.by_check)
    assert (first.name, first.approve, first.edit, first.reject) == ("names/garbled-name", 1, 1, 1)
    assert (first.decided, first.corrected, first.median) == (3, 2, 2.0)
    assert (second.name, second.decided, second.median) == ("names/romanisation", 1, None)


def test_the_calibration_curve():
    made = (
        [decision("approve", 0.97)] * 9 + [decision("reject", 0.97)]
        + [decision("edit", 0.6), decision("reject", 0.6), decision("approve", 1.0)]
        + [decision("reject", 0.9)]
    )  # fmt: skip
    bands = effort.calibration(made)
    assert [(b.name, b.corrected, b.decided) for b in bands] == [
        ("0.50–0.70", 1, 2),
        ("0.90–0.95", 0, 1),
        ("0.95–1.00", 10, 11),
    ]
    assert wilson(10, 11) is not None
    expected = (abs(0.6 * 2 - 1) + 0.9 + abs(0.97 * 10 + 1 - 10)) / 14
    assert effort.calibration_error(bands) == pytest.approx(expected)
    assert effort.calibration_error([]) is None
