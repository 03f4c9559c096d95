"""Name accuracy by source, by the approved text and by the text alone; M-ETA; consistency."""

import pytest

from reviewer.quality.names import consistency, expected, forms
from tests.quality import making
from tests.quality.making import ARTICLE, SOURCE, articles, decide, opened, records


def outcomes(found):
    return {e.term: (e.outcome, e.written) for e in found}


def one(text, source="", lang="ru"):
    return {"id": "a", "text": text} | ({"source": source, "source_lang": lang} if source else {})


def judged(folder, text, source=""):
    making.project(folder)
    records(folder / "x.jsonl", one(text, source))
    (article,), said = articles("x.jsonl")
    assert said == []
    return expected(article, article.machine)


@pytest.mark.parametrize(
    ("text", "outcome", "written"),
    [
        ("Artsrun Hovhannisyan said so in Yerevan.", "right", ""),
        ("Artsrun Hovhannisian said so in Yerevan.", "right", ""),  # admitted
        ("Hovhannisyan's view was heard in Yerevan.", "right", ""),  # a part that tells
        ("Arcruns Ovannisyan said so in Yerevan.", "wrong", "Arcruns Ovannisyan"),
        ("Artsrun Ovanesian said so in Yerevan.", "wrong", "Artsrun Ovanesian"),  # deprecated
        ("The spokesman said so in Yerevan.", "missing", ""),
    ],
)
def test_by_the_source(project, text, outcome, written):
    found = judged(project, text, "Так сказал Арцрун Ованнисян в Ереване.")
    assert outcomes(found) == {
        "Artsrun Hovhannisyan": (outcome, written),
        "Yerevan": ("right", ""),
    }
    assert {e.basis for e in found} == {"source"}


def test_a_surname_alone_in_the_source_may_be_anybodys(project):
    found = judged(project, "Aliyeva sang in Yerevan.", "Алиева пела в Ереване.")
    assert "Ilham Aliyev" not in outcomes(found)


def test_a_name_in_the_sentence_beside_is_no_loss(project):
    source = "Сказал Арцрун Ованнисян вчера.\nОн был в Ереване вчера вечером."
    found = judged(
        project, "This was said yesterday.\nHovhannisyan was in Yerevan that night.", source
    )
    assert outcomes(found)["Artsrun Hovhannisyan"] == ("right", "")


def test_by_the_text_alone_what_is_recognised_counts(project):
    found = judged(project, "Arcruns Ovannisyan met Ilham Aliyev. Ilham Aliyev left.")
    assert [(e.term, e.outcome) for e in found] == [
        ("Artsrun Hovhannisyan", "wrong"),
        ("Ilham Aliyev", "right"),
        ("Ilham Aliyev", "right"),
    ]
    assert {e.basis for e in found} == {"text"}


def test_by_the_approved_text_once_it_is_corrected(project_folder):
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    session.save("a.txt")
    (article,), _ = articles("a.txt")
    assert article.corrected
    before, after = expected(article, article.machine), expected(article, article.now)
    assert outcomes(before) == {
        "Artsrun Hovhannisyan": ("wrong", "Arcruns Ovannisyan"),
        "Yerevan": ("right", ""),
        "Ilham Aliyev": ("right", ""),
    }
    assert {e.basis for e in before} == {"approved"}
    assert all(e.outcome == "right" for e in after)


def test_what_an_editor_rejected_is_right(project_folder):
    (project_folder / "a.src.ru.txt").write_text(SOURCE, "utf-8")
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.reject())
    (article,), _ = articles("a.txt")
    found = outcomes(expected(article, article.machine))
    assert found["Artsrun Hovhannisyan"] == ("right", "")


def test_it_stays_right_when_something_else_was_corrected(project_folder):
    session = opened("a.txt")
    decide(session, "Arcruns Ovannisyan", lambda s: s.reject())
    decide(session, "trilogues", lambda s: s.approve())
    session.save("a.txt")
    (article,), _ = articles("a.txt")
    assert article.corrected
    assert all(e.outcome == "right" for e in expected(article, article.now))


def test_a_name_that_nobody_came_to_yet_is_expected_too(project_folder):
    session = opened("a.txt")
    decide(session, "trilogues", lambda s: s.approve())
    session.save("a.txt")
    (article,), _ = articles("a.txt")
    assert outcomes(expected(article, article.machine))["Artsrun Hovhannisyan"][0] == "wrong"


def test_the_verdicts_of_an_audit_alone_are_no_review(project_folder):
    from reviewer.decisions import new_decision

    line = new_decision("right", opened("a.txt").article.items[0].finding, path="a.txt", ref="x")
    opened("a.txt").ledger.append(line)
    (article,), _ = articles("a.txt")
    assert {e.basis for e in expected(article, article.machine)} == {"text"}


# M-ETA by hand (SemEval-2025 task 2): is any of the entity's forms in the output, but for case?
BY_HAND = [
    ("Artsrun Hovhannisyan spoke in Yerevan.", True),
    ("ARTSRUN HOVHANNISYAN SPOKE IN YEREVAN.", True),
    ("Artsrun Hovhannisian spoke in Yerevan.", True),
    ("Artsrun Hovhannisyan's words were heard in Yerevan.", True),
    ("“Artsrun Hovhannisyan” was heard in Yerevan.", True),
    ("Hovhannisyan spoke in Yerevan.", False),  # a part is no form
    ("Arcruns Ovannisyan spoke in Yerevan.", False),
    ("Artsrun Ovanesian spoke in Yerevan.", False),
    ("Hovhannisyan Artsrun spoke in Yerevan.", False),
    ("He spoke in Yerevan.", False),
]


@pytest.mark.parametrize(("text", "stated"), BY_HAND)
def test_m_eta_by_hand(project, text, stated):
    found = judged(project, text, "В Ереване выступил Арцрун Ованнисян.")
    assert {e.term: e.stated for e in found} == {"Artsrun Hovhannisyan": stated, "Yerevan": True}


def test_consistency_is_the_share_of_the_usual_form(project):
    text = (
        "Artsrun Hovhannisyan came. Artsrun Hovhannisyan spoke. Hovhannisyan left."
        " Artsrun Hovhannisian slept. Yerevan slept."
    )
    judged(project, text)
    (article,), _ = articles("x.jsonl")
    assert consistency([forms(article, article.now)]) == (2, 3)
    assert consistency([]) == (0, 0)


@pytest.fixture
def project_folder(project):
    return making.project(project, a=ARTICLE)
