"""The stretches of an application, and how they count."""

from datetime import date, timedelta

from domain.case.overlays.events import CaseWithdrawn
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from projections.expected.row import (
    OPEN_DAYS,
    PROVINCE,
    WHOLE,
    AwaitedCase,
    Ended,
    contribution,
    fold,
    is_expected,
)
from tests.unit.case import situations as s
from tests.unit.projections.recording import folded

TENTH = date(2020, 3, 10)
REOPENED = CaseReopened(
    cause=ReopeningCause.OWN_CORRECTION, accepted_on=TENTH, decide_by=date(2020, 4, 1)
)


def of_the_office(row: AwaitedCase) -> dict[tuple[str, int, str], int]:
    return {
        (what, days, ended): count
        for (_, what, place, _, days, ended), count in contribution(row).items()
        if place == s.ZHENGZHOU
    }


def test_a_submission_begins_the_whole_and_its_first_stage() -> None:
    row = folded(fold, s.CONTACT_SUBMITTED)
    assert of_the_office(row) == {
        (WHOLE, OPEN_DAYS, Ended.OPEN): 1,
        ("submitted", OPEN_DAYS, Ended.OPEN): 1,
    }
    assert {key[2] for key in contribution(row)} == {s.ZHENGZHOU, PROVINCE}


def test_a_stage_ends_when_the_next_begins() -> None:
    row = folded(fold, s.CONTACT_SUBMITTED, (TENTH, s.ACCEPTED_EVENT))
    days = (TENTH - s.SUBMITTED_ON).days
    assert of_the_office(row) == {
        (WHOLE, OPEN_DAYS, Ended.OPEN): 1,
        ("submitted", days, Ended.DONE): 1,
        ("accepted", OPEN_DAYS, Ended.OPEN): 1,
    }


def test_whoever_withdraws_was_not_served() -> None:
    row = folded(fold, s.CONTACT_SUBMITTED, (TENTH, CaseWithdrawn()))
    days = (TENTH - s.SUBMITTED_ON).days
    assert of_the_office(row) == {
        (WHOLE, days, Ended.LEFT): 1,
        ("submitted", days, Ended.LEFT): 1,
    }
    assert not row.open


def test_the_first_result_ends_the_whole_and_a_later_day_does_not_move_it() -> None:
    row = folded(fold, s.REFUSED, (TENTH + timedelta(days=30), REOPENED))
    assert row.stretches[0].ended_on is not None
    assert row.stretches[0].ended_on < TENTH + timedelta(days=30)
    assert row.open


def test_no_date_is_told_where_people_choose_the_day_themselves() -> None:
    assert is_expected("plate_reissue")
    assert is_expected("reg_new")
    assert not is_expected("inspection_booking")
    assert not is_expected("new_vehicle_preselect")
    assert not is_expected("no_such_service")
