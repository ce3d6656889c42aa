"""A block of numbers that belong together, such as one for each step."""

from typing import NamedTuple


class FigurePart(NamedTuple):
    """One number of a block. ``of`` is the whole of which it is a part, where there is one."""

    title: str
    number: int
    of: int = 0


class FigureBlock(NamedTuple):
    """A figure by kind. With ``shares`` its numbers are shown as shares.

    ``since``: it counts from the first day on, and does not tell how things stand.
    """

    code: str
    title: str
    meaning: str
    parts: list[FigurePart]
    shares: bool = False
    since: bool = False
