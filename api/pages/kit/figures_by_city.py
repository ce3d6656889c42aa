"""Figures of a period that are told by city, in tables with the province at their foot."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from api.language import Language
from api.pages.kit import formats
from api.pages.kit.places import place_text
from api.sum_text import sum_text
from domain.offices.tree import REGIONS
from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.lines import Line, summed

_ALL: Final = Title("全省合计", "The province")
_SECONDS: Final = Title(" 秒", " s")
Definitions = Mapping[str, Definition]


class CityFigures(NamedTuple):
    """A city, and its figures by their codes."""

    title: str
    told: Mapping[str, Any]


class CityTable(NamedTuple):
    """Figures that belong together, by city."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: Sequence[str]


def of_cities(
    lines: Sequence[Line], definitions: Definitions, language: Language
) -> list[CityFigures]:
    """Every city in the order of the codes, and the province last, which is their sum."""

    def told(title: str, line: Line) -> CityFigures:
        return CityFigures(title, {code: each.of(line) for code, each in definitions.items()})

    of = {line.key["region"]: line for line in lines}
    cities = [told(place_text(code, language), of.get(code, Line({}))) for code in sorted(REGIONS)]
    return [*cities, told(_ALL.text(language), summed(lines, []).get((), Line({})))]


def city_table(
    title: Title,
    definitions: Definitions,
    cities: Iterable[CityFigures],
    province: CityFigures,
    language: Language,
) -> CityTable:
    def cells(row: CityFigures) -> list[str]:
        return [row.title, *figure_cells(row, definitions, language).values()]

    return CityTable(
        title=title.text(language),
        heads=[formats.capital(each.title.text(language)) for each in definitions.values()],
        rows=[cells(row) for row in cities],
        foot=cells(province),
    )


def figure_cells(row: CityFigures, definitions: Definitions, language: Language) -> dict[str, str]:
    return {code: _cell(each, row.told[code], language) for code, each in definitions.items()}


def _cell(of: Definition, value: Any, language: Language) -> str:
    match of.unit:
        case Unit.FEN:
            return sum_text(value, language)
        case Unit.SHARE:
            return formats.share(value)
        case Unit.SECONDS:
            return formats.NOTHING if value is None else f"{value}{_SECONDS.text(language)}"
    return formats.number(value)
