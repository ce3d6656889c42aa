"""What of an outcome is void when its decision falls, and on what others have built."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

from domain.licences import events
from domain.message import Event
from domain.register.document import HandedOut
from domain.register.licence import LicenceDuty

HANDED_OUT: Final[Mapping[type, HandedOut]] = MappingProxyType(
    {
        events.LicenceDocumentReissued: HandedOut.LICENCE,
        events.LicenceTermBegun: HandedOut.LICENCE,
        events.LicenceClassesReduced: HandedOut.LICENCE,
        events.LicenceIssued: HandedOut.LICENCE,
        events.LicenceMovedIn: HandedOut.LICENCE,
        events.LicenceRestored: HandedOut.LICENCE,
    }
)


def about(outcome: Collection[Event]) -> Callable[[Any], LicenceDuty | str | None]:
    """Once the licence itself falls, everything leans on it."""
    if any(isinstance(each, events.LicenceIssued) for each in outcome):
        return _of_the_licence
    return _about


def _of_the_licence(event: events.LicenceEvent) -> str | None:
    return None if isinstance(event, events.LicenceOutcomeUndone) else "licence"


def _about(event: events.LicenceEvent) -> LicenceDuty | str | None:
    """A duty, or the classes. Whatever else an outcome changes leans on nothing before it."""
    match event:
        case events.LicenceTermBegun() | events.LicenceRestored():
            return LicenceDuty.RENEWAL
        case events.MedicalCertificateFiled():
            return LicenceDuty.MEDICAL
        case events.LicenceReviewPassed():
            return LicenceDuty.REVIEW
        case events.LicenceDutyDeferred():
            return event.duty
        case events.LicenceClassesReduced():
            return "classes"
        case events.LicenceMovedIn():
            return "office"
    return None
