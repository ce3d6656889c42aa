"""What the outcomes of cases change in a vehicle, and how one of them is undone."""

from uuid import UUID

from domain.message import Event
from domain.register.changes import OutcomeUndone, OwnershipPassed, Registrant, Undoable
from domain.register.vehicle import UseNature
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, decided
from tests.kit.register_records import normal_vehicle
from tests.unit.licences.situations import NOW, TODAY

OTHER = UUID(int=9)
RECORD = normal_vehicle(TODAY)
ENTERED = decided(VEHICLE, EnterVehicle(record=RECORD), [], NOW)
PASSED = OwnershipPassed(passed_on=TODAY, use=UseNature.TAXI)
BUYER, NEXT = Registrant(b"buyer", b"his name"), Registrant(b"next", b"his name too")


def changed(
    history: tuple[Event, ...], case: UUID, *changes: Undoable, to: Registrant | None = None
) -> tuple[Event, ...]:
    command = ChangeVehicle(case=case, changes=changes, registrant=to)
    return (*history, *decided(VEHICLE, command, history, NOW))


def undone(
    history: tuple[Event, ...],
    *changes: Undoable,
    anew: tuple[Undoable, ...] = (),
    to: Registrant | None = None,
) -> tuple[Event, ...]:
    command = ChangeVehicle(
        case=CASE, changes=(OutcomeUndone(changes=changes), *anew), registrant=to
    )
    return decided(VEHICLE, command, history, NOW)
