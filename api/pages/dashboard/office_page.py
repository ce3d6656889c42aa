"""``/dashboard/offices/ID``: what one office has in hand, by service."""

from datetime import date, timedelta
from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.listing import listing
from api.pages.dashboard.office_rows import COLUMNS, rows_of, total
from api.pages.dashboard.officer_rows import OfficerRow, officer_rows
from api.pages.dashboard.order import order
from api.pages.dashboard.sight import EVERYWHERE, sight_of
from api.pages.kit.answer import render
from api.pages.kit.officer import WhoLooks
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text, place_text
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem
from api.views.thresholds import NEAR_DUE_DAYS
from domain.calendar import Calendar
from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES
from domain.services.catalogue import EVERY_SERVICE
from projections.caseload.by_officer import approvals_by_officer, load_by_officer
from projections.caseload.listed import by_office
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

_CALENDAR: Final = Calendar()
_LATELY: Final = timedelta(days=30)
router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


def near_until(today: date) -> date:
    """The last day on which what is due is near."""
    return _CALENDAR.add(today, NEAR_DUE_DAYS)


@router.get("/dashboard/offices/{office}")
async def one_office(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    who: WhoLooks,
    office: str,
    sort: str | None = None,
) -> Response:
    """The services of which the office has any case, and for who leads it what each officer has.

    Figures of offices are published, and those of a person never are.
    """
    if office not in OFFICES:
        raise Problem("not-found", 404)
    sight = sight_of(who)
    is_led = office in sight.offices
    async with snapshot(reading):
        counts = await by_office(reading, [office], desk.today, near_until(desk.today))
        officers = await _officers(reading, office, desk.today) if is_led else None
        stands = await standing(reading, "caseload")
    titles = {
        each.service: EVERY_SERVICE[each.service].title.text(viewer.language) for each in counts
    }
    cases = listing(sight)
    rows = rows_of(counts, titles, by_service=True)
    region = OFFICES[office].region_code
    return render(
        viewer,
        "dashboard/office.html",
        stands=stands,
        office=office,
        name=office_text(office, viewer.language),
        crumbs=[
            (f"/dashboard?region={EVERYWHERE}", viewer.say("办理情况", "Dashboard")),
            (f"/dashboard?region={region}", place_text(region, viewer.language)),
        ],
        rows=order(sort).sorted(rows),
        total=total(rows, viewer.say("合计", "Total")),
        office_columns=COLUMNS,
        officers=order(sort).sorted(officers) if officers is not None else None,
        lately=_LATELY.days,
        order=order(sort),
        cases=lambda what, service: cases(what, office=office, service=service or None),
    )


async def _officers(reading: Connection, office: str, today: date) -> list[OfficerRow]:
    return officer_rows(
        await load_by_officer(reading, [office], today),
        await approvals_by_officer(reading, [office], today - _LATELY, today),
    )
