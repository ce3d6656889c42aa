"""Where a parcel is follows from the set of its scans, and nothing that a carrier tells is lost."""

from datetime import timedelta

import pytest

from domain.parcels import events
from domain.parcels.commands import ClearIrregularity, RecordItemScan
from domain.parcels.irregularities import open_irregularities
from domain.parcels.reasons import Clearing, FailedDelivery, Irregularity, ScanStatus, Signatory
from domain.parcels.refusals import PlaceUnknown, ScanDiffers, ScanIncomplete
from domain.parcels.scan import by_time
from domain.parcels.state import ParcelStage
from domain.plausible import TimeImplausible
from domain.refusal import NotAtThisStage, NotPermitted
from tests.kit.parcel_histories import (
    CASE,
    CLERK,
    COUNTY,
    EIGHT,
    NOW,
    PREPARED,
    TIMEKEEPER,
    given,
    otherwise,
    scan,
    told,
)

COLLECTED, DELIVERED = EIGHT[0], EIGHT[-1]
TRIED_TWICE = (EIGHT[4], EIGHT[6])
RETURNED = scan("r1", ScanStatus.RETURNED, 90)


def kinds(*scans: RecordItemScan) -> list[Irregularity]:
    return [each.kind for each in open_irregularities(told(*scans))]


def test_a_parcel_is_where_it_was_seen_last() -> None:
    assert told().stage is ParcelStage.HANDED_OVER
    assert told(*EIGHT[:4]).stage is ParcelStage.IN_TRANSIT
    assert told(*EIGHT[:5]).stage is ParcelStage.NOT_DELIVERED
    assert told(*EIGHT[:6]).stage is ParcelStage.IN_TRANSIT
    assert told(*EIGHT[:7]).tries == 2
    assert told(EIGHT[6], EIGHT[5]).stage is ParcelStage.NOT_DELIVERED
    assert told(*TRIED_TWICE, RETURNED).stage is ParcelStage.RETURNED


def test_a_scan_that_is_told_again_changes_nothing() -> None:
    current = told(COLLECTED)
    assert given(current, COLLECTED) == ()
    assert len(told(COLLECTED, COLLECTED, DELIVERED, COLLECTED).scans) == 2


def test_the_same_id_means_the_same_scan() -> None:
    with pytest.raises(ScanDiffers):
        given(told(COLLECTED), otherwise(COLLECTED, status=ScanStatus.ARRIVED))


def test_the_way_is_told_by_the_clock_of_the_carrier() -> None:
    assert [each.id for each in by_time(told(*reversed(EIGHT)).scans)] == [e.scan for e in EIGHT]


def test_an_instant_counts_whatever_its_offset() -> None:
    here = otherwise(COLLECTED, scanned_at=COLLECTED.scanned_at.astimezone())
    assert given(told(COLLECTED), here) == ()


def test_a_scan_says_all_that_belongs_to_it_and_no_more() -> None:
    for wrong, pointer in (
        (otherwise(TRIED_TWICE[0], reason=None), "/reason"),
        (otherwise(COLLECTED, reason=FailedDelivery.ABSENT), "/reason"),
        (otherwise(DELIVERED, signatory=None), "/signatory"),
        (otherwise(COLLECTED, signatory=Signatory.RECIPIENT), "/signatory"),
        (otherwise(COLLECTED, id_seen=True), "/id_seen"),
        (otherwise(RETURNED, collected_fen=1), "/collected_fen"),
    ):
        with pytest.raises(ScanIncomplete) as refused:
            given(told(), wrong)
        assert refused.value.pointer == pointer


def test_a_scan_lies_in_henan_after_the_parcel_was_made_and_not_in_the_future() -> None:
    with pytest.raises(PlaceUnknown):
        given(told(), otherwise(COLLECTED, place="419999"))
    for wrong in (NOW - timedelta(days=2), NOW + timedelta(days=11)):
        with pytest.raises(TimeImplausible):
            given(told(), otherwise(COLLECTED, scanned_at=wrong))
    assert given(told(), otherwise(COLLECTED, scanned_at=NOW - timedelta(hours=1)))


def test_what_is_in_no_envelope_is_not_scanned() -> None:
    with pytest.raises(NotAtThisStage):
        given(told(before=()), COLLECTED)
    with pytest.raises(NotAtThisStage):
        given(told(before=(PREPARED,)), COLLECTED)


def test_a_carrier_only_tells_scans() -> None:
    late = ClearIrregularity(irregularity=Irregularity.OVERDUE, clearing=Clearing.LOST)
    with pytest.raises(NotPermitted):
        given(told(), late)


def test_delivered_and_then_returned_is_kept_and_shown_as_a_contradiction() -> None:
    both = told(*TRIED_TWICE, DELIVERED, RETURNED)
    assert both.stage is ParcelStage.DELIVERED
    assert {each.id for each in both.scans} == {"s5", "s7", "s8", "r1"}
    [found] = open_irregularities(both)
    assert found.kind is Irregularity.CONTRADICTORY
    assert found.scans == {"s8", "r1"}
    assert kinds(RETURNED, *TRIED_TWICE, DELIVERED) == [Irregularity.CONTRADICTORY]


def test_seen_on_its_way_after_its_end_is_a_contradiction_too() -> None:
    assert kinds(*EIGHT) == []
    assert kinds(*EIGHT, scan("x", ScanStatus.ARRIVED, 80)) == [Irregularity.CONTRADICTORY]


def test_a_return_after_too_few_tries_is_shown() -> None:
    assert kinds(*TRIED_TWICE, RETURNED) == []
    assert kinds(TRIED_TWICE[0], RETURNED) == [Irregularity.RETURNED_EARLY]
    assert kinds(RETURNED, *TRIED_TWICE) == []


def test_what_waits_for_a_closed_area_is_not_to_be_returned() -> None:
    closed = scan("c", ScanStatus.FAILED, 60, FailedDelivery.AREA_CLOSED)
    assert told(closed).tries == 0
    assert kinds(*TRIED_TWICE, closed, RETURNED) == [Irregularity.RETURNED_EARLY]


def test_a_signature_of_another_or_without_the_card_is_shown() -> None:
    by_another = otherwise(DELIVERED, signatory=Signatory.ANOTHER)
    unseen = otherwise(DELIVERED, id_seen=False)
    assert kinds(by_another) == kinds(unseen) == [Irregularity.SIGNED_BY_ANOTHER]
    assert kinds(DELIVERED) == []


def test_an_officer_writes_a_scan_down_as_a_carrier_does() -> None:
    [seen] = given(told(), COLLECTED, by=CLERK)
    assert isinstance(seen, events.ItemScanned)
    assert (seen.case, seen.place, seen.by_office) == (CASE, COUNTY, False)
    assert given(told(), COLLECTED, by=TIMEKEEPER) == (seen,)
