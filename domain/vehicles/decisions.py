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
from domain.clocks.lawful import LawfulDeadline
from domain.message import CountReliefs, PassDeadline
from domain.periods import add_months
from domain.refusal import NotAsThingsStand, Unknown
from domain.register import changes, vehicle_changes
from domain.register.inspection import good_until
from domain.register.vehicle import UseNature, VehicleRecord
from domain.reliefs.extension import looked_at_again, not_yet
from domain.vehicles import events
from domain.vehicles.changes import MEMORY
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.ownership import OF_OWNERS, exchanged, moved_in, registered, transferred
from domain.vehicles.state import VehicleOnRecord, VehicleStage
from domain.vehicles.timers import inspection_due, timer

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
    """Each change becomes an event. What only a licence can have is left to the licence.

    An outcome that is undone is left out first. If others have built on it, a person decides what
    comes in its place.
    """
    of_vehicles = CHANGES.keys() | OF_OWNERS
    anew = [each for each in command.changes if type(each) in of_vehicles]
    first = _first_entry(current, command, at.today)
    asked = () if first else command.changes
    right = MEMORY.put_right(current, command.case, asked, of_vehicles, at.today)
    if right.left_to_a_person:
        return right.told
    return [
        *first,
        *right.told,
        *registered(command),
        *moved_in(command),
        *transferred(command),
        *exchanged(command),
        *(
            CHANGES[type(each)](right.current.record, each, command.case, at.today)
            for each in anew
            if type(each) in CHANGES
        ),
    ]


def _first_entry(
    current: VehicleOnRecord, command: ChangeVehicle, today: date
) -> Sequence[events.VehicleEvent]:
    """A vehicle that is registered, or gets a temporary plate, is entered as nobody's before that.

    Raises ``Unknown`` for any other change of a vehicle that is not on record.
    """
    if current.stage is VehicleStage.ON_RECORD:
        return []
    for each in command.changes:
        if known := _never_registered(each):
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


def _never_registered(change: changes.AnyChange) -> changes.NeverRegistered | None:
    if isinstance(change, changes.VehicleRegistered | vehicle_changes.MovedIn):
        return changes.NeverRegistered(office=change.office, type=change.type, seats=change.seats)
    return change.vehicle if isinstance(change, changes.TemporaryPlateIssued) else None


def pass_deadline(
    current: VehicleOnRecord, command: PassDeadline, at: Circumstances
) -> Sequence[events.VehicleEvent]:
    """A temporary plate is void, and a mark has lapsed, from the day after its last one.

    A relief may have moved the day of the inspection, and never that of a plate.
    """
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    last_day = local_day(running.at) - timedelta(days=1)
    if running.clock == Clock.TEMP_PLATE:
        return [events.TempPlateExpired(valid_to=last_day)]
    office, mark = current.record.office, inspection_due(current)
    if mark and (moved := not_yet(mark, current.extended, office, at)):
        return [events.VehicleDeadlineExtended(**moved._asdict())]
    return [events.InspectionLapsed(inspected_until=last_day)]


def count_reliefs(
    current: VehicleOnRecord, command: CountReliefs, at: Circumstances
) -> Sequence[events.VehicleEvent]:
    """A mark that waits for no day gets one, and one that has lapsed may be good again."""
    passed = current.missed is not None
    last = current.missed or current.record.inspected_until
    if last is None:
        return []
    mark, office = LawfulDeadline(Clock.INSP_DUE, last), current.record.office
    found = looked_at_again(mark, current.extended, office, at, passed=passed)
    return [events.VehicleDeadlineExtended(**found._asdict())] if found else []


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


def _mortgaged(
    record: VehicleRecord, change: changes.VehicleMortgaged, case: UUID, today: date
) -> events.VehicleEvent:
    return events.MortgageRegistered(case=case, mortgaged_on=change.mortgaged_on)


def _released(
    record: VehicleRecord, change: changes.MortgageLifted, case: UUID, today: date
) -> events.VehicleEvent:
    return events.MortgageReleased(case=case, released_on=change.lifted_on)


def _inspected(
    record: VehicleRecord, change: changes.InspectionPassed, case: UUID, today: date
) -> events.VehicleEvent:
    until = good_until(record, change.inspected_on, judged_on=today)
    return events.VehicleInspected(
        case=case, inspected_on=change.inspected_on, inspected_until=until
    )


def _deregistered(
    record: VehicleRecord, change: changes.VehicleDeregistered, case: UUID, today: date
) -> events.VehicleEvent:
    return events.VehicleRegistrationCancelled(
        case=case, cancelled_on=change.deregistered_on, ground=change.ground
    )


def _altered(
    record: VehicleRecord, change: vehicle_changes.AlterationMade, case: UUID, today: date
) -> events.VehicleEvent:
    return events.AlterationRegistered(
        case=case, registered_on=change.altered_on, alteration=change.alteration, use=change.use
    )


def _corrected(
    record: VehicleRecord, change: vehicle_changes.EntryCorrected, case: UUID, today: date
) -> events.VehicleEvent:
    return events.RegistrationCorrected(
        case=case,
        corrected_on=change.corrected_on,
        use=change.use,
        energy=change.energy,
        seats=change.seats,
        made_on=change.made_on,
    )


def _moved_out(
    record: VehicleRecord, change: vehicle_changes.MovedOut, case: UUID, today: date
) -> events.VehicleEvent:
    return events.VehicleMovedOut(case=case, moved_on=change.moved_on, to=change.to)


CHANGES: Final[Mapping[type, _Change]] = MappingProxyType(
    {
        changes.ContactChanged: _contact,
        changes.DocumentReissued: _document,
        changes.TemporaryPlateIssued: _temporary_plate,
        changes.InspectionExtended: _inspection,
        changes.InspectionPassed: _inspected,
        changes.VehicleDeregistered: _deregistered,
        changes.VehicleMortgaged: _mortgaged,
        changes.MortgageLifted: _released,
        vehicle_changes.AlterationMade: _altered,
        vehicle_changes.EntryCorrected: _corrected,
        vehicle_changes.MovedOut: _moved_out,
    }
)
"""The changes that a vehicle can have, beside those of its owner."""
