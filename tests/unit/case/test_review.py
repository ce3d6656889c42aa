"""The review: a second pair of eyes, every check on record, one decision."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.grounds import GreenKind
from domain.case.overlays.events import GreenChannelGranted
from domain.case.refusals import ReasonUnknown
from domain.case.review.commands import (
    ApproveCase,
    OverrideCheck,
    RecordCheck,
    RefuseCase,
    StartReview,
)
from domain.case.review.events import (
    CaseApproved,
    CheckOverridden,
    CheckResultRecorded,
    RecordChanged,
    ReviewStarted,
)
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import (
    CheckNotFailed,
    ChecksFailed,
    ChecksMissing,
    CheckUnknown,
    DeferralTooLong,
    DutyLeaderRequired,
)
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.conflict import OtherOfficerRequired
from domain.people import Actor, Role
from domain.refusal import NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given

FAILED = CheckResultRecorded(check="C-OWN", passed=False, source=CheckSource.DOCUMENTS)
OVERRIDDEN = CheckOverridden(check="C-OWN", note="pii1.n")
GREEN = GreenChannelGranted(kind=GreenKind.RESCUE_VEHICLE)
SUPERVISING_CLERK = Actor(Role.SUPERVISOR, "clerk", s.ZHENGZHOU)


def test_another_officer_takes_the_case_into_review() -> None:
    given(s.ACCEPTED).when(StartReview(), by=s.REVIEWER, on=s.REVIEWED_ON).then(
        ReviewStarted(reviewer="reviewer")
    )


@pytest.mark.parametrize("command", [ApproveCase(), RefuseCase(codes=("R-NOT-OWNER",))])
def test_who_accepted_a_case_does_not_decide_it(command: CaseCommand) -> None:
    given(s.CHECKED).when(command, by=s.CLERK, on=s.APPROVED_ON).then_refused(OtherOfficerRequired)
    given(s.CHECKED).when(command, by=SUPERVISING_CLERK, on=s.APPROVED_ON).then_refused(
        OtherOfficerRequired
    )


def test_who_accepted_a_case_does_not_review_it() -> None:
    given(s.ACCEPTED).when(StartReview(), by=s.CLERK, on=s.REVIEWED_ON).then_refused(
        OtherOfficerRequired
    )


def test_a_program_decides_only_what_is_automatic() -> None:
    given(s.CHECKED).when(ApproveCase(), by=s.TIMEKEEPER, on=s.APPROVED_ON).then_refused(
        OtherOfficerRequired
    )
    given(s.CONTACT_IN_REVIEW).when(ApproveCase(), by=s.TIMEKEEPER, on=s.REVIEWED_ON).then(
        CaseApproved(officer="timekeeper", decided_on=s.REVIEWED_ON), RecordChanged()
    )


def test_a_check_is_put_on_record_with_its_source() -> None:
    case = (
        given(s.IN_REVIEW)
        .when(
            RecordCheck(check="C-OWN", passed=False, source=CheckSource.DOCUMENTS),
            by=s.REVIEWER,
            on=s.REVIEWED_ON,
        )
        .then(FAILED)
        .case
    )
    assert case.checks == {"C-OWN": False}


def test_a_check_of_another_service_is_unknown() -> None:
    given(s.IN_REVIEW).when(
        RecordCheck(check="C-MOBILE", passed=True), by=s.REVIEWER, on=s.REVIEWED_ON
    ).then_refused(CheckUnknown, check="C-MOBILE")


def test_nothing_is_approved_without_every_check() -> None:
    given(s.IN_REVIEW, s.all_passed(*s.PLATE_CHECKS[:5])).when(
        ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON
    ).then_refused(ChecksMissing, checks=["C-DUP", "C-TRUE"])


def test_nothing_is_approved_against_a_failed_check() -> None:
    given(s.CHECKED, FAILED).when(ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON).then_refused(
        ChecksFailed, checks=["C-OWN"]
    )


@pytest.mark.requirement("R36")
def test_a_duty_leader_answers_for_a_failed_check() -> None:
    override = OverrideCheck(check="C-OWN", note="pii1.n")
    given(s.CHECKED, FAILED).when(override, by=s.LEADER, on=s.APPROVED_ON).then(OVERRIDDEN)
    given(s.CHECKED, FAILED).when(override, by=s.REVIEWER, on=s.APPROVED_ON).then_refused(
        NotPermitted, command="OverrideCheck", role="clerk"
    )


@pytest.mark.parametrize("history", [s.CHECKED, s.IN_REVIEW])
def test_only_a_failed_check_is_overridden(history: tuple[CaseEvent, ...]) -> None:
    given(history).when(
        OverrideCheck(check="C-OWN", note="pii1.n"), by=s.LEADER, on=s.APPROVED_ON
    ).then_refused(CheckNotFailed, check="C-OWN")


@pytest.mark.parametrize("special", [(FAILED, OVERRIDDEN), (GREEN,)])
def test_a_special_case_is_approved_by_a_duty_leader(
    special: tuple[CaseEvent, ...],
) -> None:
    given(s.CHECKED, special).when(ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON).then_refused(
        DutyLeaderRequired
    )
    result = given(s.CHECKED, special).when(ApproveCase(), by=s.LEADER, on=s.APPROVED_ON)
    assert result.case.stage is Stage.APPROVED


def test_the_green_channel_skips_no_check() -> None:
    given(s.IN_REVIEW, GREEN).when(ApproveCase(), by=s.LEADER, on=s.APPROVED_ON).then_refused(
        ChecksMissing, checks=list(s.PLATE_CHECKS)
    )


def test_an_approved_plate_case_gets_its_temporary_plate_and_a_day_of_delivery() -> None:
    case = (
        given(s.CHECKED)
        .when(ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON)
        .then(*s.APPROVED[-2:])
        .case
    )
    assert case.clock is None
    assert case.decided_by == "reviewer"


def test_who_wants_no_temporary_plate_gets_none() -> None:
    without = replace(s.CHECKED[0], facts=replace(s.PLATE_FACTS, need_temp_plate=False))
    given(without, s.CHECKED[1:]).when(ApproveCase(), by=s.REVIEWER, on=s.APPROVED_ON).then(
        s.APPROVED[-2]
    )


def test_an_approved_change_of_the_register_completes_the_case() -> None:
    case = (
        given(s.CONTACT_IN_REVIEW)
        .when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON)
        .then(*s.CONTACT_COMPLETED[-2:])
        .case
    )
    assert case.stage is Stage.COMPLETED


def test_an_approved_deferral_completes_the_case() -> None:
    case = (
        given(s.DEFERRAL_IN_REVIEW)
        .when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON)
        .then(*s.DEFERRED[-2:])
        .case
    )
    assert case.deferred_until == date(2022, 7, 1)


def test_a_deferral_is_granted_for_three_years_at_most() -> None:
    longest, too_long = (
        replace(s.DEFERRAL_IN_REVIEW[0], facts=replace(s.DEFERRAL_FACTS, requested_until=until))
        for until in (date(2023, 7, 1), date(2023, 7, 2))
    )
    approve = ApproveCase()
    rest = s.DEFERRAL_IN_REVIEW[1:]
    assert given(longest, rest).when(approve, by=s.REVIEWER, on=s.REVIEWED_ON).refusal is None
    given(too_long, rest).when(approve, by=s.REVIEWER, on=s.REVIEWED_ON).then_refused(
        DeferralTooLong, latest=date(2023, 7, 1)
    )


def test_a_refusal_carries_reasons_remedies_and_the_money_back() -> None:
    case = (
        given(s.ACCEPTED, ReviewStarted(reviewer="third"))
        .when(RefuseCase(codes=("R-NOT-OWNER",)), by=s.THIRD, on=s.APPROVED_ON)
        .then(s.REFUSED[-1])
        .case
    )
    assert case.refunded_fen == case.paid_fen
    assert case.reconsider_by == date(2020, 5, 4)
    assert case.clock is None


def test_nobody_is_refused_for_an_unknown_reason() -> None:
    given(s.IN_REVIEW).when(
        RefuseCase(codes=("R-MOOD",)), by=s.REVIEWER, on=s.APPROVED_ON
    ).then_refused(ReasonUnknown, codes=["R-MOOD"])


def test_nobody_is_refused_by_a_program() -> None:
    given(s.CONTACT_IN_REVIEW).when(
        RefuseCase(codes=("R-NOT-OWNER",)), by=s.TIMEKEEPER, on=s.APPROVED_ON
    ).then_refused(NotPermitted, command="RefuseCase", role="system")
