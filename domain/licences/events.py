"""Events about a driving licence. These names and fields are stored for ever.

``case`` is the case from whose outcome a change follows.
"""

from datetime import date
from uuid import UUID

from domain.identifiers.licence_classes import LicenceClass
from domain.message import Event
from domain.register.licence import LicenceDuty, LicenceRecord


class LicenceEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a licence in the register."""


class LicenceEntered(LicenceEvent, frozen=True, kw_only=True):
    """Its record was entered as a whole, in the place of any that was there before."""

    record: LicenceRecord
    entered_on: date


class HolderContactFiled(LicenceEvent, frozen=True, kw_only=True):
    """A new contact of the holder was filed (139 art. 80). It is sealed in a part of the case."""

    case: UUID
    part: str


class LicenceDocumentReissued(LicenceEvent, frozen=True, kw_only=True):
    """The document was made anew by a service. The one before it is void."""

    case: UUID
    service: str
    issued_on: date


class LicenceTermBegun(LicenceEvent, frozen=True, kw_only=True):
    """The licence was renewed on ``issued_on``, for so many ``years`` (139 art. 56).

    Of a long-term licence there are neither ``years`` nor a last day.
    """

    case: UUID
    issued_on: date
    years: int | None
    valid_until: date | None


class LicenceClassesReduced(LicenceEvent, frozen=True, kw_only=True):
    """These classes are left to the holder at his age (139 art. 59)."""

    case: UUID
    classes: tuple[LicenceClass, ...]


class MedicalCertificateFiled(LicenceEvent, frozen=True, kw_only=True):
    """A certificate of physical condition came in (139 art. 72).

    ``medical_due_on`` is the last day for the next one, if the holder owes any.
    """

    case: UUID
    issued_on: date
    fit_for: tuple[LicenceClass, ...]
    medical_due_on: date | None


class LicenceDutyDeferred(LicenceEvent, frozen=True, kw_only=True):
    """What was due on ``base_on`` is put off to the end of ``until`` (139 art. 73)."""

    case: UUID
    duty: LicenceDuty
    base_on: date
    until: date


class LicenceDeferralUndone(LicenceEvent, frozen=True, kw_only=True):
    """A deferral was undone, as the holder wished."""

    case: UUID
    duty: LicenceDuty
    base_on: date


class LicencePhotoFiled(LicenceEvent, frozen=True, kw_only=True):
    """A photo was approved. It stands in the case."""

    case: UUID
    approved_on: date


class LicenceDutyMissed(LicenceEvent, frozen=True, kw_only=True):
    """The holder has not done by ``due_on``, or by the end of a deferral, what he had to."""

    duty: LicenceDuty
    due_on: date
