"""Cases with an appointment, at places that have announced seats."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.calendar import local_day
from domain.offices.plan_kind import PlanKind
from domain.plans.events import PlanPublished, SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import DayPlan, plan_of
from domain.services.catalogue import CATALOGUE, Catalogue
from tests.kit.life import MORNING, Life

PLACES: Final[tuple[tuple[PlanKind, str], ...]] = (
    (PlanKind.STATION, "410100.ins1"),
    (PlanKind.OUTLET, "410100.st1"),
)
PERIODS: Final = ("09", "10", "14", "15")


def announced(kind: PlanKind, place: str, on: date, *, seats: int = 5) -> DayPlan:
    """A plan with so many seats in each of some periods, which are given already."""
    given = tuple(SeatRelease(each, seats, MORNING - timedelta(days=30)) for each in PERIODS)
    return PLAN.fold([PlanPublished(kind=kind, place=place, on=on, releases=given)])


def plans(days: int, at: datetime = MORNING) -> Mapping[UUID, DayPlan]:
    """The plans of some places for so many days ahead."""
    today = local_day(at)
    ahead = [today + timedelta(days=number) for number in range(1, days + 1)]
    return {plan_of(*place, on): announced(*place, on) for place in PLACES for on in ahead}


OPENED: Final[Catalogue] = {
    **CATALOGUE,
    **{
        code: replace(CATALOGUE[code], taken_in=True)
        for code in ("inspection_booking", "nev_swap_booking")
    },
}
"""Where people may apply for an appointment."""


class Booked(Life):
    """A case of a service by appointment. Its example asks for the seventh day ahead."""

    catalogue = OPENED

    def __init__(self, service: str, number: int, at: datetime = MORNING, **facts: Any) -> None:
        self.seen = plans(20, at)
        super().__init__(service, number, at, **facts)
