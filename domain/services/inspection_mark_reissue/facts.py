"""The facts of a reissue of the inspection mark that are stored in the clear."""

from typing import Annotated

from domain.choice import Choice
from domain.identifiers.plate import PlateKind
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.inspection_mark_reissue import words


class MarkReason(Choice):
    LOST = "lost", "遗失", "lost"
    DESTROYED = "destroyed", "灭失", "destroyed"
    DAMAGED = "damaged", "损毁", "damaged"


class InspectionMarkReissueFacts(Facts, frozen=True, kw_only=True, tag="inspection_mark_reissue"):
    """``mark_office`` issued the mark, where it is not the office of registration."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    reason: Annotated[MarkReason, words.REASON]
    mark_office: Annotated[str | None, words.MARK_OFFICE] = None
