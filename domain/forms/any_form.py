"""Every form, told apart by its ``service``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import Field

from domain.forms.form import Form
from domain.forms.plate_reissue import PlateReissue
from domain.forms.renewal_deferral import RenewalDeferral
from domain.forms.vehicle_contact_change import VehicleContactChange

AnyForm = Annotated[
    PlateReissue | VehicleContactChange | RenewalDeferral, Field(discriminator="service")
]

FORMS: Final[Mapping[str, type[Form]]] = MappingProxyType(
    {form.code(): form for form in (PlateReissue, VehicleContactChange, RenewalDeferral)}
)
"""By the code of the service."""
