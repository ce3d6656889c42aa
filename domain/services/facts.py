"""What may stand in the clear: the part of a form that statistics and clocks need.

No field of :class:`Facts` is personal; the split in :mod:`domain.services.split`
is the only place that makes one, and a test holds every service to it.
"""

from datetime import date

import msgspec

from domain.identifiers.plate import PlateKind
from domain.services.choices import (
    Business,
    Capacity,
    Channel,
    DeliveryMode,
    DocumentKind,
    PaymentMethod,
    PlatesAffected,
    UserKind,
)


class DocumentRef(msgspec.Struct, frozen=True):
    """An upload by kind and SHA-256 in lower-case hex."""

    kind: DocumentKind
    sha256: str


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The clear facts of one application; what a service does not ask is ``None``.

    ``base_on`` is the day a deferral counts from, ``destination_region`` the
    county code of a postal address, and ``mobile_verified`` says that the number
    which the office will write to has answered an SMS code.
    """

    channel: Channel
    user_kind: UserKind
    capacity: Capacity
    documents: tuple[DocumentRef, ...]
    plate_kind: PlateKind | None = None
    business: Business | None = None
    reason: str | None = None
    plates_affected: PlatesAffected | None = None
    need_temp_plate: bool = False
    base_on: date | None = None
    requested_until: date | None = None
    delivery_mode: DeliveryMode | None = None
    pickup_office: str | None = None
    destination_region: str | None = None
    payment_method: PaymentMethod | None = None
    mobile_verified: bool = False


class Subjects(msgspec.Struct, frozen=True, kw_only=True):
    """Whom and what an application is about, for keyed blind indexes only.

    ``plate`` reads ``kind:number``, because the same number may exist in two
    kinds. Personal throughout: never stored in the clear, never shown by ``repr``.
    """

    id_no: str
    mobile: str
    plate: str | None = None
    vin: str | None = None
    licence_no: str | None = None

    def __repr__(self) -> str:
        return "Subjects()"
