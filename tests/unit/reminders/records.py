"""Records of which somebody is reminded, and what a round comes to on them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.events import LearnerPermitEntered
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import PermitOnRecord
from domain.licences.events import LicenceEntered
from domain.licences.licence import LICENCE
from domain.licences.state import LicenceOnRecord
from domain.message import Event
from domain.offices.tree import PROVINCE
from domain.people import system
from domain.register.reminder_topic import ReminderTopic
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.reminders.commands import RemindHolder
from domain.reminders.reminder import REMINDER
from domain.reminders.rights import OnRecord, rights
from domain.reminders.state import reminder_of
from domain.services.catalogue import CATALOGUE
from domain.vehicles.events import VehicleEntered
from domain.vehicles.state import VehicleOnRecord
from domain.vehicles.vehicle import VEHICLE
from tests.kit.register_records import normal_licence, normal_permit, normal_vehicle

LONG_AGO: Final = date(2019, 1, 1)
RECORD: Final = UUID(int=7)


def licence(**changes: Any) -> LicenceOnRecord:
    """A long-term licence of somebody who owes nothing."""
    long_term: dict[str, Any] = {"valid_until": None, "years": None}
    record = replace(normal_licence(LONG_AGO), **long_term | changes)
    return LICENCE.fold([LicenceEntered(record=record, entered_on=LONG_AGO)])


def vehicle(inspected_until: date) -> VehicleOnRecord:
    record = replace(normal_vehicle(LONG_AGO), inspected_until=inspected_until)
    return VEHICLE.fold([VehicleEntered(record=record, entered_on=LONG_AGO)])


def permit(issued_on: date, valid_until: date, **changes: Any) -> PermitOnRecord:
    record = replace(
        normal_permit(LONG_AGO), issued_on=issued_on, valid_until=valid_until, **changes
    )
    return LEARNER_PERMIT.fold([LearnerPermitEntered(record=record, entered_on=LONG_AGO)])


def bus_driver(birth_month: date | None) -> LicenceOnRecord:
    return licence(classes=(LicenceClass.A1,), birth_month=birth_month)


def round_on(
    day: date,
    record: OnRecord,
    history: Sequence[Event] = (),
    reliefs: Sequence[Event] = (),
    *,
    topic: ReminderTopic | None = None,
    **changes: Any,
) -> tuple[Event, ...]:
    """What follows at noon of a day. The right is the only one of the record, or that of the
    ``topic``."""
    (right,) = (each for each in rights(record) if topic in (None, each.topic))
    command = RemindHolder(record=RECORD, topic=right.topic, last_on=right.by_law.last, **changes)
    return given(day, command, record, history, reliefs)


def given(
    day: date,
    command: RemindHolder,
    record: OnRecord,
    history: Sequence[Event] = (),
    reliefs: Sequence[Event] = (),
) -> tuple[Event, ...]:
    seen = {reliefs_of(PROVINCE): RELIEFS.fold(reliefs), RECORD: record}
    stream = reminder_of(RECORD, command.topic, command.last_on)
    noon = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    at = Circumstances(noon, system("reminders"), stream, CATALOGUE, Calendar(), seen)
    return REMINDER.decide(REMINDER.fold(history), command, at).events
