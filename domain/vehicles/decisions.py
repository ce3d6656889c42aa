"""How the register carries out what is entered, and what the outcomes of cases change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from uuid import UUID

from domain.calendar import local_day
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.inspection import month_end
from domain.message import PassDeadline
from domain.periods import add_months
from domain.refusal import NotAsThingsStand, Unknown
from domain.register import changes
from domain.register.vehicle import UseNature, VehicleRecord
from domain.vehicles import events
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.state import VehicleOnRecord, VehicleStage
from domain.vehicles.timers import timer

_Change: TypeAlias = Callable[[VehicleRecord, Any, UUID, date], events.VehicleEvent]


def enter(
    current: VehicleOnRecord, command: EnterVehicle, at: Circumstances
) -> Sequence[events.VehicleEvent]:
    if current.record == command.record:
        return []
    return [events.VehicleEntered(record=command.record, entered_on=at.today)]


def change(
    current: VehicleOnRecord, command: ChangeVehicle, at: Circumstances
) -> Sequence[events.VehicleEvent]:
    """Each change becomes an event. What only a licence can have is left to the licence."""
    return [
        *_first_entry(current, command, at.today),
        *(
            CHANGES[type(each)](current.record, each, command.case, at.today)
            for each in command.changes
            if type(each) in CHANGES
        ),
    ]


def _first_entry(
    current: VehicleOnRecord, command: ChangeVehicle, today: date
) -> Sequence[events.VehicleEvent]:
    """A vehicle that gets a temporary plate is entered with it, although nobody has registered it.

    Raises ``Unknown`` for any other change of a vehicle that is not on record.
    """
    if current.stage is VehicleStage.ON_RECORD:
        return []
    for each in command.changes:
        if isinstance(each, changes.TemporaryPlateIssued) and (known := each.vehicle):
            record = VehicleRecord(
                owner=b"",
                owner_name=b"",
                office=known.office,
                type=known.type,
                use=UseNature.NON_OPERATING,
                seats=known.seats,
            )
            return [events.VehicleEntered(record=record, entered_on=today)]
    raise Unknown


def pass_deadline(
    current: VehicleOnRecord, command: PassDeadline, at: Circumstances
) -> Sequence[events.VehicleEvent]:
    """A temporary plate is void, and a mark has lapsed, from the day after its last one."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    last_day = local_day(running.at) - timedelta(days=1)
    if running.clock == Clock.TEMP_PLATE:
        return [events.TempPlateExpired(valid_to=last_day)]
    return [events.InspectionLapsed(inspected_until=last_day)]


def _contact(
    record: VehicleRecord, change: changes.ContactChanged, case: UUID, today: date
) -> events.VehicleEvent:
    return events.OwnerContactFiled(case=case, part=change.part)


def _document(
    record: VehicleRecord, change: changes.DocumentReissued, case: UUID, today: date
) -> events.VehicleEvent:
    return events.VehicleDocumentReissued(case=case, service=change.service, issued_on=today)


def _temporary_plate(
    record: VehicleRecord, change: changes.TemporaryPlateIssued, case: UUID, today: date
) -> events.VehicleEvent:
    return events.TempPlateRegistered(
        case=case, issued_on=change.issued_on, valid_to=change.valid_to, counted=change.counted
    )


def _inspection(
    record: VehicleRecord, change: changes.InspectionExtended, case: UUID, today: date
) -> events.VehicleEvent:
    """The months count from the end of the present validity, so nobody loses by being early."""
    until = month_end(add_months(record.inspected_until or today, change.months))
    return events.InspectionValidityExtended(case=case, inspected_until=until)


CHANGES: Final[Mapping[type, _Change]] = MappingProxyType(
    {
        changes.ContactChanged: _contact,
        changes.DocumentReissued: _document,
        changes.TemporaryPlateIssued: _temporary_plate,
        changes.InspectionExtended: _inspection,
    }
)
"""The changes that a vehicle can have."""
