"""Days on hold are not counted, for any clock on which a case waits."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.case.deadlines.refusals import DeadlineNotPassed
from domain.case.deadlines.timers import timer
from domain.case.delivery.commands import ChangeToPost, HandToPost
from domain.case.grounds import Hold
from domain.case.intake.commands import RequestCorrection, SupplyCorrection
from domain.case.intake.events import (
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
)
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.message import PassDeadline
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT
from tests.unit.case.given import Given, given, morning
from tests.unit.case.held import MONDAY, OVER, TO_CORRECT, TUESDAY, moved, released_on, set_on


@pytest.mark.parametrize(
    ("history", "clock", "old", "new"),
    [
        (s.UNPAID, Clock.PAY_HOLD, date(2020, 3, 3), date(2020, 4, 1)),
        (TO_CORRECT, Clock.CORRECTION_REPLY, date(2020, 3, 24), date(2020, 4, 23)),
        (s.APPROVED, Clock.DELIVER_10, date(2020, 3, 19), date(2020, 4, 20)),
        (s.IN_PRODUCTION, Clock.DELIVER_10, date(2020, 3, 19), date(2020, 4, 20)),
        (s.READY_TO_SEND, Clock.POST_HANDOVER, s.POSTED_ON, date(2020, 4, 8)),
        (s.IN_POST, Clock.POST_TRANSIT, date(2020, 3, 12), date(2020, 4, 10)),
        (s.RETURNED, Clock.RETURN_HOLD, date(2020, 6, 9), date(2020, 7, 8)),
        (s.READY_FOR_PICKUP, Clock.PICKUP_HOLD, date(2020, 4, 6), date(2020, 5, 5)),
    ],
)
def test_every_deadline_moves_by_the_days_on_hold(
    history: tuple[CaseEvent, ...], clock: Clock, old: date, new: date
) -> None:
    held = set_on(MONDAY, given(history))
    result = released_on(date(2020, 3, 31), held).then(
        OVER, moved(clock, old, new, since=date(2020, 3, 31))
    )
    assert result.case.deadline
    assert (result.case.deadline.on, result.case.resting_since) == (new, None)


def test_a_correction_lapses_neither_during_the_relief_nor_on_its_last_day() -> None:
    asked_on = date(2020, 2, 10)
    asked = given(s.SUBMITTED).when(RequestCorrection(defects=(DEFECT,)), by=s.CLERK, on=asked_on)
    held = set_on(date(2020, 2, 12), Given(asked.case))
    end = date(2020, 3, 12)
    released = released_on(end, held).then(
        OVER, moved(Clock.CORRECTION_REPLY, date(2020, 3, 2), date(2020, 3, 31), since=end)
    )
    assert timer(released.case) is not None
    Given(released.case).when(
        PassDeadline(clock=Clock.CORRECTION_REPLY), by=s.TIMEKEEPER, on=morning(end)
    ).then_refused(DeadlineNotPassed)
    supplied = Given(released.case).when(
        SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=end
    )
    assert supplied.case.stage is Stage.SUBMITTED


def test_acceptance_and_deemed_acceptance_move_together() -> None:
    held = set_on(MONDAY, given(s.SUBMITTED))
    released_on(date(2020, 3, 31), held).then(
        OVER,
        moved(Clock.ACCEPT_1, date(2020, 3, 3), date(2020, 4, 1), since=date(2020, 3, 31)),
        moved(Clock.CORRECTION_NOTICE, date(2020, 3, 9), date(2020, 4, 8), since=date(2020, 3, 31)),
    )


def test_days_on_hold_before_acceptance_are_no_days_of_the_decision_either() -> None:
    """Dated to the submission, with as many working days as anybody has."""
    held = set_on(TUESDAY, given(s.SUBMITTED))
    case = released_on(date(2020, 5, 29), held).case
    assert case.deemed_on == date(2020, 6, 4)
    Given(case).when(
        PassDeadline(clock=Clock.CORRECTION_NOTICE),
        by=s.TIMEKEEPER,
        on=end_of_day(date(2020, 6, 4)),
    ).then(DeemedAccepted(accepted_on=s.SUBMITTED_ON, decide_by=date(2020, 6, 18)))


def test_a_deadline_that_begins_under_a_hold_has_all_its_days_left() -> None:
    held = set_on(MONDAY, given(TO_CORRECT))
    supplied = held.when(SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=TUESDAY)
    assert timer(supplied.case) is None
    released_on(date(2020, 3, 31), Given(supplied.case)).then(
        OVER,
        moved(Clock.ACCEPT_1, date(2020, 3, 4), date(2020, 4, 1), since=date(2020, 3, 31)),
        moved(
            Clock.CORRECTION_NOTICE, date(2020, 3, 10), date(2020, 4, 8), since=date(2020, 3, 31)
        ),
    )


def test_a_parcel_posted_under_a_hold_has_all_its_days_left() -> None:
    held = set_on(MONDAY, given(s.READY_TO_SEND))
    posted = held.when(HandToPost(item_no=s.ITEM), by=s.CLERK, on=TUESDAY)
    released_on(date(2020, 3, 31), Given(posted.case)).then(
        OVER, moved(Clock.POST_TRANSIT, date(2020, 3, 6), date(2020, 4, 3), since=date(2020, 3, 31))
    )


def test_a_hold_within_one_day_moves_nothing_but_a_term_of_hours() -> None:
    for history in (TO_CORRECT, s.RETURNED, s.APPROVED):
        noon = datetime(2020, 3, 10, 4, tzinfo=UTC)
        released_on(noon, set_on(date(2020, 3, 10), given(history))).then(OVER)
    unpaid = set_on(datetime(2020, 3, 3, 1, tzinfo=UTC), given(s.UNPAID))
    released_on(datetime(2020, 3, 3, 9, tzinfo=UTC), unpaid).then(
        OVER, moved(Clock.PAY_HOLD, date(2020, 3, 3), date(2020, 3, 4), since=date(2020, 3, 3))
    )


def test_a_case_is_held_until_the_last_ground_is_gone() -> None:
    held = set_on(TUESDAY, set_on(MONDAY, given(TO_CORRECT)), Hold.AWAITING_CHECK)
    first = released_on(date(2020, 3, 9), held).then(OVER)
    assert timer(first.case) is None
    released_on(date(2020, 3, 31), Given(first.case), Hold.AWAITING_CHECK).then(
        HoldReleased(kind=Hold.AWAITING_CHECK),
        moved(
            Clock.CORRECTION_REPLY,
            date(2020, 3, 24),
            date(2020, 4, 23),
            Hold.AWAITING_CHECK,
            since=date(2020, 3, 31),
        ),
    )


def test_a_hold_is_lifted_by_its_own_decision_and_rests_until_the_last() -> None:
    first, second = (SetHold(kind=Hold.RELIEF, basis=basis) for basis in ("first", "second"))
    held = Given(given(TO_CORRECT).when(first, by=s.LEADER, on=MONDAY).case)
    held.when(first, by=s.LEADER, on=TUESDAY).then_nothing()
    held = Given(held.when(second, by=s.LEADER, on=date(2020, 3, 9)).case)
    released_on(date(2020, 3, 16), held).then_nothing()
    lift = ReleaseHold(kind=Hold.RELIEF, basis="first")
    lifted = held.when(lift, by=s.LEADER, on=date(2020, 3, 16)).then(
        HoldReleased(kind=Hold.RELIEF, basis="first", still_held=True)
    )
    assert timer(lifted.case) is None
    last = ReleaseHold(kind=Hold.RELIEF, basis="second")
    Given(lifted.case).when(last, by=s.LEADER, on=date(2020, 3, 31)).then(
        HoldReleased(kind=Hold.RELIEF, basis="second"),
        moved(
            Clock.CORRECTION_REPLY, date(2020, 3, 24), date(2020, 4, 23), since=date(2020, 3, 31)
        ),
    )


def test_the_office_s_own_affair_stops_what_the_citizen_must_do_alone() -> None:
    for kind in (Hold.OFFICE_SUSPENDED, Hold.SYSTEM_DOWN):
        held = set_on(MONDAY, given(TO_CORRECT), kind)
        released_on(date(2020, 3, 31), held, kind).then(
            HoldReleased(kind=kind),
            moved(
                Clock.CORRECTION_REPLY,
                date(2020, 3, 24),
                date(2020, 4, 23),
                kind,
                since=date(2020, 3, 31),
            ),
        )
        held = set_on(MONDAY, given(s.SUBMITTED), kind)
        assert timer(held.case) is not None
        released_on(date(2020, 3, 31), held, kind).then(HoldReleased(kind=kind))


def test_a_document_posted_because_its_outlet_is_closed_is_posted_in_time() -> None:
    held = set_on(MONDAY, given(s.READY_FOR_PICKUP), Hold.OFFICE_SUSPENDED)
    to_post = ChangeToPost(sealed={"delivery": "pii1.new"}, destination_region="410105")
    case = held.when(to_post, by=s.CITIZEN, on=TUESDAY).case
    released_on(date(2020, 3, 31), Given(case), Hold.OFFICE_SUSPENDED).then(
        HoldReleased(kind=Hold.OFFICE_SUSPENDED)
    )


def test_the_period_of_what_waits_at_a_closed_outlet_begins_anew() -> None:
    held = set_on(date(2020, 4, 6), given(s.READY_FOR_PICKUP), Hold.OFFICE_SUSPENDED)
    relieved = set_on(date(2020, 4, 20), held)
    opened = released_on(date(2020, 5, 6), relieved, Hold.OFFICE_SUSPENDED)
    opened.then(HoldReleased(kind=Hold.OFFICE_SUSPENDED))
    released_on(date(2020, 6, 1), Given(opened.case)).then(
        OVER, moved(Clock.PICKUP_HOLD, date(2020, 4, 6), date(2020, 7, 1), since=date(2020, 6, 1))
    )


def test_a_period_that_begins_anew_is_never_shorter_than_it_was() -> None:
    later = moved(Clock.PICKUP_HOLD, date(2020, 4, 6), date(2020, 9, 30), since=date(2020, 4, 6))
    held = set_on(date(2020, 4, 6), given(s.READY_FOR_PICKUP, later), Hold.OFFICE_SUSPENDED)
    released_on(date(2020, 6, 1), held, Hold.OFFICE_SUSPENDED).then(
        HoldReleased(kind=Hold.OFFICE_SUSPENDED)
    )


def test_a_history_that_does_not_say_since_when_it_rests_has_all_days_left() -> None:
    held = given(TO_CORRECT, HoldSet(kind=Hold.RELIEF))
    released_on(date(2020, 3, 31), held).then(
        OVER,
        moved(
            Clock.CORRECTION_REPLY, date(2020, 3, 24), date(2020, 4, 22), since=date(2020, 3, 31)
        ),
    )


@pytest.mark.parametrize("history", [s.IN_REVIEW, s.DELIVERED])
def test_what_waits_for_nothing_moves_nothing(history: tuple[CaseEvent, ...]) -> None:
    held = set_on(MONDAY, given(history), Hold.SYSTEM_DOWN)
    released_on(date(2020, 3, 31), held, Hold.SYSTEM_DOWN).then(HoldReleased(kind=Hold.SYSTEM_DOWN))


def test_corrected_papers_start_the_five_days_and_the_term() -> None:
    """Submitted on 3 February, corrected on the 27th; then the office says nothing."""
    submitted = (
        s.plate_submission(submitted_on=date(2020, 2, 3)),
        replace(s.SUBMITTED[1], received_on=date(2020, 2, 3)),
        CorrectionRequested(defects=(DEFECT,), reply_by=date(2020, 2, 28)),
    )
    supplied = given(submitted).when(
        SupplyCorrection(papers=(s.NEW_PAPER,)), by=s.CITIZEN, on=date(2020, 2, 27)
    )
    supplied.then(
        CorrectionSupplied(
            stage=Stage.SUBMITTED,
            papers=(s.NEW_PAPER,),
            accept_by=date(2020, 2, 28),
            correction_notice_by=date(2020, 3, 5),
            received_on=date(2020, 2, 27),
        )
    )
    Given(supplied.case).when(
        PassDeadline(clock=Clock.CORRECTION_NOTICE),
        by=s.TIMEKEEPER,
        on=end_of_day(date(2020, 3, 5)),
    ).then(DeemedAccepted(accepted_on=date(2020, 2, 27), decide_by=date(2020, 3, 19)))
