"""VEHICLE: a vehicle as the register has it. Its stream is computed from the VIN."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.case.review.events import RegisterChangesOrdered
from domain.message import PassDeadline
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import Unknown
from domain.register.contact import FiledContact
from domain.register.document import IssuedDocument
from domain.register.letters import marked
from domain.register.vehicle import TemporaryPlate, VehicleState
from domain.vehicles import commands, decisions, events
from domain.vehicles.state import VehicleOnRecord, VehicleStage
from domain.vehicles.timers import timed, timer
from domain.vehicles.words import WORDS

_BY_ITSELF: Final = frozenset({Role.SYSTEM})
_ON_RECORD: Final = frozenset({VehicleStage.ON_RECORD})
_OVERDUE: Final = frozenset({VehicleState.INSPECTION_OVERDUE})


def _entered(current: VehicleOnRecord, event: events.VehicleEntered) -> VehicleOnRecord:
    """The contact that was filed stays, unless the vehicle has another owner."""
    same = current.record.owner == event.record.owner
    return replace(
        current,
        record=event.record,
        contact=current.contact if same else None,
        plates_void_through=event.entered_on - timedelta(days=1),
    )


def _contact_filed(current: VehicleOnRecord, event: events.OwnerContactFiled) -> VehicleOnRecord:
    return replace(current, contact=FiledContact(event.case, event.part))


def _reissued(current: VehicleOnRecord, event: events.VehicleDocumentReissued) -> VehicleOnRecord:
    document = IssuedDocument(event.service, "", event.issued_on, event.case)
    return _record(current, issued=(*current.record.issued, document))


def _plate_registered(
    current: VehicleOnRecord, event: events.TempPlateRegistered
) -> VehicleOnRecord:
    plate = TemporaryPlate(event.issued_on, event.valid_to, event.counted)
    return _record(current, temporary_plates=(*current.record.temporary_plates, plate))


def _plate_expired(current: VehicleOnRecord, event: events.TempPlateExpired) -> VehicleOnRecord:
    return replace(current, plates_void_through=event.valid_to)


def _inspection_extended(
    current: VehicleOnRecord, event: events.InspectionValidityExtended
) -> VehicleOnRecord:
    return _record(
        current,
        inspected_until=event.inspected_until,
        states=marked(current.record.states, drop=_OVERDUE),
    )


def _inspection_lapsed(current: VehicleOnRecord, event: events.InspectionLapsed) -> VehicleOnRecord:
    return _record(current, states=marked(current.record.states, add=_OVERDUE))


def _record(current: VehicleOnRecord, **fields: Any) -> VehicleOnRecord:
    return replace(current, record=replace(current.record, **fields))


def _sees(by: Actor, current: VehicleOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    """Everything that one outcome changes in one vehicle is one command."""
    said = cause.event
    if said.vehicle and any(type(each) in decisions.CHANGES for each in said.changes):
        change = commands.ChangeVehicle(case=cause.stream, changes=said.changes)
        yield Consequence(said.vehicle, change)


VEHICLE: Final = Aggregate(
    kind="vehicle",
    initial=VehicleOnRecord(),
    event=events.VehicleEvent,
    command=commands.VehicleCommand,
    decisions=(
        Decision(
            commands.EnterVehicle, at=set(VehicleStage), by=_BY_ITSELF, decide=decisions.enter
        ),
        Decision(
            commands.ChangeVehicle, at=set(VehicleStage), by=_BY_ITSELF, decide=decisions.change
        ),
        Decision(PassDeadline, at=_ON_RECORD, by=_BY_ITSELF, decide=decisions.pass_deadline),
    ),
    effects=(
        Effect(events.VehicleEntered, to=VehicleStage.ON_RECORD, change=_entered),
        Effect(events.OwnerContactFiled, change=_contact_filed),
        Effect(events.VehicleDocumentReissued, change=_reissued),
        Effect(events.TempPlateRegistered, change=_plate_registered),
        Effect(events.TempPlateExpired, change=_plate_expired),
        Effect(events.InspectionValidityExtended, change=_inspection_extended),
        Effect(events.InspectionLapsed, change=_inspection_lapsed),
    ),
    words=WORDS,
    timer=timer,
    timed=timed,
    sees=_sees,
    office=lambda current: current.record.office,
    reactions=(
        Reaction(
            name="vehicle_register",
            on=RegisterChangesOrdered,
            then=_ordered,
            refused={Unknown: DONE},
        ),
    ),
)
