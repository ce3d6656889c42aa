"""A licence whose holder was reviewed, and one that he has given up."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Event
from domain.register.changes import (
    LicenceGivenUp,
    LicenceReviewed,
    OutcomeUndone,
    Undoable,
)
from domain.register.licence import LicenceState
from domain.register.licence_changes import FullPointsEducated
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import NOW, RECORD, TODAY

DUE = replace(
    RECORD,
    review_due_on=date(2020, 2, 20),
    states=frozenset({LicenceState.REVIEW_OVERDUE, LicenceState.OVER_SCORE}),
)
ENTERED = decided(LICENCE, EnterLicence(record=DUE), [], NOW)
REVIEWED = LicenceReviewed(reviewed_on=TODAY)
TAUGHT = FullPointsEducated(passed_on=TODAY)
GIVEN_UP = LicenceGivenUp(given_up_on=TODAY)


def after(change: Undoable) -> tuple[Event, ...]:
    command = ChangeLicence(case=CASE, changes=(change,))
    return (*ENTERED, *decided(LICENCE, command, ENTERED, NOW))


def test_whoever_was_reviewed_owes_no_review_until_another_cycle_obliges_him() -> None:
    state = LICENCE.fold(after(REVIEWED))
    assert state.record.review_due_on is None
    assert state.record.states == {LicenceState.OVER_SCORE}
    assert state.missed == frozenset()


def test_a_licence_that_was_given_up_is_cancelled_and_waits_for_no_day() -> None:
    state = LICENCE.fold(after(GIVEN_UP))
    assert LicenceState.CANCELLED in state.record.states
    assert LICENCE.timer
    assert LICENCE.timer(state) is None


def test_whoever_was_taught_drives_again_and_his_points_still_count_for_his_next_term() -> None:
    state = LICENCE.fold(after(TAUGHT))
    assert state.record.states == {LicenceState.REVIEW_OVERDUE}
    assert state.record.cycles == DUE.cycles


@pytest.mark.parametrize("change", [REVIEWED, TAUGHT, GIVEN_UP])
def test_it_is_as_before_if_the_decision_falls(change: Undoable) -> None:
    history = after(change)
    command = ChangeLicence(case=CASE, changes=(OutcomeUndone(changes=(change,)),))
    state = LICENCE.fold([*history, *decided(LICENCE, command, history, NOW)])
    assert (state.record, state.missed) == (DUE, LICENCE.fold(ENTERED).missed)
