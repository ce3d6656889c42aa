"""The article behind a rule of the forms, where there is one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law

PLATES: Final = Law("124", "44", verified=True)
VEHICLE_CONTACT: Final = Law("124", "17", verified=True)
DEFERRAL: Final = Law("139", "73", verified=True)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "business_reason": PLATES,
        "document_missing_registration_certificate": PLATES,
        "no_contact_changed": VEHICLE_CONTACT,
        "issued_elsewhere": DEFERRAL,
        "deferral_too_long": DEFERRAL,
        "document_missing_deferral_proof": DEFERRAL,
    }
)
