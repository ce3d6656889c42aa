"""Temporary plates. Those in the green channel are for new vehicles of hospitals and rescuers."""

from random import Random
from typing import Final

from cheguan.town.blocks import GREEN, Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Plan


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    if plan.fate not in GREEN:
        return example
    unit = example["applicant"] | {"id_type": "uscc"}
    return {**example, "user_kind": "unit", "applicant": unit}


CUSTOM: Final = Custom(varied=_varied)
