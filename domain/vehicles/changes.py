"""What each event changes in a vehicle, and what it is without the outcome of one case."""

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.register.contact import APPLICANT, FiledContact
from domain.register.document import HandedOut, IssuedDocument, TakenBack
from domain.register.extension import extended
from domain.register.letters import marked
from domain.register.outcome_memory import OutcomeMemory
from domain.register.vehicle import Mortgage, TemporaryPlate, VehicleRecord, VehicleState
from domain.vehicles import events
from domain.vehicles.state import VehicleOnRecord, VehicleStage
from domain.vehicles.undone import HANDED_OUT, about, handed_out_on

_OVERDUE: Final = frozenset({VehicleState.INSPECTION_OVERDUE})


def _as_entered(current: VehicleOnRecord) -> VehicleOnRecord:
    return replace(
        current,
        record=current.entered,
        missed=_lapsed(current.entered) if current.entered else None,
        contact=current.entered_contact,
    )


def _lapsed(record: VehicleRecord) -> date | None:
    """The last day of its inspection mark, if the register says that it has lapsed."""
    return record.inspected_until if _OVERDUE & record.states else None


def _entered(current: VehicleOnRecord, event: events.VehicleEntered) -> VehicleOnRecord:
    """The contact that was filed stays, unless the vehicle has another owner."""
    same = current.record.owner == event.record.owner
    contact = current.contact if same else None
    return replace(
        current,
        record=event.record,
        contact=contact,
        plates_void_through=event.entered_on - timedelta(days=1),
        missed=_lapsed(event.record),
        entered=event.record,
        entered_contact=contact,
        since=(),
    )


def _registered(
    current: VehicleOnRecord, event: events.RegistrationEntered | events.VehicleMovedIn
) -> VehicleOnRecord:
    """What was issued before it stays counted. The contact is that of his own case."""
    before = current.record
    return replace(
        current,
        record=replace(
            event.record,
            temporary_plates=before.temporary_plates,
            issued=before.issued,
            void=before.void,
            taken_back=before.taken_back,
        ),
        missed=None,
        contact=FiledContact(event.case, APPLICANT),
    )


def _transferred(current: VehicleOnRecord, event: events.OwnershipTransferred) -> VehicleOnRecord:
    """The contact of the owner before him is dropped; that of his own case takes its place."""
    passed = _record(
        current, owner=event.owner_index, owner_name=event.owner_name_index, use=event.use
    )
    if event.plate_kind:
        passed = _plated_anew(passed, event, event.transferred_on)
    return replace(passed, contact=FiledContact(event.case, APPLICANT))


def _exchanged(current: VehicleOnRecord, event: events.VehiclePlatesExchanged) -> VehicleOnRecord:
    return _plated_anew(current, event, event.exchanged_on)


def _plated_anew(
    current: VehicleOnRecord,
    event: events.OwnershipTransferred | events.VehiclePlatesExchanged,
    on: date,
) -> VehicleOnRecord:
    """It has another number, and what bore the one before was taken in."""
    taken = TakenBack(what=HandedOut.DOCUMENT, case=event.case, taken_on=on)
    return _record(
        current,
        plate_kind=event.plate_kind,
        plate_no=event.plate_no_index,
        taken_back=(*current.record.taken_back, taken),
    )


def _mortgaged(current: VehicleOnRecord, event: events.MortgageRegistered) -> VehicleOnRecord:
    mortgage = Mortgage(mortgaged_on=event.mortgaged_on, case=event.case)
    return _record(current, mortgage=mortgage)


def _released(current: VehicleOnRecord, event: events.MortgageReleased) -> VehicleOnRecord:
    return _record(current, mortgage=None)


def _altered(current: VehicleOnRecord, event: events.AlterationRegistered) -> VehicleOnRecord:
    return _record(current, use=event.use or current.record.use)


def _corrected(current: VehicleOnRecord, event: events.RegistrationCorrected) -> VehicleOnRecord:
    right = {
        name: value
        for name in ("use", "energy", "seats", "made_on")
        if (value := getattr(event, name)) is not None
    }
    return _record(current, **right)


def _moved_out(current: VehicleOnRecord, event: events.VehicleMovedOut) -> VehicleOnRecord:
    taken = TakenBack(what=HandedOut.DOCUMENT, case=event.case, taken_on=event.moved_on)
    return _record(
        current,
        states=marked(current.record.states, add={VehicleState.MOVED_OUT}),
        taken_back=(*current.record.taken_back, taken),
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
    current: VehicleOnRecord,
    event: events.InspectionValidityExtended | events.VehicleInspected,
) -> VehicleOnRecord:
    good = _record(
        current,
        inspected_until=event.inspected_until,
        states=marked(current.record.states, drop=_OVERDUE),
    )
    return replace(good, missed=None)


def _cancelled(
    current: VehicleOnRecord, event: events.VehicleRegistrationCancelled
) -> VehicleOnRecord:
    taken = TakenBack(what=HandedOut.DOCUMENT, case=event.case, taken_on=event.cancelled_on)
    return _record(
        current,
        states=marked(current.record.states, add={VehicleState.CANCELLED}),
        taken_back=(*current.record.taken_back, taken),
    )


def _inspection_lapsed(current: VehicleOnRecord, event: events.InspectionLapsed) -> VehicleOnRecord:
    lapsed = _record(current, states=marked(current.record.states, add=_OVERDUE))
    return replace(lapsed, missed=current.record.inspected_until)


def _deadline_extended(
    current: VehicleOnRecord, event: events.VehicleDeadlineExtended
) -> VehicleOnRecord:
    """A mark that had lapsed is good again."""
    moved = extended(current.extended, event.clock, event.old, event.new, event.relief)
    states = marked(current.record.states, drop=_OVERDUE)
    return replace(_record(current, states=states), missed=None, extended=moved)


def _record(current: VehicleOnRecord, **fields: Any) -> VehicleOnRecord:
    return replace(current, record=replace(current.record, **fields))


def _voided(current: VehicleOnRecord, event: events.VehicleOutcomeUndone) -> VehicleOnRecord:
    return _record(current, void=(*current.record.void, *event.void))


MEMORY: Final[OutcomeMemory[VehicleOnRecord, events.VehicleEvent]] = OutcomeMemory(
    changes=MappingProxyType(
        {
            events.RegistrationEntered: _registered,
            events.OwnershipTransferred: _transferred,
            events.VehiclePlatesExchanged: _exchanged,
            events.MortgageRegistered: _mortgaged,
            events.MortgageReleased: _released,
            events.AlterationRegistered: _altered,
            events.RegistrationCorrected: _corrected,
            events.VehicleMovedOut: _moved_out,
            events.VehicleMovedIn: _registered,
            events.OwnerContactFiled: _contact_filed,
            events.VehicleDocumentReissued: _reissued,
            events.TempPlateRegistered: _plate_registered,
            events.TempPlateExpired: _plate_expired,
            events.InspectionValidityExtended: _inspection_extended,
            events.VehicleInspected: _inspection_extended,
            events.VehicleRegistrationCancelled: _cancelled,
            events.InspectionLapsed: _inspection_lapsed,
            events.VehicleDeadlineExtended: _deadline_extended,
            events.VehicleOutcomeUndone: _voided,
        }
    ),
    as_entered=_as_entered,
    undone=events.VehicleOutcomeUndone,
    about=about,
    handed_out=HANDED_OUT,
    printed_on=handed_out_on,
)
EFFECTS: Final[tuple[Effect[VehicleOnRecord, Any], ...]] = (
    Effect(events.VehicleEntered, to=VehicleStage.ON_RECORD, change=_entered),
    *(Effect(kind, change=MEMORY.change) for kind in MEMORY.kinds),
)
