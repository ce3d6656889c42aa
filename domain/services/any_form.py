"""Every form, told apart by its ``service``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import Field

from domain.services.form import Form
from domain.services.plate_reissue.form import PlateReissue
from domain.services.renewal_deferral.form import RenewalDeferral
from domain.services.vehicle_contact_change.form import VehicleContactChange

AnyForm = Annotated[
    PlateReissue | VehicleContactChange | RenewalDeferral, Field(discriminator="service")
]

FORMS: Final[Mapping[str, type[Form]]] = MappingProxyType(
    {form.code(): form for form in (PlateReissue, VehicleContactChange, RenewalDeferral)}
)
"""By the code of the service."""
