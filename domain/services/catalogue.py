"""The catalogue: every service by its code, in the order of the numbers.

A service is its folder and one line here. Whatever needs to know them all is derived from it.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from pydantic import Field

from domain.services.checks.application import COMMON
from domain.services.driver_contact_change.service import DRIVER_CONTACT_CHANGE
from domain.services.driving_permit_reissue.service import DRIVING_PERMIT_REISSUE
from domain.services.exam_booking.service import EXAM_BOOKING
from domain.services.exempt_inspection_mark.service import EXEMPT_INSPECTION_MARK
from domain.services.facts import Facts
from domain.services.fine_payment.service import FINE_PAYMENT
from domain.services.form import Form
from domain.services.inspection_booking.service import INSPECTION_BOOKING
from domain.services.inspection_mark_reissue.service import INSPECTION_MARK_REISSUE
from domain.services.licence_damaged_replace.service import LICENCE_DAMAGED_REPLACE
from domain.services.licence_lost_reissue.service import LICENCE_LOST_REISSUE
from domain.services.licence_overage_exchange.service import LICENCE_OVERAGE_EXCHANGE
from domain.services.licence_photo_submit.service import LICENCE_PHOTO_SUBMIT
from domain.services.licence_renewal.service import LICENCE_RENEWAL
from domain.services.medical_deferral.service import MEDICAL_DEFERRAL
from domain.services.medical_submit.service import MEDICAL_SUBMIT
from domain.services.nev_swap_booking.service import NEV_SWAP_BOOKING
from domain.services.nev_swap_select.service import NEV_SWAP_SELECT
from domain.services.new_vehicle_preselect.service import NEW_VEHICLE_PRESELECT
from domain.services.plate_reissue.service import PLATE_REISSUE
from domain.services.renewal_deferral.service import RENEWAL_DEFERRAL
from domain.services.review_deferral.service import REVIEW_DEFERRAL
from domain.services.service import Service
from domain.services.temp_plate.service import TEMP_PLATE
from domain.services.used_vehicle_preselect.service import USED_VEHICLE_PRESELECT
from domain.services.vehicle_contact_change.service import VEHICLE_CONTACT_CHANGE
from domain.services.violation_handling.service import VIOLATION_HANDLING
from domain.services.window.facts import WindowFacts
from domain.services.window.services import window_services
from domain.titles import Title

Catalogue: TypeAlias = Mapping[str, Service[Any]]
"""Services by code. Each is asked with facts of its own class only."""


def catalogue(services: Iterable[Service[Any]]) -> Catalogue:
    """Puts services by their codes.

    Raises ``ValueError`` if a code or a number stands twice, or if two services give a check or
    a ground of refusal other words.
    """
    listed = tuple(services)
    by_code = {service.code: service for service in listed}
    if len(by_code) < len(listed):
        raise ValueError("a code stands twice")
    if len({service.number for service in listed}) < len(listed):
        raise ValueError("a number stands twice")
    checks = {check for service in listed for check in service.checks}
    for words in (
        {(check.code, check.title) for check in checks},
        {(check.refusal, check.reason) for check in checks},
    ):
        if len({code for code, _ in words}) < len(words):
            raise ValueError("a check has other words elsewhere")
    return MappingProxyType(by_code)


CATALOGUE: Final = catalogue(
    (
        PLATE_REISSUE,
        DRIVING_PERMIT_REISSUE,
        INSPECTION_MARK_REISSUE,
        TEMP_PLATE,
        EXEMPT_INSPECTION_MARK,
        VEHICLE_CONTACT_CHANGE,
        NEW_VEHICLE_PRESELECT,
        USED_VEHICLE_PRESELECT,
        NEV_SWAP_BOOKING,
        NEV_SWAP_SELECT,
        INSPECTION_BOOKING,
        LICENCE_RENEWAL,
        LICENCE_LOST_REISSUE,
        LICENCE_DAMAGED_REPLACE,
        LICENCE_OVERAGE_EXCHANGE,
        EXAM_BOOKING,
        MEDICAL_SUBMIT,
        MEDICAL_DEFERRAL,
        REVIEW_DEFERRAL,
        RENEWAL_DEFERRAL,
        LICENCE_PHOTO_SUBMIT,
        DRIVER_CONTACT_CHANGE,
        VIOLATION_HANDLING,
        FINE_PAYMENT,
    )
)
WINDOW_SERVICES: Final = catalogue(window_services(CATALOGUE.values()))
"""What windows have beside the 24. Only a clerk takes it in."""
EVERY_SERVICE: Final = catalogue((*CATALOGUE.values(), *WINDOW_SERVICES.values()))
"""Whatever a case may be about."""
OPEN_SERVICES: Final[Catalogue] = MappingProxyType(
    {code: service for code, service in CATALOGUE.items() if service.open}
)
"""The services of the 24 for which applications are taken."""

CHECKS: Final[Mapping[str, Title]] = MappingProxyType(
    {check.code: check.title for service in EVERY_SERVICE.values() for check in service.checks}
)
REFUSALS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        code: text
        for checks in (COMMON, *(service.checks for service in EVERY_SERVICE.values()))
        for check in checks
        for code, text in check.reasons.items()
    }
)
"""The reasons with which an application may be refused, by their codes."""

if TYPE_CHECKING:
    AnyForm: TypeAlias = Form
    AnyFacts: TypeAlias = Facts
else:
    _forms = reduce(or_, (service.form for service in CATALOGUE.values()))
    AnyForm = Annotated[_forms, Field(discriminator="service")]
    AnyFacts = reduce(or_, (service.facts for service in CATALOGUE.values())) | WindowFacts
