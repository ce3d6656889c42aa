"""What a decision orders in the register, and what becomes of that when it no longer stands."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.aggregate import Link
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted, CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import GrantWithdrawal
from domain.case.overlays.events import WithdrawalRequested
from domain.case.remedies.commands import RecordReconsiderationDecision, RevokeDecision
from domain.case.remedies.events import CaseReopened, ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.review.commands import ApproveCase, RefuseCase, RevokeDeferral
from domain.case.review.events import (
    CaseRefused,
    DeferralRevoked,
    RegisterChangesOrdered,
    ReviewStarted,
)
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.claims.claim import CLAIM
from domain.claims.commands import TakeClaim
from domain.claims.kind import ClaimKind
from domain.claims.state import register_record
from domain.clocks.clock import Clock
from domain.message import Event, PassDeadline
from domain.people import system
from domain.register.changes import (
    AnyChange,
    ContactChanged,
    DeferralUndone,
    DocumentReissued,
    DutyDeferred,
    OutcomeUndone,
    TemporaryPlateIssued,
)
from domain.register.licence import LicenceDuty
from domain.register.streams import licence_stream, vehicle_stream
from tests.unit.case import situations as s
from tests.unit.case.given import STREAM, Given, Result, circumstances, given, morning

ON = date(2020, 3, 16)
LICENCE, VEHICLE = licence_stream(b"licence"), vehicle_stream(b"vehicle")
DEFERRED = DutyDeferred(
    duty=LicenceDuty.RENEWAL,
    base_on=s.DEFERRAL_FACTS.base_on,
    until=s.DEFERRAL_FACTS.requested_until,
)
REOPENED = CaseReopened(
    cause=ReopeningCause.OWN_CORRECTION,
    accepted_on=s.ACCEPTED_ON,
    decide_by=date(2020, 4, 7),
)
ANEW = (REOPENED, ReviewStarted(reviewer="leader"))
REFUSE = RefuseCase(codes=("R-LICENCE-STATE",))


def known(
    history: tuple[CaseEvent, ...], *, licence: UUID | None = None, vehicle: UUID | None = None
) -> tuple[CaseEvent, ...]:
    """The same history, of what the register knows by its stream."""
    first, *rest = history
    assert isinstance(first, CaseSubmitted)
    return (replace(first, licence=licence, vehicle=vehicle), *rest)


def ordered(*changes: AnyChange, **about: Any) -> RegisterChangesOrdered:
    return RegisterChangesOrdered(changes=changes, **about)


UNDONE = ordered(OutcomeUndone(changes=(DEFERRED,)), licence=LICENCE)
IN_REVIEW = known(s.DEFERRAL_IN_REVIEW, licence=LICENCE)
GRANTED = (*known(s.DEFERRED, licence=LICENCE), ordered(DEFERRED, licence=LICENCE))
AGAIN = (*GRANTED, *ANEW, *s.all_passed(*s.DEFERRAL_CHECKS))


def orders(result: Result) -> list[Event]:
    assert result.refusal is None, result.refusal
    return [each for each in result.decided if isinstance(each, RegisterChangesOrdered)]


def test_an_approval_tells_the_register_what_changes() -> None:
    approved = given(IN_REVIEW).when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON)
    assert orders(approved) == [ordered(DEFERRED, licence=LICENCE)]
    assert approved.case.ordered == (DEFERRED,)


def test_what_the_register_does_not_have_it_is_not_told() -> None:
    case = given(s.DEFERRAL_IN_REVIEW)
    assert orders(case.when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON)) == []


def test_a_second_approval_that_comes_to_the_same_orders_nothing() -> None:
    approved = given(AGAIN).when(ApproveCase(), by=s.LEADER, on=ON)
    assert orders(approved) == []
    assert approved.case.stage is Stage.COMPLETED
    assert approved.case.ordered == (DEFERRED,)


def test_a_second_approval_of_something_else_comes_in_its_place() -> None:
    shorter = replace(DEFERRED, until=date(2021, 7, 1))
    before = (*GRANTED[:-1], ordered(shorter, licence=LICENCE))
    again = given(before, ANEW, s.all_passed(*s.DEFERRAL_CHECKS))
    approved = again.when(ApproveCase(), by=s.LEADER, on=ON)
    assert orders(approved) == [
        ordered(OutcomeUndone(changes=(shorter,)), DEFERRED, licence=LICENCE)
    ]
    assert approved.case.ordered == (DEFERRED,)


def test_a_contact_that_was_corrected_may_be_another_one() -> None:
    filed, about = ContactChanged(), {"vehicle": VEHICLE}
    done = (*known(s.CONTACT_COMPLETED, vehicle=VEHICLE), ordered(filed, **about))
    before = given(done, ANEW, s.all_passed(*s.CONTACT_CHECKS))
    assert orders(before.when(ApproveCase(), by=s.LEADER, on=ON)) == []
    corrected = Given(replace(before.case, corrections=1))
    assert orders(corrected.when(ApproveCase(), by=s.LEADER, on=ON)) == [
        ordered(OutcomeUndone(changes=(filed,)), filed, **about)
    ]


def test_a_document_that_is_made_again_is_registered_again() -> None:
    plate = TemporaryPlateIssued(issued_on=s.APPROVED_ON, valid_to=date(2020, 3, 20), counted=False)
    made = (DocumentReissued(service="plate_reissue"), plate)
    first = ordered(*made, vehicle=VEHICLE)
    before = (*known(s.COMPLETED, vehicle=VEHICLE), first, *ANEW, *s.all_passed(*s.PLATE_CHECKS))
    (again,) = orders(given(before).when(ApproveCase(), by=s.LEADER, on=ON))
    assert isinstance(again, RegisterChangesOrdered)
    undone, document, issued = again.changes
    assert undone == OutcomeUndone(changes=made)
    assert document == made[0]
    assert isinstance(issued, TemporaryPlateIssued)
    assert issued.issued_on == ON


def test_a_refusal_of_a_reopened_case_undoes_what_the_approval_had_ordered() -> None:
    refused = given(AGAIN).when(REFUSE, by=s.LEADER, on=ON)
    assert orders(refused) == [UNDONE]
    assert refused.case.ordered == ()
    assert refused.case.deferred_until is None


def test_a_reopened_case_that_is_withdrawn_undoes_it_too() -> None:
    asked = given(AGAIN, WithdrawalRequested())
    withdrawn = asked.when(GrantWithdrawal(), by=s.LEADER, on=ON)
    assert orders(withdrawn) == [UNDONE]
    assert withdrawn.case.deferred_until is None


@pytest.mark.parametrize("history", [GRANTED, (*known(s.APPROVED, licence=LICENCE), GRANTED[-1])])
def test_a_revoked_decision_undoes_what_it_had_ordered(history: tuple[CaseEvent, ...]) -> None:
    revoke = RevokeDecision(codes=("R-FALSE-MATERIAL",))
    revoked = given(history).when(revoke, by=s.LEADER, on=ON)
    assert orders(revoked) == [UNDONE]
    reopened = given(history, *revoked.decided, REOPENED)
    assert reopened.case.ordered == ()


@pytest.mark.parametrize("outcome", ReconsiderationOutcome)
def test_what_the_organ_revokes_is_undone_at_once(outcome: ReconsiderationOutcome) -> None:
    asked = given(GRANTED, ReconsiderationFiled(in_time=True))
    told = asked.when(RecordReconsiderationDecision(outcome=outcome), by=s.LEADER, on=ON)
    revoked = outcome is ReconsiderationOutcome.REVOKED
    assert orders(told) == ([UNDONE] if revoked else [])
    assert (told.case.deferred_until is None) is revoked


def test_whoever_asked_the_register_before_has_to_ask_again() -> None:
    revoke, at = RevokeDeferral(), circumstances(morning(ON), s.LEADER)
    links = CASE.decide(given(GRANTED).case, revoke, at).links
    take = TakeClaim(kind=ClaimKind.REGISTER_RECORD, case=STREAM)
    assert Link(CLAIM, register_record(LICENCE), take, fresh=True) in links
    assert CASE.decide(given(s.DEFERRED).case, revoke, at).links == ()


def test_a_deferral_that_is_undone_is_undone_in_the_register() -> None:
    revoked = given(GRANTED).when(RevokeDeferral(), by=s.LEADER, on=ON)
    assert revoked.then(DeferralRevoked(), UNDONE).case.ordered == ()


def test_a_reopening_by_itself_undoes_nothing() -> None:
    assert given(AGAIN).case.ordered == (DEFERRED,)


def test_a_document_that_nobody_fetched_remains_approved() -> None:
    first = ordered(DocumentReissued(service="plate_reissue"), vehicle=VEHICLE)
    waiting = given(known(s.READY_FOR_PICKUP, vehicle=VEHICLE), first)
    expire = PassDeadline(clock=Clock.PICKUP_HOLD)
    lapsed = waiting.when(expire, by=system("timekeeper"), on=date(2020, 6, 1))
    assert lapsed.case.stage is Stage.LAPSED
    assert orders(lapsed) == []


def test_a_reopened_case_that_lapses_undecided_undoes_it() -> None:
    requested = CorrectionRequested(
        defects=(Defect("id_front", DefectCode.UNREADABLE),), reply_by=date(2020, 3, 24)
    )
    waiting = given(GRANTED, REOPENED, requested)
    expire = PassDeadline(clock=Clock.CORRECTION_REPLY)
    lapsed = waiting.when(expire, by=system("timekeeper"), on=date(2020, 6, 1))
    assert lapsed.case.stage is Stage.LAPSED
    assert orders(lapsed) == [UNDONE]


def test_what_was_undone_by_its_own_name_does_not_stand() -> None:
    older = DeferralUndone(duty=LicenceDuty.RENEWAL, base_on=DEFERRED.base_on)
    assert given(GRANTED, ordered(older, licence=LICENCE)).case.ordered == ()


def test_a_refusal_without_an_approval_before_it_undoes_nothing() -> None:
    refused = given(IN_REVIEW).when(REFUSE, by=s.REVIEWER, on=s.REVIEWED_ON)
    assert orders(refused) == []
    assert isinstance(refused.decided[0], CaseRefused)
