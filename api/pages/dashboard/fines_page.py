"""``/dashboard/fines``: fines decided, paid, due and overdue in a period, by city."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.language import Language
from api.pages.dashboard.chosen_period import ChosenPeriod
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.figures_by_city import (
    CityFigures,
    CityTable,
    city_table,
    figure_cells,
    of_cities,
)
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import Period
from api.pages.kit.places import place_text
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.sum_text import sum_text
from domain.event_store.transaction import Connection
from domain.offices.tree import PROVINCE
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.fines.balance import FineBalance, fine_balances
from projections.fines.queries import fine_lines
from projections.throughput.definitions.all_definitions import OF_FINES
from projections.throughput.definitions.definition import Definition, Unit, When

_PATH: Final = "/dashboard/fines"
_TABLES: Final = (
    (When.RECORDED, Title("所选期间的处罚和缴纳", "Decided and paid in the period")),
    (When.END_OF_DAY, Title("期末未缴的罚款", "Unpaid at the end of the period")),
)
_YUAN: Final = Title("（元）", " (CNY)")

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get(_PATH)
async def fines(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    chosen: ChosenPeriod,
) -> Response:
    """What is unpaid now is told as it is owed at the end of the period."""
    language = viewer.language
    async with snapshot(reading):
        found = await _rows(reading, chosen, language)
        stands = await standing(reading, "fines")
        balances = await fine_balances(reading, desk.today)
    whole = FineBalance(PROVINCE)
    for each in balances:
        whole = whole.plus(each)
    *cities, province = found
    return render(
        viewer,
        "dashboard/fines.html",
        period=chosen,
        stands=stands,
        told=[_table(title, when, cities, province, language) for when, title in _TABLES],
        tiles=figure_cells(province, OF_FINES, language),
        balances=[
            (place_text(each.region, language), *_balanced(each, language)) for each in balances
        ],
        province=(province.title, *_balanced(whole, language)),
        differs=bool(whole.difference),
        held=sum_text(whole.held, language),
        of_decisions=sum_text(whole.paid + whole.to_refund, language),
        money_difference=whole.money_difference,
        definitions=[
            (formats.capital(each.title.text(language)), each.counts.text(language))
            for each in OF_FINES.values()
        ],
        asked=f"?period=custom&from={chosen.first}&to={chosen.last}",
    )


@router.get(f"{_PATH}.csv")
async def as_file(
    reading: Reading,
    chosen: ChosenPeriod,
) -> Response:
    """The same for a spreadsheet, every city, amounts in yuan."""
    async with snapshot(reading):
        zh = await _rows(reading, chosen, "zh")
        en = await _rows(reading, chosen, "en")
    heads = ["市", "City", *(_head(each) for each in OF_FINES.values())]
    rows: list[list[str | int | float | None]] = [[*heads]]
    for ours, theirs in zip(zh, en, strict=True):
        told = (_plain(OF_FINES[code], value) for code, value in ours.told.items())
        rows.append([ours.title, theirs.title, *told])
    return csv_answer(csv_of(rows), f"fines_{chosen.first}_{chosen.last}")


async def _rows(reading: Connection, chosen: Period, language: Language) -> list[CityFigures]:
    lines = await fine_lines(reading, chosen.first, chosen.last)
    return of_cities(lines, OF_FINES, language)


def _table(
    title: Title,
    when: When,
    cities: Sequence[CityFigures],
    province: CityFigures,
    language: Language,
) -> CityTable:
    """The figures that count on such a day. Cities that have nothing of them are left out."""
    of = {code: each for code, each in OF_FINES.items() if each.when is when}
    rows = [row for row in cities if any(row.told[code] for code in of)]
    return city_table(title, of, rows, province, language)


def _balanced(told: FineBalance, language: Language) -> Sequence[str]:
    """What is due, where all of it is, and what is left, which should be nothing."""
    amounts = (
        told.due,
        told.paid,
        told.owed,
        told.waived,
        told.refunded,
        told.to_refund,
        told.difference,
    )
    return [sum_text(fen, language) for fen in amounts]


def _head(of: Definition) -> str:
    zh, en = (_YUAN.zh, _YUAN.en) if of.unit is Unit.FEN else ("", "")
    return f"{of.title.zh}{zh} {of.title.en}{en}"


def _plain(of: Definition, value: int | float | None) -> int | float | None:
    """An amount as yuan, any other figure as it is."""
    return value / 100 if of.unit is Unit.FEN and value is not None else value
