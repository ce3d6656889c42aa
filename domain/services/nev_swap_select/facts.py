"""The facts of a number chosen for an exchange that are stored in the clear."""

from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.register.vehicle import Energy
from domain.services.blocks.exchange.words import ENERGY
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.nev_swap_select import words
from domain.services.number_choice.words import METHOD
from domain.services.selection_method import SelectionMethod


class NevSwapSelectFacts(Facts, frozen=True, kw_only=True, tag="nev_swap_select"):
    """``plate_kind`` is that of the old plate."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    new_plate_kind: Annotated[PlateKind, words.NEW_PLATE_KIND]
    energy: Annotated[Energy, ENERGY]
    method: Annotated[SelectionMethod, METHOD]
