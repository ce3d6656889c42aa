"""The plate number of a vehicle, which no other one bears."""

from collections.abc import Iterable
from typing import Final

from domain.aggregate import Link
from domain.circumstances import Circumstances
from domain.numbers.commands import GiveUpNumber, IssueNumber
from domain.numbers.number import NUMBER
from domain.numbers.prefix import prefix_of
from domain.numbers.state import plate_number
from domain.register.vehicle import VehicleState
from domain.vehicles.events import VehicleOutcomeUndone, VehiclePlatesExchanged
from domain.vehicles.state import VehicleOnRecord

_WITHOUT_PLATES: Final = frozenset(
    {VehicleState.MOVED_OUT, VehicleState.CANCELLED, VehicleState.CANCELLED_BY_FORCE}
)


def borne(vehicle: VehicleOnRecord) -> bytes | None:
    """The index of the number that it bears. The plates of one that is gone were taken in."""
    record = vehicle.record
    return None if record.states & _WITHOUT_PLATES else record.plate_no


def number_links(
    before: VehicleOnRecord, after: VehicleOnRecord, at: Circumstances
) -> Iterable[Link]:
    """Whatever happens to a vehicle says which number it bears, if nobody has said so yet.

    The number that it bore before is kept for its owner, unless he had it by a decision that has
    fallen, or has exchanged it for another one.
    """
    had, has = borne(before), borne(after)
    record, was = after.record, before.record
    if has and (has != had or after.since != before.since):
        issue = IssueNumber(
            case=at.stream,
            vehicle=at.stream,
            prefix=prefix_of(record.office),
            plate_kind=record.plate_kind,
        )
        yield Link(NUMBER, plate_number(has), issue, fresh=has != had)
    if had and had != has:
        last = after.since[-1] if after.since else None
        kept = not isinstance(last, VehicleOutcomeUndone | VehiclePlatesExchanged)
        give_up = GiveUpNumber(
            case=at.stream,
            vehicle=at.stream,
            owner=was.owner if kept else None,
            prefix=prefix_of(was.office),
            plate_kind=was.plate_kind,
        )
        yield Link(NUMBER, plate_number(had), give_up)
