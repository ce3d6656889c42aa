"""A holiday notice is published, and the days that were counted without it move."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.case.deadlines.commands import RecountDeadline
from domain.case.deadlines.events import DeadlineBroughtForward, DeadlineExtended
from domain.case.grounds import RecountGround
from domain.case.intake.events import CaseAccepted, CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.recount import recounts
from domain.case.state import Running
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.holidays import HolidayNotice, Published
from domain.recorded_event import RecordedEvent
from domain.refusal import NotAsThingsStand
from tests.unit.case import situations as s
from tests.unit.case.given import Result, given
from tests.unit.projections.recording import record

CHRISTMAS = date(2026, 12, 25)
BY_WEEKDAYS = date(2027, 1, 15)
NOTICE = HolidayNotice(
    year=2027,
    basis="test",
    off=frozenset(date(2027, 1, n) for n in (1, 2, 3)),
    worked=frozenset({date(2027, 1, 9), date(2027, 1, 10)}),
)
"""Up to the eighth a term is a day longer, and from the tenth on a day shorter."""
NEXT_WEEK = CaseAccepted(officer="1", accepted_on=CHRISTMAS, decide_by=date(2027, 1, 4))
IN_FIFTEEN = CaseAccepted(officer="1", accepted_on=CHRISTMAS, decide_by=BY_WEEKDAYS)
TO_CORRECT = CorrectionRequested(
    defects=(Defect("id_back", DefectCode.BAD_PHOTO),), reply_by=BY_WEEKDAYS
)
RELIEF = DeadlineExtended(
    clock=Clock.DECIDE, old=BY_WEEKDAYS, new=date(2027, 2, 1), relief="epidemic"
)


@pytest.fixture
def calendar() -> Calendar:
    published = Published()
    published.adopt([NOTICE])
    return Calendar(published=published)


def history(*last: CaseEvent, rules: str = "henan-2020-02+holidays-2026") -> list[RecordedEvent]:
    """What was submitted long ago, and what happened at Christmas under the ``rules``."""
    events: Sequence[CaseEvent] = (*s.SUBMITTED, *last)
    recorded = [record(event, n, CHRISTMAS) for n, event in enumerate(events, start=1)]
    return [replace(each, envelope=replace(each.envelope, rules=rules)) for each in recorded]


@pytest.mark.parametrize(
    ("event", "clock", "old", "new"),
    [
        (NEXT_WEEK, Clock.DECIDE, date(2027, 1, 4), date(2027, 1, 5)),
        (IN_FIFTEEN, Clock.DECIDE, BY_WEEKDAYS, date(2027, 1, 14)),
        (TO_CORRECT, Clock.CORRECTION_REPLY, BY_WEEKDAYS, date(2027, 1, 14)),
    ],
    ids=["over the new year", "over a weekend that is made up", "of the citizen"],
)
def test_as_many_working_days_lead_to_another_day(
    calendar: Calendar, event: CaseEvent, clock: Clock, old: date, new: date
) -> None:
    assert list(recounts(history(event), calendar)) == [
        RecountDeadline(clock=clock, old=old, new=new)
    ]


@pytest.mark.parametrize("rules", ["henan-2020-02", "henan-2020-02+holidays-2027"])
def test_what_was_counted_by_the_notice_stays(calendar: Calendar, rules: str) -> None:
    assert list(recounts(history(IN_FIFTEEN, rules=rules), calendar)) == []


def test_without_a_notice_nothing_moves() -> None:
    assert list(recounts(history(IN_FIFTEEN), Calendar(published=Published()))) == []


def test_a_day_that_was_recounted_is_not_recounted_again(calendar: Calendar) -> None:
    moved = DeadlineBroughtForward(
        clock=Clock.DECIDE,
        old=BY_WEEKDAYS,
        new=date(2027, 1, 14),
        ground=RecountGround.HOLIDAY_NOTICE,
    )
    told = history(IN_FIFTEEN)
    after = replace(
        record(moved, 9, date(2027, 1, 5)).envelope, rules="henan-2020-02+holidays-2027"
    )
    told.append(replace(record(moved, 9, date(2027, 1, 5)), envelope=after))
    assert list(recounts(told, calendar)) == []


def test_a_day_that_a_relief_names_is_moved_off_a_holiday_only(calendar: Calendar) -> None:
    assert list(recounts(history(IN_FIFTEEN, RELIEF), calendar)) == []
    to_new_year = replace(RELIEF, new=date(2027, 1, 1))
    assert [each.new for each in recounts(history(IN_FIFTEEN, to_new_year), calendar)] == [
        date(2027, 1, 4)
    ]


LATER, EARLIER = date(2020, 3, 25), date(2020, 3, 19)


def recounted(history: Sequence[CaseEvent], clock: Clock, old: date, new: date) -> Result:
    command = RecountDeadline(clock=clock, old=old, new=new)
    return given(history).when(command, by=s.TIMEKEEPER, on=s.APPROVED_ON)


def test_a_later_day_is_given_and_its_ground_named() -> None:
    case = (
        recounted(s.ACCEPTED, Clock.DECIDE, s.DECIDE_BY, LATER)
        .then(
            DeadlineExtended(
                clock=Clock.DECIDE, old=s.DECIDE_BY, new=LATER, relief="holiday_notice"
            )
        )
        .case
    )
    assert case.clock == Running(LATER)


def test_the_office_loses_a_day_that_the_law_does_not_give() -> None:
    case = (
        recounted(s.ACCEPTED, Clock.DECIDE, s.DECIDE_BY, EARLIER)
        .then(
            DeadlineBroughtForward(
                clock=Clock.DECIDE,
                old=s.DECIDE_BY,
                new=EARLIER,
                ground=RecountGround.HOLIDAY_NOTICE,
            )
        )
        .case
    )
    assert case.clock == Running(EARLIER)


def test_the_citizen_never_loses_a_day() -> None:
    reply_by = date(2020, 3, 24)
    asked = replace(TO_CORRECT, reply_by=reply_by)
    history = (*s.SUBMITTED, asked)
    recounted(history, Clock.CORRECTION_REPLY, reply_by, EARLIER).then_nothing()


def test_a_day_that_has_moved_meanwhile_is_not_moved_again() -> None:
    recounted(s.ACCEPTED, Clock.DECIDE, EARLIER, LATER).then_refused(
        NotAsThingsStand, command="RecountDeadline"
    )
