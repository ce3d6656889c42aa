"""What of an outcome is void when its decision falls, and on what others have built."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from domain.message import Event
from domain.register.document import HandedOut
from domain.vehicles import events

HANDED_OUT: Final[Mapping[type, HandedOut]] = MappingProxyType(
    {
        events.RegistrationEntered: HandedOut.DOCUMENT,
        events.OwnershipTransferred: HandedOut.DOCUMENT,
        events.VehiclePlatesExchanged: HandedOut.DOCUMENT,
        events.AlterationRegistered: HandedOut.DOCUMENT,
        events.VehicleMovedIn: HandedOut.DOCUMENT,
        events.VehicleDocumentReissued: HandedOut.DOCUMENT,
        events.TempPlateRegistered: HandedOut.TEMPORARY_PLATE,
        events.InspectionValidityExtended: HandedOut.INSPECTION_MARK,
        events.VehicleInspected: HandedOut.INSPECTION_MARK,
    }
)
_OF_OWNERS: Final = (
    events.RegistrationEntered,
    events.OwnershipTransferred,
    events.VehicleMovedOut,
    events.VehicleMovedIn,
)
_OF_ENTRIES: Final = (events.AlterationRegistered, events.RegistrationCorrected)
_OF_MARKS: Final = (events.InspectionValidityExtended, events.VehicleInspected)
_OF_MORTGAGES: Final = (events.MortgageRegistered, events.MortgageReleased)


def about(outcome: Collection[Event]) -> Callable[[Any], str | None]:
    """Once an ownership or a move falls, everything leans on it. A transfer leans on a mortgage
    and on an exchange of plates too, and a correction on what was entered before it.
    """
    if any(isinstance(each, _OF_OWNERS) for each in outcome):
        return _of_the_owner
    if any(isinstance(each, _OF_MORTGAGES) for each in outcome):
        return _of_the_mortgage
    if any(isinstance(each, events.VehiclePlatesExchanged) for each in outcome):
        return _of_the_plates
    return _about


def handed_out_on(event: events.VehicleEvent) -> date | None:
    """Of a vehicle that moved in nobody knows it: its record has the day of the first one."""
    if isinstance(event, events.RegistrationEntered):
        return event.record.registered_on
    if isinstance(event, events.AlterationRegistered):
        return event.registered_on
    if isinstance(event, events.OwnershipTransferred):
        return event.transferred_on
    if isinstance(event, events.VehiclePlatesExchanged):
        return event.exchanged_on
    return getattr(event, "issued_on", None)


def _about(event: events.VehicleEvent) -> str | None:
    """An extension leans on what was before it, because its months count from there."""
    if isinstance(event, _OF_ENTRIES):
        return "entries"
    return "inspection" if isinstance(event, _OF_MARKS) else None


def _of_the_owner(event: events.VehicleEvent) -> str | None:
    """Whatever followed was decided for an owner whose ownership has fallen."""
    return None if isinstance(event, events.VehicleOutcomeUndone) else "owner"


def _of_the_mortgage(event: events.VehicleEvent) -> str | None:
    """A mortgaged vehicle neither changes hands nor ends, nor is it mortgaged again."""
    leaning = (*_OF_MORTGAGES, *_OF_OWNERS, events.VehicleRegistrationCancelled)
    return "mortgage" if isinstance(event, leaning) else None


def _of_the_plates(event: events.VehicleEvent) -> str | None:
    """Whoever gets the vehicle, or further plates for it, gives those back that it has."""
    leaning = (
        events.VehiclePlatesExchanged,
        *_OF_OWNERS,
        events.VehicleDocumentReissued,
        events.VehicleRegistrationCancelled,
    )
    return "plates" if isinstance(event, leaning) else None
