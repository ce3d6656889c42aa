"""The visit at a window, which a suspended office cannot receive."""

from datetime import date

from msgspec.structs import replace

from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.grounds import GreenKind, StopReason
from domain.case.intake.commands import MoveToOnSite, RecordOnSiteVisit
from domain.case.intake.events import MovedToOnSite, OnSiteVisitRecorded
from domain.case.intake.reasons import OnSiteReason
from domain.case.intake.refusals import DocumentsMissing
from domain.case.overlays.events import GreenChannelGranted
from domain.case.refusals import WindowClosed
from domain.case.stage import Stage
from domain.case.state import Running, Stopped
from domain.refusal import NotAtThisStage
from tests.unit.case import situations as s
from tests.unit.case.given import given

MOVED = MovedToOnSite(reason=OnSiteReason.PHOTO)
STOPPED = ClockStopped(reason=StopReason.ON_SITE, days_left=14)
ACCEPTED_ON_SITE = (*s.ACCEPTED, MOVED, STOPPED)
VISIT = RecordOnSiteVisit()


def test_the_clock_rests_until_the_applicant_comes() -> None:
    case = (
        given(s.ACCEPTED)
        .when(MoveToOnSite(reason=OnSiteReason.PHOTO), by=s.CLERK, on=s.REVIEWED_ON)
        .then(MOVED, STOPPED)
        .case
    )
    assert case.clock == Stopped(14, s.DECIDE_BY)
    assert case.stage is Stage.ON_SITE_REQUIRED


def test_before_acceptance_there_is_no_clock_to_rest() -> None:
    given(s.SUBMITTED).when(
        MoveToOnSite(reason=OnSiteReason.PHOTO), by=s.CLERK, on=s.ACCEPTED_ON
    ).then(MOVED)


def test_an_approved_case_needs_no_visit() -> None:
    given(s.APPROVED).when(
        MoveToOnSite(reason=OnSiteReason.PLATE_MOUNTING), by=s.CLERK, on=s.PRODUCED_ON
    ).then_refused(NotAtThisStage, stage="approved")


def test_the_visit_starts_the_clock_again() -> None:
    case = (
        given(ACCEPTED_ON_SITE)
        .when(VISIT, by=s.THIRD, on=date(2020, 3, 16))
        .then(
            OnSiteVisitRecorded(officer="third"),
            ClockRestarted(decide_by=date(2020, 4, 3), old=s.DECIDE_BY),
        )
        .case
    )
    assert case.clock == Running(date(2020, 4, 3))
    assert case.stage is Stage.IN_REVIEW


def test_a_case_that_comes_to_the_window_first_is_accepted_there() -> None:
    case = (
        given(s.SUBMITTED, MOVED)
        .when(VISIT, by=s.CLERK, on=s.ACCEPTED_ON)
        .then(s.ACCEPTED_EVENT, OnSiteVisitRecorded(officer="clerk"))
        .case
    )
    assert case.accepted_by == "clerk"


def test_what_is_missing_at_the_window_is_missing_there_too() -> None:
    incomplete = s.plate_submission(facts=replace(s.PLATE_FACTS, papers=s.PAPERS[:1]))
    given(incomplete, s.SUBMITTED[1], MOVED).when(VISIT, by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        DocumentsMissing, documents=["id_back", "registration_certificate"]
    )


def test_a_suspended_office_receives_nobody() -> None:
    given(ACCEPTED_ON_SITE).when(
        VISIT, by=s.CLERK, on=date(2020, 3, 16), closed=[s.ZHENGZHOU]
    ).then_refused(WindowClosed, office=s.ZHENGZHOU)


def test_a_suspended_office_receives_the_green_channel() -> None:
    green = GreenChannelGranted(kind=GreenKind.AMBULANCE)
    case = (
        given(ACCEPTED_ON_SITE, green)
        .when(VISIT, by=s.CLERK, on=date(2020, 3, 16), closed=[s.ZHENGZHOU])
        .case
    )
    assert case.stage is Stage.IN_REVIEW
