"""Audits: the sample, what is asked, what follows, and what verification finds."""

import hashlib
import json
from pathlib import Path

import pytest

from reviewer.decisions import new_decision
from reviewer.engine.project import projects
from reviewer.errors import DecisionsError, UsageError
from reviewer.quality.audit.certificate import certificate, text
from reviewer.quality.audit.draw import draw, find, sample
from reviewer.quality.audit.population import population, states
from reviewer.quality.audit.verify import differences
from tests.benchmarks.audit import coverage
from tests.quality import making
from tests.quality.making import decide, opened

ONE = (
    "Arcruns Ovannisyan met Ilham Aliyev in Yerevan on Thursday.\n"
    "Later Nikol Pashinyan called Yerevan. Hayk Sargsyan was silent.\n"
)
TWO = "Ilham Aliyev flew to Tbilisi. Giorgi Kvirikashvili met him there.\n"


@pytest.fixture
def held(project):
    making.project(project, a=ONE, b=TWO)
    project_of = projects(lambda settings: settings, None, print)
    return project_of(Path("a.txt"))


def drawn(held, size=3, seed=1):
    files = [Path("a.txt"), Path("b.txt")]
    return draw(held, population(held, states(files)), size, seed)


def items(session):
    return [(a, i) for a in session.articles for i in a.items if i.draw]


def judge(session, act):
    for article, item in items(session):
        session.position = session.articles.index(article)
        session.go(article.items.index(item))
        act(session, item)


def test_the_population_is_every_name_that_no_check_flagged(held):
    found = population(held, states([Path("b.txt"), Path("a.txt")]))
    assert [(one.path, one.text) for one in found.names] == [
        ("a.txt", "Ilham Aliyev"),
        ("a.txt", "Yerevan"),
        ("a.txt", "Nikol Pashinyan"),
        ("a.txt", "Yerevan"),
        ("a.txt", "Hayk Sargsyan"),
        ("b.txt", "Ilham Aliyev"),
        ("b.txt", "Tbilisi"),
        ("b.txt", "Giorgi Kvirikashvili"),
    ]
    assert (found.articles, found.flagged) == (2, 1)
    assert {path: file.names for path, file in found.files.items()} == {"a.txt": 5, "b.txt": 3}


def test_a_sample_can_be_drawn_again_and_depends_on_its_seed():
    assert sample(7, 5, 1000) == sample(7, 5, 1000)
    assert sample(7, 5, 1000) != sample(8, 5, 1000)
    assert sample(7, 10, 10) == list(range(10))
    ranks = sorted(range(4), key=lambda n: hashlib.sha256(b"1:%d" % n).hexdigest())
    assert sample(1, 2, 4) == sorted(ranks[:2])


def test_every_position_is_drawn_as_often():
    count = [0] * 20
    for seed in range(2000):
        for position in sample(seed, 5, 20):
            count[position] += 1
    assert all(abs(number - 500) < 5 * (500 * 0.75) ** 0.5 for number in count)


@pytest.mark.parametrize("case", [(2000, 100, 0.05, 1), (2000, 100, 0.05, 20)])
def test_the_bound_holds_as_often_as_it_promises(case):
    assert coverage(*case, simulations=300)[0] >= 0.94


def test_the_draw_is_in_the_log_and_found_again(held):
    made = drawn(held)
    assert find(held.log.read()) == made
    assert find(held.log.read(), made.head.id[:12]) == made
    assert [line.action for line in held.log.read()] == ["draw"] * 4
    assert [position for position, _ in made.asked] == sample(1, 3, 8)


@pytest.mark.parametrize("size", [0, -1, 9])
def test_a_sample_that_cannot_be_drawn_is_refused(held, size):
    with pytest.raises(UsageError, match="hold 8 names that were not flagged"):
        drawn(held, size)
    assert held.log.read() == []


def test_no_audit_and_an_unknown_one(held):
    with pytest.raises(UsageError, match="no audit was drawn"):
        find([])
    made = drawn(held)
    with pytest.raises(UsageError, match=made.head.id):
        find(held.log.read(), "zzz")
    undo = new_decision("undo", made.head, ref=made.head.id)
    with pytest.raises(UsageError, match="no audit was drawn"):
        find([*held.log.read(), undo])


@pytest.mark.parametrize("told", ["", "{", "[]", '{"schema": 1}', '{"schema": 9, "seed": 1}'])
def test_a_line_of_the_log_that_is_not_whole(held, told):
    drawn(held)
    head, *lines = held.log.read()
    with pytest.raises(DecisionsError, match="draw anew"):
        find([head._replace(context=told), *lines])


def test_unanswered_names_count_as_wrong(held):
    drawn(held)
    made = certificate(find(held.log.read()), held.log.read())
    assert (made["right"], made["wrong"], made["unanswered"]) == (0, 0, 3)
    assert not made["complete"]
    assert made["bound"]["names"] == 8
    assert "Not complete: 3 of the 3" in text(made)


def test_all_right(held):
    drawn(held, size=8)
    judge(opened("a.txt", "b.txt"), lambda s, item: s.reject())
    made = certificate(find(held.log.read()), held.log.read())
    assert (made["right"], made["wrong"], made["unanswered"]) == (8, 0, 0)
    assert made["statement"] == (
        "With 95% confidence at most 0.00% of the names in the unreviewed text are wrong (0 of 8)."
    )
    assert made["clustering"]["design_effect"] is None


def test_wrong_ones_are_listed_and_the_detector_is_judged(held):
    drawn(held, size=8)
    session = opened("a.txt", "b.txt")
    session.position = 0
    decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
    judge(
        session,
        lambda s, item: s.edit("Nikol Pashinian") if "Nikol" in item.finding.text else s.reject(),
    )
    session.save("a.txt")
    made = certificate(find(held.log.read()), held.log.read())
    assert (made["right"], made["wrong"]) == (7, 1)
    assert made["bound"]["names"] == 1
    assert [(w["text"], w["correction"]) for w in made["names_wrong"]] == [
        ("Nikol Pashinyan", "Nikol Pashinian")
    ]
    detector = made["detector"]
    assert (detector["decided"], detector["hits"], detector["precision"]) == (1, 1, 1.0)
    assert detector["missed_estimate"] == 1
    assert detector["recall"] == detector["recall_at_least"] == 0.5
    assert made["clustering"]["design_effect"] == pytest.approx(
        2 * ((1 - 5 / 8) ** 2 + (3 / 8) ** 2) / 64 / (7 / 64 / 8)
    )
    shown = text(made)
    assert "“Nikol Pashinyan” → “Nikol Pashinian”" in shown
    assert "precision 100.00% (1 of 1 decided), recall about 50.00%, at least 50.00%" in shown


def test_a_place_decided_otherwise_is_answered_too(held):
    drawn(held, size=8)
    session = opened("a.txt")
    start = session.article.text.index("Nikol Pashinyan")
    session.mark(start, start + 15, "N. Pashinyan")
    found = find(held.log.read())
    (answer,) = found.answers.values()
    assert answer.action == "mark"
    assert certificate(found, held.log.read())["wrong"] == 1


class TestVerify:
    @pytest.fixture
    def judged(self, held):
        drawn(held, size=8)
        session = opened("a.txt", "b.txt")
        judge(session, lambda s, item: s.reject())
        return held

    def found(self, held, told=None):
        decisions = held.log.read()
        return differences(held, find(decisions), decisions, told)

    def told(self, held):
        decisions = held.log.read()
        return json.loads(json.dumps(certificate(find(decisions), decisions)))

    def test_nothing_differs(self, judged):
        assert self.found(judged, self.told(judged)) == []

    def test_a_corrected_file_is_verified_by_its_original(self, judged):
        session = opened("a.txt")
        decide(session, "Arcruns Ovannisyan", lambda s: s.approve())
        session.save("a.txt")
        assert self.found(judged) == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [("wrong", 7), ("population", 9), ("statement", "all is well"), ("new", 1)],
    )
    def test_a_certificate_that_says_otherwise(self, judged, name, value):
        (one,) = self.found(judged, self.told(judged) | {name: value})
        assert one.startswith(f"the certificate says {name} is {value!r}")

    def test_a_verdict_changed_since(self, judged):
        told = self.told(judged)
        (verdict,) = [d for d in judged.log.read() if d.action == "right"][:1]
        judged.log.append(new_decision("undo", verdict, ref=verdict.id))
        names = [line.split()[3] for line in self.found(judged, told)]
        assert "right" in names
        assert "unanswered" in names

    def test_a_file_changed_or_gone(self, judged):
        file = Path("a.txt")
        file.write_text(file.read_text() + "More of Yerevan.\n")
        Path("b.txt").unlink()
        assert self.found(judged) == [
            "a.txt: changed since the draw, and no original of that state is kept",
            "b.txt: is missing, and no original of that state is kept",
        ]

    def test_a_draw_that_was_tampered_with(self, judged):
        lines = judged.log.read()
        line = next(d for d in lines if d.action == "draw" and d.ref)
        others = [d for d in lines if d is not line]
        (one,) = differences(judged, find(others), others)
        assert "seed 1 draws 8: 1 are missing, 0 were not drawn" in one
        moved = [line._replace(start=line.start + 1), *others]
        (one,) = differences(judged, find(moved), moved)
        assert one.startswith(f"the log asks about {line.path}:{line.start + 1} in place of")

    def test_a_verdict_on_something_else(self, judged):
        lines = judged.log.read()
        verdict = next(d for d in lines if d.action == "right")
        others = [verdict._replace(text="Nobody") if d is verdict else d for d in lines]
        (one,) = differences(judged, find(others), others)
        assert one.startswith("a verdict speaks of “Nobody” in")

    def test_another_glossary(self, judged, project):
        (project / "names.toml").write_text('[[term]]\nterm = "Nikol Pashinian"\nkind = "person"\n')
        project_of = projects(lambda settings: settings, None, print)
        again = project_of(Path("a.txt"))
        assert self.found(again)[0].startswith("the glossary is another than when")
