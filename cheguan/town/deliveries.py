"""Where people of the town want their plates: at an address, or at a counter that is open."""

from datetime import datetime
from random import Random
from typing import Any, Final

from cheguan.town.fates import Fate, Plan
from cheguan.town.openings import window_open
from cheguan.town.people import Person, name, person, place, some_city
from domain.calendar import local_day

Body = dict[str, Any]

COLLECTS: Final = frozenset({Fate.COLLECTED, Fate.NEVER_COLLECTED})


def delivery(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    """Delivery by post, unless the plan is to collect and the counter is open on the day."""
    if plan.fate in COLLECTS and window_open(plan.city.code, plan.service, local_day(at)):
        return {"mode": "pickup", "pickup_office_id": plan.city.code}
    if draw.random() < 0.06:
        elsewhere = place(draw, some_city(draw))
        return posted_to(name(draw), who.mobile, elsewhere.region, elsewhere.address)
    return posted_to(who.name, who.mobile, who.home.region, who.home.address, who.home.postcode)


def posted_to(
    recipient: str, mobile: str, region: str, address: str, postcode: str | None = None
) -> Body:
    """The block of an address for postal express."""
    block = {
        "mode": "post",
        "recipient_name": recipient,
        "recipient_mobile": mobile,
        "region_code": region,
        "address": address,
    }
    return block if postcode is None else {**block, "postcode": postcode}


def another_address(plan: Plan) -> Body:
    """Where the same person may be reached instead, in the same city."""
    who = person(plan.seed, plan.number, plan.city)
    there = place(plan.draw("another address"), plan.city)
    return posted_to(who.name, who.mobile, there.region, there.address, there.postcode)
