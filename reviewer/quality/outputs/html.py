"""The figures as one page that needs nothing else: plots, tables, readable on paper.

No script, no font, no picture from elsewhere: its own policy forbids the browser to load anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from importlib import resources

from reviewer.quality.effort import Rates
from reviewer.quality.figures import Figures, Row, Share
from reviewer.quality.outputs import _svg
from reviewer.quality.outputs._svg import Bar, Point
from reviewer.quality.outputs.text import count, interval, most, number, percent
from reviewer.text import visible

_SHOWN = 12  # rows of a bar plot
_TICKS = 8  # days named below a plot
_TIMES = 2  # days from which there is a trend
_LOWEST = (0.9, 0.75, 0.5, 0.0)  # where a plot of shares may begin

_GROUP = ("", "articles", "names", "translated", "95%", "now", "M-ETA", "HTER", "decisions", "MQM")
_RATES = ("", "decided", "approved", "edited", "rejected", "corrected", "95%", "seconds each")


def render(figures: Figures) -> str:
    """The page."""
    parts = [
        _tiles(figures),
        _trend(figures),
        _errors(figures),
        _calibration(figures),
        _worst_names(figures),
        *(_group(by, figures) for by in dict.fromkeys(row.by for row in figures.rows)),
        _rates(figures),
        _references(figures),
        _sentences(figures),
        _notes(figures),
    ]
    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    total = figures.total
    head = f"{count(total.articles, 'article')}, {count(total.words or 0, 'word')}"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Translation quality</title>\n<style>\n{style}</style></head>\n<body><main>\n"
        f"<h1>Translation quality</h1>\n<p class=lead>{head}; {figures.reviewed} reviewed,"
        f" {figures.kept} of them corrected{_span(figures)}.</p>\n"
        + "".join(part for part in parts if part)
        + "</main></body></html>\n"
    )


def _span(figures: Figures) -> str:
    days = [row.name for row in figures.trend]
    return f"; {days[0]} to {days[-1]}" if len(days) > 1 else f"; {days[0]}" if days else ""


def _tiles(figures: Figures) -> str:
    total = figures.total
    tiles = [
        ("Names right as translated", percent(total.machine.value), _of(total.machine)),
        ("Names right as it stands", percent(total.now.value), _of(total.now)),
        ("M-ETA", percent(total.m_eta.value), "as translated"),
        ("Edits (HTER)", number(total.hter, 3), "for each word"),
        (
            "MQM penalty",
            number(total.penalty),
            f"for 1,000 words; {number(total.confirmed)} confirmed",
        ),
        ("Decisions", f"{total.decisions or 0:,}", _pace(total)),
    ]
    cells = (
        f"<div><dt>{name}</dt><dd>{value}<small>{escape(more)}</small></dd></div>"
        for name, value, more in tiles
        if value != "-"
    )
    return f"<dl class=tiles>{''.join(cells)}</dl>\n"


def _of(share: Share) -> str:
    ends = interval(share.interval)
    return f"{share.count:,} of {share.of:,}" + (f"; 95%: {ends}" if ends else "")


def _pace(total: Row) -> str:
    if not total.decisions:
        return "nothing decided yet"
    return f"{(total.seconds or 0) / total.decisions:.1f} seconds each"


# -- plots ----------------------------------------------------------------------------------------


def _trend(figures: Figures) -> str:
    rows = [row for row in figures.trend if row.machine.of]
    known = [row for row in rows if row.basis != "text"]  # the others are upper bounds
    rows = known if len(known) >= _TIMES else rows
    if len(rows) < _TIMES:
        return ""
    places = _places([row.name for row in rows])
    ticks = [(places[i], rows[i].name) for i in _spread(list(places), _TICKS)]
    names = [
        (
            "as translated",
            [_dated(x, row, row.machine) for x, row in zip(places, rows, strict=True)],
        ),
        ("as it stands", [_dated(x, row, row.now) for x, row in zip(places, rows, strict=True)]),
    ]
    ends = [end for _, points in names for p in points for end in p.interval or (p.y,)]
    low = next(low for low in _LOWEST if low <= min(ends))
    label = "Names right by day"
    plot = _svg.lines(names, ticks, 1.0, low=low, label=label)
    body = _legend([name for name, _ in names]) + plot
    penalties = [
        Point(x, row.penalty, None, f"{row.name}: {row.penalty:.1f}")
        for x, row in zip(places, rows, strict=True)
        if row.penalty is not None
    ]
    top = _svg.nice(max((point.y for point in penalties), default=0.0))
    label = "MQM penalty for 1,000 words by day"
    body += f"<h3>{label}</h3>" + _svg.lines(
        [("MQM", penalties)], ticks, top, label=label, percent=False
    )
    return _section("Trend", body, "Names right; bars are 95% intervals.")


def _dated(x: float, row: Row, share: Share) -> Point:
    tip = f"{row.name}: {percent(share.value)} ({share.count} of {share.of})"
    return Point(x, share.value or 0.0, share.interval, tip)


def _places(days: Sequence[str]) -> list[float]:
    """Where each day lies between the first and the last, 0..1."""
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    width = max(1, numbers[-1] - numbers[0])
    return [0.03 + 0.94 * (one - numbers[0]) / width for one in numbers]


def _spread(places: Sequence[float], most: int) -> list[int]:
    """Which of the places can be named without touching."""
    chosen: list[int] = []
    for index, place in enumerate(places):
        if not chosen or place - places[chosen[-1]] >= 1 / most:
            chosen.append(index)
    return chosen


def _errors(figures: Figures) -> str:
    if not figures.errors:
        return ""
    totals: dict[str, float] = {}
    by_system: dict[str, float] = {}
    for one in figures.errors:
        totals[one.category] = totals.get(one.category, 0) + one.count
        by_system[one.system] = by_system.get(one.system, 0) + one.count
    systems = sorted(by_system, key=lambda system: (-by_system[system], system))[: _svg.SERIES]
    found = {(one.category, one.system): one for one in figures.errors}
    rows = []
    for category in sorted(totals, key=lambda name: (-totals[name], name))[:_SHOWN]:
        cells = [found.get((category, system)) for system in systems]
        rows.append(
            Bar(
                category,
                tuple(one.per_1000 if one else None for one in cells),
                tuple(f"{one.per_1000:.1f}  ({one.count})" if one else "" for one in cells),
            )
        )
    left = len(by_system) - len(systems)
    more = f" {left} more systems are in the tables only." if left else ""
    body = _legend(systems) + _svg.bars(rows, "Errors for 1,000 words by kind and system")
    return _section(
        "Errors by kind and system",
        body,
        "For 1,000 words, as translated, without what editors rejected; in brackets how many."
        + more,
    )


def _calibration(figures: Figures) -> str:
    if not figures.bands:
        return ""
    most = max(band.decided for band in figures.bands)
    points = []
    for band in figures.bands:
        share = Share(band.corrected, band.decided)
        tip = f"{band.name}: {share.count} of {share.of} corrected"
        size = 4 + 6 * (band.decided / most) ** 0.5
        points.append(Point(band.confidence or 0.0, share.value or 0.0, share.interval, tip, size))
    plot = _svg.calibration(points, "Confidence of findings against the share corrected")
    table = _table(("confidence", *_RATES[1:]), map(_rate, figures.bands))
    error = percent(figures.calibration_error)
    return _section(
        "Calibration",
        plot + table,
        "Across: how sure the program was. Up: how many of these findings editors corrected. On the"
        f" line both are the same; on average they are {error} apart.",
    )


def _worst_names(figures: Figures) -> str:
    if not figures.worst_names:
        return ""
    rows = [
        Bar(name.term, (float(name.wrong),), (f"{name.wrong} of {name.of}",))
        for name in figures.worst_names[:_SHOWN]
    ]
    table = _table(
        ("name", "wrong", "expected", "written as"),
        ((n.term, f"{n.wrong}", f"{n.of}", ", ".join(n.written)) for n in figures.worst_names),
        words=1,
    )
    body = _svg.bars(rows, "Names most often wrong") + table
    return _section("Worst names", body, "How often a sentence should hold the name and does not.")


# -- tables ---------------------------------------------------------------------------------------


def _group(by: str, figures: Figures) -> str:
    rows = (
        (
            row.name or "-",
            f"{row.articles:,}",
            f"{row.machine.of:,}",
            most(row),
            interval(row.machine.interval),
            percent(row.now.value),
            percent(row.m_eta.value),
            number(row.hter, 3),
            "-" if row.decisions is None else f"{row.decisions:,}",
            number(row.penalty),
        )
        for row in figures.rows
        if row.by == by
    )
    return _section(f"By {by}", _table(_GROUP, rows))


def _rates(figures: Figures) -> str:
    if not figures.rates:
        return ""
    return _section("Decisions by check", _table(_RATES, map(_rate, figures.rates)))


def _rate(rates: Rates) -> tuple[str, ...]:
    share = Share(rates.corrected, rates.decided)
    return (
        rates.name,
        f"{rates.decided:,}",
        f"{rates.approve:,}",
        f"{rates.edit:,}",
        f"{rates.reject:,}",
        percent(share.value),
        interval(share.interval),
        number(rates.median),
    )


def _references(figures: Figures) -> str:
    body = ""
    if figures.scores:
        rows = [
            (s.name, f"{s.value:.2f}", interval(found, 1), s.signature)
            for s, found in figures.scores
        ]
        body += _table(("", "score", "95%", "signature"), rows)
    if figures.compared:
        differences = [
            (
                one.name,
                f"{one.values[0]:.2f}",
                f"{one.values[1]:.2f}",
                f"{one.values[1] - one.values[0]:+.2f}",
                interval(one.interval, 1),
                f"{one.p:.4f}",
                one.signature,
            )
            for one in figures.compared
        ]
        head = ("", "compared with", "these", "difference", "95%", "p", "signature")
        body += _table(head, differences)
    note = "Intervals draw whole articles; p by paired approximate randomisation."
    return _section("Against references", body, note) if body else ""


def _sentences(figures: Figures) -> str:
    body = ""
    if figures.worst:
        rows = [(f"{v:.1f}", name, old, new) for v, name, (old, new) in figures.worst]
        head = ("chrF2++", "article", "translation", "reference")
        body += "<h3>Farthest from their reference</h3>" + _table(head, rows, words=3)
    if figures.edited:
        rows = [(f"{m.rate:.2f}", name, old, new) for name, (old, new), m in figures.edited]
        head = ("HTER", "article", "translation", "corrected")
        body += "<h3>Most edited</h3>" + _table(head, rows, words=3)
    return _section("Sentences", body) if body else ""


def _notes(figures: Figures) -> str:
    notes = list(figures.notes)
    if figures.total.basis:
        notes.append(f"What an article should hold is taken from: {figures.total.basis}.")
    if figures.edit_signature:
        notes.append(f"TER: {figures.edit_signature}")
    items = "".join(f"<li>{_safe(note)}</li>" for note in notes)
    return _section("Notes", f"<ul>{items}</ul>") if items else ""


def _section(title: str, body: str, note: str = "") -> str:
    lead = f"<p>{_safe(note)}</p>" if note else ""
    return f"<section><h2>{_safe(title)}</h2>{lead}{body}</section>\n"


def _legend(names: Sequence[str]) -> str:
    marks = "".join(f"<li class=s{i}>{_safe(name)}</li>" for i, name in enumerate(names))
    return f"<ul class=legend>{marks}</ul>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 0) -> str:
    """A table; the last ``words`` columns hold sentences."""
    kinds = ["" if not i or i >= len(head) - words else " class=n" for i in range(len(head))]
    top = "".join(f"<th{kind}>{_safe(name)}</th>" for kind, name in zip(kinds, head, strict=True))
    lines = (
        "<tr>"
        + "".join(f"<td{k}>{_safe(c)}</td>" for k, c in zip(kinds, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        f"<div class=wide><table><thead><tr>{top}</tr></thead><tbody>{''.join(lines)}</tbody>"
        "</table></div>"
    )


def _safe(text: str) -> str:
    return escape(visible(text))
