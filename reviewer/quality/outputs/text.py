"""The figures as tables for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from reviewer.quality.effort import Rates
from reviewer.quality.figures import Figures, Row, Share
from reviewer.text import visible

_WIDEST = 44  # cells of a name


def render(figures: Figures) -> str:
    """Every table that holds something."""
    parts = [
        _head(figures),
        _names(figures),
        _groups(figures),
        _worst_names(figures),
        _effort(figures),
        _references(figures),
        [f"Note: {visible(note)}" for note in figures.notes],
    ]
    blocks = ("".join(f"{line.rstrip()}\n" for line in part) for part in parts if part)
    return "\n".join(blocks)


def percent(value: float | None, digits: int = 1) -> str:
    """A share, ``-`` where there is none."""
    return "-" if value is None else f"{100 * value:.{digits}f}%"


def number(value: float | None, digits: int = 1) -> str:
    """A number, ``-`` where there is none."""
    return "-" if value is None else f"{value:.{digits}f}"


def interval(found: tuple[float, float] | None, scale: float = 100) -> str:
    """Both ends of an interval."""
    return "" if found is None else f"{scale * found[0]:.1f}–{scale * found[1]:.1f}"


def most(row: Row) -> str:
    """Name accuracy as translated, ``≤`` where only what is recognised could be counted."""
    shown = percent(row.machine.value)
    return f"≤{shown}" if row.basis == "text" and row.machine.of else shown


def count(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _head(figures: Figures) -> list[str]:
    total = figures.total
    return [
        (
            f"{count(total.articles, 'article')}, {count(total.words or 0, 'word')};"
            f" {figures.reviewed} reviewed, {figures.kept} of them corrected"
        )
    ]


def _names(figures: Figures) -> list[str]:
    total = figures.total
    if not total.machine.of and not total.now.of:
        return ["Names: the articles hold none of the glossary's names"]
    at_most = " (at most)" if total.basis == "text" else ""
    rows = [
        _share(f"as translated{at_most}", total.machine),
        _share("as it stands", total.now),
        _share("M-ETA (as translated)", total.m_eta),
        _share("term consistency (now)", total.consistency),
    ]
    head = ("Names (expected by: " + total.basis + ")", "right", "of", "share", "95 %")
    return _table(head, [row for row in rows if row])


def _share(name: str, share: Share) -> tuple[str, ...]:
    if not share.of:
        return ()
    return (name, str(share.count), str(share.of), percent(share.value), interval(share.interval))


def _groups(figures: Figures) -> list[str]:
    lines: list[str] = []
    for by in dict.fromkeys(row.by for row in figures.rows):
        rows = [_group(row) for row in figures.rows if row.by == by]
        head = (f"By {by}", "art.", "names", "MT", "95 %", "now", "M-ETA", "HTER", "dec.", "MQM")
        lines += [*([""] if lines else []), *_table(head, rows)]
    return lines


def _group(row: Row) -> tuple[str, ...]:
    return (
        row.name or "-",
        str(row.articles),
        str(row.machine.of),
        most(row),
        interval(row.machine.interval),
        percent(row.now.value),
        percent(row.m_eta.value),
        number(row.hter, 3),
        "-" if row.decisions is None else str(row.decisions),
        number(row.penalty, 1),
    )


def _worst_names(figures: Figures) -> list[str]:
    rows = [
        (name.term, str(name.wrong), str(name.of), ", ".join(name.written))
        for name in figures.worst_names[:10]
    ]
    return _table(("Most often wrong", "wrong", "of", "as"), rows) if rows else []


def _effort(figures: Figures) -> list[str]:
    total = figures.total
    lines = []
    if total.hter is not None:
        lines.append(f"Edits: HTER {total.hter:.4f}  {figures.edit_signature}")
    if total.decisions:
        each = (total.seconds or 0.0) / total.decisions
        lines.append(f"Decisions: {total.decisions}, {total.seconds:.0f} seconds, {each:.1f} each")
    if total.penalty is not None:
        lines.append(
            f"MQM: penalty {total.penalty:.2f} for 1,000 words,"
            f" {number(total.confirmed, 2)} of it confirmed by editors"
        )
    if figures.rates:
        lines += ["", *_table(_RATES, [_rate(rates) for rates in figures.rates])]
    if figures.bands:
        head = ("Confidence", *_RATES[1:])
        lines += ["", *_table(head, [_rate(rates) for rates in figures.bands])]
        error = percent(figures.calibration_error)
        lines.append(f"On average the confidence is {error} off the share corrected.")
    if figures.edited:
        lines += ["", "Most edited sentences"]
        for article, (old, new), made in figures.edited:
            lines.append(f"  {made.rate:.2f}  {_cut(article)}")
            lines += [f"        - {visible(old)}", f"        + {visible(new)}"]
    return lines


_RATES = ("Findings decided", "n", "approve", "edit", "reject", "corrected", "95 %", "s each")


def _rate(rates: Rates) -> tuple[str, ...]:
    share = Share(rates.corrected, rates.decided)
    return (
        rates.name,
        str(rates.decided),
        str(rates.approve),
        str(rates.edit),
        str(rates.reject),
        percent(share.value),
        interval(share.interval),
        number(rates.median),
    )


def _references(figures: Figures) -> list[str]:
    lines = []
    for score, found in figures.scores:
        ends = f"  [{interval(found, 1)}]" if found else ""
        lines.append(f"{score.name} {score.value:.2f}{ends}  {score.signature}")
    if any(found for _, found in figures.scores):
        lines.append("  [95 % interval: whole articles drawn with replacement]")
    for one in figures.compared:
        first, second = one.values
        ends = f"  [{interval(one.interval, 1)}]" if one.interval else ""
        lines.append(
            f"{one.name} {first:.2f} → {second:.2f}  {second - first:+.2f}{ends}"
            f"  p = {one.p:.4f}  {one.signature}"
        )
    if figures.worst:
        lines += ["", "Worst sentences by chrF2++"]
        for value, article, (old, new) in figures.worst:
            lines.append(f"  {value:5.1f}  {_cut(article)}")
            lines += [
                f"         translation: {visible(old)}",
                f"         reference:   {visible(new)}",
            ]
    return lines


def _cut(text: str) -> str:
    text = visible(text)
    return text if _cells(text) <= _WIDEST else f"…{text[-_WIDEST + 1 :]}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The first column to the left, numbers to the right, words of the last to the left again."""
    cells = [list(head), *([_cut(row[0]), *map(visible, row[1:])] for row in rows)]
    widths = [max(_cells(row[column]) for row in cells) for column in range(len(head))]
    words = len(cells) > 1 and not cells[1][-1][:1].isdigit() and cells[1][-1] not in ("", "-")
    lines = []
    for row in cells:
        line = [row[0] + " " * (widths[0] - _cells(row[0]))]
        for column, cell in enumerate(row[1:], 1):
            pad = " " * (widths[column] - _cells(cell))
            last = column == len(row) - 1 and words
            line.append(cell + pad if last else pad + cell)
        lines.append("  ".join(line))
    return lines


def _cells(text: str) -> int:
    """Columns of a terminal: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
