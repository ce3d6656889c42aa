"""A case that needs a window rests while it is closed, by the decision that closed it."""

from datetime import date

import msgspec
import pytest

from domain.case.deadlines.commands import FollowOpenings
from domain.case.deadlines.events import ClockRestarted, ClockStopped, DeadlineExtended
from domain.case.deadlines.refusals import BasisOfWindows
from domain.case.deadlines.timers import timer
from domain.case.delivery.commands import ChangeToPost
from domain.case.delivery.events import ChangedToPost, PostalDeliveryChosen
from domain.case.grounds import GreenKind, Hold, StopReason
from domain.case.intake.commands import MoveToOnSite, RecordOnSiteVisit
from domain.case.intake.events import MovedToOnSite, OnSiteVisitRecorded
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.commands import GrantGreenChannel, ReleaseHold, SetHold, TransferCase
from domain.case.overlays.events import (
    CaseTransferred,
    EscalationRequested,
    GreenChannelGranted,
    HoldReleased,
    HoldSet,
)
from domain.case.overlays.reasons import GreenProof
from domain.case.refusals import WindowClosed
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.offices.transfer_reason import TransferReason
from domain.people import Actor, Role, system
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.services.facts import ByPost
from tests.unit.case import situations as s
from tests.unit.case.given import Given, Result, given, morning

REACTOR = system("case_follows_openings")
FOLLOW = FollowOpenings()
MONDAY, LATER = date(2020, 3, 9), date(2020, 3, 30)
HELD = HoldSet(kind=Hold.OFFICE_SUSPENDED, held_at=morning(MONDAY), basis="410100-2")
RELEASED = HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis="410100-2")
PROMISED = s.plate_submission(facts=s.TO_COLLECT_FACTS)
KEPT_UNTIL = date(2020, 4, 6)
CAME = MovedToOnSite(reason=OnSiteReason.PHOTO)
RESTS = ClockStopped(reason=StopReason.ON_SITE, days_left=11)


def followed(case: Given, on: date = MONDAY, opened: date | None = None) -> Result:
    """It follows the decision that closed the outlets, and the one that opened everything."""
    return case.when(FOLLOW, by=REACTOR, on=on, closed=[s.BRANCH], opened=opened)


def test_who_was_promised_a_pick_up_is_held_from_the_beginning() -> None:
    followed(given(PROMISED)).then(HELD)


def test_it_is_held_once_and_what_is_posted_never() -> None:
    followed(Given(followed(given(PROMISED)).case), LATER).then_nothing()
    followed(given(s.IN_REVIEW)).then_nothing()


def test_the_opening_gives_back_the_days_of_the_pick_up_that_were_left() -> None:
    held = followed(given(s.READY_FOR_PICKUP)).then(HELD)
    assert timer(held.case) is None
    new = LATER + (KEPT_UNTIL - MONDAY)
    opened = followed(Given(held.case), LATER, opened=LATER).then(
        RELEASED,
        DeadlineExtended(
            clock=Clock.PICKUP_HOLD,
            old=KEPT_UNTIL,
            new=new,
            relief=Hold.OFFICE_SUSPENDED,
            since=LATER,
        ),
    )
    assert opened.case.holds == frozenset()


def test_the_opening_lifts_its_own_hold_and_no_other() -> None:
    other = HoldSet(kind=Hold.OFFICE_SUSPENDED, held_at=morning(MONDAY), basis="notice-7")
    relief = HoldSet(kind=Hold.RELIEF, held_at=morning(MONDAY))
    held = given(s.READY_FOR_PICKUP, HELD, other, relief)
    opened = followed(held, LATER, opened=LATER).then(
        HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis="410100-2", still_held=True)
    )
    assert opened.case.holds == {Hold.OFFICE_SUSPENDED, Hold.RELIEF}


def test_a_visit_that_is_asked_for_while_all_is_closed_is_held_at_once() -> None:
    moved = given(s.IN_REVIEW).when(
        MoveToOnSite(reason=OnSiteReason.PHOTO), by=s.REVIEWER, on=MONDAY, closed=[s.ZHENGZHOU]
    )
    moved.then(CAME, RESTS, HELD)
    opened = Given(moved.case).when(
        FOLLOW, by=REACTOR, on=LATER, closed=[s.ZHENGZHOU], opened=LATER
    )
    opened.then(RELEASED)


def test_whoever_must_come_to_a_centre_comes_to_the_window_of_the_vehicle_office() -> None:
    centre = f"{s.ZHENGZHOU}.noc"
    moved = CaseTransferred(from_office=s.ZHENGZHOU, to_office=centre, reason=TransferReason.LOAD)
    case = given(s.IN_REVIEW, CAME, RESTS, moved)
    case.when(FOLLOW, by=REACTOR, on=MONDAY, closed=[s.ZHENGZHOU]).then(HELD)
    at_centre = Actor(Role.CLERK, "clerk", centre)
    visit = RecordOnSiteVisit()
    case.when(visit, by=at_centre, on=MONDAY, closed=[s.ZHENGZHOU]).then_refused(
        WindowClosed, office=s.ZHENGZHOU
    )
    came = case.when(visit, by=at_centre, on=LATER, closed=[s.ZHENGZHOU], opened=LATER)
    assert came.decided[0] == OnSiteVisitRecorded(officer="clerk")


def test_nobody_is_sent_to_a_window_that_there_never_is() -> None:
    """Vehicles are inspected at stations, and never at the vehicle office."""
    case = Given(msgspec.structs.replace(given(s.IN_REVIEW).case, service="inspection_booking"))
    move = MoveToOnSite(reason=OnSiteReason.PHOTO)
    case.when(move, by=s.REVIEWER, on=MONDAY).then_refused(WindowClosed, office=s.ZHENGZHOU)


def test_whoever_comes_is_held_at_the_counter_where_he_is_to_collect() -> None:
    """The office is at its first step, and the branch is still closed."""
    case = given(PROMISED, *s.IN_REVIEW[1:], CAME, RESTS)
    came = case.when(RecordOnSiteVisit(), by=s.CLERK, on=MONDAY, closed=[s.BRANCH])
    came.then(
        OnSiteVisitRecorded(officer="clerk"),
        ClockRestarted(decide_by=date(2020, 3, 24), old=s.DECIDE_BY),
        HELD,
    )


@pytest.mark.requirement("R36")
def test_the_green_channel_needs_no_open_window() -> None:
    asked = EscalationRequested(kind=GreenKind.AMBULANCE)
    grant = GrantGreenChannel(proof=GreenProof.REGISTER, note="pii1.n")
    granted = given(PROMISED, HELD, asked).when(grant, by=s.LEADER, on=LATER)
    assert RELEASED in granted.decided
    followed(given(PROMISED, GreenChannelGranted(kind=GreenKind.AMBULANCE))).then_nothing()


def test_a_transfer_looks_at_the_window_of_the_other_office() -> None:
    there = TransferCase(to_office=s.BRANCH, reason=TransferReason.LOAD)
    moved = given(s.IN_REVIEW, CAME, RESTS).when(there, by=s.LEADER, on=MONDAY, closed=[s.BRANCH])
    moved.then(
        CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.BRANCH, reason=TransferReason.LOAD),
        HELD,
    )


CHANGE = ChangeToPost(sealed={"delivery": "pii1.new"}, destination_region="410105")
CHOSEN = PostalDeliveryChosen(sealed={"delivery": "pii1.new"}, destination_region="410105")


@pytest.mark.parametrize("stage", [s.UNPAID, s.SUBMITTED, s.IN_REVIEW, s.IN_PRODUCTION])
def test_whoever_waits_for_an_outlet_may_choose_the_post_free_of_charge(
    stage: tuple[CaseEvent, ...],
) -> None:
    waits = given(PROMISED, *stage[1:], HELD)
    chosen = waits.when(CHANGE, by=s.CITIZEN, on=LATER)
    assert chosen.decided[:2] == (CHOSEN, RELEASED)
    assert chosen.case.delivery == ByPost("410105")
    assert chosen.case.postage_fen == waits.case.postage_fen
    assert chosen.case.stage is waits.case.stage


def test_nobody_changes_to_the_post_early_while_the_outlet_is_open() -> None:
    given(PROMISED).when(CHANGE, by=s.CITIZEN, on=LATER).then_refused(NotAsThingsStand)


def test_a_finished_document_that_is_posted_instead_needs_no_window() -> None:
    changed = given(s.READY_FOR_PICKUP, HELD).when(CHANGE, by=s.CITIZEN, on=LATER)
    first, second = changed.decided
    assert isinstance(first, ChangedToPost)
    assert (first.postage_fen, second) == (0, RELEASED)


def test_a_case_that_has_ended_follows_nothing() -> None:
    followed(given(s.COMPLETED)).then_refused(NotAtThisStage)


@pytest.mark.parametrize("command", [SetHold, ReleaseHold])
def test_nobody_sets_or_lifts_a_hold_in_the_name_of_a_decision_about_windows(
    command: type[SetHold | ReleaseHold],
) -> None:
    held = given(s.SUBMITTED, HELD)
    forged = command(kind=Hold.OFFICE_SUSPENDED, basis="410100-9")
    held.when(forged, by=s.LEADER, on=MONDAY).then_refused(BasisOfWindows)
    own = command(kind=Hold.OFFICE_SUSPENDED, basis="notice-7")
    assert held.when(own, by=s.LEADER, on=MONDAY).refusal is None
