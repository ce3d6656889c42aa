"""Acceptance starts the statutory clock; a case that is not taken on is declined in writing."""

from datetime import date

from msgspec.structs import replace

from domain.case.intake.commands import AcceptCase, DeclineAcceptance
from domain.case.intake.events import NotAccepted
from domain.case.intake.refusals import DocumentsMissing
from domain.case.refusals import OfficeUnknown, ReasonUnknown
from domain.case.stage import Stage
from domain.case.state import Running
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.choices import Capacity
from tests.unit.case import situations as s
from tests.unit.case.given import given


def test_acceptance_starts_the_clock_of_the_service() -> None:
    case = (
        given(s.SUBMITTED)
        .when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON)
        .then(s.ACCEPTED_EVENT)
        .case
    )
    assert case.clock == Running(date(2020, 3, 24))
    assert case.accepted_by == "clerk"
    assert case.deemed_on is None


def test_an_application_without_a_required_paper_is_not_accepted() -> None:
    incomplete = s.plate_submission(facts=replace(s.PLATE_FACTS, papers=s.PAPERS[:2]))
    given(incomplete, s.SUBMITTED[1]).when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        DocumentsMissing, documents=["registration_certificate"]
    )


def test_an_agent_must_show_a_mandate() -> None:
    by_agent = s.plate_submission(facts=replace(s.PLATE_FACTS, capacity=Capacity.AGENT))
    given(by_agent, s.SUBMITTED[1]).when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        DocumentsMissing, documents=["mandate"]
    )


def test_a_case_is_not_accepted_twice() -> None:
    given(s.ACCEPTED).when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        NotAtThisStage, command="AcceptCase", stage="accepted"
    )


def test_an_unpaid_case_is_not_accepted() -> None:
    given(s.UNPAID).when(AcceptCase(), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        NotAtThisStage, command="AcceptCase", stage="payment_pending"
    )


def test_applicants_do_not_accept_their_own_case() -> None:
    given(s.SUBMITTED).when(AcceptCase(), by=s.CITIZEN, on=s.ACCEPTED_ON).then_refused(
        NotPermitted, command="AcceptCase", role="applicant"
    )


def test_a_declined_case_carries_reasons_remedies_and_the_money_back() -> None:
    case = (
        given(s.SUBMITTED)
        .when(
            DeclineAcceptance(codes=("R-JURISDICTION",), right_office=s.LUOYANG),
            by=s.CLERK,
            on=s.ACCEPTED_ON,
        )
        .then(*s.NOT_ACCEPTED[-1:])
        .case
    )
    assert case.stage is Stage.NOT_ACCEPTED
    assert case.refunded_fen == case.paid_fen
    assert case.decided_by == "clerk"


def test_an_unpaid_fee_is_not_given_back() -> None:
    result = given(s.TO_COLLECT[:1]).when(
        DeclineAcceptance(codes=("R-JURISDICTION",)), by=s.CLERK, on=s.ACCEPTED_ON
    )
    (declined,) = result.decided
    assert isinstance(declined, NotAccepted)
    assert declined.refund_fen == 0


def test_a_reason_without_a_text_for_the_citizen_is_unknown() -> None:
    given(s.SUBMITTED).when(
        DeclineAcceptance(codes=("R-MOOD", "R-JURISDICTION")), by=s.CLERK, on=s.ACCEPTED_ON
    ).then_refused(ReasonUnknown, codes=["R-MOOD"])


def test_the_right_office_must_be_an_office() -> None:
    given(s.SUBMITTED).when(
        DeclineAcceptance(codes=("R-JURISDICTION",), right_office="999999"),
        by=s.CLERK,
        on=s.ACCEPTED_ON,
    ).then_refused(OfficeUnknown, office="999999")
