"""``/dashboard/treasury``: fees and fines of a day or a month, by office and way of payment."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.identity import Identity
from api.language import Language
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import period
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer
from api.resource import READERS
from api.sum_text import sum_text
from api.views.treasury import TreasuryStatement, treasury_statement
from domain.access import offices_of
from domain.payments.books import Takings
from domain.payments.movement import TakingsKind
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

_PATH: Final = "/dashboard/treasury"
_KINDS: Final[Sequence[TakingsKind]] = [
    each for each in TakingsKind if each is not TakingsKind.PAID_OVER
]
_NET: Final = Title("净额", "net")

Reader = Annotated[Identity, Depends(PagePermission(READERS))]

router = APIRouter(route_class=PageRoute)


@router.get(_PATH)
async def treasury(
    desk: TheDesk,
    identity: Reader,
    reading: Reading,
    viewer: TheViewer,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
) -> Response:
    """The sheet to print and sign. An officer is shown the offices of his subtree."""
    chosen = period(name or "today", first, last, desk.today)
    async with snapshot(reading):
        offices = offices_of(identity.actor)
        told = await treasury_statement(reading, offices, chosen.first, chosen.last)
        stands = await standing(reading, "takings")
    language = viewer.language
    used: Sequence[TakingsKind] = [
        kind for kind in _KINDS if any(kind in each.sums for each in told.takings)
    ]
    return render(
        viewer,
        "dashboard/treasury.html",
        period=chosen,
        stands=stands,
        told=told,
        heads=[formats.capital(each.text(language)) for each in used],
        rows=[_cells(each, used, language) for each in told.takings],
        foot=_foot(told, used, language),
        post=[
            (
                office_text(each.office, language),
                *(
                    sum_text(fen, language)
                    for fen in (
                        each.before_fen,
                        each.collected_fen,
                        each.paid_over_fen,
                        each.owed_fen,
                    )
                ),
            )
            for each in told.post
        ],
        net_fen=sum(each.net_fen for each in told.takings),
        person=identity.actor.person,
        place=office_text(identity.actor.office or "41", language),
        now=desk.clock(),
        asked=f"?period=custom&from={chosen.first}&to={chosen.last}",
    )


@router.get(f"{_PATH}.csv")
async def as_file(
    desk: TheDesk,
    identity: Reader,
    reading: Reading,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
) -> Response:
    """The same for a spreadsheet, amounts in yuan."""
    chosen = period(name or "today", first, last, desk.today)
    async with snapshot(reading):
        offices = offices_of(identity.actor)
        told = await treasury_statement(reading, offices, chosen.first, chosen.last)
    heads = [*(each.words for each in _KINDS), _NET]
    rows: list[list[str | int | float | None]] = [
        ["单位 office", "项目 charge", *(f"{each.zh}（元） {each.en} (CNY)" for each in heads)]
    ]
    for each in told.takings:
        amounts = [each.sums.get(kind, 0) / 100 for kind in _KINDS]
        office = f"{office_text(each.office, 'zh')} {each.office}"
        rows.append([office, f"{each.charge.zh} {each.charge.en}", *amounts, each.net_fen / 100])
    for account in told.post:
        office = f"{office_text(account.office, 'zh')} {account.office}"
        rows.append([office, "邮政尚欠（元） owed by the post (CNY)", account.owed_fen / 100])
    return csv_answer(csv_of(rows), f"treasury_{chosen.first}_{chosen.last}")


def _cells(told: Takings, used: Sequence[TakingsKind], language: Language) -> list[str]:
    amounts = (sum_text(told.sums.get(kind, 0), language) for kind in used)
    office, charge = office_text(told.office, language), told.charge.text(language)
    return [office, charge, *amounts, sum_text(told.net_fen, language)]


def _foot(told: TreasuryStatement, used: Sequence[TakingsKind], language: Language) -> list[str]:
    sums = [sum(each.sums.get(kind, 0) for each in told.takings) for kind in used]
    net = sum(each.net_fen for each in told.takings)
    return [sum_text(fen, language) for fen in (*sums, net)]
