"""Plots as inline SVG: made of figures and classes alone, coloured by the page's style sheet.

Every text that comes from articles is escaped; numbers are rounded so that pages can be compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from reviewer.text import visible

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 14, 34
_CHARACTER = 7.2  # width of a letter at the labels' size
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10)
SERIES = 6  # colours that can be told apart

Interval = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a place, with its interval; ``tip`` is told where a pointer rests on it."""

    x: float
    y: float
    interval: Interval = None
    tip: str = ""
    size: float = 4.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of horizontal bars, one a series; None where the series has none."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]


def lines(
    series: Sequence[tuple[str, Sequence[Point]]],
    ticks: Sequence[tuple[float, str]],
    top: float,
    *,
    low: float = 0.0,
    label: str,
    percent: bool = True,
) -> str:
    """Lines over time; every series has a colour and a shape of its own."""
    frame = _Frame(low, top, 240)
    parts = [*frame.grid(percent), *frame.below(ticks)]
    for number, (_, points) in enumerate(series):
        shown = [(frame.x(p.x), frame.y(p.y)) for p in points]
        if len(shown) > 1:
            path = " ".join(f"{_n(x)},{_n(y)}" for x, y in shown)
            parts.append(f'<polyline class="line s{number}" points="{path}"/>')
        for point in points:
            parts += frame.point(point, number)
    return _svg(parts, frame.height, label)


def calibration(points: Sequence[Point], label: str) -> str:
    """Confidence against what was corrected; on the diagonal both are the same."""
    frame = _Frame(0.0, 1.0, 320, width=420)
    ticks = [(tick / 5, f"{20 * tick}%") for tick in range(6)]
    parts = [*frame.grid(percent=True), *frame.below(ticks)]
    (x1, y1), (x2, y2) = (frame.x(0), frame.y(0)), (frame.x(1), frame.y(1))
    parts.append(f'<line class="ideal" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>')
    for point in points:
        parts += frame.point(point, 0)
    return _svg(parts, frame.height, label, width=420)


def bars(rows: Sequence[Bar], label: str) -> str:
    """Horizontal bars, a group for each row, names on the left and values at the ends."""
    most = max((v for row in rows for v in row.values if v is not None), default=0.0) or 1.0
    names = min(300.0, 12 + _CHARACTER * max((len(_cut(row.name)) for row in rows), default=0))
    room = WIDTH - names - 90
    parts: list[str] = []
    top = 4.0
    for row in rows:
        thick = 17.0 if len(row.values) == 1 else 14.0
        middle = top + thick * len(row.values) / 2 + 4
        parts.append(
            f'<text class="name" x="{_n(names - 8)}" y="{_n(middle)}">{_t(row.name)}</text>'
        )
        for number, (value, shown) in enumerate(zip(row.values, row.labels, strict=True)):
            if value is not None:
                long = max(1.0, room * value / most)
                y = top + thick * number
                parts.append(
                    f'<rect class="bar s{number}" x="{_n(names)}" y="{_n(y)}" width="{_n(long)}"'
                    f' height="{_n(thick - 2)}"><title>{_safe(row.name)}: {_safe(shown)}</title>'
                    "</rect>"
                )
                parts.append(
                    f'<text class="value" x="{_n(names + long + 6)}" y="{_n(y + thick - 4)}">'
                    f"{_t(shown)}</text>"
                )
        top += thick * len(row.values) + 8
    return _svg(parts, top, label)


def nice(value: float) -> float:
    """A round number at or above a value, a fifth of which is round too."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in _STEPS if value <= power * step * (1 + 1e-9))


class _Frame:
    """Where values lie in a plot: 0..1 across, ``low`` to ``high`` upwards."""

    def __init__(self, low: float, high: float, height: int, width: int = WIDTH) -> None:
        self._low, self._high = low, high
        self.height, self._width = height, width

    def x(self, value: float) -> float:
        return _LEFT + value * (self._width - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        bottom = self.height - _BOTTOM
        return bottom - min(1.0, max(0.0, share)) * (bottom - _TOP)

    def grid(self, percent: bool) -> Iterable[str]:
        for tick in range(6):
            value = self._low + (self._high - self._low) * tick / 5
            y = _n(self.y(value))
            shown = f"{100 * value:.0f}%" if percent else f"{value:g}"
            yield f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{self._width - _RIGHT}" y2="{y}"/>'
            yield f'<text class="left" x="{_LEFT - 8}" y="{_n(self.y(value) + 4)}">{shown}</text>'

    def below(self, ticks: Sequence[tuple[float, str]]) -> Iterable[str]:
        for value, text in ticks:
            x, y = _n(self.x(value)), self.height - _BOTTOM + 18
            yield f'<text class="below" x="{x}" y="{y}">{_t(text)}</text>'

    def point(self, point: Point, number: int) -> Iterable[str]:
        x, y = self.x(point.x), self.y(point.y)
        if point.interval:
            low, high = (_n(self.y(end)) for end in point.interval)
            ends = f'x1="{_n(x)}" y1="{low}" x2="{_n(x)}" y2="{high}"'
            yield f'<line class="whisker s{number}" {ends}/>'
        tip = f"<title>{_safe(point.tip)}</title>" if point.tip else ""
        if number % 2:
            r = point.size
            yield (
                f'<rect class="dot s{number}" x="{_n(x - r)}" y="{_n(y - r)}" width="{_n(2 * r)}"'
                f' height="{_n(2 * r)}">{tip}</rect>'
            )
        else:
            middle = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(point.size)}"'
            yield f'<circle class="dot s{number}" {middle}>{tip}</circle>'


def _svg(parts: Iterable[str], height: float, label: str, width: int = WIDTH) -> str:
    size = f'viewBox="0 0 {width} {_n(height)}" style="max-width:{width}px"'
    return f'<svg role="img" aria-label="{_safe(label)}" {size}>{"".join(parts)}</svg>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _t(text: str) -> str:
    return _safe(_cut(text))


def _safe(text: str) -> str:
    return escape(visible(text))


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
