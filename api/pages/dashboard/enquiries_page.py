"""``/dashboard/enquiries``: calls, questions, hard problems and ratings in a period, by city."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, NamedTuple

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.language import Language
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import Period, period
from api.pages.kit.places import place_text
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.enquiries.queries import enquiry_lines
from projections.throughput.definitions.all_definitions import OF_ENQUIRIES
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.lines import Line, summed

_PATH: Final = "/dashboard/enquiries"
_TYPE: Final = "text/csv; charset=utf-8; header=present"
_ALL: Final = Title("全省合计", "The province")
_TABLES: Final[tuple[tuple[Title, tuple[str, ...]], ...]] = (
    (
        Title("电话有人接、咨询有人答", "Calls and answers"),
        (
            "call_answer_rate",
            "avg_wait",
            "enquiries_received",
            "assigned_handler_rate",
            "enquiries_answered",
            "answered_in_time_rate",
            "first_answer_rate",
        ),
    ),
    (
        Title("疑难有人解、群众评价", "Problems and ratings"),
        (
            "transfer_rate",
            "shirking_alarms",
            "hard_problem_closed",
            "satisfaction",
            "rating_rate",
            "bad_review_callback",
        ),
    ),
)

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


class EnquiryTable(NamedTuple):
    """Figures that belong together, by city."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: Sequence[str]


class CityAnswers(NamedTuple):
    """A city, and its figures by their codes."""

    title: str
    told: Mapping[str, Any]


@router.get(_PATH)
async def answered(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
) -> Response:
    """Cities that had neither calls nor questions are left out."""
    chosen = period(name, first, last, desk.today)
    language = viewer.language
    async with snapshot(reading):
        *cities, province = await _cities(reading, chosen, language)
        stands = await standing(reading, "enquiries")
    return render(
        viewer,
        "dashboard/enquiries.html",
        period=chosen,
        stands=stands,
        told=[_table(title, codes, cities, province, language) for title, codes in _TABLES],
        tiles=_cells(province, OF_ENQUIRIES, language),
        definitions=[
            (formats.capital(each.title.text(language)), each.counts.text(language))
            for each in OF_ENQUIRIES.values()
        ],
        asked=f"?period=custom&from={chosen.first}&to={chosen.last}",
    )


@router.get(f"{_PATH}.csv")
async def as_file(
    desk: TheDesk,
    reading: Reading,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
) -> Response:
    """The same for a spreadsheet, every city, the wait in seconds."""
    chosen = period(name, first, last, desk.today)
    async with snapshot(reading):
        zh = await _cities(reading, chosen, "zh")
        en = await _cities(reading, chosen, "en")
    named = (f"{each.title.zh} {each.title.en}" for each in OF_ENQUIRIES.values())
    rows: list[list[str | int | float | None]] = [["市", "City", *named]]
    for ours, theirs in zip(zh, en, strict=True):
        rows.append([ours.title, theirs.title, *ours.told.values()])
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="enquiries_{chosen.first}_{chosen.last}.csv"',
    }
    return Response(csv_of(rows), headers=headers, media_type=_TYPE)


async def _cities(reading: Connection, chosen: Period, language: Language) -> list[CityAnswers]:
    """Every city in the order of the codes, and the province last, which is their sum."""
    lines = await enquiry_lines(reading, chosen.first, chosen.last)
    of = {line.key["region"]: line for line in lines}
    cities = [_city(place_text(code, language), of.get(code, Line({}))) for code in sorted(REGIONS)]
    whole = summed(lines, []).get((), Line({}))
    return [*cities, _city(_ALL.text(language), whole)]


def _city(title: str, line: Line) -> CityAnswers:
    return CityAnswers(title, {code: each.of(line) for code, each in OF_ENQUIRIES.items()})


def _table(
    title: Title,
    codes: Sequence[str],
    cities: Sequence[CityAnswers],
    province: CityAnswers,
    language: Language,
) -> EnquiryTable:
    def cells(row: CityAnswers) -> list[str]:
        told = _cells(row, codes, language)
        return [row.title, *(told[code] for code in codes)]

    return EnquiryTable(
        title=title.text(language),
        heads=[formats.capital(OF_ENQUIRIES[code].title.text(language)) for code in codes],
        rows=[cells(row) for row in cities if any(row.told.values())],
        foot=cells(province),
    )


def _cells(
    row: CityAnswers, codes: Sequence[str] | Mapping[str, Any], language: Language
) -> dict[str, str]:
    return {code: _cell(OF_ENQUIRIES[code], row.told[code], language) for code in codes}


def _cell(of: Definition, value: Any, language: Language) -> str:
    match of.unit:
        case Unit.SHARE:
            return formats.share(value)
        case Unit.SECONDS:
            unit = {"zh": " 秒", "en": " s"}[language]
            return formats.NOTHING if value is None else f"{value}{unit}"
    return formats.number(value)
