"""On whom each working day of a case was spent, and why.

A day belongs to whoever had the case in the morning. So the day of the submission, of the
acceptance and of a restart is not counted, and the day of a stop still is, as the law counts them
(PSP art. 35). The days that count on the statutory clock are then exactly those that are gone of
its term, which a property test holds them to.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.calendar import Calendar, local_day
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.rest import rests
from domain.case.stage import FINAL, Stage
from domain.case.state import STOPPING_HOLDS, Case, Running
from domain.clocks.clock import Clock
from domain.clocks.spent_on import SpentOn
from domain.recorded_event import RecordedEvent
from domain.titles import Title


class BookedDay(NamedTuple):
    """A working day. ``reason`` is a stage or a hold. It ``counts`` if the statutory clock ran."""

    on: date
    spent_on: SpentOn
    reason: str
    title: Title
    counts: bool


_WITH_THE_CITIZEN: Final[Mapping[Stage, str]] = MappingProxyType(
    {
        Stage.PAYMENT_PENDING: Clock.PAY_HOLD,
        Stage.CORRECTION_REQUESTED: Clock.CORRECTION_REPLY,
        Stage.ON_SITE_REQUIRED: "",
        Stage.CHOOSING_NUMBER: Clock.PRESELECT_SESSION,
        Stage.NUMBER_RESERVED: Clock.PRESELECT_HOLD,
        Stage.FACTS_SHOWN: "",
        Stage.RETURNED: Clock.RETURN_HOLD,
        Stage.READY_FOR_PICKUP: Clock.PICKUP_HOLD,
    }
)
"""The stages at which he acts, each with the clock that runs for him, if one does."""


def booked_days(
    history: Iterable[RecordedEvent], today: date, calendar: Calendar
) -> Iterator[BookedDay]:
    """The working days from the submission to the end of the case, or to ``today``."""
    current: Case = CASE.initial
    begun: date | None = None
    for recorded in history:
        day = local_day(recorded.at)
        if begun is not None and current.stage not in FINAL:
            yield from _booked(current, begun, min(day, today), calendar)
        begun = day if begun is None else max(begun, day)
        current = CASE.evolve(current, recorded.event)
    if begun is not None and current.stage not in FINAL:
        yield from _booked(current, begun, today, calendar)


def _booked(current: Case, begun: date, until: date, calendar: Calendar) -> Iterator[BookedDay]:
    """The days after ``begun``, on whose morning the case stood as it does."""
    day = calendar.add(begun, 1)
    if day > until:
        return
    spent_on, reason, title = _whose(current)
    counts = isinstance(current.clock, Running)
    while day <= until:
        yield BookedDay(day, spent_on, reason, title, counts)
        day = calendar.add(day, 1)


def _whose(current: Case) -> tuple[SpentOn, str, Title]:
    """A hold that stops the clocks comes before the stage, and one of the office alone after it."""
    stage = current.stage
    is_his = stage in _WITH_THE_CITIZEN
    for hold in sorted(current.holds):
        if hold in STOPPING_HOLDS or (is_his and rests(_WITH_THE_CITIZEN[stage], [hold])):
            return SpentOn.SUSPENSION, hold.value, hold.words
    if is_his and current.deadline is not None and current.deadline.is_open:
        return SpentOn.SUSPENSION, Hold.RELIEF.value, Hold.RELIEF.words
    if is_his:
        return SpentOn.CITIZEN, stage.value, stage.words
    if stage is Stage.IN_POST:
        return SpentOn.POST, stage.value, stage.words
    for hold in sorted(current.holds):
        return SpentOn.OFFICE, hold.value, hold.words
    return SpentOn.OFFICE, stage.value, stage.words
