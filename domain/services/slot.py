"""The time for which an application asks."""

from datetime import date
from typing import NamedTuple

from domain.offices.plan_kind import PlanKind


class Slot(NamedTuple):
    """A period of a day at a place to which people come by appointment."""

    kind: PlanKind
    place: str
    on: date
    period: str
