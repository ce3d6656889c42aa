"""Somebody by name answers for a case that waits for its review, and then its reviewer does."""

import pytest

from domain.case.intake.events import CaseAccepted
from domain.case.overlays.events import CaseTransferred
from domain.case.review.assignment import is_free
from domain.case.review.commands import AssignCase, StartReview
from domain.case.review.events import CaseAssigned, CaseHandedBack, ReviewStarted
from domain.case.review.refusals import OfficerBarred
from domain.offices.transfer_reason import TransferReason
from domain.people import Actor, system
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.kit.life import CHECKER
from tests.unit.case import situations as s
from tests.unit.case.given import given

GIVER = system("case_handlers")
TO_REVIEWER = AssignCase(handler="reviewer")
ASSIGNED = CaseAssigned(handler="reviewer")


def test_an_accepted_case_gets_a_handler_and_still_waits_for_its_review() -> None:
    case = given(s.ACCEPTED).when(TO_REVIEWER, by=GIVER, on=s.REVIEWED_ON).then(ASSIGNED).case
    assert case.handler == "reviewer"
    assert is_free(case)


def test_whoever_was_named_first_stays() -> None:
    other = AssignCase(handler="third")
    given(s.ACCEPTED, ASSIGNED).when(other, by=GIVER, on=s.REVIEWED_ON).then()


def test_whoever_begins_the_review_answers_for_the_case() -> None:
    case = given(s.ACCEPTED, ASSIGNED).when(StartReview(), by=s.THIRD, on=s.REVIEWED_ON).case
    assert (case.handler, case.reviewer) == ("third", "third")


def test_a_case_that_was_handed_back_goes_to_somebody_else() -> None:
    back = given(s.IN_REVIEW, CaseHandedBack(officer="reviewer"))
    assert back.case.handler is None
    back.when(TO_REVIEWER, by=GIVER, on=s.REVIEWED_ON).then()
    to_third = AssignCase(handler="third")
    back.when(to_third, by=GIVER, on=s.REVIEWED_ON).then(CaseAssigned(handler="third"))


def test_whoever_accepted_the_case_is_not_named() -> None:
    to_clerk = AssignCase(handler="clerk")
    given(s.ACCEPTED).when(to_clerk, by=GIVER, on=s.REVIEWED_ON).then_refused(
        OfficerBarred, pointer="/handler", officer="clerk", relation="accepted"
    )


def test_a_program_that_reviews_answers_for_nothing() -> None:
    program = CHECKER.person
    accepted = CaseAccepted(officer=program, accepted_on=s.ACCEPTED_ON, decide_by=s.DECIDE_BY)
    assert given(s.SUBMITTED, accepted, ReviewStarted(reviewer=program)).case.handler is None


def test_another_office_names_its_own() -> None:
    moved = CaseTransferred(
        from_office=s.ZHENGZHOU, to_office=s.LUOYANG, reason=TransferReason.LOAD
    )
    assert given(s.ACCEPTED, ASSIGNED, moved).case.handler is None


@pytest.mark.parametrize("by", [s.REVIEWER, s.LEADER])
def test_no_officer_names_a_handler(by: Actor) -> None:
    given(s.ACCEPTED).when(TO_REVIEWER, by=by, on=s.REVIEWED_ON).then_refused(NotPermitted)


def test_nobody_is_named_where_somebody_reviews_or_nothing_is_left_to_decide() -> None:
    given(s.IN_REVIEW).when(TO_REVIEWER, by=GIVER, on=s.REVIEWED_ON).then_refused(NotAsThingsStand)
    given(s.APPROVED).when(TO_REVIEWER, by=GIVER, on=s.REVIEWED_ON).then_refused(NotAtThisStage)
