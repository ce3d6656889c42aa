"""Brings the clerks of a living town on shift at the desks of their offices, each working day."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time
from typing import Final
from uuid import UUID

from msgspec.structs import replace

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
        """What is refused, somebody else has done meanwhile."""
        now = town.clock()
        local = now.astimezone(OFFICE_ZONE)
        if not (_CALENDAR.is_working_day(local_day(now)) and _COME <= local.time() < _GO):
            return
        until = datetime.combine(local.date(), _GO, OFFICE_ZONE)
        stream = enquiry_desk_of(region)
        desk, version = await _found(town, stream)
        for command, by in _missing(desk, region, now, until):
            with suppress(Refusal):
                request = replace(town_request(stream, version, command, by), expected=None)
                await town.door.handle(ENQUIRY_DESK, stream, command, request)


def _missing(
    desk: EnquiryDesk, office: str, now: datetime, until: datetime
) -> Iterator[tuple[BeginEnquiryShift, Actor]]:
    here = {each.handler for each in desk.shifts if each.until > now}
    for number, clerk in enumerate(officers.clerks(office)):
        by = Actor(role=Role.CLERK, id=clerk, office=office)
        if by.person not in here:
            topics = _KNOWS[number % len(_KNOWS)]
            yield BeginEnquiryShift(office=office, until=until, topics=topics), by


async def _found(town: Town, stream: UUID) -> tuple[EnquiryDesk, int]:
    """The desk as it stands in the log. Real officers come there too."""
    town.door.forget(stream)
    try:
        opened, _ = await town.door.open(ENQUIRY_DESK, stream, _WATCHER)
    except NotFound:
        return ENQUIRY_DESK.initial, 0
    return opened.state, opened.version
