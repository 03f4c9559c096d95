"""All figures of a set of articles, computed once for every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reviewer.model import Decision
from reviewer.quality import effort, mqm, names
from reviewer.quality.articles import Article
from reviewer.quality.effort import Edited, Rates
from reviewer.quality.mqm import MqmError
from reviewer.quality.names import Expected, Forms
from reviewer.quality.pairs import Pair
from reviewer.quality.references import Referenced
from reviewer.quality.scores import Edits, Progress, Score, edit_rate, edit_signature
from reviewer.quality.significance import Compared, interval
from reviewer.quality.statistics import design_effect, wilson

_WORST = 20  # names that are listed
_TOGETHER = 1.5  # design effect from which an interval misleads
_RELIABLE = ("source", "approved")  # what a name accuracy may be built on


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``of``."""

    count: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share, 0..1."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Its 95 % interval (Wilson)."""
        return wilson(self.count, self.of)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one group of articles, or of all (``by`` is then ``all``).

    ``machine`` and ``now`` are name accuracy as translated and as it stands; ``basis`` tells what
    the expected names come from. ``penalty`` is MQM's for 1,000 words, ``confirmed`` the part of it
    that editors confirmed. ``design_effect`` is how many times fewer names would tell as much as
    those of ``machine``, did they not come in articles. Of a pack only names are told.
    """

    by: str
    name: str
    articles: int
    basis: str
    machine: Share
    now: Share
    m_eta: Share
    consistency: Share
    words: int | None = None
    hter: float | None = None
    decisions: int | None = None
    seconds: float | None = None
    penalty: float | None = None
    confirmed: float | None = None
    design_effect: float | None = None


@dataclass(frozen=True, slots=True)
class WorstName:
    """A name that is often wrong: how often it was expected, and what stands for it."""

    term: str
    wrong: int
    of: int
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BySystem:
    """How often the errors of one MQM category occur in one system's translations."""

    system: str
    category: str
    count: int
    per_1000: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything there is to tell; what was not asked for or cannot be told is empty."""

    total: Row
    rows: tuple[Row, ...] = ()
    trend: tuple[Row, ...] = ()
    reviewed: int = 0
    kept: int = 0
    edit_signature: str = ""
    edited: tuple[tuple[str, Pair, Edits], ...] = ()  # the most edited sentences
    rates: tuple[Rates, ...] = ()
    bands: tuple[Rates, ...] = ()
    calibration_error: float | None = None
    worst_names: tuple[WorstName, ...] = ()
    errors: tuple[BySystem, ...] = ()
    scores: tuple[tuple[Score, tuple[float, float] | None], ...] = ()
    compared: tuple[Compared, ...] = ()
    worst: tuple[tuple[float, str, Pair], ...] = ()
    notes: tuple[str, ...] = ()

    def measure(self, name: str) -> float | None:
        """The figure that ``--fail-under`` calls so; None where it cannot be told."""
        shares = {
            "name-accuracy": self.total.now,
            "mt-name-accuracy": self.total.machine,
            "m-eta": self.total.m_eta,
            "term-consistency": self.total.consistency,
        }
        if name in shares:
            return shares[name].value
        scores = {score.name: score.value for score, _ in self.scores}
        return scores.get({"chrf": "chrF2++", "bleu": "BLEU"}[name])


@dataclass(frozen=True)
class _Known:
    """What one article gives to each group that it is in."""

    article: Article
    machine: tuple[Expected, ...]
    now: tuple[Expected, ...]
    forms: Forms
    words: int
    errors: tuple[MqmError, ...]
    edited: Edited | None = None
    decisions: tuple[Decision, ...] = field(default=())


def collect(
    articles: Sequence[Article],
    by: Sequence[str] = (),
    *,
    referenced: Referenced | None = None,
    compared: Sequence[Compared] = (),
    worst: int = 10,
    read: Progress | None = None,
    scored: Progress | None = None,
) -> Figures:
    """Compute every figure. ``by`` names the groups that get rows of their own.

    ``read`` hears of articles whose names were read, ``scored`` of sentences.
    """
    edits = {one.article: one for one in effort.hter(articles, scored)}
    known = []
    for number, article in enumerate(articles, 1):
        known.append(_known(article, edits.get(article.name)))
        if read:
            read(number, len(articles))
    decided = effort.deciding(articles)
    bands = effort.calibration(decided)
    scores: list[tuple[Score, tuple[float, float] | None]] = []
    if referenced:
        scores = [(s, interval(s.name, referenced.counts[s.name])) for s in referenced.scores()]
    rows = [row for name in by for row in _grouped(name, known)]
    total = _row("all", "", known)
    return Figures(
        total,
        rows=tuple(rows),
        trend=tuple(row for row in _grouped("date", known) if row.name),
        reviewed=sum(article.reviewed for article in articles),
        kept=sum(article.corrected for article in articles),
        edit_signature=edit_signature() if edits else "",
        edited=tuple(_most_edited(edits.values(), worst)),
        rates=tuple(effort.rates(decided, effort.by_check)),
        bands=tuple(bands),
        calibration_error=effort.calibration_error(bands),
        worst_names=tuple(_worst_names(known)),
        errors=tuple(_by_system(known)),
        scores=tuple(scores),
        compared=tuple(compared),
        worst=tuple(referenced.worst(worst)) if referenced else (),
        notes=tuple(_notes(known, total)),
    )


def _known(article: Article, edited: Edited | None) -> _Known:
    machine = tuple(names.expected(article, article.machine))
    now = machine
    if article.corrected:
        now = tuple(names.expected(article, article.now))
    return _Known(
        article,
        machine,
        now,
        names.forms(article, article.now),
        len(article.machine.text.split()),
        tuple(mqm.errors(article)),
        edited,
        tuple(d for d in article.decisions if d.action in effort.DECIDING or d.action == "mark"),
    )


def _grouped(by: str, known: Sequence[_Known]) -> list[Row]:
    """A row for each group, in the order of their names."""
    if by == "pack":
        packs = {e.pack for one in known for e in (*one.machine, *one.now)}
        return [_row(by, pack, known, pack=pack) for pack in sorted(packs)]
    key: dict[str, Callable[[Article], str]] = {
        "article": lambda a: a.name,
        "batch": lambda a: a.batch,
        "source-lang": lambda a: a.source_lang or "unknown",
        "system": lambda a: a.system,
        "date": lambda a: a.date,
    }
    groups: dict[str, list[_Known]] = {}
    for one in known:
        groups.setdefault(key[by](one.article), []).append(one)
    return [_row(by, name, members) for name, members in sorted(groups.items())]


def _row(by: str, name: str, known: Sequence[_Known], *, pack: str | None = None) -> Row:
    machine = [e for one in known for e in one.machine if pack in (None, e.pack)]
    now = [e for one in known for e in one.now if pack in (None, e.pack)]
    bases = {e.basis for e in machine}
    reliable = [basis for basis in _RELIABLE if basis in bases]
    if reliable:  # what is merely recognised would pass for what is right
        machine = [e for e in machine if e.basis in _RELIABLE]
        now = [e for e in now if e.basis in _RELIABLE]
    shares = (
        " and ".join(reliable or sorted(bases)),
        _share(machine),
        _share(now),
        Share(sum(e.stated for e in machine), len(machine)),
        Share(*names.consistency(one.forms for one in known)) if pack is None else Share(),
    )
    if pack is not None:
        return Row(by, name, len({e.article for e in machine}), *shares)
    words = sum(one.words for one in known)
    made = [edit for one in known if one.edited for _, edit in one.edited.sentences]
    decisions = [d for one in known for d in one.decisions]
    errors = [error for one in known for error in one.errors]
    return Row(
        by,
        name,
        len(known),
        *shares,
        words=words,
        hter=edit_rate(made) if made else None,
        decisions=len(decisions),
        seconds=sum(min(d.seconds or 0.0, effort.LONG) for d in decisions),
        penalty=mqm.penalty(errors, words),
        confirmed=mqm.penalty([error for error in errors if error.by], words),
        design_effect=_design_effect(machine),
    )


def _share(found: Sequence[Expected]) -> Share:
    return Share(sum(e.outcome == "right" for e in found), len(found))


def _design_effect(found: Sequence[Expected]) -> float | None:
    of = Counter(e.article for e in found)
    wrong = Counter(e.article for e in found if e.outcome != "right")
    return design_effect([(wrong[article], count) for article, count in of.items()])


def _most_edited(edited: Iterable[Edited], number: int) -> list[tuple[str, Pair, Edits]]:
    rows = [(one.article, pair, made) for one in edited for pair, made in one.sentences]
    changed = [row for row in rows if row[2].edits]
    return sorted(changed, key=lambda row: (-row[2].rate, -row[2].edits, row[0]))[:number]


def _worst_names(known: Sequence[_Known]) -> list[WorstName]:
    of: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for expected in (e for one in known for e in one.machine):
        of[expected.term] += 1
        if expected.outcome != "right":
            wrong[expected.term] += 1
            stands = expected.written or "(missing)"
            written.setdefault(expected.term, Counter())[stands] += 1
    ranked = sorted(wrong, key=lambda term: (-wrong[term], -wrong[term] / of[term], term))
    return [
        WorstName(t, wrong[t], of[t], tuple(form for form, _ in written[t].most_common(3)))
        for t in ranked[:_WORST]
    ]


def _by_system(known: Sequence[_Known]) -> list[BySystem]:
    words: Counter[str] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    for one in known:
        words[one.article.system] += one.words
        for error in one.errors:
            if error.weight:
                count[one.article.system, error.category] += 1
    return [
        BySystem(system, category, number, 1000 * number / max(1, words[system]))
        for (system, category), number in sorted(count.items())
    ]


def _notes(known: Sequence[_Known], total: Row) -> list[str]:
    """What a reader of the figures must know."""
    notes = []
    effect = total.design_effect
    if effect and effect >= _TOGETHER:
        notes.append(
            f"errors come together in articles (design effect {effect:.1f}): for other articles"
            f" read the interval of all names as one from {total.machine.of / effect:.0f} of them"
        )
    if any(e.basis == "text" for one in known for e in one.machine):
        notes.append(
            "a name accuracy marked ≤ or “at most” is no more than an upper bound: of an article"
            " without a source that nobody reviewed, only the names that the checks recognise are"
            " counted; the total leaves such articles out where there are others"
        )
    unplaced = sum(mqm.unplaced(one.article) for one in known)
    if unplaced:
        notes.append(f"{unplaced} marks stand nowhere in the text as translated: no MQM error")
    return notes
