"""New telephones. Some people never confirm theirs, and the register refuses them."""

from random import Random
from typing import Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Fate, Plan


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    """Whoever asks for it has a new number beside the address of the example."""
    told = {**example, "new_mobile": "13900005678"}
    return told if plan.fate is Fate.REFUSED else {**told, "new_mobile_code_id": "its own"}


CUSTOM: Final[Custom] = Custom(varied=_varied)
