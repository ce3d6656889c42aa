"""The ways of items: drawn from a seed, as long as ways in Henan are, and ended but for a few."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest

from cheguan.carrier.journey import Road, journey
from cheguan.carrier.roads import HOURS, HUB, city_of
from domain.calendar import OFFICE_ZONE
from domain.carriers.carrier_scan import CarrierScan
from domain.identifiers import postal_item
from domain.identifiers.henan_names import NAMES
from domain.offices.tree import REGIONS
from domain.parcels.reasons import ScanStatus

HANDED_AT = datetime(2020, 2, 24, 8, tzinfo=UTC)
MANY = 2_000


def way(serial: int, to: str = "411524", start: str = "410100") -> list[CarrierScan]:
    road = Road(postal_item.make("EM", serial=serial), start, to, 500)
    return list(journey(road, HANDED_AT, 7))


def hours(scans: list[CarrierScan]) -> float:
    return (scans[-1].scanned_at - HANDED_AT) / timedelta(hours=1)


def test_every_city_has_a_road_from_the_centre() -> None:
    assert HOURS.keys() == REGIONS.keys()
    assert {city_of(place) for place in NAMES} == HOURS.keys()


def test_the_same_seed_tells_the_same_way() -> None:
    assert way(1) == way(1)
    assert way(1) != way(2)
    road = Road(postal_item.make("EM", serial=1), "410100", "411524")
    assert journey(road, HANDED_AT, 7) != journey(road, HANDED_AT, 8)


def test_scans_stand_in_their_order_from_the_collection_to_one_end() -> None:
    for serial in range(300):
        scans = way(serial)
        assert scans[0].status is ScanStatus.COLLECTED
        assert [each.scanned_at for each in scans] == sorted(each.scanned_at for each in scans)
        ends = [e for e in scans if e.status in {ScanStatus.DELIVERED, ScanStatus.RETURNED}]
        assert len(ends) <= 1
        assert not ends or ends[0] is scans[-1]
        assert len({each.scan_id for each in scans}) == len(scans)


def test_mail_between_two_other_cities_goes_through_the_centre_and_local_mail_does_not() -> None:
    places = {each.place for each in way(3, to="411524", start="410300")}
    assert {"410300", HUB, "411500", "411524"} == places
    assert {each.place for each in way(4, to="410105")} == {"410100", "410105"}


def test_most_are_delivered_and_the_others_failed_came_back_or_were_lost() -> None:
    ends = Counter(way(serial)[-1].status for serial in range(MANY))
    assert 0.98 <= ends[ScanStatus.DELIVERED] / MANY <= 0.995
    assert 0.004 <= ends[ScanStatus.RETURNED] / MANY <= 0.02
    lost = MANY - ends[ScanStatus.DELIVERED] - ends[ScanStatus.RETURNED]
    assert 1 <= lost <= 0.01 * MANY


def test_what_comes_back_was_tried_twice() -> None:
    back = [w for w in map(way, range(MANY)) if w[-1].status is ScanStatus.RETURNED]
    assert back
    for scans in back:
        assert sum(each.status is ScanStatus.FAILED for each in scans) == 2


@pytest.mark.parametrize(
    ("to", "least", "most"), [("410105", 10, 30), ("410202", 12, 48), ("411524", 15, 60)]
)
def test_half_of_the_items_arrive_when_they_would(to: str, least: int, most: int) -> None:
    """In the city by the next day, in a far county of the province in two or three."""
    assert least <= median(hours(way(serial, to)) for serial in range(300)) <= most


def test_an_item_is_carried_out_by_day_and_signed_for_against_the_identity_card() -> None:
    for serial in range(200):
        for each in way(serial):
            if each.status is ScanStatus.OUT_FOR_DELIVERY:
                assert each.scanned_at.astimezone(OFFICE_ZONE).hour in {9, 15}
            if each.status is ScanStatus.DELIVERED:
                assert (each.id_seen, each.collected_fen) == (True, 500)


def test_a_hurried_item_goes_the_same_way_sooner() -> None:
    road = Road(postal_item.make("EM", serial=1), "410100", "411524", 500)
    slow, fast = journey(road, HANDED_AT, 7), journey(road, HANDED_AT, 7, hurry=100)
    assert [(e.scan_id, e.place) for e in slow] == [(e.scan_id, e.place) for e in fast]
    assert hours(list(slow)) == pytest.approx(100 * hours(list(fast)))
