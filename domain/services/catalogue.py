"""The catalogue: every service by its code, in the order of the numbers."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from domain.services.any_form import FORMS
from domain.services.plate_reissue.service import PLATE_REISSUE
from domain.services.renewal_deferral.service import RENEWAL_DEFERRAL
from domain.services.service import Service
from domain.services.vehicle_contact_change.service import VEHICLE_CONTACT_CHANGE


def catalogue(services: Iterable[Service]) -> Mapping[str, Service]:
    """Raises ``ValueError`` if a code or a number stands twice, or a form has no service."""
    listed = tuple(services)
    by_code = {service.code: service for service in listed}
    if len(by_code) < len(listed):
        raise ValueError("a code stands twice")
    if len({service.number for service in listed}) < len(listed):
        raise ValueError("a number stands twice")
    if by_code.keys() != FORMS.keys():
        raise ValueError("forms and services do not match")
    return MappingProxyType(by_code)


CATALOGUE: Final = catalogue((PLATE_REISSUE, VEHICLE_CONTACT_CHANGE, RENEWAL_DEFERRAL))
