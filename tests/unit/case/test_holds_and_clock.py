"""Holds lie over the stages; the statutory clock runs exactly while the office must act."""

from datetime import date

import pytest

from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.grounds import Hold, StopReason
from domain.case.intake.commands import AcceptCase, SupplyCorrection
from domain.case.intake.events import CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.stage import Stage
from domain.case.state import Running, Stopped
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.unit.case import situations as s
from tests.unit.case.given import given, morning

MONDAY = date(2020, 3, 16)
STOPPING = [(Hold.AWAITING_CHECK, StopReason.AWAITING_CHECK), (Hold.RELIEF, StopReason.RELIEF)]


def hold(kind: Hold, on: date = MONDAY) -> HoldSet:
    return HoldSet(kind=kind, held_at=morning(on))


def stopped(reason: StopReason, days_left: int) -> ClockStopped:
    return ClockStopped(reason=reason, days_left=days_left)


@pytest.mark.parametrize(("kind", "reason"), STOPPING)
def test_waiting_for_others_stops_the_clock(kind: Hold, reason: StopReason) -> None:
    case = (
        given(s.IN_REVIEW)
        .when(SetHold(kind=kind), by=s.LEADER, on=MONDAY)
        .then(hold(kind), stopped(reason, 6))
        .case
    )
    assert case.clock == Stopped(6, s.DECIDE_BY)


@pytest.mark.parametrize("kind", [Hold.OFFICE_SUSPENDED, Hold.SYSTEM_DOWN])
def test_what_is_the_office_s_own_affair_stops_no_clock(kind: Hold) -> None:
    given(s.IN_REVIEW).when(SetHold(kind=kind), by=s.TIMEKEEPER, on=MONDAY).then(hold(kind))


def test_a_hold_is_set_once() -> None:
    given(s.IN_REVIEW, hold(Hold.SYSTEM_DOWN)).when(
        SetHold(kind=Hold.SYSTEM_DOWN), by=s.LEADER, on=MONDAY
    ).then_nothing()


def test_a_clerk_sets_no_hold() -> None:
    given(s.IN_REVIEW).when(SetHold(kind=Hold.RELIEF), by=s.CLERK, on=MONDAY).then_refused(
        NotPermitted
    )


def test_a_final_case_is_not_held() -> None:
    given(s.COMPLETED).when(SetHold(kind=Hold.RELIEF), by=s.LEADER, on=MONDAY).then_refused(
        NotAtThisStage
    )


def test_a_released_hold_starts_the_clock_where_it_stood() -> None:
    case = (
        given(s.IN_REVIEW, hold(Hold.RELIEF), stopped(StopReason.RELIEF, 6))
        .when(ReleaseHold(kind=Hold.RELIEF), by=s.LEADER, on=date(2020, 4, 1))
        .then(
            HoldReleased(kind=Hold.RELIEF),
            ClockRestarted(decide_by=date(2020, 4, 10), old=s.DECIDE_BY),
        )
        .case
    )
    assert case.clock == Running(date(2020, 4, 10))


def test_a_clock_that_ran_out_is_as_late_when_it_runs_again() -> None:
    late = date(2020, 3, 26)
    set_late = given(s.IN_REVIEW).when(SetHold(kind=Hold.RELIEF), by=s.LEADER, on=late)
    set_late.then(hold(Hold.RELIEF, late), stopped(StopReason.RELIEF, -2))
    given(s.IN_REVIEW, set_late.decided).when(
        ReleaseHold(kind=Hold.RELIEF), by=s.LEADER, on=date(2020, 4, 10)
    ).then(
        HoldReleased(kind=Hold.RELIEF),
        ClockRestarted(decide_by=date(2020, 4, 8), old=s.DECIDE_BY),
    )


def test_the_clock_rests_until_the_last_hold_is_released() -> None:
    given(
        s.IN_REVIEW,
        hold(Hold.RELIEF),
        stopped(StopReason.RELIEF, 6),
        hold(Hold.AWAITING_CHECK),
    ).when(ReleaseHold(kind=Hold.RELIEF), by=s.LEADER, on=MONDAY).then(
        HoldReleased(kind=Hold.RELIEF)
    )


def test_a_second_hold_stops_no_stopped_clock() -> None:
    given(s.IN_REVIEW, hold(Hold.RELIEF), stopped(StopReason.RELIEF, 6)).when(
        SetHold(kind=Hold.AWAITING_CHECK), by=s.LEADER, on=MONDAY
    ).then(hold(Hold.AWAITING_CHECK))


def test_nothing_is_released_that_is_not_held() -> None:
    given(s.IN_REVIEW, hold(Hold.SYSTEM_DOWN)).when(
        ReleaseHold(kind=Hold.RELIEF), by=s.LEADER, on=MONDAY
    ).then_nothing()
    given(s.IN_REVIEW).when(ReleaseHold(kind=Hold.RELIEF), by=s.LEADER, on=MONDAY).then_refused(
        NotAsThingsStand
    )


def test_a_clock_that_starts_under_a_hold_stops_at_once() -> None:
    given(s.SUBMITTED, hold(Hold.RELIEF)).when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON).then(
        s.ACCEPTED_EVENT, stopped(StopReason.RELIEF, 15)
    )


def test_a_corrected_case_goes_on_resting_under_a_hold() -> None:
    requested = CorrectionRequested(
        defects=(Defect("id_back", DefectCode.EXPIRED),), reply_by=date(2020, 3, 24)
    )
    case = (
        given(s.ACCEPTED, requested, stopped(StopReason.CORRECTION, 15), hold(Hold.RELIEF))
        .when(
            SupplyCorrection(papers=(Paper(DocumentKind.ID_BACK, f"{7:064x}"),)),
            by=s.CITIZEN,
            on=MONDAY,
        )
        .case
    )
    assert case.stage is Stage.ACCEPTED
    assert case.clock == Stopped(15, s.DECIDE_BY)


def test_a_pick_up_period_of_an_older_history_began_anew() -> None:
    released = HoldReleased(kind=Hold.OFFICE_SUSPENDED, keep_until=date(2020, 7, 1))
    case = given(s.READY_FOR_PICKUP, hold(Hold.OFFICE_SUSPENDED), released).case
    assert case.deadline is not None
    assert case.deadline.on == date(2020, 7, 1)


def test_holds_end_with_the_case() -> None:
    assert not given(s.IN_REVIEW, hold(Hold.RELIEF), s.REFUSED[-1]).case.holds
