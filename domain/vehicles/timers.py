"""What happens to a vehicle of the register when nobody acts."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline
from domain.register.extension import waits_until
from domain.register.vehicle import VehicleRecord, VehicleState
from domain.timer import Timer
from domain.vehicles import events
from domain.vehicles.state import VehicleOnRecord

_GONE: Final = frozenset(
    {VehicleState.MOVED_OUT, VehicleState.CANCELLED, VehicleState.CANCELLED_BY_FORCE}
)

_NO_PAPERS: Final[dict[str, tuple[()]]] = {"issued": (), "void": (), "taken_back": ()}


def timer(current: VehicleOnRecord) -> Timer | None:
    """The temporary plate or the inspection mark, whichever runs out first."""
    if current.record.states & _GONE:
        return None
    plate, mark = _plate_ends(current), inspection_due(current)
    waits = waits_until(current.extended, mark.clock, mark.last) if mark else None
    running = [
        *([Timer(Clock.TEMP_PLATE.value, end_of_day(plate))] if plate else ()),
        *([Timer(Clock.INSP_DUE.value, end_of_day(waits))] if waits else ()),
    ]
    return min(running, key=lambda each: each.at, default=None)


def timed(current: VehicleOnRecord) -> VehicleOnRecord:
    """What the timer depends on. Nothing in it tells whose the vehicle is."""
    return replace(
        current,
        record=_bare(current.record),
        contact=None,
        entered=current.entered and _bare(current.entered),
        entered_contact=None,
        since=tuple(_of_nobody(each) for each in current.since),
    )


def _bare(record: VehicleRecord) -> VehicleRecord:
    return replace(record, owner=b"", owner_name=b"", vin=None, plate_no=None, **_NO_PAPERS)


def _of_nobody(event: events.SinceEntered) -> events.SinceEntered:
    if isinstance(event, events.RegistrationEntered | events.VehicleMovedIn):
        return replace(event, record=_bare(event.record))
    if isinstance(event, events.OwnershipTransferred):
        return replace(event, owner_index=b"", owner_name_index=b"", plate_no_index=None)
    if isinstance(event, events.VehiclePlatesExchanged):
        return replace(event, plate_no_index=None)
    return event


def _plate_ends(current: VehicleOnRecord) -> date | None:
    ends = (plate.valid_to for plate in current.record.temporary_plates)
    return min((end for end in ends if end > current.plates_void_through), default=None)


def inspection_due(current: VehicleOnRecord) -> LawfulDeadline | None:
    """The day on which the inspection mark ends by law (RTSR art. 16).

    None if there is no mark, or if the register says already that it has lapsed.
    """
    record = current.record
    if VehicleState.INSPECTION_OVERDUE in record.states or record.inspected_until is None:
        return None
    return LawfulDeadline(Clock.INSP_DUE, record.inspected_until)


def ahead(current: VehicleOnRecord) -> Iterator[LawfulDeadline]:
    """The deadlines that a relief may move, and that have not passed."""
    if not current.record.states & _GONE and (mark := inspection_due(current)):
        yield mark
