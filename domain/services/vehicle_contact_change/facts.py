"""The facts of a change of contact that are stored in the clear."""

from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.services.blocks.contact.words import MOBILE_VERIFIED
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts


class VehicleContactChangeFacts(Facts, frozen=True, kw_only=True, tag="vehicle_contact_change"):
    """``mobile_verified`` says that a new number, if there is one, has answered its SMS code."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    mobile_verified: Annotated[bool, MOBILE_VERIFIED]
