"""What the owner or holder of a record loses by a day, if he does nothing until then."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.reminders import reminder_day
from domain.learner_permits import state as permits
from domain.learner_permits.state import PermitOnRecord, PermitStage
from domain.licences.deadlines import deadlines
from domain.licences.state import LicenceOnRecord, LicenceStage
from domain.register.learner_permit import ExamSubject
from domain.register.licence import GONE, LicenceDuty
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.over_age import over_age
from domain.vehicles import timers as vehicles
from domain.vehicles.state import VehicleOnRecord, VehicleStage

OnRecord: TypeAlias = VehicleOnRecord | LicenceOnRecord | PermitOnRecord
CLOCKS: Final[Mapping[ReminderTopic, Clock]] = MappingProxyType(
    {
        ReminderTopic.RENEWAL: Clock.LIC_RENEW,
        ReminderTopic.MEDICAL: Clock.LIC_MEDICAL,
        ReminderTopic.INSPECTION: Clock.INSP_DUE,
        ReminderTopic.LEARNER_PERMIT: Clock.LEARNER_PERMIT,
        ReminderTopic.OVER_AGE: Clock.OVERAGE_NOTICE,
    }
)
"""After the last day of which clock a right is lost."""
_OF_DUTIES: Final[Mapping[LicenceDuty, ReminderTopic]] = MappingProxyType(
    {LicenceDuty.RENEWAL: ReminderTopic.RENEWAL, LicenceDuty.MEDICAL: ReminderTopic.MEDICAL}
)


class Right(NamedTuple):
    """What is lost after ``by_law.last``, unless a relief has moved that day."""

    topic: ReminderTopic
    by_law: LawfulDeadline


def rights(current: OnRecord) -> Iterator[Right]:
    """Those that are not lost yet. Of one topic there may be several, with different days."""
    match current:
        case VehicleOnRecord(stage=VehicleStage.ON_RECORD):
            for mark in vehicles.ahead(current):
                yield Right(ReminderTopic.INSPECTION, mark)
        case LicenceOnRecord(stage=LicenceStage.ON_RECORD):
            yield from _of_licence(current)
        case PermitOnRecord():
            yield from _of_permit(current)


def reminded_from(topic: ReminderTopic, last: date, *, judged_on: date) -> date:
    """The first day of the reminder of a right that is lost after the ``last`` day."""
    return reminder_day(CLOCKS[topic], last, judged_on=judged_on)


def right_of(current: OnRecord, topic: ReminderTopic, last_on: date) -> Right | None:
    """The right of this topic that by law is lost after this day."""
    found = (each for each in rights(current) if each.topic is topic)
    return next((each for each in found if each.by_law.last == last_on), None)


def _of_licence(current: LicenceOnRecord) -> Iterator[Right]:
    for each in deadlines(current):
        topic = _OF_DUTIES.get(each.duty)
        if topic and not each.passed and each.duty not in current.missed:
            yield Right(topic, each.by_law)
    if not current.record.states & GONE:
        for exchange in over_age(current.record):
            yield Right(ReminderTopic.OVER_AGE, exchange)


def _of_permit(current: PermitOnRecord) -> Iterator[Right]:
    """Whoever has passed everything has nothing to lose by the end of his permit."""
    if current.stage is PermitStage.ON_RECORD and permits.passed(current) < frozenset(ExamSubject):
        for end in permits.ahead(current):
            yield Right(ReminderTopic.LEARNER_PERMIT, end)


def holder_of(current: OnRecord) -> bytes:
    """The index of the ID number of whose the record is. It is empty where nobody knows."""
    if isinstance(current, VehicleOnRecord):
        return current.record.owner
    return current.record.holder
