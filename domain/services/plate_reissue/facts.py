"""The facts of a plate reissue that are stored in the clear, and the lists they come from."""

from typing import Annotated

from domain.choice import Choice
from domain.identifiers.plate import PlateKind
from domain.services.blocks.business import BUSINESS, Business
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.plate_reissue import words


class PlateReason(Choice):
    LOST = "lost", "遗失", "lost"
    DESTROYED = "destroyed", "灭失", "destroyed"
    DAMAGED = "damaged", "损毁", "damaged"


class PlatesAffected(Choice):
    FRONT = "front", "前号牌", "front"
    REAR = "rear", "后号牌", "rear"
    BOTH = "both", "前后号牌", "front and rear"


class PlateReissueFacts(Facts, frozen=True, kw_only=True, tag="plate_reissue"):
    """``mounting_outlet`` is the id of the office that fits the plates, if he goes to one."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    business: Annotated[Business, BUSINESS]
    reason: Annotated[PlateReason, words.REASON]
    plates_affected: Annotated[PlatesAffected, words.PLATES_AFFECTED]
    need_temp_plate: Annotated[bool, words.NEED_TEMP_PLATE]
    mounting_outlet: Annotated[str | None, words.MOUNTING_OUTLET] = None
