"""The green channel changes order, place and time, never what is checked."""

from datetime import date

import msgspec
import pytest

from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, RecordPickup
from domain.case.grounds import GreenKind, Hold
from domain.case.overlays.commands import DenyGreenChannel, GrantGreenChannel, RequestGreenChannel
from domain.case.overlays.events import (
    CaseWithdrawn,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
    HoldSet,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.overlays.refusals import GreenProofMissing, PapersNotOfAnOfficer
from domain.case.refusals import PickupOfficeClosed, WindowClosed
from domain.case.review.commands import ApproveCase
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import ChecksFailed, ChecksMissing
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.people import Actor
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.unit.case import situations as s
from tests.unit.case.given import given
from tests.unit.case.penal_situations import paying, submitted

ASK = RequestGreenChannel(kind=GreenKind.AMBULANCE)
ASKED = EscalationRequested(kind=GreenKind.AMBULANCE)
GRANT = GrantGreenChannel(proof=GreenProof.REGISTER, note="pii1.n")
ON_PAPERS = GrantGreenChannel(proof=GreenProof.PAPERS, note="pii1.n")
GRANTED = GreenChannelGranted(kind=GreenKind.AMBULANCE, proof=GreenProof.REGISTER, note="pii1.n")
FAILED = CheckResultRecorded(check="C-OWN", passed=False, source=CheckSource.REGISTER)
PROOF = Paper(DocumentKind.GREEN_PROOF, "1" * 64)


@pytest.mark.parametrize("by", [s.CITIZEN, s.CLERK, s.HQ])
def test_applicants_and_officers_ask_for_it(by: Actor) -> None:
    given(s.SUBMITTED).when(ASK, by=by, on=s.SUBMITTED_ON).then(ASKED)


def test_the_same_request_again_changes_nothing() -> None:
    given(s.SUBMITTED, ASKED).when(ASK, by=s.CLERK, on=s.SUBMITTED_ON).then_nothing()


def test_another_ground_is_another_request() -> None:
    other = RequestGreenChannel(kind=GreenKind.OTHER)
    case = given(s.SUBMITTED, ASKED).when(other, by=s.CLERK, on=s.SUBMITTED_ON).case
    assert case.escalation is GreenKind.OTHER


def test_a_final_case_has_no_green_channel() -> None:
    given(s.COMPLETED).when(ASK, by=s.CITIZEN, on=s.DELIVERED_ON).then_refused(NotAtThisStage)


@pytest.mark.parametrize("history", [s.IN_POST, s.DELIVERED])
def test_nobody_asks_while_no_office_has_anything_to_do(history: tuple[CaseEvent, ...]) -> None:
    given(history).when(ASK, by=s.CITIZEN, on=s.DELIVERED_ON).then_refused(NotAtThisStage)


def test_a_duty_leader_grants_it_for_the_ground_asked_for() -> None:
    case = given(s.SUBMITTED, ASKED).when(GRANT, by=s.LEADER, on=s.SUBMITTED_ON).then(GRANTED).case
    assert case.green
    assert case.escalation is None


def test_a_clerk_does_not_grant_it() -> None:
    given(s.SUBMITTED, ASKED).when(GRANT, by=s.CLERK, on=s.SUBMITTED_ON).then_refused(
        NotPermitted, role="clerk"
    )


@pytest.mark.parametrize("kind", [GreenKind.LIVELIHOOD, GreenKind.MEDICAL])
def test_hardship_of_a_person_is_a_ground_too(kind: GreenKind) -> None:
    asked = given(s.SUBMITTED).when(
        RequestGreenChannel(kind=kind, papers=(PROOF,)), by=s.CITIZEN, on=s.SUBMITTED_ON
    )
    asked.then(EscalationRequested(kind=kind, papers=(PROOF,)))
    case = (
        given(s.SUBMITTED, *asked.decided)
        .when(ON_PAPERS, by=s.LEADER, on=s.SUBMITTED_ON)
        .then(GreenChannelGranted(kind=kind, proof=GreenProof.PAPERS, note="pii1.n"))
        .case
    )
    assert case.green


def test_who_rests_on_papers_has_some() -> None:
    given(s.SUBMITTED, ASKED).when(ON_PAPERS, by=s.LEADER, on=s.SUBMITTED_ON).then_refused(
        GreenProofMissing
    )


def test_papers_may_follow_the_request() -> None:
    again = RequestGreenChannel(kind=GreenKind.AMBULANCE, papers=(PROOF,))
    given(s.SUBMITTED, ASKED).when(again, by=s.CITIZEN, on=s.SUBMITTED_ON).then(
        EscalationRequested(kind=GreenKind.AMBULANCE, papers=(PROOF,))
    )


def test_papers_prove_the_ground_for_which_they_were_handed_in_and_no_other() -> None:
    proven = EscalationRequested(kind=GreenKind.AMBULANCE, papers=(PROOF,))
    other = EscalationRequested(kind=GreenKind.LIVELIHOOD)
    for history in ((proven, other), (other, proven, other)):
        given(s.SUBMITTED, history).when(ON_PAPERS, by=s.LEADER, on=s.SUBMITTED_ON).then_refused(
            GreenProofMissing
        )
    again = given(s.SUBMITTED, proven, other, ASKED)
    (granted,) = again.when(ON_PAPERS, by=s.LEADER, on=s.SUBMITTED_ON).decided
    assert isinstance(granted, GreenChannelGranted)


@pytest.mark.parametrize("by", [s.CLERK, s.HQ])
def test_only_an_applicant_hands_in_papers(by: Actor) -> None:
    asked = RequestGreenChannel(kind=GreenKind.AMBULANCE, papers=(PROOF,))
    given(s.SUBMITTED).when(asked, by=by, on=s.SUBMITTED_ON).then_refused(PapersNotOfAnOfficer)


def test_a_grant_without_a_reason_cannot_even_be_written() -> None:
    with pytest.raises(msgspec.ValidationError, match="note"):
        msgspec.json.decode(b'{"proof":"seen"}', type=GrantGreenChannel)
    with pytest.raises(msgspec.ValidationError, match="length"):
        msgspec.json.decode(b'{"proof":"seen","note":""}', type=GrantGreenChannel)


def test_it_skips_no_check() -> None:
    green = given(s.IN_REVIEW, GRANTED)
    green.when(ApproveCase(), by=s.LEADER, on=s.APPROVED_ON).then_refused(
        ChecksMissing, checks=[*s.PLATE_CHECKS]
    )
    failed = given(s.CHECKED, FAILED, GRANTED)
    failed.when(ApproveCase(), by=s.LEADER, on=s.APPROVED_ON).then_refused(
        ChecksFailed, checks=["C-OWN"]
    )


@pytest.mark.requirement("R27")
def test_what_it_brings_is_handed_out_at_a_closed_counter() -> None:
    collect = ChangeToPickup(office=s.COUNTY)
    ordinary = given(s.RETURNED)
    ordinary.when(
        collect, by=s.CITIZEN, on=s.DELIVERED_ON, closed=[s.COUNTY, s.ZHENGZHOU]
    ).then_refused(PickupOfficeClosed)
    green = given(s.RETURNED, GRANTED).when(
        collect, by=s.CITIZEN, on=s.DELIVERED_ON, closed=[s.COUNTY, s.ZHENGZHOU]
    )
    assert green.case.stage is Stage.READY_FOR_PICKUP


def test_a_duty_leader_may_deny_it() -> None:
    case = (
        given(s.SUBMITTED, ASKED)
        .when(DenyGreenChannel(note="pii1.n"), by=s.LEADER, on=s.SUBMITTED_ON)
        .then(
            GreenChannelDenied(
                kind=GreenKind.AMBULANCE,
                reconsider_by=date(2020, 5, 1),
                sue_by=date(2020, 9, 2),
                note="pii1.n",
            )
        )
        .case
    )
    assert case == given(s.SUBMITTED).case


@pytest.mark.parametrize("answer", [GRANT, DenyGreenChannel()])
def test_it_is_answered_only_when_asked_for(answer: CaseCommand) -> None:
    given(s.SUBMITTED).when(answer, by=s.LEADER, on=s.SUBMITTED_ON).then_refused(NotAsThingsStand)


def test_a_green_case_needs_no_second_grant() -> None:
    given(s.SUBMITTED, GRANTED).when(ASK, by=s.CITIZEN, on=s.SUBMITTED_ON).then_refused(
        NotAsThingsStand, command="RequestGreenChannel"
    )


def test_an_open_request_ends_with_the_case() -> None:
    assert given(s.SUBMITTED, ASKED, CaseWithdrawn()).case.escalation is None


def test_a_hold_of_the_closed_office_does_not_keep_it_from_the_window() -> None:
    held = HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="decision-1")
    collect = RecordPickup(id_seen=True, collected_fen=s.FEE)
    closed = [s.BRANCH]
    ordinary = given(s.READY_FOR_PICKUP, held)
    ordinary.when(collect, by=s.CLERK, on=s.DELIVERED_ON, closed=closed).then_refused(WindowClosed)
    green = given(s.READY_FOR_PICKUP, held, GRANTED)
    taken = green.when(collect, by=s.CLERK, on=s.DELIVERED_ON, closed=closed)
    assert taken.case.stage is Stage.DELIVERED


def test_nobody_is_punished_or_pays_a_fine_the_quicker() -> None:
    for asked in (paying(), submitted()):
        assert RequestGreenChannel not in CASE.possible(CASE.fold([asked]))
