"""A case goes to another prefecture where the law lets any office act, and he consents."""

import dataclasses
from collections.abc import Mapping, Sequence, Set
from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.case.at_his_window import AppliedOnline
from domain.case.case import CASE
from domain.case.deadlines.events import ClockStopped
from domain.case.grounds import Hold, StopReason
from domain.case.intake.events import MovedToOnSite
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.commands import AgreeToTransfer, DeclineTransfer, OfferTransfer
from domain.case.overlays.events import (
    CaseTransferred,
    HoldReleased,
    HoldSet,
    TransferAgreed,
    TransferDeclined,
    TransferOffered,
)
from domain.case.overlays.refusals import (
    AnotherOffer,
    ConsentNotNeeded,
    ReceivingWindowClosed,
    ServiceStaysHere,
)
from domain.case.refusals import OfficeUnknown, OfficeWithoutCasework
from domain.case.review.events import ReviewStarted
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.conflict import ConflictOfInterest, OtherOfficerRequired
from domain.message import Command, Event
from domain.offices.transfer_reason import TransferReason
from domain.people import Actor
from domain.prefectures.events import PrefectureClassified, WindowsSuspended
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted, Refusal
from domain.services.catalogue import EVERY_SERVICE
from domain.services.facts import AtCounter
from tests.kit.life import submission
from tests.unit.case import situations as s
from tests.unit.case.given import circumstances, morning

ON = date(2020, 3, 9)
SUSPENDED = TransferReason.OFFICE_SUSPENDED
OFFER = OfferTransfer(to_office=s.LUOYANG, reason=SUSPENDED)
OFFERED = TransferOffered(to_office=s.LUOYANG, reason=SUSPENDED)
AGREE = AgreeToTransfer(to_office=s.LUOYANG)
AGREED = TransferAgreed(to_office=s.LUOYANG)
MOVED = CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.LUOYANG, reason=SUSPENDED)
HELD = HoldSet(kind=Hold.OFFICE_SUSPENDED, held_at=morning(s.REVIEWED_ON), basis="410100-2")

Prefectures = Mapping[UUID, Prefecture]
OPEN: Prefectures = {stream_of(s.LUOYANG): Prefecture()}
CLOSED: Prefectures = {
    stream_of(s.LUOYANG): PREFECTURE.fold(
        (
            PrefectureClassified(region=s.LUOYANG, region_class=1),
            WindowsSuspended(effective_on=date(2020, 1, 31)),
        )
    )
}


def a_case(*more: CaseEvent, service: str = "licence_renewal", **changes: object) -> list[Event]:
    """A case that Zhengzhou has accepted."""
    facts = submission(service, 1, s.SUBMITTED_ON, **changes).facts
    submitted = s.plate_submission(facts=facts, stage=Stage.SUBMITTED, pay_by=None)
    return [submitted, s.ACCEPTED_EVENT, *more]


def decide(
    history: Sequence[Event],
    command: Command,
    by: Actor = s.CITIZEN,
    windows: Prefectures = OPEN,
    id_indexes: Set[bytes] = frozenset(),
) -> tuple[Event, ...]:
    at = dataclasses.replace(circumstances(morning(ON), by), seen=windows, id_indexes=id_indexes)
    return CASE.decide(CASE.fold(history), command, at).events


def refused(
    kind: type[Refusal],
    history: Sequence[Event],
    command: Command,
    by: Actor = s.CITIZEN,
    windows: Prefectures = OPEN,
) -> Refusal:
    with pytest.raises(kind) as found:
        decide(history, command, by, windows)
    return found.value


def after(history: Sequence[Event], decided: Sequence[Event]) -> Case:
    return CASE.fold([*history, *decided])


IN_REVIEW = a_case(ReviewStarted(reviewer="reviewer"))
WAITS = [*IN_REVIEW, OFFERED]


@pytest.mark.parametrize("by", [s.LEADER, s.HQ])
def test_an_offer_moves_nothing_and_is_made_once(by: Actor) -> None:
    assert decide(IN_REVIEW, OFFER, by) == (replace(OFFERED, officer=by.person),)
    assert after(IN_REVIEW, (OFFERED,)).office == s.ZHENGZHOU
    assert decide(WAITS, OFFER, by) == ()


def test_a_clerk_offers_nothing_and_a_citizen_neither() -> None:
    for by in (s.CLERK, s.CITIZEN):
        refused(NotPermitted, IN_REVIEW, OFFER, by)


def test_whoever_consents_lets_it_go_and_the_clock_runs_on() -> None:
    decided = decide(WAITS, AGREE)
    assert decided == (AGREED, MOVED)
    case, before = after(WAITS, decided), CASE.fold(IN_REVIEW)
    assert (case.office, case.offer, case.reviewer) == (s.LUOYANG, None, None)
    assert (case.clock, case.stage) == (before.clock, before.stage)


def test_whoever_declines_leaves_it_where_it_is() -> None:
    assert decide(WAITS, DeclineTransfer()) == (TransferDeclined(),)
    assert after(WAITS, (TransferDeclined(),)) == CASE.fold(IN_REVIEW)


def test_nobody_answers_what_was_not_offered() -> None:
    for command in (AGREE, DeclineTransfer()):
        refused(NotAsThingsStand, IN_REVIEW, command)
        refused(NotAsThingsStand, [*WAITS, AGREED, MOVED], command)


def test_he_consents_to_the_last_offer_and_to_no_other() -> None:
    other = TransferOffered(to_office="410500", reason=SUSPENDED)
    found = refused(AnotherOffer, [*WAITS, other], AGREE)
    assert found.details() == {"to_office": "410500"}


def test_a_closed_window_is_offered_to_nobody_and_receives_nothing() -> None:
    refused(ReceivingWindowClosed, IN_REVIEW, OFFER, s.LEADER, CLOSED)
    refused(ReceivingWindowClosed, WAITS, AGREE, s.CITIZEN, CLOSED)


def test_whoever_must_come_goes_on_at_the_open_window_of_the_other_city() -> None:
    called = [
        *IN_REVIEW,
        MovedToOnSite(reason=OnSiteReason.PHOTO),
        ClockStopped(reason=StopReason.ON_SITE, days_left=5),
        HELD,
        OFFERED,
    ]
    released = HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis="410100-2")
    assert decide(called, AGREE) == (AGREED, MOVED, released)


def test_what_was_to_be_collected_is_collected_there() -> None:
    waits = a_case(OFFERED, delivery=AtCounter(s.BRANCH))
    agreed = TransferAgreed(to_office=s.LUOYANG, counter=s.LUOYANG)
    decided = decide(waits, AGREE)
    assert decided == (agreed, MOVED)
    assert after(waits, decided).counter == s.LUOYANG


def test_a_centre_has_no_window_so_its_vehicle_office_hands_it_out() -> None:
    centre = f"{s.LUOYANG}.noc"
    waits = a_case(
        TransferOffered(to_office=centre, reason=SUSPENDED), delivery=AtCounter(s.BRANCH)
    )
    agreed = decide(waits, AgreeToTransfer(to_office=centre))[0]
    assert agreed == TransferAgreed(to_office=centre, counter=s.LUOYANG)


@pytest.mark.parametrize("service", ["plate_reissue", "renewal_deferral", "licence_photo_submit"])
def test_what_only_one_city_may_do_is_never_offered(service: str) -> None:
    refused(ServiceStaysHere, a_case(service=service), OFFER, s.LEADER)


def test_licences_are_exchanged_reissued_and_reviewed_anywhere_and_vehicles_nowhere_else() -> None:
    anywhere = {code for code, each in EVERY_SERVICE.items() if each.anywhere}
    assert anywhere == {
        "licence_renewal",
        "licence_lost_reissue",
        "licence_damaged_replace",
        "licence_overage_exchange",
        "medical_submit",
        "licence_reissue_w",
        "licence_renewal_w",
        "licence_overage_w",
        "medical_submit_w",
        "licence_convert",
        "licence_move_in",
        "licence_downgrade",
        "review",
    }


@pytest.mark.parametrize(
    ("office", "refusal"),
    [
        ("999999", OfficeUnknown),
        ("410300.exs1", OfficeWithoutCasework),
        (s.BRANCH, ConsentNotNeeded),
    ],
)
def test_an_offer_names_an_office_elsewhere_that_decides(
    office: str, refusal: type[Refusal]
) -> None:
    refused(refusal, IN_REVIEW, OfferTransfer(to_office=office, reason=SUSPENDED), s.LEADER)


def test_an_offer_ends_with_the_decision() -> None:
    end = s.REFUSED[-1]
    assert CASE.fold([*WAITS, end]).offer is None
    refused(NotAtThisStage, [*WAITS, end], AGREE)


def test_an_officer_enters_the_consent_only_of_whoever_applied_at_a_window() -> None:
    for command in (AGREE, DeclineTransfer()):
        refused(AppliedOnline, WAITS, command, s.CLERK)
    first = WAITS[0]
    taken_in = [replace(first, taken_in_by=s.CLERK.person), *WAITS[1:]]
    assert decide(taken_in, AGREE, s.THIRD)[0] == replace(AGREED, taken_in_by=s.THIRD.person)
    assert decide(taken_in, DeclineTransfer(), s.THIRD) == (
        TransferDeclined(taken_in_by=s.THIRD.person),
    )


def test_whoever_offered_it_does_not_enter_the_consent_but_another_officer_does() -> None:
    """Old offers do not name who made them."""
    asked = replace(OFFERED, officer=s.LEADER.person)
    taken_in = [replace(WAITS[0], taken_in_by=s.CLERK.person), *IN_REVIEW[1:], asked]
    refused(OtherOfficerRequired, taken_in, AGREE, s.LEADER)
    assert decide(taken_in, DeclineTransfer(), s.LEADER)
    assert decide(taken_in, AGREE, s.THIRD)[0] == replace(AGREED, taken_in_by=s.THIRD.person)
    assert decide([*IN_REVIEW, asked], AGREE) == (AGREED, MOVED)


def test_an_officer_whose_own_matter_it_is_enters_nothing() -> None:
    taken_in = [replace(WAITS[0], taken_in_by=s.CLERK.person), *WAITS[1:]]
    own = frozenset({CASE.fold(taken_in).id_no_index})
    with pytest.raises(ConflictOfInterest):
        decide(taken_in, AGREE, s.THIRD, id_indexes=own)
