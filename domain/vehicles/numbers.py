"""The plate number of a vehicle, which no other one bears."""

from collections.abc import Iterable
from typing import Final

from domain.aggregate import Link
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import GiveUpNumber, TakeNumber
from domain.claims.kind import ClaimKind
from domain.claims.state import plate_number
from domain.register.vehicle import VehicleState
from domain.vehicles.events import VehicleOutcomeUndone
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
    """Whatever happens to a vehicle claims the number that it bears, if nobody has claimed it yet.

    The number that it bore before is kept for its owner, unless he had it by a decision that has
    fallen.
    """
    had, has, kind = borne(before), borne(after), ClaimKind.PLATE_NUMBER
    if has and (has != had or after.since != before.since):
        take = TakeNumber(kind=kind, case=at.stream, vehicle=at.stream, on_record=True)
        yield Link(CLAIM, plate_number(has), take, fresh=has != had)
    if had and had != has:
        fallen = bool(after.since) and isinstance(after.since[-1], VehicleOutcomeUndone)
        owner = None if fallen else before.record.owner
        give_up = GiveUpNumber(kind=kind, case=at.stream, vehicle=at.stream, owner=owner)
        yield Link(CLAIM, plate_number(had), give_up)
