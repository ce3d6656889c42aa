"""What happens to a vehicle of the register when nobody acts."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.register.vehicle import VehicleRecord, VehicleState
from domain.timer import Timer
from domain.vehicles.state import VehicleOnRecord

_GONE: Final = frozenset(
    {VehicleState.MOVED_OUT, VehicleState.CANCELLED, VehicleState.CANCELLED_BY_FORCE}
)


def timer(current: VehicleOnRecord) -> Timer | None:
    """The temporary plate or the inspection mark, whichever runs out first."""
    if current.record.states & _GONE:
        return None
    plate, mark = _plate_ends(current), _mark_ends(current.record)
    running = [
        *([Timer(Clock.TEMP_PLATE.value, end_of_day(plate))] if plate else ()),
        *([Timer(Clock.INSP_DUE.value, end_of_day(mark))] if mark else ()),
    ]
    return min(running, key=lambda each: each.at, default=None)


def timed(current: VehicleOnRecord) -> VehicleOnRecord:
    """What the timer depends on. Nothing in it tells whose the vehicle is."""
    bare = replace(current.record, owner=b"", owner_name=b"", issued=())
    return replace(current, record=bare, contact=None)


def _plate_ends(current: VehicleOnRecord) -> date | None:
    ends = (plate.valid_to for plate in current.record.temporary_plates)
    return min((end for end in ends if end > current.plates_void_through), default=None)


def _mark_ends(record: VehicleRecord) -> date | None:
    """None if there is no mark, or if the register says already that it has lapsed."""
    lapsed = VehicleState.INSPECTION_OVERDUE in record.states
    return None if lapsed else record.inspected_until
