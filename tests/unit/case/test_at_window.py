"""A clerk takes a case in: on which day, and what it comes to."""

import dataclasses
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.grounds import GreenKind
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.case.intake.refusals import (
    HandlingWayUnfit,
    LeaderMustApprove,
    NoSuchWindow,
    ServiceNotOpen,
    WindowClosedForService,
)
from domain.case.overlays.events import GreenChannelGranted
from domain.case.overlays.reasons import GreenProof
from domain.case.overlays.refusals import GreenProofMissing
from domain.case.refusals import PickupOfficeClosed
from domain.case.review.commands import StartReview
from domain.case.stage import Stage
from domain.conflict import ConflictOfInterest, OtherOfficerRequired
from domain.people import Actor, Role
from domain.prefectures.step import Step
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import Channel
from domain.services.facts import AtCounter
from tests.kit.at_window import (
    BRANCH,
    CLERK,
    COUNTY,
    GREEN,
    LEADER,
    LUOYANG,
    MONDAY,
    REVIEWER,
    STATION,
    at_clock,
    at_step,
    command,
    decided,
    refused,
)
from tests.unit.case.given import circumstances, morning


def test_what_is_taken_in_is_accepted_at_once_and_handed_out_at_the_same_counter() -> None:
    submitted, accepted = decided(command("plate_reissue_w"), at_step(Step.FIRST))
    assert isinstance(submitted, CaseSubmitted)
    assert submitted.office == LUOYANG
    assert submitted.taken_in_by == "clerk"
    assert submitted.facts.delivery == AtCounter(LUOYANG)
    assert (submitted.fee_fen, submitted.pay_by) == (100_00, None)
    assert accepted == CaseAccepted(
        officer="clerk", accepted_on=MONDAY, decide_by=date(2020, 3, 16)
    )


def test_the_clerk_is_no_party_to_it_but_another_officer_reviews_it() -> None:
    events = decided(command("plate_reissue_w"), at_step(Step.FIRST))
    case = CASE.fold(events)
    assert case.stage is Stage.ACCEPTED
    at = dataclasses.replace(circumstances(morning(MONDAY), CLERK), catalogue=EVERY_SERVICE)
    with pytest.raises(OtherOfficerRequired):
        CASE.decide(case, StartReview(), dataclasses.replace(at, owner=CLERK))
    other = dataclasses.replace(at, by=REVIEWER, owner=CLERK)
    assert CASE.decide(case, StartReview(), other).events


def test_an_officer_takes_in_nothing_of_his_own() -> None:
    with pytest.raises(ConflictOfInterest):
        decided(command("plate_reissue_w"), at_step(Step.FIRST), indexes=frozenset({b"applicant"}))


@pytest.mark.requirement("R07")
@pytest.mark.parametrize(
    "service",
    ["cert_reissue", "plate_reissue_w", "permit_reissue_w", "licence_reissue_w", "temp_plate_w"],
)
def test_step_one_opens_the_vehicle_office_for_plates_and_papers(service: str) -> None:
    assert decided(command(service), at_step(Step.FIRST))


@pytest.mark.requirement("R08")
def test_step_two_opens_the_branches_but_not_for_temporary_plates() -> None:
    first, second = at_step(Step.FIRST), at_step(Step.SECOND)
    for outlet in (BRANCH, STATION):
        assert decided(command("plate_reissue_w", counter=outlet), second)
        for service, seen in (("plate_reissue_w", first), ("temp_plate_w", second)):
            why = refused(command(service, counter=outlet), seen)
            assert isinstance(why, WindowClosedForService)
            assert why.reason == "step_not_reached"
            assert why.choices[0] == LUOYANG


@pytest.mark.requirement("R09")
@pytest.mark.parametrize("service", ["reg_new", "reg_transfer"])
def test_step_three_opens_no_registration_without_a_list(service: str) -> None:
    for step in (Step.FIRST, Step.SECOND, Step.THIRD):
        assert isinstance(refused(command(service), at_step(step)), WindowClosedForService)


@pytest.mark.requirement("R10")
@pytest.mark.parametrize("service", ["reg_new", "reg_transfer", "temp_plate_w"])
def test_step_four_opens_everything(service: str) -> None:
    assert decided(command(service), at_step(Step.FOURTH))


@pytest.mark.requirement("R12")
def test_a_county_office_opens_by_its_own_decision_only() -> None:
    county = Actor(Role.CLERK, "clerk", COUNTY)
    there = command("plate_reissue_w", counter=COUNTY)
    why = refused(there, at_step(Step.FOURTH), county)
    assert isinstance(why, WindowClosedForService)
    assert (why.reason, why.choices) == ("county_undecided", [LUOYANG, BRANCH, STATION])
    assert decided(there, at_step(Step.FOURTH, COUNTY), county)


@pytest.mark.requirement("R03")
def test_who_is_refused_is_told_why_and_where_to_go() -> None:
    why = refused(command("plate_reissue_w"), at_step(Step.SUSPENDED))
    assert isinstance(why, WindowClosedForService)
    assert (why.office, why.reason, why.choices) == (LUOYANG, "suspended", [])


@pytest.mark.requirement("R27")
def test_an_ambulance_is_registered_in_the_green_channel_while_all_windows_are_closed() -> None:
    closed = at_step(Step.SUSPENDED)
    assert isinstance(refused(command("reg_ambulance"), closed), WindowClosedForService)
    events = decided(command("reg_ambulance", green=GREEN), closed, LEADER)
    granted = next(each for each in events if isinstance(each, GreenChannelGranted))
    assert (granted.kind, granted.note) == (GreenKind.AMBULANCE, "pii1.note")
    case = CASE.fold(events)
    assert case.green
    assert case.stage is Stage.ACCEPTED


@pytest.mark.requirement("R14")
def test_what_a_duty_leader_lets_in_is_an_emergency_at_any_hour() -> None:
    night, given = at_clock(MONDAY, 23), command("reg_ambulance", green=GREEN)
    submitted, *_ = decided(given, at_step(Step.SUSPENDED), LEADER, now=night)
    assert isinstance(submitted, CaseSubmitted)
    assert submitted.facts.channel is Channel.EMERGENCY


@pytest.mark.requirement("R14")
def test_an_emergency_is_nothing_that_a_clerk_declares() -> None:
    given = command("plate_reissue_w", channel=Channel.EMERGENCY)
    assert isinstance(refused(given, at_step(Step.FIRST)), LeaderMustApprove)


@pytest.mark.requirement("R14")
def test_each_window_has_its_hours() -> None:
    seen, night = at_step(Step.FIRST), at_clock(MONDAY, 23)
    late = command("plate_reissue_w", channel=Channel.EXTENDED_HOURS_WINDOW)
    assert decided(late, seen, now=night)
    for given, now in ((late, None), (command("plate_reissue_w"), night)):
        why = refused(given, seen, now=now)
        assert isinstance(why, HandlingWayUnfit)
        assert why.rule == "when"


def test_no_papers_prove_a_ground_at_a_counter_where_nothing_is_uploaded() -> None:
    papers = replace(GREEN, proof=GreenProof.PAPERS)
    given = command("reg_ambulance", green=papers)
    assert isinstance(refused(given, at_step(Step.SUSPENDED), LEADER), GreenProofMissing)


def test_only_a_duty_leader_lets_a_case_into_the_green_channel() -> None:
    given = command("reg_ambulance", green=GREEN)
    assert isinstance(refused(given, at_step(Step.SUSPENDED)), LeaderMustApprove)


@pytest.mark.parametrize("counter", ["410300.noc", "410300.ins1", "410100", "nowhere"])
def test_a_case_is_taken_in_at_a_window_of_the_officer_s_own(counter: str) -> None:
    given = command("plate_reissue_w", counter=counter)
    assert isinstance(refused(given, at_step(Step.FIRST)), NoSuchWindow)


def test_a_service_that_is_not_open_is_not_taken_in() -> None:
    closed = dataclasses.replace(EVERY_SERVICE["exam_s1"], taken_in=False)
    at = dataclasses.replace(
        circumstances(morning(MONDAY), CLERK),
        catalogue={closed.code: closed},
        seen=at_step(Step.FOURTH),
    )
    with pytest.raises(ServiceNotOpen):
        CASE.decide(CASE.initial, command(closed.code), at)


def test_a_document_is_not_promised_at_another_counter_that_is_closed() -> None:
    given = command("plate_reissue_w", delivery=AtCounter(BRANCH))
    assert isinstance(refused(given, at_step(Step.FIRST)), PickupOfficeClosed)
    assert decided(given, at_step(Step.SECOND))
