"""Names somebody who answers for each case that waits for its review: by shift, knowledge and load.

The officers on shift at the desk of the office that answers questions are those who are there
(ADR 110). The read model only says where to look. The decision looks at the case itself, so of
two who are named at once the first one stays. With nobody on shift a case waits for who comes.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from uuid import uuid5

from domain.case.case import CASE
from domain.case.review.commands import AssignCase
from domain.case.review.refusals import OfficerBarred
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import CHANNEL, Request
from domain.enquiries.kind import EnquiryTopic
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import HandlerOnShift, enquiry_desk_of
from domain.event_store.transaction import Connection
from domain.people import system
from domain.refusal import Refusal
from domain.services.catalogue import EVERY_SERVICE
from domain.services.service import Group
from projections.caseload.unassigned import Unassigned, in_hand, unassigned
from workers.interval import every
from workers.timepiece import Timepiece

NAME: Final = "case_handlers"
_PAGE: Final = 500
_EVERY_S: Final = 30.0
_KNOWN: Final[Mapping[Group, EnquiryTopic]] = {
    Group.VEHICLE: EnquiryTopic.VEHICLE,
    Group.LICENCE: EnquiryTopic.LICENCE,
    Group.VIOLATION: EnquiryTopic.VIOLATION,
}
"""What an officer has to know well for the services of a group."""


class OfficeShift:
    """Who of an office is there, and how many cases each answers for."""

    def __init__(self, here: list[HandlerOnShift], load: dict[str, int]) -> None:
        self._here = here
        self._load = load

    def for_case(self, case: Unassigned) -> Iterator[str]:
        """Whom to name, one after the other: first who knows such cases, then who has least."""
        topic = _KNOWN[EVERY_SERVICE[case.service].group]

        def busy(each: HandlerOnShift) -> tuple[bool, int, str]:
            return topic not in each.topics, self._load.get(each.handler, 0), each.handler

        for each in sorted(self._here, key=busy):
            if each.handler != case.handed_back_by:
                yield each.handler

    def gave(self, officer: str) -> None:
        self._load[officer] = self._load.get(officer, 0) + 1


async def run(url: str, door: Door, clock: Timepiece, stop: asyncio.Event) -> None:
    """Looks twice a minute until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        if now := await clock.now(connection):
            await assign(connection, door, now)

    await every(_EVERY_S, url, look, stop)


async def assign(connection: Connection, door: Door, now: datetime) -> int:
    """Names somebody for every case that waits for it; how many were given."""
    shifts: dict[str, OfficeShift] = {}
    given = 0
    last: Unassigned | None = None
    while page := await unassigned(connection, last, _PAGE):
        for case in page:
            if case.office not in shifts:
                shifts[case.office] = await _shift(connection, door, case.office, now)
            given += await _given(door, case, shifts[case.office])
        last = page[-1]
    return given


async def _shift(connection: Connection, door: Door, office: str, now: datetime) -> OfficeShift:
    try:
        opened, _ = await door.open(ENQUIRY_DESK, enquiry_desk_of(office), system(NAME))
    except NotFound:
        return OfficeShift([], {})
    here = [each for each in opened.state.shifts if each.until > now]
    return OfficeShift(here, await in_hand(connection, office) if here else {})


async def _given(door: Door, case: Unassigned, shift: OfficeShift) -> bool:
    """Asks the next one where somebody must keep out of the case. A case that has moved on
    meanwhile, or cannot be read, is looked at again next time.
    """
    for officer in shift.for_case(case):
        try:
            command = AssignCase(handler=officer)
            done = await door.handle(CASE, case.case, command, request(case, officer))
        except OfficerBarred:
            continue
        except Refusal:
            return False
        shift.gave(officer)
        return not done.replayed
    return False


def request(case: Unassigned, officer: str) -> Request:
    """Its id follows from the version and the officer, so a repetition acts once."""
    name = f"{NAME}:{case.version}:{officer}"
    return Request(
        by=system(NAME),
        channel=CHANNEL,
        command_id=uuid5(case.case, name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
