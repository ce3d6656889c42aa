"""What is counted of a case, on which day, for which office."""

from collections import Counter
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from domain.case.deadlines.events import ClockRestarted, ClockStopped, DeadlineExtended
from domain.case.grounds import GreenKind, StopReason
from domain.case.intake.events import CaseAccepted, DeemedAccepted, PaymentExpired
from domain.case.overlays.events import (
    CaseTransferred,
    CaseWithdrawn,
    GreenChannelGranted,
    WithdrawalRequested,
)
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.events import CaseApproved
from domain.case.vocabulary import CaseEvent
from domain.offices.transfer_reason import TransferReason
from projections.throughput.contribution import contribution
from projections.throughput.fold import fold
from projections.throughput.measures import (
    CHANGING,
    DELIVERED_FIRST_POST,
    DUE,
    WAITING,
)
from tests.unit.case import situations as s
from tests.unit.case.test_correction import REQUESTED, SUPPLIED
from tests.unit.projections.counted import buckets, measured, sums
from tests.unit.projections.recording import folded, record

FIRST = s.SUBMITTED_ON
TENTH = date(2020, 3, 10)

HOURS_A_DAY = 8
"""8:30 to 12:00 and 13:00 to 17:30."""


def test_a_submission_is_counted_and_is_open_where_it_stands() -> None:
    row = folded(fold, s.UNPAID)
    assert measured(row) == {"submitted": FIRST}
    assert sums(row)[FIRST, "held:payment_pending"] == sums(row)[FIRST, WAITING] == 1
    (key, *_) = contribution(row)
    assert key[1:5] == (s.ZHENGZHOU, "plate_reissue", "online_app", False)


def test_a_case_is_in_hand_where_it_came_until_it_leaves() -> None:
    moved = folded(fold, s.SUBMITTED, (TENTH, s.ACCEPTED_EVENT))
    assert sums(moved)[FIRST, "held:submitted"] == 1
    assert sums(moved)[TENTH, "held:submitted"] == -1
    assert sums(moved)[TENTH, "held:accepted"] == 1
    assert sums(moved)[FIRST, WAITING] == 1


def test_a_case_in_hand_is_counted_on_the_day_that_is_waited_for() -> None:
    assert sums(folded(fold, s.ACCEPTED))[s.DECIDE_BY, DUE] == 1
    assert not [name for _, name in sums(folded(fold, s.COMPLETED)) if name in {DUE, WAITING}]


def test_a_whole_case_is_counted_step_by_step() -> None:
    row = folded(fold, s.COMPLETED)
    assert measured(row).keys() == {
        "submitted",
        "accepted",
        "accepted_on_time",
        "decided",
        "decided_on_time",
        "handed_over",
        "delivered",
        "completed",
    }
    assert sums(row)[FIRST, DELIVERED_FIRST_POST] == 1
    assert buckets(row) == {"handle", "production", "handover", "transit", "turnaround"}


@pytest.mark.parametrize(
    ("history", "ended"),
    [
        ((*s.UNPAID, PaymentExpired()), "lapsed"),
        ((*s.SUBMITTED, CaseWithdrawn()), "withdrawn"),
        (s.NOT_ACCEPTED, "not_accepted"),
        (s.REFUSED, "refused"),
        (s.CONTACT_COMPLETED, "completed"),
    ],
)
def test_every_end_has_its_count(history: tuple[CaseEvent, ...], ended: str) -> None:
    row = folded(fold, history[:-1], (TENTH, history[-1]))
    assert measured(row)[ended] == TENTH
    assert ("turnaround" in buckets(row)) is (ended == "completed")


def test_an_acceptance_is_in_time_until_its_day() -> None:
    in_time = folded(fold, s.SUBMITTED, (date(2020, 3, 3), s.ACCEPTED_EVENT))
    assert "accepted_on_time" in measured(in_time)
    late = CaseAccepted(officer="clerk", accepted_on=date(2020, 3, 4), decide_by=s.DECIDE_BY)
    assert "accepted_on_time" not in measured(folded(fold, s.SUBMITTED, (date(2020, 3, 4), late)))


def test_a_relief_moves_the_day_of_acceptance() -> None:
    relief = DeadlineExtended(
        clock="ACCEPT_1", old=date(2020, 3, 3), new=TENTH, relief="epidemic-2020"
    )
    late = CaseAccepted(officer="clerk", accepted_on=TENTH, decide_by=s.DECIDE_BY)
    assert "accepted_on_time" in measured(folded(fold, s.SUBMITTED, (FIRST, relief), (TENTH, late)))


def test_a_case_that_was_deemed_accepted_was_accepted_late() -> None:
    deemed = DeemedAccepted(accepted_on=FIRST, decide_by=s.DECIDE_BY)
    row = folded(fold, s.SUBMITTED, (TENTH, deemed))
    assert measured(row)["accepted"] == TENTH
    assert "accepted_on_time" not in measured(row)


def approved(on: date) -> tuple[date, CaseEvent]:
    return on, CaseApproved(officer="reviewer", decided_on=on)


LATE = s.DECIDE_BY + timedelta(days=1)
RESTING = ClockStopped(reason=StopReason.RELIEF, days_left=3)


@pytest.mark.parametrize(
    ("meanwhile", "on_time"),
    [
        ([], False),
        ([ClockRestarted(decide_by=LATE)], True),
        ([RESTING], True),
        ([RESTING, ClockRestarted(decide_by=s.DECIDE_BY)], False),
        ([ClockStopped(reason=StopReason.RELIEF, days_left=0)], True),
        ([ClockStopped(reason=StopReason.RELIEF, days_left=-1)], False),
        (
            [DeadlineExtended(clock="DECIDE", old=s.DECIDE_BY, new=LATE, relief="epidemic-2020")],
            True,
        ),
    ],
    ids=[
        "late",
        "restarted",
        "at rest",
        "at rest and late",
        "stopped on the day",
        "stopped late",
        "relieved",
    ],
)
def test_a_decision_is_in_time_by_the_clock_that_runs(
    meanwhile: list[CaseEvent], on_time: bool
) -> None:
    row = folded(fold, (*s.CHECKED, *meanwhile), approved(LATE))
    assert measured(row)["decided"] == LATE
    assert ("decided_on_time" in measured(row)) is on_time


def test_a_refusal_is_a_decision_against() -> None:
    assert "decided_against" in measured(folded(fold, s.REFUSED))
    assert "decided_against" not in measured(folded(fold, s.APPROVED))


def test_a_correction_gives_the_acceptance_a_new_day() -> None:
    corrected = folded(fold, (*s.SUBMITTED, REQUESTED, SUPPLIED))
    assert corrected.so_far.accept_by == SUPPLIED.accept_by


def reopened(accepted_on: date) -> CaseReopened:
    return CaseReopened(
        cause=ReopeningCause.OWN_CORRECTION, accepted_on=accepted_on, decide_by=LATE
    )


def test_a_reopened_case_keeps_its_earlier_decision_on_its_day() -> None:
    before = folded(fold, s.REFUSED)
    after = folded(fold, s.REFUSED, (TENTH, reopened(s.ACCEPTED_ON)))
    for name in ("decided", "decided_against", "refused"):
        assert sums(after)[FIRST, name] == sums(before)[FIRST, name] == 1
    assert sums(after)[TENTH, "held:accepted"] == 1


def test_a_case_that_was_wrongly_not_accepted_was_accepted_late() -> None:
    row = folded(fold, s.NOT_ACCEPTED, (TENTH, reopened(TENTH)))
    assert measured(row)["accepted"] == TENTH
    assert "accepted_on_time" not in measured(row)


def test_what_happened_stays_with_the_office_and_the_priority_that_held_then() -> None:
    moved = CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.COUNTY, reason=TransferReason.LOAD)
    green = GreenChannelGranted(kind=GreenKind.AMBULANCE)
    before = contribution(folded(fold, s.APPROVED))
    after = contribution(folded(fold, s.APPROVED, (TENTH, moved), (TENTH, green)))
    kept = {key: value for key, value in before.items() if key[-1] not in CHANGING}
    assert kept.items() <= after.items()
    assert {(key[1], key[4]) for key in kept} == {(s.ZHENGZHOU, False)}
    present = {(key[1], key[4]) for key in after if key[-1] in {WAITING, DUE}}
    assert present == {(s.COUNTY, True)}


def test_handling_takes_the_working_hours_of_the_office() -> None:
    """From Monday ten o'clock to Friday ten o'clock: four days of the office."""
    accepted = CaseAccepted(
        officer="clerk", accepted_on=date(2020, 3, 2), decide_by=date(2020, 3, 23)
    )
    row = folded(fold, s.SUBMITTED, (date(2020, 3, 2), accepted), approved(date(2020, 3, 6)))
    assert sums(row)[date(2020, 3, 6), "handle_seconds"] == 4 * HOURS_A_DAY * 3600


@pytest.mark.parametrize(("known", "days"), [(2025, 3), (2026, 2), (None, 2)])
def test_handling_is_counted_by_the_holidays_that_were_known_when_it_was_decided(
    known: int | None, days: int
) -> None:
    """From the last day of 2025, a Wednesday, to Monday: two days off, and a Sunday made up."""
    first, decided = date(2025, 12, 31), date(2026, 1, 5)
    accepted = CaseAccepted(officer="clerk", accepted_on=first, decide_by=date(2026, 1, 20))
    row = folded(fold, s.SUBMITTED, (first, accepted))
    last = record(approved(decided)[1], 9, decided)
    rules = f"henan-2020-02+holidays-{known}" if known else "henan-2020-02"
    after = fold(row, [replace(last, envelope=replace(last.envelope, rules=rules))])
    assert after
    assert sums(after)[decided, "handle_seconds"] == days * HOURS_A_DAY * 3600


def test_what_changes_nothing_gives_the_same_row() -> None:
    row = folded(fold, s.ACCEPTED)
    assert fold(row, [record(WithdrawalRequested(), 9, TENTH)]) is row


def test_a_case_whose_beginning_was_not_seen_is_not_counted() -> None:
    assert fold(None, [record(s.ACCEPTED_EVENT, 2, FIRST)]) is None


def test_the_difference_of_every_step_adds_up_to_the_whole() -> None:
    sums: Counter[tuple[object, ...]] = Counter()
    row = None
    for version, event in enumerate(s.COMPLETED, start=1):
        before = row
        row = fold(row, [record(event, version, FIRST)])
        assert row is not None
        sums.update(contribution(row))
        if before:
            sums.subtract(contribution(before))
    assert row is not None
    assert {key: value for key, value in sums.items() if value} == contribution(row)
