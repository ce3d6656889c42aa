"""The day people are told to expect, read off the events alone."""

from datetime import date

import pytest

from domain.case.case import CASE
from domain.case.deadlines.due import Due, due_after
from domain.case.deadlines.events import ClockRestarted, ClockStopped, DeadlineExtended
from domain.case.grounds import Hold, StopReason
from domain.case.intake.events import (
    CorrectionRequested,
    Defect,
    MovedToOnSite,
    OnSiteVisitRecorded,
)
from domain.case.intake.reasons import DefectCode, OnSiteReason
from domain.case.overlays.events import HoldSet
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from tests.unit.case import situations as s


def due(*history: CaseEvent) -> Due | None:
    expected: Due | None = None
    stage = Stage.NEW
    for event in history:
        after = CASE.stage_after(stage, event)
        expected = due_after(expected, stage, after, event)
        stage = after
    return expected


STOPPED = ClockStopped(reason=StopReason.RELIEF, days_left=6)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (s.UNPAID, Due(Clock.PAY_HOLD, date(2020, 3, 3))),
        (s.SUBMITTED, Due(Clock.ACCEPT_1, date(2020, 3, 3))),
        (s.TO_COLLECT[:1], Due(Clock.ACCEPT_1, date(2020, 3, 3))),
        (s.ACCEPTED, Due(Clock.DECIDE, s.DECIDE_BY)),
        (s.CHECKED, Due(Clock.DECIDE, s.DECIDE_BY)),
        (s.IN_PRODUCTION, Due(Clock.DELIVER_10, date(2020, 3, 19))),
        (s.READY_TO_SEND, Due(Clock.POST_HANDOVER, s.POSTED_ON)),
        (s.IN_POST, Due(Clock.POST_TRANSIT, date(2020, 3, 12))),
        (s.RETURNED, Due(Clock.RETURN_HOLD, date(2020, 6, 9))),
        (s.READY_FOR_PICKUP, Due(Clock.PICKUP_HOLD, date(2020, 4, 6))),
        (s.COMPLETED, None),
        (s.REFUSED, None),
        (s.CONTACT_COMPLETED, None),
    ],
)
def test_every_stage_has_its_day(history: tuple[CaseEvent, ...], expected: Due | None) -> None:
    assert due(*history) == expected


def test_what_was_not_approved_in_time_is_still_expected_on_the_same_day() -> None:
    assert due(*s.ACCEPTED, HoldSet(kind=Hold.SYSTEM_DOWN)) == due(*s.ACCEPTED)


def test_while_the_clock_rests_there_is_no_day_to_expect() -> None:
    assert due(*s.IN_REVIEW, HoldSet(kind=Hold.RELIEF), STOPPED) is None


def test_while_papers_are_corrected_their_day_is_expected() -> None:
    requested = CorrectionRequested(
        defects=(Defect("id_back", DefectCode.MISSING),), reply_by=date(2020, 3, 24)
    )
    expected = Due(Clock.CORRECTION_REPLY, date(2020, 3, 24))
    assert due(*s.ACCEPTED, requested, STOPPED) == expected


def test_a_restarted_clock_has_its_day_again() -> None:
    moved = MovedToOnSite(reason=OnSiteReason.PHOTO)
    visit = OnSiteVisitRecorded(officer="third")
    restarted = ClockRestarted(decide_by=date(2020, 4, 3))
    assert due(*s.ACCEPTED, moved, STOPPED) is None
    assert due(*s.ACCEPTED, moved, STOPPED, visit, restarted) == Due(Clock.DECIDE, date(2020, 4, 3))


def test_a_relief_moves_the_day() -> None:
    extended = DeadlineExtended(
        clock="RETURN_HOLD", old=date(2020, 6, 9), new=date(2020, 9, 30), relief="epidemic-2020"
    )
    assert due(*s.RETURNED, extended) == Due("RETURN_HOLD", date(2020, 9, 30))
