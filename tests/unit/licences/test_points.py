"""Points of violations count in the cycle of the day on which they were decided."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass
from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.events import LicencePointsScored
from domain.licences.licence import LICENCE
from domain.register.changes import OutcomeUndone
from domain.register.licence import Cycle, LicenceRecord, LicenceState
from domain.register.licence_changes import PointsScored
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import NOW, RECORD, TODAY

RUNNING, OVER = date(2020, 6, 30), Cycle(date(2019, 6, 30), 9)
CAR = replace(RECORD, classes=(LicenceClass.C1,), cycles=(OVER,), review_due_on=None)
SCORED = PointsScored(scored_on=TODAY, points=3)


def scored(record: LicenceRecord, *changes: PointsScored) -> LicenceRecord:
    entered = decided(LICENCE, EnterLicence(record=record), [], NOW)
    command = ChangeLicence(case=CASE, changes=changes)
    return LICENCE.fold((*entered, *decided(LICENCE, command, entered, NOW))).record


def event(record: LicenceRecord, change: PointsScored = SCORED) -> LicencePointsScored:
    entered = decided(LICENCE, EnterLicence(record=record), [], NOW)
    (found,) = decided(LICENCE, ChangeLicence(case=CASE, changes=(change,)), entered, NOW)
    assert isinstance(found, LicencePointsScored)
    return found


def test_they_begin_the_running_cycle_and_leave_the_one_before() -> None:
    assert scored(CAR, SCORED).cycles == (OVER, Cycle(RUNNING, 3))


def test_they_are_added_to_those_of_the_running_cycle() -> None:
    before = replace(CAR, cycles=(OVER, Cycle(RUNNING, 6, fines_open=True)))
    assert scored(before, SCORED).cycles == (OVER, Cycle(RUNNING, 9, fines_open=True))


def test_what_was_decided_on_the_last_day_of_a_cycle_counts_in_it() -> None:
    assert event(CAR, replace(SCORED, scored_on=RUNNING)).cycle_ends_on == RUNNING
    after = replace(SCORED, scored_on=RUNNING + timedelta(days=1))
    assert event(CAR, after).cycle_ends_on == date(2021, 6, 30)


@pytest.mark.parametrize(("points", "educate_by"), [(11, None), (12, date(2020, 3, 17))])
def test_with_twelve_the_holder_has_fifteen_days_to_be_taught(
    points: int, educate_by: date | None
) -> None:
    before = replace(CAR, cycles=(Cycle(RUNNING, points - 3),))
    assert event(before).educate_by == educate_by
    found = LicenceState.OVER_SCORE in scored(before, SCORED).states
    assert found is (educate_by is not None)


def test_whoever_drives_a_lorry_is_reviewed_after_a_cycle_with_points() -> None:
    lorry = replace(CAR, classes=(LicenceClass.B2,))
    assert scored(lorry, SCORED).review_due_on == date(2020, 7, 30)
    assert scored(CAR, SCORED).review_due_on is None
    sooner = replace(lorry, review_due_on=date(2020, 4, 1))
    assert scored(sooner, SCORED).review_due_on == date(2020, 4, 1)


def test_points_go_when_the_decision_falls() -> None:
    entered = decided(LICENCE, EnterLicence(record=CAR), [], NOW)
    history = (
        *entered,
        *decided(LICENCE, ChangeLicence(case=CASE, changes=(SCORED,)), entered, NOW),
    )
    undone = ChangeLicence(case=CASE, changes=(OutcomeUndone(changes=(SCORED,)),))
    state = LICENCE.fold((*history, *decided(LICENCE, undone, history, NOW)))
    assert state.record.cycles == CAR.cycles
