"""Records of which somebody is reminded on 24 February 2020, and a round over them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import Aggregate
from domain.aggregates import CODEC
from domain.door.request import own_request
from domain.event_store.connection import connect
from domain.event_store.log import read_log
from domain.event_store.transaction import Connection
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command, Event
from domain.recorded_event import RecordedEvent
from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.reminders.events import ReminderEvent
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.register_records import normal_licence, normal_permit, normal_vehicle
from tests.kit.served import Service
from workers.notices.reminder_rounds import ReminderRounds

TODAY: Final = date(2020, 2, 24)
_LONG: Final = {"valid_until": None, "years": None}


async def enter(service: Service, of: Aggregate[Any], stream: UUID, command: Command) -> UUID:
    request = replace(own_request("import", stream, 0, command), expected=None)
    await service.desk.door.handle(of, stream, command, request)
    return stream


async def enter_licence(
    service: Service, number: bytes, at: UUID | None = None, **changes: Any
) -> UUID:
    """A long-term licence with some changes, under its number or in the stream ``at``."""
    record = replace(normal_licence(TODAY), **_LONG | changes)
    stream = at or licence_stream(number)
    return await enter(service, LICENCE, stream, EnterLicence(record=record))


async def enter_five(service: Service) -> Sequence[UUID]:
    """One record for each reminder, all of which are due on the day."""
    permit = replace(normal_permit(TODAY), valid_until=date(2020, 4, 1))
    vehicle = replace(normal_vehicle(TODAY), inspected_until=date(2020, 4, 30))
    return [
        await enter_licence(service, b"1", valid_until=date(2020, 4, 1), years=6),
        await enter_licence(service, b"2", medical_due_on=date(2020, 3, 1)),
        await enter(service, VEHICLE, vehicle_stream(b"3"), EnterVehicle(record=vehicle)),
        await enter(
            service, LEARNER_PERMIT, permit_stream(b"4"), EnterLearnerPermit(record=permit)
        ),
        await enter_licence(
            service, b"5", classes=(LicenceClass.A1,), birth_month=date(1960, 3, 1)
        ),
    ]


def rounds(service: Service) -> ReminderRounds:
    desk = service.desk
    return ReminderRounds(desk.door, desk.keyring, desk.names)


async def gone_round(service: Service, now: datetime) -> int:
    """One round of a worker that begins now, over what the read models know of by now."""
    await service.fold()
    connection = await connect(service.url)
    try:
        return await rounds(service).go(connection, now)
    finally:
        await connection.close()


async def reminders(connection: Connection) -> list[ReminderEvent]:
    """All that has happened to reminders, in its order."""
    log: Sequence[RecordedEvent] = await read_log(connection, CODEC, 0, 10_000)
    events: list[Event] = [each.envelope.event for each in log]
    return [each for each in events if isinstance(each, ReminderEvent)]
