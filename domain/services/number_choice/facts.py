"""What is stored in the clear of every number that is chosen."""

from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.register.vehicle import UseNature
from domain.services.blocks.vehicle.words import PLATE_KIND, USE_NATURE
from domain.services.facts import Facts
from domain.services.number_choice import words
from domain.services.selection_method import SelectionMethod


class NumberFacts(Facts, frozen=True, kw_only=True):
    """``plate_kind`` is that of the number chosen."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    use_nature: Annotated[UseNature, USE_NATURE]
    method: Annotated[SelectionMethod, words.METHOD]
