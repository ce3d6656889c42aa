"""A prefecture-level unit and its counties."""

from dataclasses import dataclass

from domain.titles import Title


@dataclass(frozen=True, slots=True)
class County:
    code: str
    title: Title


@dataclass(frozen=True, slots=True)
class Region:
    """A prefecture-level unit. ``region_class`` is its traffic-control class of 2020-02-23.

    ``row`` and ``column``, both from 1, place the unit on the schematic grid of tiles, which
    is not a map.
    """

    code: str
    title: Title
    plate_letter: str
    region_class: int
    row: int
    column: int
    counties: tuple[County, ...]
