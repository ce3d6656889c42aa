"""New telephones. Some people never confirm theirs, and the register refuses them."""

from random import Random
from typing import Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Fate, Plan
from domain.services.checks.contact import MOBILE_VERIFIED
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    left_out = {"new_mobile_verified_at"} if plan.fate is Fate.REFUSED else set()
    return {name: value for name, value in example.items() if name not in left_out}


def _passes(facts: VehicleContactChangeFacts, check: str) -> bool:
    return check != MOBILE_VERIFIED.code or facts.mobile_verified


CUSTOM: Final[Custom[VehicleContactChangeFacts]] = Custom(varied=_varied, passes=_passes)
