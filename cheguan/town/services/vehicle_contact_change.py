"""New telephones and addresses."""

from datetime import datetime, timedelta
from random import Random
from typing import Final

from cheguan.town import blocks, numbers
from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Fate, Plan, shares
from cheguan.town.people import Person
from domain.services.checks.contact import MOBILE_VERIFIED
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts


def _body(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    """The form of V06. The register refuses a new number that has not answered its code."""
    body = {
        "service": "vehicle_contact_change",
        **blocks.head(draw, plan, who, "owner"),
        "vehicle": blocks.vehicle(plan, draw),
        "new_mobile": numbers.mobile(plan.seed, plan.number + 500_000),
        "postcode": who.home.postcode,
        "contact_address": who.home.address,
        "declaration": blocks.declaration(at),
        "documents": [],
    }
    if plan.fate is not Fate.REFUSED:
        body["new_mobile_verified_at"] = blocks.written(at - timedelta(seconds=40))
    if draw.random() < 0.2:
        body["email"] = f"resident{plan.number}@example.com"
    return body


def _passes(facts: VehicleContactChangeFacts, check: str) -> bool:
    return check != MOBILE_VERIFIED.code or facts.mobile_verified


CUSTOM: Final[Custom[VehicleContactChangeFacts]] = Custom(
    share=42,
    fates=shares("straight 955 refused 45"),
    body=_body,
    passes=_passes,
)
