"""Events about a driving licence. These names and fields are stored for ever.

``case`` is the case from whose outcome a change follows.
"""

from datetime import date
from typing import TypeAlias
from uuid import UUID

from domain.clocks.clock import Clock
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Event
from domain.register.changes import AnyChange
from domain.register.document import VoidDocument
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


class LicenceDeadlineExtended(LicenceEvent, frozen=True, kw_only=True):
    """What would have passed after ``old`` by law passes after ``new``, by this relief.

    Without ``new`` the clock is open: nobody knows yet on which day the relief ends.
    """

    clock: Clock
    old: date
    new: date | None
    relief: str


class LicenceCancellationListed(LicenceEvent, frozen=True, kw_only=True):
    """The licence may be cancelled, because the duty was not done by ``due_on`` (139 art. 77).

    An officer looks at it first.
    """

    duty: LicenceDuty
    due_on: date


class LicenceCancelled(LicenceEvent, frozen=True, kw_only=True):
    """The licence was cancelled. Within two years the right to drive can be restored."""

    duty: LicenceDuty
    cancelled_on: date


class LicenceSurrendered(LicenceEvent, frozen=True, kw_only=True):
    """It was cancelled, as its holder asked (139 art. 77)."""

    case: UUID
    surrendered_on: date


class LicenceReviewPassed(LicenceEvent, frozen=True, kw_only=True):
    """The holder was reviewed (139 art. 70). A later cycle with points obliges him again."""

    case: UUID
    reviewed_on: date


class FullPointsEducationPassed(LicenceEvent, frozen=True, kw_only=True):
    """The holder, who had twelve points, may drive again (RTSR art. 24).

    How many points the cycle had still decides how long his next licence is valid.
    """

    case: UUID
    passed_on: date


class LicencePointsScored(LicenceEvent, frozen=True, kw_only=True):
    """Points in the cycle that ends on ``cycle_ends_on``, after which a review is due if at all.

    With twelve in one cycle the holder has to be taught by ``educate_by`` (RTSR art. 23).
    """

    case: UUID
    points: int
    cycle_ends_on: date
    review_due_on: date | None = None
    educate_by: date | None = None


class LicenceIssued(LicenceEvent, frozen=True, kw_only=True):
    """Its holder got it by the outcome of the case, in the place of one from elsewhere.

    What was issued to him here before stays on record, and is no part of this ``record``.
    """

    case: UUID
    record: LicenceRecord


class LicenceMovedIn(LicenceEvent, frozen=True, kw_only=True):
    """Another office keeps it, and has made it anew on ``issued_on`` (139 art. 58)."""

    case: UUID
    office: str
    issued_on: date


class LicenceRestored(LicenceEvent, frozen=True, kw_only=True):
    """Its holder may drive again, after it was cancelled for a duty (139 art. 77)."""

    case: UUID
    restored_on: date
    valid_until: date | None
    medical_due_on: date | None


class SchoolBusDriverQualified(LicenceEvent, frozen=True, kw_only=True):
    """Its holder may drive school buses."""

    case: UUID
    qualified_on: date


class LicenceOutcomeUndone(LicenceEvent, frozen=True, kw_only=True):
    """The decision of the case no longer stands, so the record is as if it had changed nothing.

    What it had handed out is ``void``. ``built_on_by`` are the cases whose later outcomes concern
    the same. They stand, and a person looks at them; until then ``left_out`` is what this case
    orders anew and nobody carries out. ``entered_since``: the record was entered anew since, so a
    person has to see what of the outcome is in it.
    """

    case: UUID
    void: tuple[VoidDocument, ...] = ()
    built_on_by: tuple[UUID, ...] = ()
    left_out: tuple[AnyChange, ...] = ()
    entered_since: bool = False


SinceEntered: TypeAlias = (
    HolderContactFiled
    | LicenceDocumentReissued
    | LicenceTermBegun
    | LicenceClassesReduced
    | MedicalCertificateFiled
    | LicenceDutyDeferred
    | LicenceDeferralUndone
    | LicencePhotoFiled
    | LicenceDutyMissed
    | LicenceDeadlineExtended
    | LicenceCancellationListed
    | LicenceCancelled
    | LicenceSurrendered
    | LicenceReviewPassed
    | FullPointsEducationPassed
    | LicencePointsScored
    | LicenceIssued
    | LicenceMovedIn
    | LicenceRestored
    | SchoolBusDriverQualified
    | LicenceOutcomeUndone
)
