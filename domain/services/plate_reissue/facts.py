"""What stands of a plate reissue in the clear."""

from domain.identifiers.plate import PlateKind
from domain.services.choices import Business, PlateReason, PlatesAffected
from domain.services.facts import Facts


class PlateReissueFacts(Facts, frozen=True, kw_only=True, tag="plate_reissue"):
    plate_kind: PlateKind
    business: Business
    reason: PlateReason
    plates_affected: PlatesAffected
    need_temp_plate: bool
