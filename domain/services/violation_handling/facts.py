"""The facts of a violation that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.blocks.violation import CODE, FINE, OCCURRED, POINTS
from domain.services.facts import Facts
from domain.services.violation_handling import words


class ViolationHandlingFacts(Facts, frozen=True, kw_only=True, tag="violation_handling"):
    """``facts_accepted`` is false if the driver objects and the facts are looked at again."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    act_code: Annotated[str, CODE]
    occurred_on: Annotated[date, OCCURRED]
    fine_fen: Annotated[int, FINE]
    points: Annotated[int, POINTS]
    facts_accepted: Annotated[bool, words.ACCEPT_FACTS]
