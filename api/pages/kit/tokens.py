"""The colours of every page, by theme: one table, from which the style sheet and its test are made.

Every text stands at 4.5:1 or better on what it may stand on, and what is drawn at 3:1
(WCAG 2.2, success criteria 1.4.3 and 1.4.11).
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

Theme = Mapping[str, str]

LIGHT: Final[Theme] = MappingProxyType(
    {
        "ink": "#17222e",
        "quiet": "#4d5b68",
        "ground": "#f3f5f8",
        "sheet": "#ffffff",
        "sunk": "#e8edf2",
        "rule": "#d2dae2",
        "firm": "#6f7f8e",
        "blue": "#0f4a8a",
        "blue-deep": "#0a376a",
        "blue-tint": "#e4eef9",
        "on-blue": "#ffffff",
        "on-blue-quiet": "#d3e4f7",
        "link": "#0b559f",
        "focus": "#b25e00",
        "good": "#2f7d57",
        "good-ink": "#175738",
        "good-tint": "#e1f1e8",
        "warn": "#d99400",
        "warn-ink": "#6b4700",
        "warn-tint": "#fdf2d5",
        "late": "#b3261e",
        "late-ink": "#9c1c15",
        "late-tint": "#fbe9e7",
        "amber": "#f0b429",
        "on-amber": "#17222e",
        "c1": "#1f66b0",
        "c2": "#b96f00",
        "c3": "#2f7d57",
        "c4": "#8a4d9e",
        "c5": "#5d6b78",
        "step1": "#e3edf9",
        "step2": "#cbdff5",
        "step3": "#d7eedf",
        "step4": "#bde2cb",
    }
)
WALL: Final[Theme] = MappingProxyType(
    {
        "ink": "#eef4f9",
        "quiet": "#b3c4d2",
        "ground": "#07131f",
        "sheet": "#0f2233",
        "sunk": "#1d3549",
        "rule": "#2a4358",
        "firm": "#7590a6",
        "blue": "#9ccbf5",
        "blue-deep": "#c4e1fb",
        "blue-tint": "#17395a",
        "on-blue": "#07131f",
        "on-blue-quiet": "#1d3549",
        "link": "#a9d3f8",
        "focus": "#ffc14d",
        "good": "#4dc28b",
        "good-ink": "#8fe3b9",
        "good-tint": "#123a2a",
        "warn": "#f0b429",
        "warn-ink": "#ffd98a",
        "warn-tint": "#3d2f0c",
        "late": "#ff8d80",
        "late-ink": "#ffb0a7",
        "late-tint": "#47201d",
        "amber": "#f0b429",
        "on-amber": "#17222e",
        "c1": "#6db3f2",
        "c2": "#f2b441",
        "c3": "#58c795",
        "c4": "#cfa0e0",
        "c5": "#9fb2c1",
        "step1": "#1a3550",
        "step2": "#234a70",
        "step3": "#1c4a36",
        "step4": "#256045",
    }
)
PAPER: Final[Theme] = MappingProxyType(
    {
        **LIGHT,
        "ink": "#000000",
        "quiet": "#333333",
        "ground": "#ffffff",
        "sunk": "#eeeeee",
        "rule": "#8a8a8a",
        "firm": "#555555",
        "blue": "#0a376a",
        "blue-tint": "#ffffff",
        "link": "#000000",
        "good-tint": "#ffffff",
        "warn-tint": "#ffffff",
        "late-tint": "#ffffff",
        "amber": "#ffffff",
        "on-amber": "#000000",
        "step1": "#ffffff",
        "step2": "#f2f2f2",
        "step3": "#e8e8e8",
        "step4": "#dddddd",
    }
)
THEMES: Final[Mapping[str, Theme]] = MappingProxyType(
    {"light": LIGHT, "wall": WALL, "paper": PAPER}
)

_GROUNDS: Final = ("ground", "sheet", "sunk", "blue-tint")
TEXT_ON: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ink": (
            *_GROUNDS,
            "good-tint",
            "warn-tint",
            "late-tint",
            "step1",
            "step2",
            "step3",
            "step4",
        ),
        "quiet": (*_GROUNDS, "warn-tint", "late-tint", "good-tint"),
        "link": (*_GROUNDS, "warn-tint", "late-tint", "good-tint"),
        "blue": ("ground", "sheet", "blue-tint"),
        "late": ("ground", "sheet"),
        "late-ink": ("ground", "sheet", "late-tint"),
        "good-ink": ("ground", "sheet", "good-tint"),
        "warn-ink": ("ground", "sheet", "warn-tint"),
        "on-blue": ("blue", "blue-deep"),
        "on-blue-quiet": ("blue",),
        "on-amber": ("amber",),
    }
)
"""On what each colour of text may stand."""

DRAWN_ON: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    dict.fromkeys(
        ("firm", "focus", "good", "late", "c1", "c2", "c3", "c4", "c5"), ("ground", "sheet")
    )
)
"""On what each colour of a line, a mark or a bar may stand."""


def sheet() -> str:
    """The tokens as CSS: the light theme everywhere, the two others by a class of the root."""
    return "".join(
        (
            _rule(":root", LIGHT),
            _rule(".wall", WALL),
            _rule(".paper", PAPER),
            f"@media print{{{_rule(':root,.wall', PAPER)}}}\n",
        )
    )


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _rule(where: str, theme: Theme) -> str:
    return f"{where}{{{''.join(_declared(theme))}}}\n"


def _declared(theme: Theme) -> Iterator[str]:
    return (f"--{name}:{colour};" for name, colour in theme.items())


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
