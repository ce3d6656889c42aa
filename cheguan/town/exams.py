"""The examinations of the town, and when something happens to each of them.

Four cities announce four days each at the beginning of January 2020. Two of the days lie before the
sites close. The examinations of the other two are not held: of the third day the sites say so early
in February, and of the last one on the day before, when learners have heard from the announcement
of 23 February that they may cancel themselves. All of it is an assumption.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from cheguan.town import officers
from cheguan.town.cities import CITIES, City
from cheguan.town.visits import exam_site
from domain.calendar import OFFICE_ZONE, Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.exam_plans.commands import CancelExamPlan, FixExamRanking, PublishExamPlan
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.state import exam_plan_of
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Command, PassDeadline
from domain.people import Actor, system
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from workers.ranker import NAME as RANKER
from workers.timekeeper import NAME as TIMEKEEPER

CAPACITY: Final = 5
AHEAD: Final = timedelta(days=20)
"""So long before the examination people of the living town book it, as in the example."""
_CITIES: Final = ("410100", "410300", "410700", "411000")
_DAYS: Final = (date(2020, 1, 16), date(2020, 1, 20), date(2020, 2, 13), date(2020, 2, 25))
_ANNOUNCED_AT: Final = datetime(2020, 1, 2, 10, tzinfo=OFFICE_ZONE)
_CANCELLED_AT: Final = {
    _DAYS[2]: datetime(2020, 2, 4, 10, tzinfo=OFFICE_ZONE),
    _DAYS[3]: datetime(2020, 2, 24, 8, 40, tzinfo=OFFICE_ZONE),
}
_FIRST_BOOKING: Final = datetime(2020, 1, 3, 9, tzinfo=OFFICE_ZONE)
_MILLISECOND: Final = timedelta(milliseconds=1)
_BOOKED_WITHIN: Final = timedelta(days=5) // _MILLISECOND
_A_MOMENT: Final = timedelta(seconds=1)


class ExamStep(NamedTuple):
    """A command to an examination, by whom and at which instant."""

    at: datetime
    plan: UUID
    command: Command
    by: Actor


def slot_of_learner(learner: int) -> ExamSlot:
    """The examination that a learner of the story has booked. He is counted from 0."""
    return in_city(city_of_learner(learner), _DAYS[learner // len(_CITIES) % len(_DAYS)])


def in_city(city: City, day: date) -> ExamSlot:
    """The examination of the driving ground that a city holds on a morning."""
    return ExamSlot(exam_site(city), day, ExamSession.MORNING, ExamSubject.TWO, LicenceClass.C1)


def city_of_learner(learner: int) -> City:
    return CITIES[_CITIES[learner % len(_CITIES)]]


def booked_at(part: float) -> datetime:
    """An instant of whole milliseconds, after ``part`` of the days on which learners book."""
    return _FIRST_BOOKING + round(part * _BOOKED_WITHIN) * _MILLISECOND


def steps() -> Iterator[ExamStep]:
    """What happens to the examinations of the story, one after another for each of them."""
    for code in _CITIES:
        for day in _DAYS:
            yield from _of(in_city(CITIES[code], day))


def announced(slot: ExamSlot, at: datetime) -> ExamStep:
    """The leader of the office that runs the site announces the examination."""
    publish = PublishExamPlan(**slot._asdict(), capacity=CAPACITY)
    return ExamStep(at, exam_plan_of(slot), publish, _leader(slot))


def _of(slot: ExamSlot) -> Iterator[ExamStep]:
    """It is not known who has a place if an examination is cancelled before."""
    plan, cancelled_at = exam_plan_of(slot), _CANCELLED_AT.get(slot.exam_on)
    yield announced(slot, _ANNOUNCED_AT)
    closed_at = _closes_at(slot)
    if cancelled_at is None or closed_at < cancelled_at:
        over = PassDeadline(clock=Clock.EXAM_RESULT)
        yield ExamStep(closed_at, plan, over, system(TIMEKEEPER))
        unknown = FixExamRanking(applicants=0, placed=0)
        yield ExamStep(closed_at + _A_MOMENT, plan, unknown, system(RANKER))
    if cancelled_at is not None:
        cancel = CancelExamPlan(reason=ExamCancelReason.EPIDEMIC)
        yield ExamStep(cancelled_at, plan, cancel, _leader(slot))


def _closes_at(slot: ExamSlot) -> datetime:
    judged_on = _ANNOUNCED_AT.date()
    results = due(Clock.EXAM_RESULT, slot.exam_on, judged_on=judged_on, calendar=Calendar())
    return datetime.combine(results, time(), OFFICE_ZONE) + _A_MOMENT


def _leader(slot: ExamSlot) -> Actor:
    return officers.leader(slot.site.partition(".")[0])
