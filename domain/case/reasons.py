"""The closed lists of grounds that events and commands of a case carry."""

from enum import StrEnum


class DefectCode(StrEnum):
    """What is wrong with a paper (domain.md §7.5)."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EXPIRED = "expired"
    MISMATCH = "mismatch"
    WRONG_KIND = "wrong_kind"
    BAD_PHOTO = "bad_photo"
    NOT_SIGNED = "not_signed"


class OnSiteReason(StrEnum):
    SUSPICION = "suspicion"
    PHOTO = "photo"
    PLATE_MOUNTING = "plate_mounting"


class Hold(StrEnum):
    """Why a case rests (domain.md §7.2, overlays)."""

    OFFICE_SUSPENDED = "office_suspended"
    AWAITING_CHECK = "awaiting_check"
    SYSTEM_DOWN = "system_down"
    RELIEF = "relief"


class StopReason(StrEnum):
    """Why the statutory clock stands still (domain.md §6.1 G7)."""

    CORRECTION = "correction"
    ON_SITE = "on_site"
    AWAITING_CHECK = "awaiting_check"
    RELIEF = "relief"


class GreenKind(StrEnum):
    AMBULANCE = "ambulance"
    RESCUE_VEHICLE = "rescue_vehicle"
    MEDICAL_SUPPLIES = "medical_supplies"
    EPIDEMIC_STAFF = "epidemic_staff"
    PRODUCTION_RESUMPTION = "production_resumption"
    OTHER = "other"


class TransferReason(StrEnum):
    OFFICE_SUSPENDED = "office_suspended"
    JURISDICTION = "jurisdiction"
    LOAD = "load"
    EQUIPMENT_FAULT = "equipment_fault"


class FailedDelivery(StrEnum):
    ABSENT = "absent"
    REFUSED = "refused"
    WRONG_ADDRESS = "wrong_address"
    AREA_CLOSED = "area_closed"


class ScanStatus(StrEnum):
    COLLECTED = "collected"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    OUT_FOR_DELIVERY = "out_for_delivery"


class OldDocument(StrEnum):
    """What became of the document that is replaced (domain.md V01)."""

    RETURNED = "returned"
    LOST = "lost"


class ReconsiderationOutcome(StrEnum):
    UPHELD = "upheld"
    REVOKED = "revoked"
    CHANGED = "changed"
    CONFIRMED_UNLAWFUL = "confirmed_unlawful"
    ORDERED = "ordered"
    WITHDRAWN = "withdrawn"


class ReopeningCause(StrEnum):
    RECONSIDERATION = "reconsideration"
    COURT_JUDGMENT = "court_judgment"
    OWN_CORRECTION = "own_correction"
    DOCUMENT_ERROR = "document_error"


class PaymentFailure(StrEnum):
    DECLINED = "declined"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"


class CheckSource(StrEnum):
    """Where a check result comes from."""

    REGISTER = "register"
    DOCUMENTS = "documents"
    ON_SITE = "on_site"
