"""Inspections at the station of one's own city. Whoever finds it full waits for a seat."""

from random import Random
from typing import Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.day_plans import place_of
from cheguan.town.fates import Plan
from domain.offices.plan_kind import PlanKind


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    asked = {**example, "station_id": place_of(plan.city, PlanKind.STATION), "wait_if_full": True}
    if plan.slot is None:
        return asked
    day, period = plan.slot.on.isoformat(), plan.slot.period
    return {**asked, "slot_date": day, "slot_period": period}


CUSTOM: Final = Custom(varied=_varied)
