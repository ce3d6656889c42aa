"""The facts of violations and fines that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.blocks.violation import CODE, FINE, OCCURRED, POINTS
from domain.services.facts import Facts
from domain.services.penal import words


class PenalFacts(Facts, frozen=True, kw_only=True):
    """The facts of a case that ends in a penalty or in the payment of one."""


class ViolationFacts(PenalFacts, frozen=True, kw_only=True):
    """What the driver has told of a violation, and whether he has anything against it.

    ``facts_accepted`` is false if he objects and the facts are looked at again.
    ``electronic_service``: he consents to receive the decision electronically (PSP art. 36).
    """

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    act_code: Annotated[str, CODE]
    occurred_on: Annotated[date, OCCURRED]
    fine_fen: Annotated[int, FINE]
    points: Annotated[int, POINTS]
    facts_accepted: Annotated[bool, words.ACCEPT_FACTS]
    electronic_service: Annotated[bool, words.ELECTRONIC_SERVICE] = False
