"""Numbers for new vehicles: most are small cars, and some people compose their number."""

from random import Random
from typing import Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Fate, Plan
from domain.identifiers.plate import PlateKind
from domain.services.selection_method import SelectionMethod

_NEW_ENERGY: Final = 0.15
_COMPOSES: Final = 0.4


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    """Whoever composes his number has it at once, so he never lets a session pass."""
    kind = PlateKind.SMALL_NEV if draw.random() < _NEW_ENERGY else PlateKind.SMALL_CAR
    asked = {**example, "plate_kind": kind.value}
    if plan.fate is not Fate.NEVER_CHOSEN and draw.random() < _COMPOSES:
        return asked
    del asked["wanted_no"]
    return {**asked, "method": SelectionMethod.RANDOM.value}


CUSTOM: Final = Custom(varied=_varied, registration="reg_new")
