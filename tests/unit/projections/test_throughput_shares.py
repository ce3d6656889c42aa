"""Who began on a day, and who of them came to an end: counted on the day they began."""

from datetime import date, timedelta

from domain.case.delivery.events import HandedToPost, ParcelDelivered, PickedUp
from projections.throughput.fold import fold
from projections.throughput.measures import (
    CORRECTED_ONCE,
    CORRECTED_PENDING,
    DELIVERED_FIRST_POST,
    HANDED_OVER_PENDING,
    REPOSTED,
    RETURNED_FIRST_POST,
    RETURNED_PENDING,
    SUBMITTED_CORRECTED,
)
from tests.unit.case import situations as s
from tests.unit.case.test_correction import REQUESTED, SUPPLIED
from tests.unit.projections.counted import buckets, measured, sums
from tests.unit.projections.recording import folded

FIRST = s.SUBMITTED_ON
TENTH = date(2020, 3, 10)
LATE = s.DECIDE_BY + timedelta(days=1)


def test_corrections_count_on_the_day_of_the_first() -> None:
    once = folded(fold, s.SUBMITTED, (TENTH, REQUESTED))
    assert measured(once)["corrected"] == TENTH
    assert sums(once)[FIRST, SUBMITTED_CORRECTED] == sums(once)[TENTH, CORRECTED_PENDING] == 1
    twice = folded(fold, s.SUBMITTED, (TENTH, REQUESTED), (TENTH, SUPPLIED), (LATE, REQUESTED))
    assert measured(twice)["corrected"] == TENTH
    assert sums(twice)[TENTH, CORRECTED_ONCE] == sums(twice)[TENTH, CORRECTED_PENDING] == 0


def test_a_returned_parcel_counts_and_one_that_is_posted_again_on_the_day_it_came_back() -> None:
    row = folded(fold, s.RETURNED)
    assert measured(row)["returned"] == FIRST
    assert sums(row)[FIRST, RETURNED_FIRST_POST] == sums(row)[FIRST, RETURNED_PENDING] == 1
    again = HandedToPost(item_no=s.ITEM_2, attempt=2, expected_by=LATE)
    delivered = ParcelDelivered(delivered_on=LATE)
    reposted = folded(fold, s.RETURNED, (TENTH, again), (LATE, delivered))
    assert sums(reposted)[FIRST, REPOSTED] == 1
    assert measured(reposted)["posted_again"] == TENTH
    assert measured(reposted)["delivered"] == LATE
    assert sums(reposted)[FIRST, DELIVERED_FIRST_POST] == 0


def test_who_waits_for_his_first_post_keeps_the_rate_of_that_day_open() -> None:
    under_way = folded(fold, s.IN_POST)
    assert sums(under_way)[FIRST, HANDED_OVER_PENDING] == 1
    delivered = folded(fold, s.IN_POST, (LATE, ParcelDelivered(delivered_on=LATE)))
    assert sums(delivered)[FIRST, HANDED_OVER_PENDING] == 0
    assert sums(delivered)[FIRST, DELIVERED_FIRST_POST] == 1


def test_a_pickup_is_no_delivery() -> None:
    row = folded(fold, s.READY_FOR_PICKUP, (TENTH, PickedUp(officer="clerk")))
    assert measured(row)["picked_up"] == TENTH
    assert "delivered" not in measured(row)
    assert "transit" not in buckets(row)
