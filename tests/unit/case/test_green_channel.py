"""The green channel changes order, place and time, never what is checked."""

from datetime import date

import pytest

from domain.case.grounds import GreenKind
from domain.case.overlays.commands import DenyGreenChannel, GrantGreenChannel, RequestGreenChannel
from domain.case.overlays.events import (
    CaseWithdrawn,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
)
from domain.case.vocabulary import CaseCommand
from domain.people import Actor
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given

ASK = RequestGreenChannel(kind=GreenKind.AMBULANCE)
ASKED = EscalationRequested(kind=GreenKind.AMBULANCE)
GRANTED = GreenChannelGranted(kind=GreenKind.AMBULANCE)


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


def test_a_duty_leader_grants_it_for_the_ground_asked_for() -> None:
    case = (
        given(s.SUBMITTED, ASKED)
        .when(GrantGreenChannel(), by=s.LEADER, on=s.SUBMITTED_ON)
        .then(GRANTED)
        .case
    )
    assert case.green
    assert case.escalation is None


def test_a_clerk_does_not_grant_it() -> None:
    given(s.SUBMITTED, ASKED).when(GrantGreenChannel(), by=s.CLERK, on=s.SUBMITTED_ON).then_refused(
        NotPermitted, role="clerk"
    )


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


@pytest.mark.parametrize("answer", [GrantGreenChannel(), DenyGreenChannel()])
def test_it_is_answered_only_when_asked_for(answer: CaseCommand) -> None:
    given(s.SUBMITTED).when(answer, by=s.LEADER, on=s.SUBMITTED_ON).then_refused(NotAsThingsStand)


def test_a_green_case_needs_no_second_grant() -> None:
    given(s.SUBMITTED, GRANTED).when(ASK, by=s.CITIZEN, on=s.SUBMITTED_ON).then_refused(
        NotAsThingsStand, command="RequestGreenChannel"
    )


def test_an_open_request_ends_with_the_case() -> None:
    assert given(s.SUBMITTED, ASKED, CaseWithdrawn()).case.escalation is None
