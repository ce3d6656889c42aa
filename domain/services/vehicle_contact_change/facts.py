"""What stands of a change of contact in the clear."""

from domain.identifiers.plate import PlateKind
from domain.services.facts import Facts


class VehicleContactChangeFacts(Facts, frozen=True, kw_only=True, tag="vehicle_contact_change"):
    """``mobile_verified``: the new number, if there is one, has answered its SMS code."""

    plate_kind: PlateKind
    mobile_verified: bool
