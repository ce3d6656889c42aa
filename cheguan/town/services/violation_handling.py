"""Violations. Some drivers object, and some want their decision on paper."""

from random import Random
from typing import Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Plan

_OBJECTS: Final = 0.04
_ON_PAPER: Final = 0.1


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    told = {**example, "electronic_service": draw.random() >= _ON_PAPER}
    if draw.random() < _OBJECTS:
        return {**told, "accept_facts": False, "statement": "当时正在避让急救车辆，请核实。"}
    return told


CUSTOM: Final = Custom(varied=_varied)
