"""The deadlines, by worked examples of February 2020."""

from datetime import UTC, date, datetime

import pytest

from domain.calendar import Calendar
from domain.clocks.case import decide_by, pay_until
from domain.clocks.clock import Clock
from domain.clocks.cycles import Window, cycle_end_from, window_after
from domain.clocks.exams import LearnerGroup, bookable_from
from domain.clocks.fines import additional_penalty, fine_due
from domain.clocks.plates import TemporaryUse, reserved_until, temporary_until
from domain.clocks.post import Reach, expected_by
from domain.clocks.remedies import suit_after_reconsideration_by
from domain.clocks.table import TERMS, due
from domain.dated import NoRuleInForce

CALENDAR = Calendar()
TODAY = date(2020, 2, 24)


def _due(clock: Clock, start: date) -> date:
    return due(clock, start, judged_on=TODAY, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("clock", "start", "end"),
    [
        (Clock.ACCEPT_1, date(2020, 2, 21), date(2020, 2, 24)),
        (Clock.ACCEPT_1, date(2020, 1, 23), date(2020, 2, 3)),
        (Clock.CORRECTION_NOTICE, date(2020, 2, 24), date(2020, 3, 2)),
        (Clock.CORRECTION_REPLY, date(2020, 2, 24), date(2020, 3, 16)),
        (Clock.DELIVER_10, date(2020, 2, 24), date(2020, 3, 9)),
        (Clock.POST_HANDOVER, date(2020, 2, 28), date(2020, 3, 2)),
        (Clock.PICKUP_HOLD, date(2020, 1, 31), date(2020, 2, 29)),
        (Clock.RETURN_HOLD, date(2020, 2, 24), date(2020, 5, 24)),
        (Clock.RECON_APPLY, date(2020, 2, 24), date(2020, 4, 24)),
        (Clock.SUIT, date(2020, 2, 24), date(2020, 8, 24)),
        (Clock.TEMP_PLATE_REISSUE, date(2020, 2, 24), date(2020, 3, 10)),
    ],
)
def test_the_clocks_of_a_case(clock: Clock, start: date, end: date) -> None:
    assert _due(clock, start) == end


def test_a_service_says_in_how_many_working_days_it_decides() -> None:
    assert decide_by(date(2020, 1, 17), 15, CALENDAR) == date(2020, 2, 14)
    assert decide_by(date(2020, 2, 21), 1, CALENDAR) == date(2020, 2, 24)


def test_an_unpaid_case_is_held_for_a_day_and_night() -> None:
    ordered_at = datetime(2020, 2, 24, 2, 30, tzinfo=UTC)
    assert pay_until(ordered_at, judged_on=TODAY) == datetime(2020, 2, 25, 2, 30, tzinfo=UTC)


def test_a_parcel_has_longer_through_the_province_than_in_the_city() -> None:
    def until(reach: Reach) -> date:
        return expected_by(TODAY, reach, judged_on=TODAY, calendar=CALENDAR)

    assert until(Reach.CITY) == date(2020, 2, 27)
    assert until(Reach.PROVINCE) == date(2020, 2, 29)


def test_a_lawsuit_follows_a_reconsideration_within_fifteen_days() -> None:
    received_on = date(2020, 4, 20)
    by = suit_after_reconsideration_by(received_on, judged_on=received_on, calendar=CALENDAR)
    assert by == date(2020, 5, 5)


def test_the_anniversary_itself_still_belongs_to_the_cycle() -> None:
    def end(day: date) -> date:
        return cycle_end_from(date(2012, 2, 29), day, judged_on=TODAY)

    assert end(date(2012, 2, 29)) == date(2013, 2, 28)
    assert end(date(2020, 2, 29)) == date(2020, 2, 29)
    assert end(date(2020, 3, 1)) == date(2021, 2, 28)


def test_review_and_medical_certificate_have_thirty_days_after_the_cycle() -> None:
    def window(clock: Clock, end: date) -> Window:
        return window_after(clock, end, judged_on=TODAY, calendar=CALENDAR)

    review = window(Clock.LIC_REVIEW, date(2020, 5, 20))
    assert review == Window(date(2020, 5, 21), date(2020, 6, 19))
    assert date(2020, 5, 20) not in review
    assert date(2020, 6, 19) in review
    medical = window(Clock.LIC_MEDICAL, date(2020, 1, 31))
    assert medical == Window(date(2020, 2, 1), date(2020, 3, 1))
    assert _due(Clock.LIC_CANCEL_MEDICAL, date(2020, 5, 20)) == date(2021, 5, 20)


def test_exam_intervals_before_an_exam_and_after_a_failed_one() -> None:
    def from_day(clock: Clock, group: LearnerGroup) -> date:
        permit = date(2020, 1, 10)
        return bookable_from(clock, permit, group, judged_on=TODAY, calendar=CALENDAR)

    assert from_day(Clock.SUBJ2_WAIT, LearnerGroup.SMALL) == date(2020, 1, 20)
    assert from_day(Clock.SUBJ3_WAIT, LearnerGroup.SMALL) == date(2020, 2, 9)
    assert from_day(Clock.SUBJ3_WAIT, LearnerGroup.LIGHT) == date(2020, 1, 30)
    assert from_day(Clock.SUBJ2_WAIT, LearnerGroup.LARGE) == date(2020, 1, 30)
    assert from_day(Clock.SUBJ3_WAIT, LearnerGroup.LARGE) == date(2020, 2, 19)
    assert _due(Clock.RETEST_WAIT, date(2020, 1, 15)) == date(2020, 1, 25)


@pytest.mark.parametrize(
    ("working_days", "until"),
    [(3, date(2020, 1, 23)), (5, date(2020, 2, 4)), (15, date(2020, 2, 18))],
    ids=["Preselection, 3 days", "Preselection, 5 days", "Preselection, 15 days"],
)
def test_a_reserved_number_is_held_for_the_days_of_the_region(
    working_days: int, until: date
) -> None:
    assert reserved_until(date(2020, 1, 20), working_days, CALENDAR) == until


@pytest.mark.parametrize(
    ("use", "judged_on", "until"),
    [
        (TemporaryUse.WITHIN, TODAY, date(2020, 3, 10)),
        (TemporaryUse.ACROSS, TODAY, date(2020, 3, 25)),
        (TemporaryUse.TEST, TODAY, date(2020, 5, 24)),
        (TemporaryUse.SPECIAL, TODAY, date(2020, 5, 24)),
        (TemporaryUse.WITHIN, date(2022, 5, 1), date(2020, 3, 25)),
        (TemporaryUse.TEST, date(2022, 5, 1), date(2020, 8, 24)),
    ],
    ids=[
        "Temporary plate, 15 days",
        "Temporary plate, 30 days",
        "Temporary plate, 90 days",
        "special vehicle, 90 days",
        "since May 2022, 30 days",
        "test since May 2022, 6 months",
    ],
)
def test_a_temporary_plate_is_valid_by_its_use_and_the_order_in_force(
    use: TemporaryUse, judged_on: date, until: date
) -> None:
    assert temporary_until(TODAY, use, judged_on=judged_on, calendar=CALENDAR) == until


@pytest.mark.parametrize(
    ("received_on", "due_on"),
    [
        (date(2020, 1, 10), date(2020, 2, 3)),
        (date(2020, 4, 20), date(2020, 5, 6)),
        (date(2020, 2, 10), date(2020, 2, 25)),
    ],
    ids=["Fine due in the spring holiday", "Fine due in the May holiday", "Fine due on a workday"],
)
def test_a_fine_is_due_on_a_working_day(received_on: date, due_on: date) -> None:
    assert fine_due(received_on, judged_on=received_on, calendar=CALENDAR) == due_on


@pytest.mark.parametrize(
    ("days_late", "added"),
    [(-3, 0), (0, 0), (1, 6_00), (10, 60_00), (33, 198_00), (34, 200_00), (60, 200_00)],
    ids=lambda value: f"Additional penalty {value}",
)
def test_a_late_fine_grows_to_twice_itself_and_no_further(days_late: int, added: int) -> None:
    assert additional_penalty(200_00, days_late, judged_on=TODAY) == added


def test_before_the_law_there_was_no_clock() -> None:
    with pytest.raises(NoRuleInForce, match="LIC_CANCEL_RENEW"):
        due(
            Clock.LIC_CANCEL_RENEW,
            TODAY,
            judged_on=date(2016, 3, 31),
            calendar=CALENDAR,
        )


def test_every_rule_names_its_basis() -> None:
    assert all(rule.basis for dated in TERMS.values() for rule in dated)
