"""How a vehicle gets an owner in the register, or its owner another number for it."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from domain.register import changes, vehicle_changes
from domain.register.change import Change
from domain.register.vehicle import VehicleRecord
from domain.vehicles import events
from domain.vehicles.commands import ChangeVehicle

C = TypeVar("C", bound=Change)

OF_OWNERS: Final = frozenset(
    {
        changes.VehicleRegistered,
        vehicle_changes.MovedIn,
        changes.OwnershipPassed,
        vehicle_changes.PlatesExchanged,
    }
)
"""The changes that are made for a registrant, who is the owner."""


def _of(command: ChangeVehicle, kind: type[C]) -> Iterable[C]:
    return (each for each in command.changes if isinstance(each, kind))


def registered(command: ChangeVehicle) -> Sequence[events.VehicleEvent]:
    """The record as a first registration enters it."""
    return [
        events.RegistrationEntered(case=command.case, record=_record(said, command.registrant))
        for said in _of(command, changes.VehicleRegistered)
    ]


def moved_in(command: ChangeVehicle) -> Sequence[events.VehicleEvent]:
    """The record as the office enters it that the vehicle comes to."""
    return [
        events.VehicleMovedIn(case=command.case, record=_record(said, command.registrant))
        for said in _of(command, vehicle_changes.MovedIn)
    ]


def _record(
    said: changes.VehicleRegistered | vehicle_changes.MovedIn, by: changes.Registrant | None
) -> VehicleRecord:
    return VehicleRecord(
        owner=by.owner if by else b"",
        owner_name=by.owner_name if by else b"",
        office=said.office,
        type=said.type,
        use=said.use,
        seats=said.seats,
        energy=said.energy,
        vin=by.vin if by else None,
        plate_no=by.plate_no if by else None,
        plate_kind=said.plate_kind,
        made_on=said.made_on,
        registered_on=said.registered_on,
        inspected_until=said.inspected_until,
        insured_from=said.insured_from,
        insured_until=said.insured_until,
    )


def transferred(command: ChangeVehicle) -> Sequence[events.VehicleEvent]:
    return [
        events.OwnershipTransferred(
            case=command.case,
            transferred_on=said.passed_on,
            owner_index=command.registrant.owner,
            owner_name_index=command.registrant.owner_name,
            use=said.use,
            plate_kind=said.plate_kind,
            plate_no_index=command.registrant.plate_no if said.plate_kind else None,
        )
        for said in _of(command, changes.OwnershipPassed)
        if command.registrant
    ]


def exchanged(command: ChangeVehicle) -> Sequence[events.VehicleEvent]:
    return [
        events.VehiclePlatesExchanged(
            case=command.case,
            exchanged_on=said.exchanged_on,
            plate_kind=said.plate_kind,
            plate_no_index=command.registrant.plate_no,
        )
        for said in _of(command, vehicle_changes.PlatesExchanged)
        if command.registrant
    ]
