"""By postal express, until it is delivered or back at the office."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.delivery.commands import (
    HandToPost,
    RecordDelivery,
    RecordReturn,
    RequestRepost,
)
from domain.case.delivery.events import (
    DeliveryFailed,
    HandedToPost,
    ParcelReturned,
    RepostRequested,
)
from domain.case.delivery.refusals import (
    AreaClosed,
    IdentityNotSeen,
    ItemNumberInvalid,
    TooFewTries,
    TooManyPosts,
)
from domain.case.production.events import CaseClosed, LossDeclared
from domain.case.refusals import PaymentDiffers
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.parcels.reasons import FailedDelivery
from domain.refusal import NotAsThingsStand
from domain.services.choices import PaymentMethod
from domain.services.facts import ByPost
from tests.unit.case import situations as s
from tests.unit.case.examples import NEW_ADDRESS
from tests.unit.case.given import given

REPOST = RequestRepost(sealed=NEW_ADDRESS, destination_region="411025")
REPOSTED = RepostRequested(
    sealed=NEW_ADDRESS,
    destination_region="411025",
    hand_over_by=date(2020, 3, 12),
    postage_fen=20_00,
)
CLOSED_AREA = DeliveryFailed(reason=FailedDelivery.AREA_CLOSED)
BACK = ParcelReturned(keep_until=date(2020, 6, 9))


def posted(item: str, attempt: int) -> HandedToPost:
    return HandedToPost(item_no=item, attempt=attempt, expected_by=date(2020, 3, 20))


RETURNED_TWICE = (*s.RETURNED, REPOSTED, posted(s.ITEM_2, 2), s.ABSENT, s.ABSENT, BACK)
RETURNED_THRICE = (*RETURNED_TWICE, REPOSTED, posted(s.ITEM_3, 3), s.ABSENT, s.ABSENT, BACK)


def test_a_parcel_within_the_city_is_expected_in_three_days() -> None:
    case = (
        given(s.READY_TO_SEND)
        .when(HandToPost(item_no=s.ITEM), by=s.CLERK, on=s.POSTED_ON)
        .then(s.IN_POST[-1])
        .case
    )
    assert (case.item_no, case.posts) == (s.ITEM, 1)


def test_a_parcel_through_the_province_is_expected_in_five_days() -> None:
    elsewhere = replace(s.READY_TO_SEND[0], facts=replace(s.PLATE_FACTS, delivery=ByPost("411025")))
    given(elsewhere, s.READY_TO_SEND[1:]).when(
        HandToPost(item_no=s.ITEM), by=s.CLERK, on=s.POSTED_ON
    ).then(HandedToPost(item_no=s.ITEM, attempt=1, expected_by=date(2020, 3, 14)))


def test_an_item_number_is_stored_in_its_one_spelling() -> None:
    given(s.READY_TO_SEND).when(
        HandToPost(item_no=s.ITEM.lower()), by=s.CLERK, on=s.POSTED_ON
    ).then(s.IN_POST[-1])


def test_an_item_number_with_a_wrong_check_digit_is_refused() -> None:
    given(s.READY_TO_SEND).when(
        HandToPost(item_no="EE000000015CN"), by=s.CLERK, on=s.POSTED_ON
    ).then_refused(ItemNumberInvalid, rule="check_digit")


def test_a_delivery_waits_for_the_old_plate_to_close_the_case() -> None:
    deliver = RecordDelivery(id_seen=True)
    given(s.IN_POST).when(deliver, by=s.CARRIER, on=s.DELIVERED_ON).then(s.DELIVERED[-1])
    given(s.IN_POST, LossDeclared()).when(deliver, by=s.CARRIER, on=s.DELIVERED_ON).then(
        s.DELIVERED[-1], CaseClosed()
    )


def test_the_recipient_shows_the_own_identity_card() -> None:
    given(s.IN_POST).when(
        RecordDelivery(id_seen=False), by=s.CARRIER, on=s.DELIVERED_ON
    ).then_refused(IdentityNotSeen)


def test_exactly_what_is_owed_is_collected_at_the_door() -> None:
    on_delivery = replace(
        s.IN_POST[0], facts=replace(s.PLATE_FACTS, pays=PaymentMethod.ON_DELIVERY), pay_by=None
    )
    unpaid = (on_delivery, *s.IN_POST[2:])
    given(unpaid).when(RecordDelivery(id_seen=True), by=s.CARRIER, on=s.DELIVERED_ON).then_refused(
        PaymentDiffers, expected_fen=s.FEE + s.POSTAGE
    )
    case = (
        given(unpaid)
        .when(
            RecordDelivery(id_seen=True, collected_fen=s.FEE + s.POSTAGE),
            by=s.CARRIER,
            on=s.DELIVERED_ON,
        )
        .case
    )
    assert case.payable_fen == 0


def test_a_paid_parcel_costs_nothing_at_the_door() -> None:
    given(s.IN_POST).when(
        RecordDelivery(id_seen=True, collected_fen=20_00), by=s.CARRIER, on=s.DELIVERED_ON
    ).then_refused(PaymentDiffers, expected_fen=0)


def test_after_two_tries_the_parcel_comes_back_and_is_kept_ninety_days() -> None:
    case = (
        given(s.IN_POST, s.ABSENT, s.ABSENT)
        .when(RecordReturn(), by=s.CARRIER, on=s.DELIVERED_ON)
        .then(BACK)
        .case
    )
    assert case.deadline is not None
    assert case.deadline.clock == Clock.RETURN_HOLD


def test_after_one_try_the_parcel_does_not_come_back() -> None:
    given(s.IN_POST, s.ABSENT).when(RecordReturn(), by=s.CARRIER, on=s.DELIVERED_ON).then_refused(
        TooFewTries, tries=1, required=2
    )


def test_a_closed_area_is_no_try_and_keeps_the_parcel_at_the_post_office() -> None:
    give_back = RecordReturn()
    closed = given(s.IN_POST, s.ABSENT, s.ABSENT, CLOSED_AREA)
    assert closed.case.failed_tries == 2
    closed.when(give_back, by=s.CARRIER, on=s.DELIVERED_ON).then_refused(AreaClosed)
    given(s.IN_POST, s.ABSENT, CLOSED_AREA, s.ABSENT).when(
        give_back, by=s.CARRIER, on=s.DELIVERED_ON
    ).then(BACK)


def test_a_returned_parcel_is_sent_again_for_the_postage() -> None:
    case = given(s.RETURNED).when(REPOST, by=s.CITIZEN, on=s.DELIVERED_ON).then(REPOSTED).case
    assert case.stage is Stage.READY_TO_SEND
    assert case.payable_fen == 20_00
    assert case.delivery == ByPost("411025")


@pytest.mark.parametrize(("history", "attempt"), [(s.RETURNED, 2), (RETURNED_TWICE, 3)])
def test_each_post_is_counted_and_its_tries_anew(
    history: tuple[CaseEvent, ...], attempt: int
) -> None:
    case = (
        given(history, REPOSTED)
        .when(HandToPost(item_no=s.ITEM_4), by=s.CLERK, on=s.DELIVERED_ON)
        .case
    )
    assert (case.posts, case.failed_tries) == (attempt, 0)


def test_a_parcel_is_posted_three_times_at_most() -> None:
    given(RETURNED_THRICE).when(REPOST, by=s.CITIZEN, on=s.DELIVERED_ON).then_refused(
        NotAsThingsStand, command="RequestRepost"
    )
    given(RETURNED_THRICE, REPOSTED).when(
        HandToPost(item_no=s.ITEM_4), by=s.CLERK, on=s.DELIVERED_ON
    ).then_refused(TooManyPosts, posts=3)
