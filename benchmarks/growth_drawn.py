"""The drawing of `benchmarks.growth`: a panel a kind of cost, both axes by powers of ten."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Figure = Callable[[Json], float]

_WIDE, _HIGH = 360, 220  # a panel, with its margin
_LEFT, _TOP, _RIGHT, _BOTTOM = 48, 34, 30, 40
_COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57")


@dataclass(frozen=True)
class Panel:
    """One drawing: its title, and the named figures that are its lines."""

    title: str
    lines: tuple[tuple[str, Figure], ...]


PANELS = (
    Panel(
        "Retrieval, ms",
        (
            ("median", lambda row: row["ask"]["all"]["median_ms"]),
            ("p95", lambda row: row["ask"]["all"]["p95_ms"]),
            ("p95, filter of 1 %", lambda row: row["ask"]["one_percent"]["p95_ms"]),
        ),
    ),
    Panel("Building the base, s", (("seconds", lambda row: row["build"]["seconds"]),)),
    Panel(
        "Peak memory, MB",
        (("building", lambda row: row["build"]["peak_mb"]), ("asking", lambda row: row["ask"]["peak_mb"])),
    ),
    Panel("Files of the base, MB", (("megabytes", lambda row: row["files_mb"]),)),
)


def drawing(rows: list[Json]) -> str:
    """Return the panels as SVG; passages run from left to right."""
    panels = [_panel(panel, rows, n % 2 * _WIDE, n // 2 * _HIGH) for n, panel in enumerate(PANELS)]
    size = f'width="{2 * _WIDE}" height="{(len(PANELS) + 1) // 2 * _HIGH}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="10">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *panels, "</svg>\n"])


def _panel(panel: Panel, rows: list[Json], left: int, top: int) -> str:
    points = [[(row["passages"], figure(row)) for row in rows if figure(row) > 0] for _, figure in panel.lines]
    flat = [point for line in points for point in line]
    if not flat:
        return ""
    across = _Axis.over([row["passages"] for row in rows], _LEFT, _WIDE - _RIGHT)
    up = _Axis.over([y for _, y in flat], _HIGH - _BOTTOM, _TOP)
    parts = [f'<text x="{_LEFT}" y="16" font-size="12" font-weight="bold">{panel.title}</text>']
    parts += [_tick_up(up, power) for power in up.powers()] + [_tick_across(across, power) for power in across.powers()]
    for number, ((name, _), line) in enumerate(zip(panel.lines, points, strict=True)):
        parts.append(_line(_COLOURS[number], [(across.at(x), up.at(y)) for x, y in line]))
        parts.append(f'<text x="{_LEFT + 95 * number}" y="28" fill="{_COLOURS[number]}">{name}</text>')
    return f'<g transform="translate({left} {top})">{"".join(parts)}</g>'


@dataclass(frozen=True)
class _Axis:
    """Powers of ten from `low` to `high`, laid from one place to another."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def over(cls, values: list[float], start: float, end: float) -> "_Axis":
        low = math.floor(math.log10(min(values)))
        return cls(low, max(low + 1, math.ceil(math.log10(max(values)))), start, end)

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def powers(self) -> range:
        return range(self.low, self.high + 1)


def _tick_up(axis: _Axis, power: int) -> str:
    y = axis.at(10.0**power)
    rule = f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y}" y2="{y}" stroke="#ddd"/>'
    return f'{rule}<text x="{_LEFT - 5}" y="{y + 3}" text-anchor="end">{10.0**power:,g}</text>'


def _tick_across(axis: _Axis, power: int) -> str:
    return f'<text x="{axis.at(10.0**power)}" y="{_HIGH - _BOTTOM + 15}" text-anchor="middle">{10**power:,}</text>'


def _line(colour: str, points: list[tuple[float, float]]) -> str:
    path = " ".join(f"{x},{y}" for x, y in points)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2.5" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>{dots}'
