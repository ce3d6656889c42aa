"""Complete applications, as people of the town send them."""

from datetime import datetime

import msgspec

from cheguan.town.customs import CUSTOMS
from cheguan.town.fates import Plan
from cheguan.town.people import person


def filled_in(plan: Plan, at: datetime) -> bytes:
    """The body of the plan's application in JSON, as it is sent at ``at``."""
    who = person(plan.seed, plan.number, plan.city)
    body = CUSTOMS[plan.service].body(plan, plan.draw("application"), who, at)
    return msgspec.json.encode(body)
