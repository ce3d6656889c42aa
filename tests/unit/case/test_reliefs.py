"""What the applicant has to do in time is due later under a relief, and never earlier."""

from datetime import date

import pytest

from domain.calendar import end_of_day
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.case.deadlines.timers import timer
from domain.case.delivery.commands import RecordReturn
from domain.case.delivery.events import PickupExpired
from domain.case.grounds import Hold
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import CorrectionExpired
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.production.commands import RecordProduction
from domain.case.state import Case, UnderRelief
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.clocks.relief import LAPSING
from domain.message import CountReliefs, PassDeadline
from domain.refusal import NotAtThisStage, NotPermitted
from domain.register.extension import ExtendedDeadline
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.events import ReliefEnded, ReliefEvent
from tests.kit.reliefs import added, suspended
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT
from tests.unit.case.given import Given, Result, given
from tests.unit.case.held import TO_CORRECT

OPEN = suspended(*LAPSING)
MONDAY = date(2020, 3, 9)
PICKUP_BY = date(2020, 4, 6)
COUNT = CountReliefs()


def extended(
    clock: Clock, old: date, new: date | None, by_law: date | None = None, no: int = 1
) -> DeadlineExtended:
    relief = f"relief-{no}"
    return DeadlineExtended(clock=clock, old=old, new=new, relief=relief, by_law=by_law or old)


def counted(history: Given, *under: ReliefEvent, on: date = MONDAY) -> Result:
    return history.when(COUNT, by=s.TIMEKEEPER, on=on, under=under)


def ended(last: date, relief: str = "relief-1") -> ReliefEnded:
    return ReliefEnded(relief=relief, last=last)


@pytest.mark.parametrize(
    ("history", "clock", "old"),
    [
        (TO_CORRECT, Clock.CORRECTION_REPLY, date(2020, 3, 24)),
        (s.READY_FOR_PICKUP, Clock.PICKUP_HOLD, PICKUP_BY),
        (s.RETURNED, Clock.RETURN_HOLD, date(2020, 6, 9)),
    ],
)
def test_an_open_relief_holds_what_it_names_open_once_and_no_timer_runs(
    history: tuple[CaseEvent, ...], clock: Clock, old: date
) -> None:
    held = counted(given(history), OPEN).then(extended(clock, old, None))
    assert timer(held.case) is None
    counted(Given(held.case), OPEN).then_nothing()
    counted(given(history), suspended(*(LAPSING - {clock}))).then_nothing()


def test_the_relief_reaches_the_place_where_the_document_is_collected_and_no_other() -> None:
    counted(given(s.READY_FOR_PICKUP), suspended(*LAPSING, regions=("410300",))).then_nothing()
    here = suspended(*LAPSING, regions=("410100",))
    counted(given(s.READY_FOR_PICKUP), here).then(extended(Clock.PICKUP_HOLD, PICKUP_BY, None))


@pytest.mark.parametrize("history", [s.UNPAID, s.SUBMITTED, s.IN_REVIEW, s.APPROVED, s.IN_POST])
def test_the_fee_and_the_terms_of_the_office_stay_where_they_are(
    history: tuple[CaseEvent, ...],
) -> None:
    counted(given(history), OPEN).then_nothing()


def test_who_begins_a_term_while_a_relief_runs_gets_the_later_day_at_once() -> None:
    asked = given(s.SUBMITTED).when(
        RequestCorrection(defects=(DEFECT,)), by=s.CLERK, on=date(2020, 3, 3), under=[OPEN]
    )
    assert asked.decided[-1] == extended(Clock.CORRECTION_REPLY, date(2020, 3, 24), None)
    until = added(Clock.PICKUP_HOLD, months=1)
    made = given(s.TO_COLLECT).when(
        RecordProduction(document_no="X-1"), by=s.CLERK, on=date(2020, 3, 6), under=[until]
    )
    assert made.decided[-1] == extended(Clock.PICKUP_HOLD, PICKUP_BY, date(2020, 5, 6))
    for command in (RequestCorrection(defects=(DEFECT,)), RecordReturn()):
        assert OF_THE_PROVINCE in CASE.reads(Case(), command)


def test_the_timer_asks_the_reliefs_first_and_acts_when_none_moves_the_day() -> None:
    over, passing = end_of_day(PICKUP_BY), PassDeadline(clock=Clock.PICKUP_HOLD)
    ready = given(s.READY_FOR_PICKUP)
    held = ready.when(passing, by=s.TIMEKEEPER, on=over, under=[OPEN])
    held.then(extended(Clock.PICKUP_HOLD, PICKUP_BY, None))
    other = suspended(Clock.LIC_RENEW)
    lapsed = ready.when(passing, by=s.TIMEKEEPER, on=over, under=[other])
    assert [type(each) for each in lapsed.decided] == [PickupExpired]
    assert OF_THE_PROVINCE in CASE.reads(ready.case, passing)
    assert OF_THE_PROVINCE not in CASE.reads(ready.case, PassDeadline(clock=Clock.PAY_HOLD))


def test_the_suspended_days_follow_the_end_of_the_relief_and_then_the_case_lapses() -> None:
    begun = suspended(*LAPSING, first=date(2020, 3, 20))
    held = counted(given(TO_CORRECT), begun)
    later = date(2020, 6, 15)
    told = counted(Given(held.case), begun, ended(date(2020, 5, 15)), on=date(2020, 5, 11)).then(
        extended(Clock.CORRECTION_REPLY, date(2020, 3, 24), later)
    )
    assert told.case.extended == (
        ExtendedDeadline(Clock.CORRECTION_REPLY, date(2020, 3, 24), later, "relief-1"),
    )
    lapsed = Given(told.case).when(
        PassDeadline(clock=Clock.CORRECTION_REPLY),
        by=s.TIMEKEEPER,
        on=end_of_day(later),
        under=[begun, ended(date(2020, 5, 15))],
    )
    assert [type(each) for each in lapsed.decided] == [CorrectionExpired]


def test_days_of_grace_follow_a_relief_that_was_taken_back() -> None:
    held = counted(given(s.READY_FOR_PICKUP), OPEN)
    instead = suspended(Clock.LIC_RENEW, relief="relief-2", instead_of="relief-1")
    counted(Given(held.case), OPEN, instead, on=date(2020, 5, 1)).then(
        extended(Clock.PICKUP_HOLD, PICKUP_BY, date(2020, 5, 31))
    )


def test_no_day_that_a_relief_gave_is_taken_back() -> None:
    first = added(Clock.PICKUP_HOLD)
    moved = counted(given(s.READY_FOR_PICKUP), first)
    instead = suspended(Clock.LIC_RENEW, relief="relief-2", instead_of="relief-1")
    counted(Given(moved.case), first, instead).then_nothing()
    assert moved.case.deadline is not None
    assert moved.case.deadline.on == date(2020, 7, 6)
    assert moved.case.deadline.under == UnderRelief("relief-1", PICKUP_BY)


def test_a_second_relief_counts_from_the_day_by_law_and_not_from_the_first() -> None:
    first = added(Clock.PICKUP_HOLD, months=1)
    second = added(Clock.PICKUP_HOLD, months=2, relief="relief-2")
    once = counted(given(s.READY_FOR_PICKUP), first)
    twice = counted(Given(once.case), first, second).then(
        extended(Clock.PICKUP_HOLD, date(2020, 5, 6), date(2020, 6, 6), PICKUP_BY, no=2)
    )
    assert twice.case == counted(given(s.READY_FOR_PICKUP), first, second).case


def test_days_on_hold_and_under_relief_are_left_out_once() -> None:
    """On 27 March eighteen days were left, and the relief ends before the hold."""
    begun = suspended(Clock.PICKUP_HOLD, first=date(2020, 3, 20))
    closed = ended(date(2020, 5, 31))
    moved = counted(given(s.READY_FOR_PICKUP), begun, closed, on=date(2020, 3, 10))
    kept = date(2020, 6, 30)
    moved.then(extended(Clock.PICKUP_HOLD, PICKUP_BY, kept))
    held = Given(moved.case).when(SetHold(kind=Hold.SYSTEM_DOWN), by=s.LEADER, on=date(2020, 3, 27))
    july, later = date(2020, 7, 1), date(2020, 7, 19)
    freed = Given(held.case).when(
        ReleaseHold(kind=Hold.SYSTEM_DOWN), by=s.LEADER, on=july, under=[begun, closed]
    )
    assert freed.decided[1:] == (
        DeadlineExtended(
            clock=Clock.PICKUP_HOLD,
            old=kept,
            new=later,
            relief=Hold.SYSTEM_DOWN,
            by_law=later,
            since=july,
        ),
    )


def test_what_rests_gets_its_day_when_it_goes_on() -> None:
    resting = given(s.READY_FOR_PICKUP).when(
        SetHold(kind=Hold.SYSTEM_DOWN), by=s.LEADER, on=date(2020, 3, 27)
    )
    counted(Given(resting.case), OPEN).then_nothing()
    freed = Given(resting.case).when(
        ReleaseHold(kind=Hold.SYSTEM_DOWN), by=s.LEADER, on=date(2020, 4, 20), under=[OPEN]
    )
    assert freed.case.deadline is not None
    assert freed.case.deadline.is_open
    assert freed.case.deadline.under == UnderRelief("relief-1", date(2020, 4, 30), open=True)


def test_reliefs_are_counted_by_the_service_in_open_cases_only() -> None:
    given(s.READY_FOR_PICKUP).when(COUNT, by=s.LEADER, on=MONDAY).then_refused(NotPermitted)
    counted(given(s.REFUSED), OPEN).then_refused(NotAtThisStage)
