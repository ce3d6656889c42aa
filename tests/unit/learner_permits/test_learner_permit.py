"""A learner's permit is entered, and every examination on it counts once."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from domain.hidden import shown
from domain.learner_permits.commands import EnterLearnerPermit, RecordExam
from domain.learner_permits.events import ExamSat, LearnerPermitEntered
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage, NotPermitted
from domain.register.learner_permit import ExamSitting, ExamSubject
from tests.kit.decided import decided
from tests.kit.register_records import normal_permit

TODAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
RECORD = normal_permit(TODAY)
ENTERED = LearnerPermitEntered(record=RECORD, entered_on=TODAY)
FAILED = ExamSitting(ExamSubject.ONE, date(2020, 1, 20), False)
PASSED = ExamSitting(ExamSubject.ONE, date(2020, 2, 1), True)
ENTER = EnterLearnerPermit(record=RECORD)


def test_a_record_is_entered_as_a_whole_and_the_same_one_once() -> None:
    assert decided(LEARNER_PERMIT, ENTER, [], NOW) == (ENTERED,)
    assert decided(LEARNER_PERMIT, ENTER, [ENTERED], NOW) == ()
    assert LEARNER_PERMIT.fold([ENTERED]).record == RECORD


def test_the_next_permit_of_the_same_person_takes_its_place() -> None:
    following = replace(RECORD, issued_on=TODAY, valid_until=date(2023, 3, 2))
    (event,) = decided(LEARNER_PERMIT, EnterLearnerPermit(record=following), [ENTERED], NOW)
    assert LEARNER_PERMIT.fold([ENTERED, event]).record == following


def test_every_attempt_is_kept_and_what_was_passed_is_known() -> None:
    (failed,) = decided(LEARNER_PERMIT, RecordExam(sitting=FAILED), [ENTERED], NOW)
    (passed,) = decided(LEARNER_PERMIT, RecordExam(sitting=PASSED), [ENTERED, failed], NOW)
    assert passed == ExamSat(subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True)
    record = LEARNER_PERMIT.fold([ENTERED, failed, passed]).record
    assert record.sittings == (FAILED, PASSED)
    assert record.passed == {ExamSubject.ONE}


def test_an_examination_counts_once_however_often_it_is_told() -> None:
    sat = ExamSat(subject=ExamSubject.ONE, sat_on=date(2020, 2, 1), passed=True)
    assert decided(LEARNER_PERMIT, RecordExam(sitting=PASSED), [ENTERED, sat], NOW) == ()


def test_there_is_no_examination_without_a_permit() -> None:
    with pytest.raises(NotAtThisStage):
        decided(LEARNER_PERMIT, RecordExam(sitting=PASSED), [], NOW)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_nobody_changes_the_register_by_hand(role: Role) -> None:
    for command in (ENTER, RecordExam(sitting=PASSED)):
        with pytest.raises(NotPermitted):
            decided(LEARNER_PERMIT, command, [ENTERED], NOW, Actor(role, "who", "410100"))


def test_officials_of_the_office_see_it_without_the_holder_s_index() -> None:
    state, owner = LEARNER_PERMIT.fold([ENTERED]), Actor(Role.SYSTEM, "import")
    assert LEARNER_PERMIT.sees(Actor(Role.CLERK, "who", "410100"), state, owner)
    assert not LEARNER_PERMIT.sees(Actor(Role.APPLICANT, "who"), state, owner)
    assert "holder" not in shown(state)["record"]
