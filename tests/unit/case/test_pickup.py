"""Collected at a window; the way between the window and the post."""

from datetime import date

from msgspec.structs import replace

from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RecordPickup
from domain.case.delivery.events import ChangedToPickup, ChangedToPost, HandedToPost, PickedUp
from domain.case.delivery.refusals import IdentityNotSeen
from domain.case.grounds import GreenKind, Hold
from domain.case.intake.events import MovedToOnSite
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.events import GreenChannelGranted, HoldSet
from domain.case.production.events import CaseClosed, OldPlateReturned
from domain.case.refusals import (
    OfficeUnknown,
    OfficeWithoutPower,
    PaymentDiffers,
    PickupOfficeClosed,
    WindowClosed,
)
from domain.case.stage import Stage
from domain.refusal import NotAsThingsStand
from domain.services.facts import AtCounter
from tests.unit.case import situations as s
from tests.unit.case.examples import NEW_ADDRESS
from tests.unit.case.given import Given, given

ON = date(2020, 3, 16)
COLLECT = RecordPickup(id_seen=True, collected_fen=s.FEE)
TO_POST = ChangeToPost(sealed=NEW_ADDRESS, destination_region="410105")
KEPT_UNTIL = date(2020, 4, 16)


def test_the_document_is_handed_out_for_what_is_owed() -> None:
    case = (
        given(s.READY_FOR_PICKUP)
        .when(COLLECT, by=s.CLERK, on=ON)
        .then(PickedUp(officer="clerk", collected_fen=s.FEE))
        .case
    )
    assert case.stage is Stage.DELIVERED
    assert case.payable_fen == 0


def test_a_pickup_with_nothing_open_closes_the_case() -> None:
    given(s.READY_FOR_PICKUP, OldPlateReturned()).when(COLLECT, by=s.CLERK, on=ON).then(
        PickedUp(officer="clerk", collected_fen=s.FEE), CaseClosed()
    )


def test_nothing_is_handed_out_without_the_identity_card() -> None:
    given(s.READY_FOR_PICKUP).when(
        RecordPickup(id_seen=False, collected_fen=s.FEE), by=s.CLERK, on=ON
    ).then_refused(IdentityNotSeen)


def test_nothing_is_handed_out_for_less() -> None:
    given(s.READY_FOR_PICKUP).when(RecordPickup(id_seen=True), by=s.CLERK, on=ON).then_refused(
        PaymentDiffers, expected_fen=s.FEE
    )


def test_a_suspended_outlet_hands_nothing_out() -> None:
    given(s.READY_FOR_PICKUP).when(COLLECT, by=s.CLERK, on=ON, closed=[s.BRANCH]).then_refused(
        WindowClosed, office=s.BRANCH
    )


def test_a_suspended_outlet_serves_the_green_channel() -> None:
    green = GreenChannelGranted(kind=GreenKind.MEDICAL_SUPPLIES)
    case = given(s.READY_FOR_PICKUP, green).when(COLLECT, by=s.CLERK, on=ON, closed=[s.BRANCH]).case
    assert case.stage is Stage.DELIVERED


def test_a_returned_parcel_may_be_collected() -> None:
    case = (
        given(s.RETURNED)
        .when(ChangeToPickup(office=s.COUNTY), by=s.CITIZEN, on=ON)
        .then(ChangedToPickup(office=s.COUNTY, keep_until=KEPT_UNTIL))
        .case
    )
    assert case.delivery == AtCounter(s.COUNTY)
    assert case.stage is Stage.READY_FOR_PICKUP


def test_one_collects_only_at_an_open_counter_of_the_prefecture() -> None:
    returned = given(s.RETURNED)
    change = ChangeToPickup
    returned.when(change(office="999999"), by=s.CITIZEN, on=ON).then_refused(
        OfficeUnknown, office="999999"
    )
    returned.when(change(office=s.LUOYANG), by=s.CITIZEN, on=ON).then_refused(
        OfficeWithoutPower, office=s.LUOYANG
    )
    returned.when(change(office=s.BRANCH), by=s.CITIZEN, on=ON, closed=[s.BRANCH]).then_refused(
        PickupOfficeClosed, office=s.BRANCH
    )
    returned.when(change(office="410100.noc"), by=s.CITIZEN, on=ON).then_refused(
        PickupOfficeClosed, office="410100.noc"
    )


def test_one_may_have_it_sent_after_all_for_the_postage() -> None:
    case = (
        given(s.READY_FOR_PICKUP)
        .when(TO_POST, by=s.CITIZEN, on=ON)
        .then(
            ChangedToPost(
                sealed=NEW_ADDRESS,
                destination_region="410105",
                hand_over_by=date(2020, 3, 17),
                postage_fen=20_00,
            )
        )
        .case
    )
    assert case.stage is Stage.READY_TO_SEND
    assert case.payable_fen == s.FEE + s.POSTAGE


def test_it_is_sent_free_of_charge_when_the_outlet_has_closed() -> None:
    closed = HoldSet(kind=Hold.OFFICE_SUSPENDED)
    case = given(s.READY_FOR_PICKUP, closed).when(TO_POST, by=s.CITIZEN, on=ON).case
    assert case.payable_fen == s.FEE


def test_what_was_posted_three_times_is_only_collected() -> None:
    posted = HandedToPost(item_no=s.ITEM_3, attempt=3, expected_by=ON)
    to_collect = ChangedToPickup(office=s.BRANCH, keep_until=KEPT_UNTIL)
    given(s.READY_TO_SEND, posted, s.RETURNED[-3:], to_collect).when(
        TO_POST, by=s.CITIZEN, on=ON
    ).then_refused(NotAsThingsStand, command="ChangeToPost")


def test_the_post_is_free_from_the_day_on_which_the_outlet_is_closed() -> None:
    """The hold follows a moment after the closing. Whoever asks in between pays nothing either."""
    case = given(s.READY_FOR_PICKUP)
    asked = case.when(TO_POST, by=s.CITIZEN, on=ON, closed=[s.BRANCH]).decided[0]
    assert isinstance(asked, ChangedToPost)
    assert asked.postage_fen == 0
    paid = case.when(TO_POST, by=s.CITIZEN, on=ON).decided[0]
    assert isinstance(paid, ChangedToPost)
    assert paid.postage_fen == s.POSTAGE


def test_a_hold_of_the_window_to_which_he_is_called_does_not_change_his_outlet() -> None:
    called = (
        *s.IN_REVIEW,
        MovedToOnSite(reason=OnSiteReason.PHOTO),
        HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="410100-2"),
    )
    told = given(*called).case
    case = Given(replace(told, delivery=AtCounter(s.BRANCH)))
    case.when(TO_POST, by=s.CITIZEN, on=ON).then_refused(NotAsThingsStand)
    same = Given(replace(told, delivery=AtCounter(told.office)))
    assert same.when(TO_POST, by=s.CITIZEN, on=ON).decided
