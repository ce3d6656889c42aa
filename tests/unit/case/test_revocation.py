"""What was obtained by fraud is revoked; a deferral is undone at the holder's wish."""

from datetime import date

import pytest

from domain.case.refusals import ReasonUnknown
from domain.case.remedies.commands import FileReconsideration, RevokeDecision
from domain.case.remedies.events import DecisionRevoked, ReconsiderationFiled
from domain.case.review.commands import RevokeDeferral
from domain.case.review.events import DeferralRevoked
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given

ON = date(2020, 3, 16)
REVOKE = RevokeDecision(codes=("R-FALSE-MATERIAL",))
REVOKED = DecisionRevoked(
    officer="leader",
    codes=("R-FALSE-MATERIAL",),
    banned_until=date(2023, 3, 16),
    reconsider_by=date(2020, 5, 15),
    sue_by=date(2020, 9, 16),
)


@pytest.mark.parametrize("history", [s.APPROVED, s.COMPLETED])
def test_a_fraud_is_revoked_with_a_ban_and_no_money(
    history: tuple[CaseEvent, ...],
) -> None:
    case = given(history).when(REVOKE, by=s.LEADER, on=ON).then(REVOKED).case
    assert case.stage is Stage.REFUSED
    assert case.refunded_fen == 0
    assert case.reconsider_by == date(2020, 5, 15)
    assert case.deadline is None


def test_the_revocation_has_remedies_of_its_own() -> None:
    file = FileReconsideration()
    in_time = ReconsiderationFiled(in_time=True)
    revoked = given(s.COMPLETED, REVOKED)
    revoked.when(file, by=s.CITIZEN, on=date(2020, 5, 15)).then(in_time)
    revoked.when(file, by=s.CITIZEN, on=date(2020, 5, 16)).then(ReconsiderationFiled(in_time=False))


def test_a_revocation_needs_a_known_reason() -> None:
    given(s.COMPLETED).when(RevokeDecision(codes=("R-MOOD",)), by=s.LEADER, on=ON).then_refused(
        ReasonUnknown, codes=["R-MOOD"]
    )


def test_a_clerk_revokes_nothing() -> None:
    given(s.COMPLETED).when(REVOKE, by=s.REVIEWER, on=ON).then_refused(NotPermitted)


def test_what_was_refused_cannot_be_revoked() -> None:
    given(s.REFUSED).when(REVOKE, by=s.LEADER, on=ON).then_refused(NotAtThisStage)


def test_a_revoked_deferral_is_over() -> None:
    assert given(s.DEFERRED, REVOKED).case.deferred_until is None


def test_a_deferral_is_undone_at_the_office() -> None:
    case = given(s.DEFERRED).when(RevokeDeferral(), by=s.LEADER, on=ON).then(DeferralRevoked()).case
    assert case.deferred_until is None
    assert case.stage is Stage.COMPLETED


@pytest.mark.parametrize("history", [s.CONTACT_COMPLETED, (*s.DEFERRED, DeferralRevoked())])
def test_where_nothing_is_deferred_nothing_is_undone(
    history: tuple[CaseEvent, ...],
) -> None:
    given(history).when(RevokeDeferral(), by=s.LEADER, on=ON).then_refused(
        NotAsThingsStand, command="RevokeDeferral"
    )
