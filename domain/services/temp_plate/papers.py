"""What each situation is proved with (124 art. 46)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.new_vehicle.fields import VehicleOrigin
from domain.services.choices import DocumentKind
from domain.services.temp_plate.facts import CaseKind

_ALWAYS: Final = frozenset(
    {DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.INSURANCE_POLICY}
)
_CERTIFICATE: Final[Mapping[VehicleOrigin, DocumentKind]] = MappingProxyType(
    {
        VehicleOrigin.DOMESTIC: DocumentKind.FACTORY_CERTIFICATE,
        VehicleOrigin.IMPORTED: DocumentKind.IMPORT_CERTIFICATE,
    }
)
_MORE: Final[Mapping[CaseKind, frozenset[DocumentKind]]] = MappingProxyType(
    {
        CaseKind.NOT_REGISTERED: frozenset({DocumentKind.PURCHASE_INVOICE}),
        CaseKind.TEST: frozenset(
            {DocumentKind.WRITTEN_APPLICATION, DocumentKind.SAFETY_INSPECTION}
        ),
    }
)
EVER: Final = frozenset(
    {*_ALWAYS, *_CERTIFICATE.values(), *frozenset().union(*_MORE.values()), DocumentKind.MANDATE}
)


def documents_for(
    kind: CaseKind | None, origin: VehicleOrigin | None, agent: bool
) -> frozenset[DocumentKind]:
    """A vehicle on test has no certificate yet, so it shows that it is safe instead."""
    asked = _ALWAYS | (_MORE.get(kind, frozenset()) if kind else frozenset())
    if origin and kind and kind is not CaseKind.TEST:
        asked |= {_CERTIFICATE[origin]}
    return asked | {DocumentKind.MANDATE} if agent else asked
