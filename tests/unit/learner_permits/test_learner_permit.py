"""A learner's permit is entered, and every examination on it counts once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.hidden import shown
from domain.learner_permits.commands import ChangeLearnerPermit, EnterLearnerPermit
from domain.learner_permits.events import (
    ExamBookingGivenUp,
    ExamSat,
    LearnerPermitEntered,
    LearnerPermitExpired,
    LearnerPermitOutcomeUndone,
)
from domain.learner_permits.examinations import MEMORY
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import attempts, passed
from domain.message import Event
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage, NotPermitted
from domain.register.changes import AnyChange, ExamTaken, OutcomeUndone
from domain.register.learner_permit import ExamSitting, ExamSubject
from domain.register.licence_changes import ExamPlaceGivenUp
from tests.kit.decided import CASE, decided
from tests.kit.register_records import normal_permit

TODAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
RECORD = normal_permit(TODAY)
ENTERED = LearnerPermitEntered(record=RECORD, entered_on=TODAY)
FAILED = ExamSitting(ExamSubject.ONE, date(2020, 1, 20), False)
PASSED = ExamSitting(ExamSubject.ONE, date(2020, 2, 1), True)
ENTER = EnterLearnerPermit(record=RECORD)
OTHER = UUID(int=9)
SAT = ExamTaken(subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True)
NEXT = ExamTaken(subject=ExamSubject.TWO, sat_on=date(2020, 2, 20), passed=True)


def order(*changes: AnyChange, case: UUID = CASE) -> ChangeLearnerPermit:
    return ChangeLearnerPermit(case=case, changes=changes)


def recorded(*changes: AnyChange, case: UUID = CASE, on: Sequence[Event] = ()) -> list[Event]:
    history = list(on) or [ENTERED]
    return [*history, *decided(LEARNER_PERMIT, order(*changes, case=case), history, NOW)]


def test_a_record_is_entered_as_a_whole_and_the_same_one_once() -> None:
    assert decided(LEARNER_PERMIT, ENTER, [], NOW) == (ENTERED,)
    assert decided(LEARNER_PERMIT, ENTER, [ENTERED], NOW) == ()
    assert LEARNER_PERMIT.fold([ENTERED]).record == RECORD


def test_the_next_permit_of_the_same_person_takes_its_place() -> None:
    following = replace(RECORD, issued_on=TODAY, valid_until=date(2023, 3, 2))
    (event,) = decided(LEARNER_PERMIT, EnterLearnerPermit(record=following), [ENTERED], NOW)
    assert LEARNER_PERMIT.fold([ENTERED, event]).record == following


def test_every_attempt_is_kept_and_what_was_passed_is_known() -> None:
    failed = ExamTaken(subject=ExamSubject.ONE, sat_on=date(2020, 1, 20), passed=False)
    history = recorded(SAT, on=recorded(failed, case=OTHER))
    assert history[-1] == ExamSat(
        subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True, case=CASE
    )
    record = LEARNER_PERMIT.fold(history).record
    assert record.sittings == (FAILED, PASSED)
    assert record.passed == {ExamSubject.ONE}


def test_an_examination_counts_once_however_often_it_is_told() -> None:
    sat = ExamSat(subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True)
    assert decided(LEARNER_PERMIT, order(SAT), [ENTERED, sat], NOW) == ()


def test_there_is_no_examination_without_a_permit() -> None:
    with pytest.raises(NotAtThisStage):
        decided(LEARNER_PERMIT, order(SAT), [], NOW)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_nobody_changes_the_register_by_hand(role: Role) -> None:
    for command in (ENTER, order(SAT)):
        with pytest.raises(NotPermitted):
            decided(LEARNER_PERMIT, command, [ENTERED], NOW, Actor(role, "who", "410100"))


def test_officials_of_the_office_see_it_without_the_holder_s_index() -> None:
    state, owner = LEARNER_PERMIT.fold([ENTERED]), Actor(Role.SYSTEM, "import")
    assert LEARNER_PERMIT.sees(Actor(Role.CLERK, "who", "410100"), state, owner)
    assert not LEARNER_PERMIT.sees(Actor(Role.APPLICANT, "who"), state, owner)
    assert "holder" not in shown(state)["record"]


def test_an_examination_whose_decision_falls_counts_no_more() -> None:
    history = recorded(SAT)
    events = decided(LEARNER_PERMIT, order(OutcomeUndone(changes=(SAT,))), history, NOW)
    assert events == (LearnerPermitOutcomeUndone(case=CASE),)
    state = LEARNER_PERMIT.fold([*history, *events])
    assert state.record == RECORD
    assert recorded(SAT, case=OTHER, on=[*history, *events])[-1] == ExamSat(
        subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True, case=OTHER
    )


def test_a_reopened_case_is_judged_without_its_own_examination() -> None:
    state = LEARNER_PERMIT.fold(recorded(NEXT, case=OTHER, on=recorded(SAT)))
    assert MEMORY.without_outcome(state, OTHER).record.sittings == (PASSED,)
    assert MEMORY.without_outcome(LEARNER_PERMIT.initial, CASE) == LEARNER_PERMIT.initial


def test_a_result_is_put_right_at_once() -> None:
    failed = replace(SAT, passed=False)
    history = recorded(OutcomeUndone(changes=(SAT,)), failed, on=recorded(SAT))
    (sitting,) = LEARNER_PERMIT.fold(history).record.sittings
    assert not sitting.passed


def test_an_examination_on_which_others_have_built_is_left_to_a_person() -> None:
    history = recorded(NEXT, case=OTHER, on=recorded(SAT))
    failed = replace(SAT, passed=False)
    (event,) = decided(LEARNER_PERMIT, order(OutcomeUndone(changes=(SAT,)), failed), history, NOW)
    assert event == LearnerPermitOutcomeUndone(case=CASE, built_on_by=(OTHER,), left_out=(failed,))
    (sitting,) = LEARNER_PERMIT.fold([*history, event]).record.sittings
    assert sitting.subject is ExamSubject.TWO


def test_a_permit_that_was_entered_since_is_looked_at_by_a_person() -> None:
    again = LearnerPermitEntered(record=replace(RECORD, sittings=(PASSED,)), entered_on=TODAY)
    history = [*recorded(SAT), again]
    (event,) = decided(LEARNER_PERMIT, order(OutcomeUndone(changes=(SAT,))), history, NOW)
    assert event == LearnerPermitOutcomeUndone(case=CASE, entered_since=True)
    assert LEARNER_PERMIT.fold([*history, event]).record.sittings == (PASSED,)


def test_a_place_given_up_is_no_attempt_and_counts_from_its_own_instant() -> None:
    given_up = ExamPlaceGivenUp(given_up_at=NOW)
    history = recorded(given_up, case=OTHER, on=recorded(SAT))
    assert history[-1] == ExamBookingGivenUp(case=OTHER, given_up_at=NOW)
    state = LEARNER_PERMIT.fold(history)
    assert state.record.given_up_at == NOW
    assert attempts(state, ExamSubject.ONE) == 1
    assert decided(LEARNER_PERMIT, order(given_up, case=OTHER), history, NOW) == ()


def test_a_place_given_up_stands_in_the_way_of_no_other_result() -> None:
    history = recorded(ExamPlaceGivenUp(given_up_at=NOW), case=OTHER, on=recorded(SAT))
    failed = replace(SAT, passed=False)
    told = recorded(OutcomeUndone(changes=(SAT,)), failed, on=history)
    record = LEARNER_PERMIT.fold(told).record
    assert [each.passed for each in record.sittings] == [False]
    assert record.given_up_at == NOW


def test_what_was_passed_is_void_once_the_permit_has_ended() -> None:
    history = recorded(SAT)
    assert passed(LEARNER_PERMIT.fold(history)) == {ExamSubject.ONE}
    ended = LearnerPermitExpired(valid_until=RECORD.valid_until)
    assert passed(LEARNER_PERMIT.fold([*history, ended])) == frozenset()
