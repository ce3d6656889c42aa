"""``/apply/{service}/seats``: the days of a place with their free seats, for everybody.

Whoever applies takes a time into his draft. It is his only when he has submitted the application.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.pages.apply.applicant import HOME, TheApplicant, TheVisitor, as_applicant
from api.pages.apply.application import applying, changed, service_of
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.seat_slot import entries_of, kind_of, place_of
from api.pages.apply.walk import elsewhere
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page_route import PageRoute
from api.pages.kit.questionnaire.filled import with_entries
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem
from api.views.seat_calendar import CalendarDay, DayStands, calendar
from domain.drafts.drafts import DraftUnreadable
from domain.offices.plan_kind import HELD_AT, PlanKind
from domain.offices.tree import OFFICES, REGIONS
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.service import Service
from domain.titles import Title

_PATH: Final = f"{HOME}/{{service}}/seats"

open_router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])
router = APIRouter(route_class=ApplicantRoute)


@open_router.get(_PATH)
async def seats(
    service: str,
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    visitor: TheVisitor,
    place: Annotated[str, Query(max_length=40)] = "",
    on: Annotated[Day | None, Query()] = None,
) -> Response:
    """The calendar of a place, and of one day the periods."""
    wanted, kind = _booked(service)
    applicant = as_applicant(visitor)
    if not place and applicant:
        try:
            filled = (await applying(desk, applicant, service)).filled
        except DraftUnreadable:
            filled = None
        question = place_of(wanted)
        place = filled.entries.get(question.path, "") if filled and question else ""
    known = place in OFFICES and OFFICES[place].kind in HELD_AT[kind]
    days = await calendar(desk, reading, kind, place, wanted) if known else ()
    day = next((each for each in days if each.on == on and each.is_offered), None)
    closed = next((each for each in days if each.stands is DayStands.CLOSED), None)
    return render(
        viewer,
        "apply/seats/seats.html",
        service=wanted,
        cities=list(_by_city(kind)),
        office=OFFICES[place] if known else None,
        calendar=_announced(days),
        chosen=day,
        closed=closed,
        next_release=min((each.more_at for each in days if each.more_at), default=None),
        has_free=any(each.stands is DayStands.FREE for each in days),
        periods={each.value: each.words for each in SlotPeriod},
        signed_in=applicant is not None,
        other=visitor is not None and applicant is None,
        demo=desk.demo_issuer is not None,
        where=viewer.here(),
    )


@router.post(_PATH)
async def take(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Puts the time into the draft, and leads to what is still to be filled in."""
    wanted, kind = _booked(service)
    sent = await fields(request)
    place, period = sent.get("place", ""), sent.get("period", "")
    try:
        on = date.fromisoformat(sent.get("on", ""))
    except ValueError:
        raise Problem("not-found", 404) from None
    office = OFFICES.get(place)
    if office is None or office.kind not in HELD_AT[kind] or period not in set(SlotPeriod):
        raise Problem("not-found", 404)
    given = entries_of(wanted, place, on, period, waits=sent.get("wait") == "yes")
    filled, _ = await changed(desk, applicant, service, lambda draft: with_entries(draft, given))
    return elsewhere(filled)


def _booked(code: str) -> tuple[Service[Any], PlanKind]:
    """The service, and for what people come. Raises 404 for a service without appointments."""
    service = service_of(code)
    kind = kind_of(service)
    if kind is None:
        raise Problem("not-found", 404)
    return service, kind


def _announced(days: Sequence[CalendarDay]) -> Sequence[CalendarDay]:
    """Without the last days, of which nothing is known yet."""
    known = [n for n, each in enumerate(days) if each.stands is not DayStands.UNANNOUNCED]
    return days[: known[-1] + 1] if known else ()


def _by_city(kind: PlanKind) -> Iterator[tuple[Title, list[tuple[str, Title]]]]:
    """The places that hold such appointments, city by city."""
    for region in REGIONS.values():
        places = [
            (each.id, each.title)
            for each in OFFICES.values()
            if each.region_code == region.code and each.kind in HELD_AT[kind]
        ]
        if places:
            yield region.title, places
