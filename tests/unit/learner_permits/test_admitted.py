"""Somebody is admitted to the examinations, and is on record as a learner."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits import events
from domain.learner_permits.commands import ChangeLearnerPermit, EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.message import Event
from domain.register.changes import AnyChange, ExamTaken, OutcomeUndone, Registrant
from domain.register.learner_permit import ExamSubject
from domain.register.licence_changes import LearnerAdmitted
from tests.kit.decided import CASE, decided
from tests.kit.register_records import normal_permit

TODAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
OTHER = UUID(int=9)
LEARNER = Registrant(b"learner", b"name")
ADMITTED = LearnerAdmitted(
    office="410100", wanted=LicenceClass.C2, issued_on=TODAY, valid_until=date(2023, 3, 2)
)
PASSED = ExamTaken(subject=ExamSubject.ONE, sat_on=TODAY, passed=True)


def carried_out(
    *changes: AnyChange,
    on: tuple[Event, ...] = (),
    case: UUID = CASE,
    by: Registrant | None = LEARNER,
) -> tuple[Event, ...]:
    command = ChangeLearnerPermit(case=case, changes=changes, registrant=by)
    return (*on, *decided(LEARNER_PERMIT, command, on, NOW))


def test_a_learner_is_on_record_with_his_class_and_nothing_passed() -> None:
    record = LEARNER_PERMIT.fold(carried_out(ADMITTED)).record
    assert (record.holder, record.wanted) == (b"learner", LicenceClass.C2)
    assert (record.issued_on, record.valid_until) == (TODAY, date(2023, 3, 2))
    assert record.sittings == ()


def test_another_permit_takes_the_place_of_one_that_has_ended() -> None:
    ended = replace(normal_permit(TODAY), valid_until=date(2020, 2, 1))
    on = decided(LEARNER_PERMIT, EnterLearnerPermit(record=ended), [], NOW)
    state = LEARNER_PERMIT.fold(carried_out(ADMITTED, on=on))
    assert (state.record.wanted, state.missed) == (LicenceClass.C2, None)


def test_his_examinations_count_and_lean_on_his_admission() -> None:
    history = carried_out(PASSED, on=carried_out(ADMITTED), case=OTHER, by=None)
    assert LEARNER_PERMIT.fold(history).record.passed == {ExamSubject.ONE}
    *_, told = carried_out(OutcomeUndone(changes=(ADMITTED,)), on=history)
    assert isinstance(told, events.LearnerPermitOutcomeUndone)
    assert told.built_on_by == (OTHER,)


def test_a_permit_whose_decision_falls_is_nobody_s() -> None:
    history = carried_out(OutcomeUndone(changes=(ADMITTED,)), on=carried_out(ADMITTED))
    assert LEARNER_PERMIT.fold(history).record.holder == b""


@pytest.mark.parametrize("on", [(), carried_out(ADMITTED)])
def test_the_same_outcome_is_carried_out_with_the_holder_that_it_names(
    on: tuple[Event, ...],
) -> None:
    issued = carried_out(ADMITTED, on=on)[-1]
    assert isinstance(issued, events.LearnerPermitIssued)
    assert issued.record.holder == LEARNER.owner
