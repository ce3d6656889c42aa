"""The facts of a reissue of the driving permit that are stored in the clear."""

from typing import Annotated

from domain.choice import Choice
from domain.identifiers.plate import PlateKind
from domain.services.blocks.business import BUSINESS, Business
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.driving_permit_reissue import words
from domain.services.facts import Facts


class PermitReason(Choice):
    LOST = "lost", "遗失", "lost"
    DESTROYED = "destroyed", "灭失", "destroyed"
    DAMAGED = "damaged", "损毁", "damaged"
    PAGES_FULL = "pages_full", "副页签注已满", "no room left for endorsements"


class DrivingPermitReissueFacts(Facts, frozen=True, kw_only=True, tag="driving_permit_reissue"):
    plate_kind: Annotated[PlateKind, PLATE_KIND]
    business: Annotated[Business, BUSINESS]
    reason: Annotated[PermitReason, words.REASON]
