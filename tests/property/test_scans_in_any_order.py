"""However a carrier tells what it saw, in whatever order and how often, a parcel ends the same."""

from datetime import timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.parcels import commands, events
from domain.parcels.irregularities import open_irregularities
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import FailedDelivery, ScanStatus, Signatory
from domain.parcels.state import Parcel
from domain.parcels.timer import timed, timer
from tests.kit.parcel_histories import CASE, EIGHT, NOW, OFFICE, UNDER_WAY, circumstances, told

PLACES = ("410100", "410122", "411025")


@st.composite
def scans(draw: st.DrawFn) -> tuple[commands.RecordItemScan, ...]:
    """Eight scans, some of which contradict each other or have one and the same instant."""
    return tuple(_scan(draw, name, draw(st.sampled_from(ScanStatus))) for name in "abcdefgh")


def _scan(draw: st.DrawFn, name: str, status: ScanStatus) -> commands.RecordItemScan:
    delivered = status is ScanStatus.DELIVERED
    return commands.RecordItemScan(
        scan=name,
        status=status,
        place=draw(st.sampled_from(PLACES)),
        scanned_at=NOW + timedelta(hours=draw(st.integers(0, 12))),
        reason=draw(st.sampled_from(FailedDelivery)) if status is ScanStatus.FAILED else None,
        signatory=draw(st.sampled_from(Signatory)) if delivered else None,
        id_seen=delivered and draw(st.booleans()),
    )


def test_every_permutation_of_eight_scans_leads_to_one_state() -> None:
    event_of = {each.scan: PARCEL.decide(told(), each, circumstances()).events[0] for each in EIGHT}
    one_state = told(*EIGHT)
    for order in permutations(event_of.values()):
        assert PARCEL.fold((*UNDER_WAY, *order)) == one_state


@settings(max_examples=2000)
@given(st.permutations([*EIGHT, *EIGHT, *EIGHT[2:5]]))
def test_two_thousand_orders_with_repetitions_lead_to_one_state(
    order: list[commands.RecordItemScan],
) -> None:
    assert told(*order) == told(*EIGHT)


@settings(max_examples=500)
@given(scans(), st.data())
def test_any_eight_scans_commute_and_may_be_repeated(
    eight: tuple[commands.RecordItemScan, ...], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(eight))
    again = data.draw(st.lists(st.sampled_from(eight), max_size=8))
    one, other = told(*eight), told(*order, *again)
    assert one == other
    assert open_irregularities(one) == open_irregularities(other)
    assert {each.id for each in other.scans} == set("abcdefgh")


@settings(max_examples=300)
@given(scans(), st.data())
def test_what_the_office_does_between_two_scans_does_not_depend_on_their_order(
    eight: tuple[commands.RecordItemScan, ...], data: st.DataObject
) -> None:
    """It came back, and the recipient collects it: that stands beside the set of scans."""
    kept = events.ParcelChangedToPickup(case=CASE, office=OFFICE)
    order, cut = data.draw(st.permutations(eight)), data.draw(st.integers(0, 8))
    between = _then(PARCEL.evolve(told(*order[:cut]), kept), *order[cut:])
    assert between == PARCEL.evolve(told(*eight), kept)


@settings(max_examples=300)
@given(scans(), st.data())
def test_the_clock_is_kept_by_the_current_scan_alone(
    eight: tuple[commands.RecordItemScan, ...], data: st.DataObject
) -> None:
    kept = timed(PARCEL.fold(UNDER_WAY))
    for each in data.draw(st.permutations(eight)):
        event = PARCEL.decide(told(), each, circumstances()).events[0]
        kept = timed(PARCEL.evolve(kept, event))
    assert timer(kept) == timer(told(*eight))


def _then(current: Parcel, *scans: commands.RecordItemScan) -> Parcel:
    for each in scans:
        current = PARCEL.decide(current, each, circumstances()).after
    return current
