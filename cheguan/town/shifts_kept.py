"""Brings the clerks of a living town on shift at the desks of their offices, each working day."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time
from typing import Final

from cheguan.town import officers
from cheguan.town.city_round import CityRound
from cheguan.town.requests import town_request
from cheguan.town.town import Town
from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.door.refusals import NotFound
from domain.enquiries.kind import EnquiryTopic
from domain.enquiry_desks.commands import BeginEnquiryShift
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import EnquiryDesk, enquiry_desk_of
from domain.people import Actor, Role, system
from domain.refusal import Refusal

_WATCHER: Final = system("town")
_COME, _GO = time(8, 30), time(17, 30)
_CALENDAR: Final = Calendar()
_KNOWS: Final = (
    (EnquiryTopic.VEHICLE, EnquiryTopic.INSPECTION),
    (EnquiryTopic.LICENCE, EnquiryTopic.EXAMINATION),
    (EnquiryTopic.VIOLATION, EnquiryTopic.LICENCE),
)
"""What one clerk after the other knows well. Nobody has told that of the real ones."""


class ShiftsKept(CityRound):
    """Goes round the offices of a living town, and brings the clerks of one there each time."""

    async def visit(self, town: Town, region: str) -> None:
        for command, by in await _coming(town, region, town.clock()):
            await _begin(town, region, command, by)


async def _coming(town: Town, office: str, now: datetime) -> list[tuple[BeginEnquiryShift, Actor]]:
    local = now.astimezone(OFFICE_ZONE)
    if not (_CALENDAR.is_working_day(local_day(now)) and _COME <= local.time() < _GO):
        return []
    until = datetime.combine(local.date(), _GO, OFFICE_ZONE)
    desk, _ = await _found(town, office)
    return list(_missing(desk, office, now, until))


def _missing(
    desk: EnquiryDesk, office: str, now: datetime, until: datetime
) -> Iterator[tuple[BeginEnquiryShift, Actor]]:
    here = {each.handler for each in desk.shifts if each.until > now}
    for number, clerk in enumerate(officers.clerks(office)):
        by = Actor(role=Role.CLERK, id=clerk, office=office)
        if by.person not in here:
            topics = _KNOWS[number % len(_KNOWS)]
            yield BeginEnquiryShift(office=office, until=until, topics=topics), by


async def _begin(town: Town, office: str, command: BeginEnquiryShift, by: Actor) -> None:
    """What is refused, somebody else has done meanwhile."""
    stream = enquiry_desk_of(office)
    _, version = await _found(town, office)
    with suppress(Refusal):
        await town.door.handle(
            ENQUIRY_DESK, stream, command, town_request(stream, version, command, by)
        )


async def _found(town: Town, office: str) -> tuple[EnquiryDesk, int]:
    """The desk as it stands in the log. Real officers come there too."""
    stream = enquiry_desk_of(office)
    town.door.forget(stream)
    try:
        opened, _ = await town.door.open(ENQUIRY_DESK, stream, _WATCHER)
    except NotFound:
        return ENQUIRY_DESK.initial, 0
    return opened.state, opened.version
