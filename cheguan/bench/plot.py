"""Curves as an SVG picture, in panels of two columns. What is varied stands below, by logarithm."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Final, NamedTuple

from cheguan.bench.scale import Scale, decades, linear, ticks

WIDTH: Final = 480
HEIGHT: Final = 340
"""The height of a panel."""
_LEFT: Final = 70
_RIGHT: Final = 24
_TOP: Final = 78
_BOTTOM: Final = 52
_HEAD: Final = 44
_NOTE_LINE: Final = 15
_NOTE_CHARACTERS: Final = 165
_CHARACTER: Final = 6.2
"""The average width of a character of the legend."""
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""Colours that colour-blind eyes tell apart as well."""
_DASHES: Final = ("none", "7 3", "2 3", "9 3 2 3")


class Curve(NamedTuple):
    """A curve, with a value for each place of the axis."""

    name: str
    values: Sequence[float]


class Panel(NamedTuple):
    """One panel. ``places`` are written on the axis ``below``; values may be ``logarithmic``."""

    title: str
    below: str
    places: Sequence[float]
    curves: Sequence[Curve]
    logarithmic: bool = False


def svg(title: str, note: str, panels: Sequence[Panel]) -> str:
    """Draws the whole picture. ``note`` stands below it in small print."""
    notes = wrap(note, _NOTE_CHARACTERS)
    foot = _HEAD + (len(panels) + 1) // 2 * HEIGHT
    width, height = 2 * WIDTH, foot + len(notes) * _NOTE_LINE + 16
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
            f' font-family="sans-serif" font-size="12" fill="#222">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            _text(20, 28, title, size=17),
            *(
                f'<g transform="translate({number % 2 * WIDTH} {_HEAD + number // 2 * HEIGHT})">\n'
                + "\n".join(_panel(panel))
                + "\n</g>"
                for number, panel in enumerate(panels)
            ),
            *(
                _text(20, foot + (number + 1) * _NOTE_LINE, line, size=10)
                for number, line in enumerate(notes)
            ),
            "</svg>\n",
        )
    )


def _panel(panel: Panel) -> Iterator[str]:
    values = [value for curve in panel.curves for value in curve.values]
    up = (decades if panel.logarithmic else linear)(values, HEIGHT - _BOTTOM, _TOP)
    across = Scale(min(panel.places), max(panel.places), _LEFT + 16, WIDTH - _RIGHT, True)
    yield _text(20, 24, panel.title, size=14)
    yield from _up(up)
    yield from _across(across, panel)
    yield from _legend(panel.curves)
    for number, curve in enumerate(panel.curves):
        yield from _curve(curve, panel.places, number, across, up)


def _up(scale: Scale) -> Iterator[str]:
    for value in ticks(scale):
        at = scale.at(value)
        yield f'<path d="M{_LEFT} {at:.1f}H{WIDTH - _RIGHT}" stroke="#ddd"/>'
        yield _text(_LEFT - 8, at + 4, f"{value:,g}", anchor="end")


def _across(scale: Scale, panel: Panel) -> Iterator[str]:
    below = HEIGHT - _BOTTOM
    for place in panel.places:
        at = scale.at(place)
        yield f'<path d="M{at:.1f} {below}v5" stroke="#222"/>'
        yield _text(at, below + 19, f"{place:,g}", anchor="middle")
    yield f'<path d="M{_LEFT} {below}H{WIDTH - _RIGHT}" stroke="#222"/>'
    yield _text((_LEFT + WIDTH - _RIGHT) / 2, below + 40, panel.below, anchor="middle")


def _legend(curves: Sequence[Curve]) -> Iterator[str]:
    at = 20.0
    for number, curve in enumerate(curves):
        yield f'<path d="M{at:.1f} 50h22" {_stroke(number)}/>'
        yield _text(at + 27, 54, curve.name, size=11)
        at += 27 + len(curve.name) * _CHARACTER + 12


def _curve(
    curve: Curve, places: Sequence[float], number: int, across: Scale, up: Scale
) -> Iterator[str]:
    points = [
        (across.at(place), up.at(value)) for place, value in zip(places, curve.values, strict=True)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{line}" fill="none" {_stroke(number)}/>'
    for (x, y), value in zip(points, curve.values, strict=True):
        told = escape(f"{curve.name}: {value:,.4g}")
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{_COLOURS[number]}">'
            f"<title>{told}</title></circle>"
        )


def _stroke(number: int) -> str:
    return f'stroke="{_COLOURS[number]}" stroke-width="2" stroke-dasharray="{_DASHES[number]}"'


def _text(x: float, y: float, text: str, *, size: int = 12, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )
