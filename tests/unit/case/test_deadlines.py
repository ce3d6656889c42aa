"""What happens when nobody acts: never early, never under a hold."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar import end_of_day
from domain.case.deadlines.days import days
from domain.case.deadlines.events import CaseLapsed
from domain.case.deadlines.refusals import DeadlineNotPassed
from domain.case.deadlines.timers import timer
from domain.case.delivery.events import PickupExpired
from domain.case.grounds import Hold
from domain.case.intake.events import (
    CorrectionExpired,
    CorrectionRequested,
    DeemedAccepted,
    Defect,
    MovedToOnSite,
    PaymentExpired,
)
from domain.case.intake.reasons import DefectCode, OnSiteReason
from domain.case.overlays.events import CaseWithdrawn, HoldSet
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.message import PassDeadline
from domain.refusal import NotAtThisStage, NotPermitted
from domain.timer import Timer
from tests.unit.case import situations as s
from tests.unit.case.given import given

TO_CORRECT = (
    *s.SUBMITTED,
    CorrectionRequested(
        defects=(Defect("id_back", DefectCode.BAD_PHOTO),), reply_by=date(2020, 3, 24)
    ),
)


EVERYTHING = s.FEE + s.POSTAGE
RUNNING: list[tuple[tuple[CaseEvent, ...], Clock, datetime, CaseEvent]] = [
    (
        s.UNPAID,
        Clock.PAY_HOLD,
        s.PAY_BY,
        PaymentExpired(reconsider_by=date(2020, 5, 2), sue_by=date(2020, 9, 3)),
    ),
    (
        s.SUBMITTED,
        Clock.CORRECTION_NOTICE,
        end_of_day(date(2020, 3, 9)),
        DeemedAccepted(accepted_on=s.SUBMITTED_ON, decide_by=date(2020, 3, 23)),
    ),
    (
        TO_CORRECT,
        Clock.CORRECTION_REPLY,
        end_of_day(date(2020, 3, 24)),
        CorrectionExpired(
            refund_fen=EVERYTHING, reconsider_by=date(2020, 5, 24), sue_by=date(2020, 9, 25)
        ),
    ),
    (
        s.READY_FOR_PICKUP,
        Clock.PICKUP_HOLD,
        end_of_day(date(2020, 4, 6)),
        PickupExpired(reconsider_by=date(2020, 6, 6), sue_by=date(2020, 10, 7)),
    ),
    (
        s.RETURNED,
        Clock.RETURN_HOLD,
        end_of_day(date(2020, 6, 9)),
        CaseLapsed(clock="RETURN_HOLD", reconsider_by=date(2020, 8, 9), sue_by=date(2020, 12, 10)),
    ),
]
each_running = pytest.mark.parametrize(("history", "clock", "at", "then"), RUNNING)


@each_running
def test_a_deadline_passes_at_its_instant_and_not_before(
    history: tuple[CaseEvent, ...], clock: Clock, at: datetime, then: CaseEvent
) -> None:
    command = PassDeadline(clock=clock)
    early = at - timedelta(microseconds=1)
    given(history).when(command, by=s.TIMEKEEPER, on=early).then_refused(
        DeadlineNotPassed, clock=clock
    )
    given(history).when(command, by=s.TIMEKEEPER, on=at).then(then)


@each_running
def test_the_timer_says_when(
    history: tuple[CaseEvent, ...], clock: Clock, at: datetime, then: CaseEvent
) -> None:
    del then
    assert timer(given(history).case) == Timer(clock, at)


@each_running
def test_no_timer_runs_under_a_relief(
    history: tuple[CaseEvent, ...], clock: Clock, at: datetime, then: CaseEvent
) -> None:
    del then
    held = given(history, HoldSet(kind=Hold.RELIEF))
    assert timer(held.case) is None
    held.when(PassDeadline(clock=clock), by=s.TIMEKEEPER, on=at).then_refused(DeadlineNotPassed)


@pytest.mark.parametrize("hold", Hold)
@pytest.mark.parametrize("history", [s.UNPAID, TO_CORRECT, s.READY_FOR_PICKUP, s.RETURNED])
def test_nothing_runs_out_for_a_citizen_whose_case_is_held(
    history: tuple[CaseEvent, ...], hold: Hold
) -> None:
    assert timer(given(history, HoldSet(kind=hold)).case) is None


@pytest.mark.parametrize("hold", [Hold.OFFICE_SUSPENDED, Hold.SYSTEM_DOWN])
def test_what_is_the_office_s_own_affair_puts_no_acceptance_off(hold: Hold) -> None:
    assert timer(given(s.SUBMITTED, HoldSet(kind=hold)).case) is not None


@pytest.mark.parametrize(
    "history",
    [
        (),
        (*s.SUBMITTED, MovedToOnSite(reason=OnSiteReason.PHOTO)),
        s.ACCEPTED,
        s.IN_REVIEW,
        s.APPROVED,
        s.READY_TO_SEND,
        s.IN_POST,
        s.COMPLETED,
    ],
)
def test_late_work_of_the_office_or_the_post_ends_no_case(
    history: tuple[CaseEvent, ...],
) -> None:
    assert timer(given(history).case) is None


def test_another_deadline_than_the_running_one_does_not_pass() -> None:
    given(s.RETURNED).when(
        PassDeadline(clock=Clock.PICKUP_HOLD), by=s.TIMEKEEPER, on=date(2021, 1, 4)
    ).then_refused(DeadlineNotPassed, clock="PICKUP_HOLD")


def test_a_case_under_way_has_no_deadline_to_pass() -> None:
    given(s.IN_POST).when(
        PassDeadline(clock=Clock.POST_TRANSIT), by=s.TIMEKEEPER, on=date(2021, 1, 4)
    ).then_refused(NotAtThisStage)


def test_only_the_service_itself_passes_deadlines() -> None:
    given(s.UNPAID).when(
        PassDeadline(clock=Clock.PAY_HOLD), by=s.LEADER, on=date(2021, 1, 4)
    ).then_refused(NotPermitted)


def test_a_case_that_nobody_answered_counts_from_its_submission() -> None:
    case = given(s.SUBMITTED, RUNNING[1][3]).case
    assert (case.stage, case.accepted_on) == (Stage.ACCEPTED, s.SUBMITTED_ON)
    assert case.accepted_by is None


@pytest.mark.parametrize(
    "left",
    [
        s.NOT_ACCEPTED[len(s.SUBMITTED) :],
        (CaseWithdrawn(),),
        (MovedToOnSite(reason=OnSiteReason.SUSPICION),),
    ],
)
def test_a_case_waits_for_a_notice_of_what_to_correct_only_until_the_office_acts(
    left: tuple[CaseEvent, ...],
) -> None:
    assert Clock.CORRECTION_NOTICE in days(given(s.SUBMITTED).case)
    assert days(given(s.SUBMITTED, *left).case) == {}


def test_what_was_asked_to_be_corrected_is_not_deemed_accepted() -> None:
    given(TO_CORRECT).when(
        PassDeadline(clock=Clock.CORRECTION_NOTICE),
        by=s.TIMEKEEPER,
        on=datetime(2020, 3, 12, tzinfo=UTC),
    ).then_refused(DeadlineNotPassed)


def test_nothing_expires_at_an_outlet_that_is_suspended() -> None:
    case = (
        given(s.READY_FOR_PICKUP)
        .when(
            PassDeadline(clock=Clock.PICKUP_HOLD),
            by=s.TIMEKEEPER,
            on=date(2020, 4, 7),
            closed=[s.BRANCH],
        )
        .then(HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="410100-2"))
        .case
    )
    assert case.stage is Stage.READY_FOR_PICKUP
    assert timer(case) is None
